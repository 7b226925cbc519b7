import table from "../tables/doubles.json" with { type: "json" }
import { isHan } from "./characters.ts"
import { around, savedWithout } from "./leftover.ts"
import { isWord, maybeInName } from "./lexicon.ts"
import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

const LEGAL = new Set(table.words.flatMap((row) => row.split(" ")))

/** Longest words that are looked for twice in a row, in characters. */
const LONGEST = 12

/** Shortest clause whose repetition is no figure of speech, in characters. */
const CLAUSE = 8

/**
 * Words that stand twice in a row (知识知识, 进行进行), but no ABAB that Chinese says (讨论讨论,
 * 一步一步), no sounds and no names, and clauses that come twice (…，…，).
 */
export function doubledWords(text: string, masks: Masks): readonly Note[] {
  const notes: Note[] = []
  for (let i = 0; i < text.length; i += 1) {
    const length = doubledAt(text, i)
    if (length === 0) continue
    const word = text.slice(i, i + length)
    if (masks.title[i] === 0 && !isLegal(text, i, length)) {
      notes.push({
        ...{ rule: "words/doubled-word", from: i, to: i + 2 * length, suggest: [word] },
        say: { zh: `“${word}”重复。`, en: `“${word}” stands twice.` },
      })
    }
    i += 2 * length - 1
  }
  return [...notes, ...doubledClauses(text)]
}

/** Length of the word that stands twice from here on; 0 when none does. The longest wins. */
function doubledAt(text: string, at: number): number {
  let run = 0
  while (run < 2 * LONGEST && isHan(text[at + run])) run += 1
  for (let length = run >> 1; length >= 2; length -= 1) {
    let same = 0
    while (same < length && text[at + same] === text[at + length + same]) same += 1
    if (same === length) return length
  }
  return 0
}

function isLegal(text: string, at: number, length: number): boolean {
  const word = text.slice(at, at + length)
  const [first, second] = [word[0]!, word[1]!]
  if (first === second && new Set(word).size === 1) return true
  if ("一几半两多每越又再边很太真好".includes(first)) return true
  if (text[at - 1] === "一" || LEGAL.has(word)) return true
  // A third time is emphasis or a sound.
  if (text.startsWith(word, at + 2 * length) || text.slice(at - length, at) === word) return true
  if (length > 2) return false
  if (isSound(first) && isSound(second)) return true
  // 不是不, 来了来: the second half belongs to another word.
  const far = at + 2 * length
  if ("了着过不".includes(second) || "不没有是".includes(first)) return true
  const ends = isWord(text[at - 1], first) && isWord(word[1], first)
  const begins = isWord(second, text[far]) && isWord(second, first)
  if (ends || begins) return true
  if (maybeInName(text, at)) return true
  return !isWord(first, second) && savedWithout(around(text, at, far), 2) < GAIN
}

/** What two characters that are no word have to save by going, in the measure of `parted`. */
const GAIN = 12

/** Whether a character is written with the mouth radical, as most sounds are. */
function isSound(character: string): boolean {
  return character >= "叨" && character <= "囔"
}

/** A clause of some length that the next one repeats word by word. */
function doubledClauses(text: string): readonly Note[] {
  const notes: Note[] = []
  let [start, before, beforeStart] = [0, "", 0]
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && !"，。；！？".includes(text[i]!)) continue
    const clause = text.slice(start, i)
    if (clause.length >= CLAUSE && clause === before && isHan(clause[0])) {
      notes.push({
        ...{ rule: "words/doubled-clause", from: beforeStart, to: i, suggest: [clause] },
        say: { zh: `“${clause}”连着出现两次。`, en: `“${clause}” stands twice in a row.` },
      })
    }
    ;[before, beforeStart] = [clause, start]
    start = i + 1
  }
  return notes
}
