import type { ComposedArticle } from "../compose-article.ts"
import type { Finding } from "../finding.ts"
import { quotedName } from "../issue/article-name.ts"
import type { Article } from "../issue/article.ts"
import type { Page, Region } from "../issue/page.ts"

/** Lines of text that a headline must have with it. Source: domain.md 2.7 [N20] */
const LEAST = 2

/** Lines of air that may stand between a headline and its text. */
const AIR = 2

/**
 * Warnings for headlines of a page that stand without their text: none of it under or beside them
 * (文不对题), or less than two lines of it (背题); and for subheads at the foot of a column.
 * Source: domain.md 2.7 [N20]
 */
export function strandedHeads(
  page: Page,
  articles: readonly ComposedArticle[],
): readonly Finding[] {
  return articles.flatMap((set) => [...headFindings(page, set), ...subheadFindings(page, set)])
}

function headFindings(page: Page, { article, heads, story }: ComposedArticle): readonly Finding[] {
  const columns = story.columns.filter(
    ({ column, lines }) => page.frames.includes(column.frame) && lines.length > 0,
  )
  if (columns.length === 0) return []
  return heads.flatMap(({ frame }): readonly Finding[] => {
    if (!page.frames.includes(frame)) return []
    const by = columns.filter(({ column }) => adjoins(frame.region, column.frame.region))
    if (by.some(({ lines }) => lines.length >= LEAST)) return []
    const where = { page: page.id, article: article.id, frame: frame.id }
    return [by.length === 0 ? apartFinding(article, where) : strandedFinding(article, where)]
  })
}

/** Whether a text stands under a headline, beside it or round it. */
function adjoins(head: Region, text: Region): boolean {
  const across = gap(head.column, head.columns, text.column, text.columns)
  const down = gap(head.line, head.lines, text.line, text.lines)
  return across <= 0 && down <= AIR && (across < 0 || down < 0)
}

/** How far two stretches are apart; below 0 where they share some. */
function gap(a: number, length: number, b: number, other: number): number {
  return Math.max(a - (b + other), b - (a + length))
}

function subheadFindings(page: Page, { article, story }: ComposedArticle): readonly Finding[] {
  const filled = story.columns.filter(({ lines }) => lines.length > 0)
  return filled.slice(0, -1).flatMap(({ column, lines }): readonly Finding[] => {
    const at = lines.findLastIndex(({ role }) => role === "subhead")
    const after = lines.length - 1 - at
    if (at < 0 || after >= LEAST || !page.frames.includes(column.frame)) return []
    const { paragraph } = lines[at]!
    const next = article.story[paragraph + 1]
    // A paragraph of one line under a subhead that ends there leaves nothing behind.
    if (after > 0 && next && lines.at(-1)!.line.to === next.text.length) return []
    return [
      {
        rule: "flow/subhead-stranded",
        severity: "warning",
        where: { page: page.id, article: article.id, paragraph },
        say: {
          zh: `背题：小标题“${article.story[paragraph]!.text}”落在栏底，下面的正文不足 2 行。`,
          en: `The subhead “${article.story[paragraph]!.text}” stands at the foot of its column with less than two lines under it.`,
        },
      },
    ]
  })
}

function apartFinding(article: Article, where: Finding["where"]): Finding {
  return {
    rule: "page/head-apart",
    severity: "warning",
    where,
    say: {
      zh: `文不对题：标题“${quotedName(article)}”的下面和两侧都没有它的正文。`,
      en: `The headline “${quotedName(article)}” has none of its text under or beside it.`,
    },
  }
}

function strandedFinding(article: Article, where: Finding["where"]): Finding {
  return {
    rule: "page/head-stranded",
    severity: "warning",
    where,
    say: {
      zh: `背题：标题“${quotedName(article)}”下面的正文不足 2 行。`,
      en: `The headline “${quotedName(article)}” has less than two lines of its text with it.`,
    },
  }
}
