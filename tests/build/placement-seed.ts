import { existsSync, readFileSync } from "node:fs"
import type { Article, ArticleKind, Paragraph } from "../../layouts/issue/article.ts"
import { articleOf } from "./placement-articles.ts"

const FOLDER = "../shared/seed"

/** Whether the real page lies beside the project; prints why when a test has to be skipped. */
export function seedIsThere(): boolean {
  const there = existsSync(FOLDER)
  if (!there) console.log(`skipped: there is no ${FOLDER} beside the project`)
  return there
}

interface Expected {
  readonly source: string
  readonly articles: readonly {
    readonly id: string
    readonly kind: ArticleKind
    readonly headline: string | null
    readonly deck: string | null
    readonly columnBreaks: readonly { readonly before: string; readonly after: string }[]
    readonly sourceLines: readonly [number, number]
  }[]
}

/** The real page's articles, cut out of its text by the lines that the truth names. */
export function seedArticles(): readonly Article[] {
  const truth = JSON.parse(readFileSync(`${FOLDER}/expected.json`, "utf8")) as Expected
  const lines = readFileSync(`${FOLDER}/${truth.source}`, "utf8").split("\n")
  return truth.articles.map((item) => {
    const own = lines
      .slice(item.sourceLines[0] - 1, item.sourceLines[1])
      .map((line) => line.trim())
      .filter((line) => line !== "" && !isHeadline(line, item.kind))
    const story = own.reduce<readonly Paragraph[]>((paragraphs, line) => {
      const last = paragraphs.at(-1)
      const cut = item.columnBreaks.find(({ before }) => last?.text.endsWith(before))
      if (last === undefined || cut === undefined || !line.startsWith(cut.after))
        return [
          ...paragraphs,
          { role: roleOf(line), text: withoutMarks(line), columnBreaks: [], dateline: 0 },
        ]
      const columnBreaks = [...last.columnBreaks, { ...cut, offset: last.text.length }]
      return [...paragraphs.slice(0, -1), { ...last, text: last.text + line, columnBreaks }]
    }, [])
    return articleOf(item.id, item.kind, story, { headline: item.headline, deck: item.deck })
  })
}

/** Whether a line is the article's own headline or deck; the lead's ### lines are its subheads. */
function isHeadline(line: string, kind: ArticleKind): boolean {
  return /^##? /.test(line) || (kind !== "lead" && line.startsWith("### "))
}

/** What a paragraph is. */
function roleOf(line: string): Paragraph["role"] {
  return line.startsWith("### ") ? "subhead" : "body"
}

/** The words of a line without its marks of a heading. */
function withoutMarks(line: string): string {
  return line.replace(/^#+ /, "")
}
