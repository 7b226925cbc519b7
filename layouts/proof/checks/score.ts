import type { Article } from "../../issue/article.ts"
import type { CheckFinding } from "./check-article.ts"
import { passagesOf } from "./passages.ts"
import { RULES, type Counted } from "./rules.ts"

/** What the faults of an issue weigh. Source: 报纸编校差错率计算方法 (2020); reference/domain.md 4. */
export interface Score {
  /** Characters that were checked, marks and figures among them, blanks not. */
  readonly characters: number
  /** Faults by weight; notes and doubtful places are counted apart. */
  readonly errors: number
  /** What would come on top were every warning a fault. */
  readonly doubtful: number
  /** Faults in important names (重要人名) that were counted double. */
  readonly important: number
  /** Faults in ten thousand characters. */
  readonly rate: number
  readonly limit: number
  readonly passes: boolean
}

/** Faults in ten thousand characters that a paper may have. */
export const LIMIT = 3

/** The same wrong words count at most so often in an issue. */
const SAME = 3

/** Numeral forms count at most so much in an issue. */
const NUMERALS = 1

const WEIGHTS: Readonly<Record<Exclude<Counted, "words">, number>> = {
  ...{ fact: 1, mark: 0.1, numeral: 0.1, symbol: 0.5, none: 0 },
}

/**
 * The weight of one fault: of words by how many characters have to change; double in a headline and in
 * an important name, once for both. Source: 报纸编校差错率计算方法（2020）; reference/domain.md 4
 */
export function weightOf({ rule, field, text, suggest, important }: CheckFinding): number {
  const { counted } = RULES[rule]
  const plain = counted === "words" ? ofWords(changed(text, suggest[0] ?? "")) : WEIGHTS[counted]
  const head = field === "kicker" || field === "headline" || field === "deck"
  return head || important ? plain * 2 : plain
}

function ofWords(characters: number): number {
  return characters <= 1 ? 1 : characters <= 5 ? 2 : 4
}

/** How many characters differ between the words at fault and what they should be. */
function changed(wrong: string, right: string): number {
  let head = 0
  while (head < Math.min(wrong.length, right.length) && wrong[head] === right[head]) head += 1
  let foot = 0
  const most = Math.min(wrong.length, right.length) - head
  while (foot < most && wrong.at(-1 - foot) === right.at(-1 - foot)) foot += 1
  return Math.max(wrong.length, right.length) - head - foot
}

/** The score of articles by what was found in them; ignored findings are not to be among them. */
export function scoreOf(articles: readonly Article[], findings: readonly CheckFinding[]): Score {
  const characters = articles.reduce((sum, article) => sum + charactersIn(article), 0)
  const errors = weigh(findings.filter(({ severity }) => severity === "error"))
  const doubtful = weigh(findings.filter(({ severity }) => severity === "warning"))
  const rate = characters === 0 ? 0 : rounded((errors * 10_000) / characters)
  const important = findings.filter(
    ({ severity, important: named }) => severity === "error" && named,
  ).length
  const passes = rate <= LIMIT
  return { characters, errors, doubtful, important, rate, limit: LIMIT, passes }
}

/** Characters already counted, by the identity of the article. */
const tally = new WeakMap<Article, number>()

function charactersIn(article: Article): number {
  const known = tally.get(article)
  if (known !== undefined) return known
  const texts = passagesOf(article).map(({ text }) => text.replace(/\s/g, ""))
  const count = texts.reduce((sum, { length }) => sum + length, 0)
  tally.set(article, count)
  return count
}

function weigh(findings: readonly CheckFinding[]): number {
  const same = new Map<string, number>()
  let [sum, numerals] = [0, 0]
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.text}`
    const times = (same.get(key) ?? 0) + 1
    same.set(key, times)
    const isWords = RULES[finding.rule].counted === "words"
    if (isWords && times > SAME) continue
    const weight = weightOf(finding)
    if (RULES[finding.rule].counted === "numeral") numerals += weight
    else sum += weight
  }
  return rounded(sum + Math.min(numerals, NUMERALS))
}

/** To two decimals, so that tenths add up. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
