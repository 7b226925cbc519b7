import { Button } from "antd"
import { useTranslation } from "react-i18next"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import { setFit } from "../../layouts/edits/set-fit.ts"
import { joined } from "../../layouts/issue/change.ts"
import {
  LEADING,
  MOST_TRACKING,
  PLAIN_FIT,
  settingOf,
  type ArticleFit,
} from "../../layouts/issue/setting.ts"
import { HOUSE_TABLE } from "../../layouts/issue/head-setting.ts"
import { sizeName } from "../../layouts/type-sizes.ts"
import { pt } from "../../layouts/units.ts"
import { ChoiceField } from "../controls/choice-field.tsx"
import { PercentField } from "../controls/percent-field.tsx"
import { perform } from "../state/actions.ts"
import { typingGoesOn } from "../state/typing.ts"

/** What is done to an article by hand so that it fits: tracking, leading, headline; and all undone. */
export function FitFields({ set }: { readonly set: ComposedArticle }) {
  const { t } = useTranslation()
  const { article, heads } = set
  const { fit } = settingOf(article)
  const change = (wanted: Partial<ArticleFit>): void => {
    const edit = setFit(article.id, wanted)
    const goesOn = typingGoesOn(`fit ${article.id} ${Object.keys(wanted).join(" ")}`)
    perform(goesOn ? joined(edit) : edit)
  }
  const plain = (Object.keys(PLAIN_FIT) as (keyof ArticleFit)[]).every(
    (name) => fit[name] === PLAIN_FIT[name],
  )
  return (
    <div className="fit-fields">
      <PercentField
        label={t("fit.tracking")}
        value={fit.tracking}
        least={-MOST_TRACKING}
        most={MOST_TRACKING}
        step={0.25}
        onKeep={(tracking) => change({ tracking })}
      />
      <PercentField
        label={t("fit.leading")}
        value={fit.leading}
        {...LEADING}
        step={1}
        onKeep={(leading) => change({ leading })}
      />
      <ChoiceField
        label={t("fit.headline")}
        disabled={heads.length === 0}
        value={fit.headline ?? 0}
        options={sizesWith(fit.headline ?? 0).map((size) => ({
          value: size,
          label: size === 0 ? t("fit.own") : sizeWords(size, t("fit.points", { size })),
        }))}
        onChange={(size: number) => change({ headline: size === 0 ? null : pt(size) })}
      />
      <Button size="small" disabled={plain} onClick={() => change(PLAIN_FIT)}>
        {t("fit.reset")}
      </Button>
    </div>
  )
}

/** The sizes of headlines, large to small, 0 for the house's own first; with one that is not among them. */
function sizesWith(size: number): readonly number[] {
  const known: readonly number[] = HOUSE_TABLE.sizes
  return known.includes(size) || size === 0 ? [0, ...known] : [0, size, ...known]
}

function sizeWords(size: number, points: string): string {
  const name = sizeName(pt(size))
  return name === null ? points : `${points} ${name}`
}
