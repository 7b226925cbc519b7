import type { Issue } from "../issue/issue.ts"
import type { Mark } from "../issue/mark.ts"
import { SIGNS } from "./signs.ts"

/** One line of an issue's register of faults (差错登记): a mark, and what came of it. */
export interface RegisteredFault {
  readonly mark: string
  /** Pages that its article stands on. */
  readonly pages: readonly string[]
  readonly article: string | null
  readonly pass: number
  readonly sign: string
  readonly was: string
  readonly put: string
  readonly author: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly state: Mark["state"]
  /** Who settled it, and why it was refused; "" while it waits. */
  readonly settler: string
  readonly reason: string
  /** Units of fault; 0 for what was refused, asked, or is no fault of the words. */
  readonly units: number
}

/** The same fault counts at most so often in an issue. */
const SAME = 3

/**
 * The register of faults that an issue's marks make, in the order they were laid. Withdrawn marks are
 * none. Source: reference/domain.md §4 (units of fault)
 */
export function faultRegister(issue: Issue, marks: readonly Mark[]): readonly RegisteredFault[] {
  const times = new Map<string, number>()
  return marks
    .filter(({ state }) => state !== "withdrawn")
    .map((mark) => {
      const { id, article, pass, sign, quote, author, at, state, thread } = mark
      const settled = thread.findLast((answer) => answer.state === state)
      const put = "text" in mark.payload ? mark.payload.text : ""
      const key = `${sign} ${quote.text} ${put}`
      const units = state === "executed" ? unitsOf(mark, put) : 0
      if (units > 0) times.set(key, (times.get(key) ?? 0) + 1)
      return {
        ...{ mark: id, article, pass, sign: SIGNS[sign].name.zh, was: quote.text, put },
        ...{ author, at, state, settler: settled?.author ?? "", reason: settled?.say ?? "" },
        pages: pagesOf(issue, mark),
        units: (times.get(key) ?? 0) > SAME ? 0 : units,
      }
    })
}

function pagesOf({ pages }: Issue, { article, range }: Mark): readonly string[] {
  if (range.kind === "spot") return [range.page]
  return pages
    .filter(({ frames }) => frames.some((frame) => article !== null && frame.article === article))
    .map(({ id }) => id)
}

/** Units of a fault of the words: 0.1 for a mark of punctuation, 1 for one character, 2 up to five, 4 beyond; double in a headline. */
function unitsOf({ sign, quote, range }: Mark, put: string): number {
  const plain = plainUnits(sign, quote.text, put)
  return range.kind === "text" && range.words !== null ? plain * 2 : plain
}

/** Marks of punctuation alone, or nothing. Source: 报纸编校差错率计算方法 (2020), 标点 0.1 */
const MARKS = /^[\p{P}\p{Zs}]*$/u

function plainUnits(sign: Mark["sign"], was: string, put: string): number {
  if (sign === "transpose" || sign === "move") return 1
  if (!["correct", "delete", "insert", "substitute"].includes(sign)) return 0
  if (was + put !== "" && MARKS.test(was) && MARKS.test(put)) return 0.1
  if (/^[\d.,%％]+$/.test(was) && /^[\d.,%％]*$/.test(put)) return 1
  const length = Math.max(Array.from(was).length, Array.from(put).length)
  return length <= 1 ? 1 : length <= 5 ? 2 : 4
}
