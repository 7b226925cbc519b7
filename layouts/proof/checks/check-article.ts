import type { Finding } from "../../finding.ts"
import type { Article } from "../../issue/article.ts"
import type { IssueDate } from "../../issue/issue.ts"
import { confusedWords } from "./confusions.ts"
import { mixedWays } from "./consistency.ts"
import { wrongDates } from "./dates.ts"
import { doubledCharacters } from "./doubled-characters.ts"
import { doubledWords } from "./doubled-words.ts"
import type { HouseCheck } from "./house-check.ts"
import { slippedIdioms } from "./idioms.ts"
import { markForms } from "./mark-forms.ts"
import { masksOf } from "./masks.ts"
import type { Note, Passage } from "./note.ts"
import { numeralForms } from "./numerals.ts"
import { unpairedMarks, type Masked, type Placed } from "./pairs.ts"
import { passagesOf } from "./passages.ts"
import { wrongParticles } from "./particles.ts"
import { redundantWords } from "./redundant.ts"
import { RULES, type RuleId } from "./rules.ts"
import { brokenSentences, danglingWords } from "./sentences.ts"
import { misplacedStops } from "./stops.ts"
import { wrongUnits } from "./units.ts"
import { wrongWidths } from "./widths.ts"
import { garbledCharacters, traditionalCharacters } from "./wrong-script.ts"

/** What a check knows besides the text. */
export interface Means {
  /** The day of the issue; null leaves days without a year unjudged. */
  readonly today: IssueDate | null
  /** The paper's own tables, ready to search; null is none. */
  readonly house: HouseCheck | null
}

/** A fault that a check found in an article's words. */
export interface CheckFinding extends Finding {
  readonly rule: RuleId
  readonly field: Passage["field"]
  /** The words at fault. */
  readonly text: string
  /** What could stand there instead, best first; an empty string takes the words out. */
  readonly suggest: readonly string[]
  /** A fault in an important name (重要人名), which counts double; absent for any other. */
  readonly important?: true
}

/** The rules that look at one stretch of text by itself. */
const BY_TEXT: readonly ((text: string, masks: Masked["masks"]) => readonly Note[])[] = [
  ...[doubledCharacters, doubledWords, confusedWords, slippedIdioms, wrongParticles],
  ...[redundantWords, traditionalCharacters, garbledCharacters, misplacedStops, markForms],
  ...[wrongWidths, numeralForms, wrongUnits, danglingWords],
]

/** Rules that are silent in a credit: it holds names and little else. */
const NOT_IN_CREDIT = ["words/", "sentences/", "numbers/"]

/** Everything that the checks find in an article, in reading order. */
export function checkArticle(article: Article, means: Means): readonly CheckFinding[] {
  const passages = passagesOf(article).map((one): Masked => ({ ...one, masks: masksOf(one.text) }))
  const last = passages.findLastIndex(({ field }) => field === "body")
  const byPassage = passages.flatMap((passage, at): readonly Placed[] => {
    const { kind, truncated } = article
    const setting = { kind, last: at === last, truncated }
    const notes = [...checkPassage(passage, means), ...brokenSentences(passage, setting)]
    return notes.map((note) => ({ at, note }))
  })
  const placed = [...byPassage, ...unpairedMarks(passages), ...mixedWays(passages)]
  return inOrder(placed).map(({ at, note }) => findingOf(article.id, passages[at]!, note))
}

/** What the rules find in one text, seen as a body paragraph of its own. */
export function checkText(text: string, means: Means): readonly Note[] {
  const passage = { field: "body", paragraph: 0, text, dateline: 0 } as const
  const masked = { ...passage, masks: masksOf(text) }
  const placed = unpairedMarks([masked]).map(({ note }) => ({ at: 0, note }))
  const all = [...checkPassage(masked, means).map((note) => ({ at: 0, note })), ...placed]
  return inOrder(all).map(({ note }) => note)
}

function checkPassage({ field, text, masks }: Masked, means: Means): readonly Note[] {
  const notes = [
    ...BY_TEXT.flatMap((check) => check(text, masks)),
    ...wrongDates(text, means.today),
    ...(means.house?.(text, masks) ?? []),
  ]
  if (field !== "credit") return notes
  return notes.filter(({ rule }) => !NOT_IN_CREDIT.some((one) => rule.startsWith(one)))
}

/** Notes in reading order; of two at one place the one that takes in the other stays. */
function inOrder(placed: readonly Placed[]): readonly Placed[] {
  const sorted = placed.toSorted(
    (a, b) => a.at - b.at || a.note.from - b.note.from || b.note.to - a.note.to,
  )
  let [at, reach] = [-1, 0]
  return sorted.filter(({ at: passage, note }) => {
    if (passage === at && note.to <= reach) return false
    ;[at, reach] = [passage, note.to]
    return true
  })
}

function findingOf(article: string, passage: Passage, note: Note): CheckFinding {
  const { rule, from, to, suggest, say } = note
  const { field, paragraph, text } = passage
  const where = { article, ...(paragraph === null ? {} : { paragraph }), from, to }
  return {
    ...{ rule, severity: note.severity ?? RULES[rule].severity, where },
    ...{ say, field, text: text.slice(from, to), suggest },
    ...(note.important ? { important: true } : {}),
  }
}
