import type { Issue } from "../issue/issue.ts"
import { isWaiting, type Mark } from "../issue/mark.ts"
import { storyTextOf } from "./change-asked.ts"
import { marksOnPage, textsOf, type FrozenPage } from "./frozen-page.ts"
import { unauthorisedChanges, type UnauthorisedChange } from "./unauthorised.ts"

/**
 * What became of a mark, by the text as it now stands and not by what was said of it: `done` its
 * change is there, `refused` with a reason, `waiting` for its answer, `missing` it is said to be
 * carried out and the text does not have it, `seen` its sign changes no text, so an eye must look.
 */
export type Verdict = "done" | "refused" | "waiting" | "missing" | "seen"

/** One mark of a proof, gone through again (核红). */
export interface RecheckedMark {
  readonly mark: Mark
  readonly verdict: Verdict
  /** Why it was refused, or what was asked; "" otherwise. */
  readonly reason: string
}

/** A proof's marks gone through again, and what was changed without any. */
export interface Recheck {
  readonly marks: readonly RecheckedMark[]
  readonly unauthorised: readonly UnauthorisedChange[]
}

/**
 * Goes through the marks of a proof again (核红), in the order of the text: those that still waited
 * when it was frozen and those laid since, up to a time. Withdrawn marks and cancelled ones are out.
 */
export function recheckProof(
  frozen: FrozenPage,
  issue: Issue,
  marks: readonly Mark[],
  until: number = Infinity,
): Recheck {
  const page = issue.pages.find(({ id }) => id === frozen.map.page)
  const own = page ? marksOnPage(marks, page) : marks.filter(({ id }) => id in frozen.marks)
  const due = own.filter((mark) => {
    const then = frozen.marks[mark.id]
    const settled = then !== undefined && !isWaiting({ state: then })
    return mark.state !== "withdrawn" && !settled && mark.at <= until
  })
  return {
    marks: marksInOrder(issue, due).map((mark) => ({
      mark,
      verdict: verdictOf(mark, issue),
      reason: reasonOf(mark),
    })),
    unauthorised: changesSince(frozen, issue, marks),
  }
}

/** Marks in the order of the issue's articles, headline block first, then along the text. */
export function marksInOrder(issue: Issue, marks: readonly Mark[]): readonly Mark[] {
  const order = new Map(issue.articles.map(({ id }, i) => [id, i]))
  return marks.toSorted((a, b) => placeOf(a, order) - placeOf(b, order))
}

/** Changes of the page's texts since a proof was frozen that no mark asked for (未授权改动). */
function changesSince(
  frozen: FrozenPage,
  issue: Issue,
  marks: readonly Mark[],
): readonly UnauthorisedChange[] {
  const page = issue.pages.find(({ id }) => id === frozen.map.page)
  const on = new Set<string | null>([
    ...frozen.map.texts.map(({ id }) => id),
    ...(page?.frames ?? []).map(({ article }) => article),
  ])
  const articles = issue.articles.filter(({ id }) => on.has(id))
  return unauthorisedChanges(textsOf(frozen), { ...issue, articles }, marks)
}

/** Room for an article's words in one order of all marks. */
const ARTICLE = 1e9
const PARAGRAPH = 1e5
const FIELDS = ["kicker", "headline", "deck"] as const

/** Where a mark comes among all of a page: by article, headline block first, then along the text. */
function placeOf({ article, range }: Mark, order: ReadonlyMap<string, number>): number {
  const first = (article === null ? order.size : (order.get(article) ?? order.size)) * ARTICLE
  if (range.kind !== "text") return first + ARTICLE - 1
  const { words, from } = range
  if (words !== null) return first + FIELDS.indexOf(words) * PARAGRAPH + from.offset
  return first + (FIELDS.length + from.paragraph) * PARAGRAPH + from.offset
}

function reasonOf({ state, thread }: Mark): string {
  if (state !== "refused" && state !== "asked") return ""
  return thread.findLast((answer) => answer.state === state)?.say ?? ""
}

function verdictOf(mark: Mark, issue: Issue): Verdict {
  if (isWaiting(mark)) return "waiting"
  if (mark.state === "refused") return "refused"
  if (mark.change.length > 0)
    return mark.change.every((piece) => piece.standing === "held") ? "done" : "missing"
  return byHand(mark, issue)
}

/** Whether the text has what a hand was to do; only signs with words can be read off the text. */
function byHand(mark: Mark, issue: Issue): Verdict {
  const around = textAround(mark, issue)
  if (around === null) return "seen"
  const { before, text, after } = mark.quote
  const has = (words: string): boolean => around.includes(words)
  switch (mark.sign) {
    case "correct":
    case "substitute":
      return has(near(before, mark.payload.text, after)) ? "done" : "missing"
    case "delete":
      return has(near(before, "", after)) ? "done" : "missing"
    case "insert":
      return has(near(before + text, mark.payload.text, after)) ? "done" : "missing"
    case "transpose": {
      const { first, last } = mark.payload
      const middle = text.slice(first, text.length - last)
      const turned = text.slice(text.length - last) + middle + text.slice(0, first)
      return has(near(before, turned, after)) ? "done" : "missing"
    }
    default:
      return "seen"
  }
}

/** Characters on each side that must stand round what was put, so that chance words do not count. */
const BESIDE = 2

function near(before: string, words: string, after: string): string {
  return before.slice(-BESIDE) + words + after.slice(0, BESIDE)
}

/** The text that a mark stands in; null where it is on no text. */
function textAround({ article, range }: Mark, issue: Issue): string | null {
  const its = issue.articles.find(({ id }) => id === article)
  if (!its || range.kind !== "text") return null
  return range.words === null ? storyTextOf(its) : (its[range.words] ?? "")
}

/**
 * How many marks of a proof stand against closing its round. `seen` are those that whoever went
 * through them looked at and found carried out: a mark that waits for its answer is never among them.
 */
export function unexecuted({ marks }: Recheck, seen: ReadonlySet<string>): number {
  return marks.filter(
    ({ mark, verdict }) =>
      verdict === "waiting" ||
      ((verdict === "missing" || verdict === "seen") && !seen.has(mark.id)),
  ).length
}
