import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import { sheetFor } from "../../layouts/compose.ts"
import { headedArea, placeHead } from "../../layouts/edits/place-head.ts"
import { longWidth } from "../../layouts/grid/geometry.ts"
import {
  HEAD_PLACES,
  headColumns,
  headedRegion,
  type HeadPlace,
} from "../../layouts/head/head-places.ts"
import { headLines } from "../../layouts/head/place-head.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Page, Region } from "../../layouts/issue/page.ts"
import { sheetOf } from "../../layouts/issue/style.ts"
import { ChoiceField } from "../controls/choice-field.tsx"
import { perform, pressOf } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"

/** Where the headline stands to its text (题文位置): the places that its region has room for. */
export function HeadPlaceRow({
  set,
  means,
}: {
  readonly set: ComposedArticle
  readonly means: Means
}) {
  const { t } = useTranslation()
  const issue = useStore(desk, (state) => state.issue)
  const { article, heads } = set
  const page = issue?.pages.find(({ frames }) => frames.includes(heads[0]!.frame))
  const around = page ? headedArea(page, article.id) : null
  if (!issue || !page || !around) return null
  const linesAt = (place: HeadPlace): number =>
    linesOf({ issue, page, around }, set, { place, means })
  const now = HEAD_PLACES.find((place) => {
    const { region } = heads[0]!.frame
    const parts = headedRegion(around, place, region.lines)
    return parts !== null && JSON.stringify(parts.head) === JSON.stringify(region)
  })
  const room = HEAD_PLACES.filter((place) => headedRegion(around, place, linesAt(place)) !== null)
  return (
    <div className="headline-fields">
      <ChoiceField
        label={t("headline.place")}
        value={now ?? null}
        options={room.map((place) => ({ value: place, label: t(`headline.places.${place}`) }))}
        onChange={(place: HeadPlace) =>
          perform(placeHead(page.id, article.id, { place, lines: linesAt(place) }))
        }
      />
    </div>
  )
}

/** Lines that the headline needs in a place. */
function linesOf(
  { issue, page, around }: { readonly issue: Issue; readonly page: Page; readonly around: Region },
  { article }: ComposedArticle,
  { place, means }: { readonly place: HeadPlace; readonly means: Means },
): number {
  const columns = headColumns(place, around.columns)
  if (columns === 0) return 0
  const sheet = sheetOf(article, sheetFor(page.grid.bodySize, issue.styles))
  const width = longWidth(page.grid, columns)
  return headLines(article, width, page.grid, { sheet, press: pressOf(means) })
}
