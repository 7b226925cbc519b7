import { innerRules } from "../draw/column-rules.ts"
import { pageColumnRules, type Surrounded } from "../draw/surround.ts"
import type { Finding } from "../finding.ts"
import type { Furniture, Page } from "../issue/page.ts"

/** Rules down gutters that are too narrow for their style: they are drawn plain, which is told. */
export function ruleFindings(page: Page, articles: readonly Surrounded[]): readonly Finding[] {
  const { grid, frames, rules } = page
  const between = rules.line !== undefined && pageColumnRules(page, articles).some(isPlain)
  const inside = articles.flatMap(({ id, columnRule: look }): readonly Finding[] =>
    look?.line && look.rule > 0 && innerRules(grid, frames, { id, look }).some(isPlain)
      ? [narrowGutter(page, { article: id })]
      : [],
  )
  return [...(between ? [narrowGutter(page, {})] : []), ...inside]
}

function isPlain(piece: Furniture): boolean {
  return piece.kind === "rule" && piece.line === undefined
}

function narrowGutter({ id }: Page, where: { readonly article?: string }): Finding {
  return {
    rule: "page/narrow-gutter",
    severity: "note",
    where: { page: id, ...where },
    say: {
      zh: `${id} 版有栏空容不下所选的栏线，改排正线；要花线请加宽栏空。`,
      en: `On page ${id} a gutter has no room for the column rule that was chosen; a plain one stands there. Widen the gutter for it.`,
    },
  }
}
