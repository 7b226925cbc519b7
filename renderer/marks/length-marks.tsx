import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { ComposedPage } from "../../layouts/compose.ts"
import type { Column } from "../../layouts/flow/thread.ts"
import { frameBands } from "../../layouts/grid/bands.ts"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { frameColumns } from "../../layouts/grid/own-columns.ts"
import { chooseArticle } from "../state/jump.ts"
import { lengthOn, type Length } from "../state/lengths.ts"
import { LengthTag, lengthWords } from "../panels/length-tag.tsx"
import { view } from "../state/view.ts"
import type { MarkedPage } from "./flash-mark.tsx"
import { pointStyle } from "./pixels.ts"
import { onScreen, tagPlace, tagWidth, type Area } from "./tag-place.ts"

/** A page as it is seen; `px` is CSS pixels in a point. */
type Seen = Pick<ComposedPage, "page" | "list"> & { readonly px: number }

/** Lengths at the feet of articles: text over always, empty lines while frames are shown or chosen. */
export function LengthMarks({ page, px, onFit }: MarkedPage & { readonly onFit: () => void }) {
  const { t } = useTranslation()
  const frames = useStore(view, (state) => state.frames)
  const chosen = useStore(view, (state) => state.article)
  return page.articles.map((set) => {
    const length = lengthOn(set, page.page.id)
    const column = footOn(set, page.page.id)
    const { id } = set.article
    if (!column || (length.over === 0 && (length.short === 0 || !(frames || id === chosen))))
      return null
    return (
      <button
        key={id}
        type="button"
        className={length.over > 0 ? "length-mark over" : "length-mark short"}
        style={pointStyle(placeOf(column, length, lengthWords(t, length), { ...page, px }), 1)}
        title={t("length.fit")}
        tabIndex={-1}
        onClick={() => {
          chooseArticle(id)
          onFit()
        }}
      >
        <LengthTag length={length} />
      </button>
    )
  })
}

/** Where a length is told at a column, so that it covers no other text and no picture. */
function placeOf(column: Column, { over }: Length, words: string, { page, list, px }: Seen): Area {
  const others = page.frames
    .filter(({ article, notice }) => article !== null || notice)
    .filter((other) => other !== column.frame)
    .map(({ region }) => boxOf(page.grid, region))
  const { vertical, frame } = column
  const beside = (vertical ? frameBands(page.grid, frame) : frameColumns(page.grid, frame))
    .map(({ box }) => box)
    .filter(({ x, y }) => x !== column.box.x || y !== column.box.y)
  return tagPlace(
    onScreen(column.box, px),
    { wide: tagWidth(words), bare: over === 0, leftward: vertical },
    [...others, ...beside].map((box) => onScreen(box, px)),
    { height: list.trim.height * px },
  )
}

/** The column of a page that is over, or that has the last empty lines; null for none. */
function footOn({ story }: ComposedArticle, page: string): Column | null {
  const here = story.columns.filter(({ column }) => column.page === page)
  const empty = here.findLast(({ room, used }) => used < room)
  const last = (story.overset.characters > 0 ? null : empty) ?? here.at(-1)
  return last?.column ?? null
}
