import type { ComposedPage } from "../compose.ts"
import type { Issue } from "../issue/issue.ts"
import type { Page } from "../issue/page.ts"
import { chineseDate } from "../issue/day.ts"
import { bracedWords } from "../templates/placeholders.ts"
import type { Remark } from "./press/profile.ts"

/** Something that a page has to print, and how it is told whether it does. */
interface Required {
  readonly names: readonly [zh: string, en: string]
  /** Placeholders that print it. */
  readonly fields: readonly string[]
  /** What it looks like where it was typed in. */
  readonly typed: RegExp
  /** Faults that its lack counts as. Source: reference/domain.md 2.6 */
  readonly faults: number
}

/** What page 1 has to print beside the masthead. Source: reference/domain.md 2.6 (the form rules of 2020) */
const FRONT: readonly Required[] = [
  required(["出版日期", "date"], ["date"], /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/),
  required(["总期号", "issue number"], ["serial"], /(?:总第?|第)\s*\d+\s*[期号]/),
  required(
    ["版数", "number of pages"],
    ["pages"],
    /(?:今日|本期|共)\s*[\d一二三四五六七八九十]+\s*版/,
  ),
  required(["CN 号", "CN number"], ["cn"], /CN\s*\d{2}-\d{4}/),
  required(["主管主办单位", "publisher"], ["publisher", "authority"], /主管|主办|出版/),
  required(["社址和电话", "address and telephone"], ["address", "phone"], /社址|地址|电话|热线/),
  required(["印刷单位", "printer"], ["printer"], /印刷|承印|印务/),
  required(["发行信息", "distribution"], ["post"], /邮发代号|发行/),
  required(["定价", "price"], ["price"], /定价|零售|\d元|免费/),
]

/** What every page has to print. */
const EVERY: readonly Required[] = [
  required(["责任编辑", "editor"], ["editor"], /责任编辑|责编|编辑/),
]

function required(names: Required["names"], fields: readonly string[], typed: RegExp): Required {
  return { names, fields, typed, faults: 1 }
}

/** Faults that a wrong masthead counts as. */
const MASTHEAD_FAULTS = 4

/**
 * Says once for a page what of its furniture (版面固定内容) is missing, with the number of faults that
 * it counts as. What its furniture asks for and the issue does not know is told by `imprintMissing`.
 */
export function furnitureMissing(
  { page }: ComposedPage,
  issue: Pick<Issue, "paper" | "date" | "pages">,
): readonly Remark[] {
  const texts = textsOf(page)
  const front = issue.pages[0]?.id === page.id
  const missing = [
    ...(front ? FRONT : []).filter((one) => !isPrinted(one, texts)),
    ...EVERY.filter((one) => !isPrinted(one, texts)),
  ].map(({ names, faults }) => ({ names, faults }))
  const masthead = page.furniture.some(
    (piece) => piece.kind === "text" && piece.role === "masthead",
  )
  if (front && !masthead) missing.unshift({ names: ["报头", "masthead"], faults: MASTHEAD_FAULTS })
  if (!front && !isNumbered(page, texts))
    missing.unshift({ names: ["版次", "page number"], faults: 1 })
  if (!front && !hasDate(texts, issue)) missing.push({ names: ["日期", "date"], faults: 1 })
  if (missing.length === 0) return []
  const faults = missing.reduce((sum, one) => sum + one.faults, 0)
  return [
    {
      rule: "page/furniture-missing",
      where: { page: page.id },
      say: {
        zh: `${page.id} 版没有排${missing.map(({ names }) => names[0]).join("、")}，按差错计 ${faults} 处。`,
        en: `Page ${page.id} does not print ${missing.map(({ names }) => names[1]).join(", ")}: ${faults} form faults.`,
      },
    },
  ]
}

/** The words of a page's furniture and notices, as they were written. */
function textsOf({ furniture, frames }: Page): readonly string[] {
  return [
    ...furniture.flatMap((piece) => (piece.kind === "text" ? [piece.text] : [])),
    ...frames.flatMap(({ notice }) => (notice ? [notice.title, ...notice.lines] : [])),
  ]
}

function isPrinted({ fields, typed }: Required, texts: readonly string[]): boolean {
  const asked = texts.flatMap(bracedWords)
  return fields.some((field) => asked.includes(field)) || texts.some((text) => typed.test(text))
}

function isNumbered({ id }: Page, texts: readonly string[]): boolean {
  return texts.some((text) => bracedWords(text).includes("page") || text.includes(id))
}

function hasDate(texts: readonly string[], { date }: Pick<Issue, "date">): boolean {
  const words = chineseDate(date)
  return texts.some(
    (text) =>
      bracedWords(text).includes("date") || text.includes(words) || FRONT[0]!.typed.test(text),
  )
}
