import type { ComposedPage } from "../compose.ts"
import { quotedName } from "../issue/article-name.ts"
import type { Where } from "../finding.ts"
import type { Remark } from "./press/profile.ts"

/** A jump line (转版提示) as a page prints it: 下转第4版, 上接第1版. */
export interface JumpLine {
  readonly page: string
  readonly way: "onward" | "back"
  /** The page as it is written: `4`, `A4`, `四`. */
  readonly named: string
  readonly where: Where
}

const JUMP =
  /(?:(下转|[（(]\s*转)|上接|[（(]\s*接)\s*第?\s*([A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版/gu

/** The jump lines that a page prints, in its order. */
export function jumpLinesOn({ page, list }: ComposedPage): readonly JumpLine[] {
  const stretches = new Map<string, { where: Where; text: string }>()
  for (const item of list.items) {
    if (item.kind !== "glyphs" || !item.source) continue
    const { article, paragraph, words } = item.source
    const key = `${article} ${paragraph} ${words ?? ""}`
    const stretch = stretches.get(key) ?? { where: { page: page.id, article, paragraph }, text: "" }
    stretches.set(key, { ...stretch, text: stretch.text + item.texts.join("") })
  }
  return [...stretches.values()].flatMap(({ where, text }) =>
    [...text.matchAll(JUMP)].map(([, onward, named]): JumpLine => ({
      page: page.id,
      way: onward === undefined ? "back" : "onward",
      named: named!,
      where,
    })),
  )
}

/** Jump lines of an issue that point nowhere or disagree, and threads over pages without any. */
export function jumpRemarks(pages: readonly ComposedPage[]): readonly Remark[] {
  const lines = pages.flatMap(jumpLinesOn)
  const ids = pages.map(({ page }) => page.id)
  return [
    ...lines.flatMap((line) => broken(line, lines, ids)),
    ...pages.flatMap((page) => missing(page, lines)),
  ]
}

function broken(
  line: JumpLine,
  lines: readonly JumpLine[],
  ids: readonly string[],
): readonly Remark[] {
  const target = pageNamed(line.named, line.page, ids)
  const words = line.way === "onward" ? "下转" : "上接"
  const remark = (zh: string, en: string): readonly Remark[] => [
    {
      rule: "jump/broken",
      where: line.where,
      say: {
        zh: `${line.page} 版的“${words}第${line.named}版”${zh}`,
        en: `The jump line “${words}第${line.named}版” on page ${line.page} ${en}`,
      },
    },
  ]
  if (target === null) return remark("：没有这个版。", "names a page that there is not.")
  if (target === line.page) return remark("指着本版。", "points at its own page.")
  const answers = lines.filter(({ page, way }) => page === target && way !== line.way)
  if (answers.some(({ named, page }) => pageNamed(named, page, ids) === line.page)) return []
  return answers.length === 0
    ? remark(`：${target} 版没有相应的提示。`, `has no answer on page ${target}.`)
    : remark(
        `：${target} 版的提示指着别的版。`,
        `is at odds with page ${target}, whose own points elsewhere.`,
      )
}

/** A story that goes on on another page, without a word where it stops. */
function missing({ page, articles }: ComposedPage, lines: readonly JumpLine[]): readonly Remark[] {
  return articles.flatMap(({ article, thread }): readonly Remark[] => {
    const on = thread.frames
      .filter(({ frame }) => frame.role === "body")
      .map((placed) => placed.page.id)
    const next = on[on.lastIndexOf(page.id) + 1]
    if (!on.includes(page.id) || next === undefined) return []
    if (lines.some((line) => line.page === page.id && line.way === "onward")) return []
    return [
      {
        rule: "jump/missing",
        where: { page: page.id, article: article.id },
        say: {
          zh: `稿件“${quotedName(article)}”转到 ${next} 版，没有“下转第${next}版”。`,
          en: `“${quotedName(article)}” goes on on page ${next} without a jump line.`,
        },
      },
    ]
  })
}

const DIGITS = "零一二三四五六七八九"

/** The page that a jump line names, as seen from a page: by its id, by its number in that section, or in the issue. */
export function pageNamed(named: string, from: string, ids: readonly string[]): string | null {
  const exact = ids.find((id) => id.toLowerCase() === named.toLowerCase())
  if (exact !== undefined) return exact
  const number = numberOf(named)
  if (number === null) return null
  const section = /^[A-Za-z]+/.exec(from)?.[0] ?? ""
  const numbered = (id: string): boolean => Number(/\d+$/.exec(id)?.[0]) === number
  return ids.find((id) => id.startsWith(section) && numbered(id)) ?? ids.find(numbered) ?? null
}

/** A number in digits or in Chinese below a hundred; null for another word. */
function numberOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word)
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(word)
  if (!parts || word === "") return null
  const [, tens, ten, ones] = parts
  const digit = (one: string | undefined): number => (one === undefined ? 0 : DIGITS.indexOf(one))
  if (ten === undefined) return ones === undefined ? digit(tens) : null
  return (tens === undefined ? 1 : digit(tens)) * 10 + digit(ones)
}
