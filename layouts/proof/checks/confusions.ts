import type { Say } from "../../finding.ts"
import table from "../tables/confusions.json" with { type: "json" }
import { wordFinder, type FindWords } from "./find-words.ts"
import { maybeInName, spansTwoWords } from "./lexicon.ts"
import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

/** A wrong form and what it should be, with what has to stand round it. */
export interface Confusion {
  readonly wrong: string
  readonly right: readonly string[]
  /** One of these has to follow, or precede; empty is anything. */
  readonly after: readonly string[]
  readonly before: readonly string[]
  /** None of these may follow, or precede. */
  readonly notAfter: readonly string[]
  readonly notBefore: readonly string[]
  /** Wrong in most contexts but not in all: a hint. */
  readonly doubtful: boolean
  readonly why: Say
}

/**
 * Reads a row of the table: `布署→部署`, several right forms parted by `/`, then conditions parted
 * by blanks: `后:` what has to follow, `后非:` what must not, `前:` and `前非:` likewise, `疑` for a
 * hint. Null for a row that is none.
 */
export function readConfusion(row: string, why: Say): Confusion | null {
  const [pair, ...conditions] = row.trim().split(/\s+/)
  const [wrong, right] = (pair ?? "").split("→")
  if (!wrong || !right || wrong === right) return null
  const given = (name: string): readonly string[] =>
    conditions.flatMap((one) =>
      one.startsWith(`${name}:`) ? one.slice(name.length + 1).split("/") : [],
    )
  return {
    ...{ wrong, right: right.split("/"), after: given("后"), notAfter: given("后非") },
    ...{ before: given("前"), notBefore: given("前非"), doubtful: conditions.includes("疑"), why },
  }
}

/** The shipped table. Source and making: layouts/proof/tables/README.md. */
export const CONFUSIONS: readonly Confusion[] = table.groups.flatMap(({ why, rows }) =>
  rows.flatMap((row) => readConfusion(row, why) ?? []),
)

let finder: FindWords | null = null

/** Words written with a wrong character of like sound or shape. */
export function confusedWords(text: string, masks: Masks): readonly Note[] {
  finder ??= wordFinder(CONFUSIONS.map(({ wrong }) => wrong))
  return finder(text).flatMap(({ word, from, to }): readonly Note[] => {
    const confusion = CONFUSIONS[word]!
    if (!fits(confusion, text, from, to) || masks.title[from] === 1) return []
    const { wrong, right, doubtful, why } = confusion
    return [
      {
        ...{ rule: doubtful ? "words/doubtful" : "words/confused", from, to, suggest: right },
        say: {
          zh: `“${wrong}”${doubtful ? "疑" : ""}应为“${right.join("”或“")}”：${why.zh}。`,
          en: `${wrong} ${doubtful ? "may be" : "is"} ${right.join(" or ")}: ${why.en}.`,
        },
      },
    ]
  })
}

function fits(confusion: Confusion, text: string, from: number, to: number): boolean {
  const { after, before, notAfter, notBefore, wrong } = confusion
  const follows = (one: string): boolean => text.startsWith(one, to)
  const precedes = (one: string): boolean =>
    from >= one.length && text.startsWith(one, from - one.length)
  if (after.length > 0 && !after.some(follows)) return false
  if (before.length > 0 && !before.some(precedes)) return false
  if (notAfter.some(follows) || notBefore.some(precedes)) return false
  if (wrong.length > 3) return true
  if (spansTwoWords(text, from, to)) return false
  return wrong.length > 2 || !maybeInName(text, from)
}
