import { Button } from "antd"
import { useTranslation } from "react-i18next"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import { setHeadSetting } from "../../layouts/edits/set-head.ts"
import { setWords } from "../../layouts/edits/set-words.ts"
import { joined } from "../../layouts/issue/change.ts"
import { settingOf } from "../../layouts/issue/setting.ts"
import { TextField } from "../controls/text-field.tsx"
import { perform } from "../state/actions.ts"

/** What stands between two lines of a headline in the field. */
const BREAK = "／"

/** The headline with a stroke where its lines end: strokes are set and taken away by hand (手动折行). */
export function HeadLinesField({ set }: { readonly set: ComposedArticle }) {
  const { t } = useTranslation()
  const { article, heads } = set
  const words = article.headline ?? ""
  const byHand = settingOf(article).head?.byHand === true
  const lines = heads[0]?.lines.filter((one) => one.words === "headline") ?? []
  const ends = lines.map(({ at, line }) => at + line.to)
  const shown = ends.map((end, i) => words.slice(ends[i - 1] ?? 0, end)).join(BREAK)
  const keep = (typed: string): void => {
    const parts = typed.split(/[／/]/u).filter((part) => part !== "")
    // The words themselves are written in the story; a field of lines takes no other ones.
    if (parts.join("") !== words) return
    perform(setWords(article.id, { headlineParts: parts }))
    perform(joined(setHeadSetting(article.id, { byHand: parts.length > 1 ? true : null })))
  }
  return (
    <div className="headline-lines">
      <span>{t("headline.breaks")}</span>
      <TextField label={t("headline.breaks")} value={shown} onKeep={keep} />
      <Button
        size="small"
        disabled={!byHand}
        onClick={() => perform(setHeadSetting(article.id, { byHand: null }))}
      >
        {t("headline.bySense")}
      </Button>
      <small>{t(byHand ? "headline.byHand" : "headline.breaksHint")}</small>
    </div>
  )
}
