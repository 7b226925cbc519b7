import type { Cohesion } from "./cohesion.ts"
import { knownWord } from "./dictionary.ts"
import { segment, type Word } from "./segment.ts"

/**
 * What it costs to end a headline's line before each offset of its text, in pt of its size: so much
 * larger it would have to be to make up for it. Less than 0 where a line likes to end.
 */
export type Seams = ArrayLike<number>

/** No line begins with one of these. Source: domain.md 2.5 [N12] */
const NEVER_FIRST = new Set("的地得了着过吗吧呢啊们者性化等率")

/** Characters that lean on the word before them. */
const LEANS_BACK = new Set("里上下中内外前后间时起处量社员式型度力费品")

/** Characters that finish the verb before them (研制出, 走到). */
const FINISHES = new Set("出到成入起来去进过完好住掉给于上下为向满")

/** Weak ends: these lean on the word after them, and a line does not end with one when it can be helped. */
const WEAK_LAST = new Set(
  "在对为与和及或把被将从向凭按据替给跟往朝沿靠以于由让使就到至第不未再更最很又也都还是可已正受获要会能敢因但这那各每近超达",
)

/** Characters that as good as always say something of the next word. */
const PREFIXES = new Set("老新大小好旧高低首各全多总副主每该某")

/** Ends that are grammatical but weak. */
const SOFT_LAST = new Set("的了着地得")

/** What a line's end costs, pt of the headline's size. */
const COST = {
  /** × how much less likely the words are that way, up to the whole of a word. */
  parting: 1.1,
  wholeWord: 18,
  neverFirst: 24,
  leansBack: 6,
  weakLast: 7,
  softLast: 2.5,
  /** Between a number with its unit and what is counted. */
  counted: 3,
  /** Beside a character that is no word: it belongs to a neighbour, nobody knows to which. */
  stray: 2,
  /** Behind an adverb or what else belongs to the next word. */
  leaning: 4,
  /** Between a verb and what finishes it. */
  finish: 9,
  /** Between two words neither of which opens a predicate: a compound as like as not. */
  compound: 3,
  /** Between a verb and what it does. */
  object: 0.6,
  beforeVerb: -1.5,
  atSpace: -6,
  atMark: -4,
} as const

const BLANK = /^\s$/u
const MARK = /^[，。、；：！？）】》”’…—]$/u

/** The seams of a headline's text in a story. */
export function seamsOf(text: string, cohesion: Cohesion): Seams {
  const { words, parting } = segment(text, cohesion)
  const ending = new Map(words.map((word) => [word.to, word]))
  const beginning = new Map(words.map((word) => [word.from, word]))
  return Array.from({ length: text.length }, (_, at) => {
    if (at === 0) return 0
    const [last, first] = [text[at - 1]!, text[at]!]
    if (BLANK.test(last)) return COST.atSpace
    if (MARK.test(last)) return COST.atMark
    const split = Math.min(COST.wholeWord, COST.parting * Math.max(0, parting[at]!))
    const [before, after] = [ending.get(at), beginning.get(at)]
    // Within a longer word of the story's own, what ends or begins may still be a common word.
    const edges = [before ?? commonWord(text, at - 2), after ?? commonWord(text, at)] as const
    return split + edgeCost(last, first, ...edges) + joinCost(before, after)
  })
}

/** The common word of two characters that begins at an offset, if one does. */
function commonWord(text: string, from: number): Word | undefined {
  const known = from < 0 ? null : knownWord(text.slice(from, from + 2))
  return known ? { from, to: from + 2, kind: known.kind } : undefined
}

function edgeCost(last: string, first: string, before?: Word, after?: Word): number {
  const alone = (word: Word | undefined): boolean =>
    !word || word.to - word.from === 1 || word.kind === "pair"
  const finishes = !before || before.kind === "verb" || alone(before)
  let cost = 0
  if (finishes && alone(after) && FINISHES.has(first)) cost += COST.finish
  if (alone(after) && NEVER_FIRST.has(first)) cost += COST.neverFirst
  else if (alone(after) && LEANS_BACK.has(first)) cost += COST.leansBack
  if (alone(before) && (WEAK_LAST.has(last) || PREFIXES.has(last))) cost += COST.weakLast
  else if (alone(before) && SOFT_LAST.has(last)) cost += COST.softLast
  return cost
}

/** What two words that stand side by side say of a line's end between them. */
function joinCost(before: Word | undefined, after: Word | undefined): number {
  if (!before || !after) return 0
  const stray = (word: Word): boolean => word.kind === "letter" || word.kind === "pair"
  if (before.kind === "leaning") return COST.leaning
  if (after.kind === "verb") return COST.beforeVerb
  if (after.kind === "particle") return 0
  if (before.kind === "number" && after.kind !== "number") return COST.counted
  if (stray(before) || stray(after)) return COST.stray
  if (after.kind === "number") return 0
  return before.kind === "verb" ? COST.object : COST.compound
}
