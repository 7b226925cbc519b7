import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setArticleLook } from "../../layouts/edits/set-article-look.ts"
import { PLAIN_LOOK } from "../../layouts/issue/frame-look.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { LineChoice } from "../controls/line-choice.tsx"
import { perform } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import { LookFields } from "./look-fields.tsx"

/** The box round the article of the chosen frames, and the rules between its columns (加框 栏线). */
export function ArticleLooks({ frames }: { readonly frames: readonly Frame[] }) {
  const { t } = useTranslation()
  const articles = useStore(desk, (state) => state.issue?.articles)
  const ids = new Set(frames.map(({ article }) => article))
  const [id] = ids
  const article = ids.size === 1 && articles?.find((one) => one.id === id)
  if (!article) return null
  const { surround, columnRule } = article
  return (
    <section className="article-looks" aria-label={t("frame.ofArticle")}>
      <h4>{t("frame.ofArticle")}</h4>
      <LineChoice
        label={t("frame.columnRule")}
        value={columnRule && { style: columnRule.line ?? null, rule: columnRule.rule }}
        inherited={{
          name: t("frame.asPage"),
          chosen: columnRule === undefined,
          choose: () => perform(setArticleLook(article.id, "columnRule", null)),
        }}
        onChange={({ style, rule }) =>
          perform(setArticleLook(article.id, "columnRule", { line: style, rule: pt(rule) }))
        }
      />
      {surround ? (
        <>
          <LookFields
            looks={[surround]}
            boxed
            onChange={(change) => perform(setArticleLook(article.id, "surround", change))}
          />
          <button
            className="link"
            onClick={() => perform(setArticleLook(article.id, "surround", null))}
          >
            {t("frame.noSurround")}
          </button>
        </>
      ) : (
        <LineChoice
          label={t("frame.surround")}
          value={{ style: null, rule: 0 }}
          onChange={({ style, rule }) =>
            rule > 0 &&
            perform(
              setArticleLook(article.id, "surround", {
                ...PLAIN_LOOK,
                line: style,
                rule: pt(rule),
              }),
            )
          }
        />
      )}
    </section>
  )
}
