import idioms from "../tables/idioms.json" with { type: "json" }
import sounds from "../tables/sounds.json" with { type: "json" }
import { isHan } from "./characters.ts"
import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

/** Idioms that a slip is mended to; the rarer ones only keep their own form from being one. */
const COMMON: readonly string[] = idioms.common.flatMap((row) => row.split(" "))

/** What is built once, at the first search. */
interface Book {
  readonly known: ReadonlySet<string>
  /** The idiom by its other three characters, led by the place of the missing one. */
  readonly gaps: ReadonlyMap<string, string>
  /** The syllables of a character, tones left out. */
  readonly sounds: ReadonlyMap<string, readonly string[]>
}

let book: Book | null = null

/**
 * Idioms with one character that sounds alike but is another (再接再励 for 再接再厉). A form that is
 * itself an idiom, and puns in a title's or in quotation marks of their own, are left alone.
 */
export function slippedIdioms(text: string, masks: Masks): readonly Note[] {
  const { known, gaps, sounds: spoken } = (book ??= readBook())
  const notes: Note[] = []
  for (let i = 0; i + 4 <= text.length; i += 1) {
    if (!isHan(text[i + 3])) {
      i += 3
      continue
    }
    const words = text.slice(i, i + 4)
    if (known.has(words)) {
      i += 3
      continue
    }
    const right = slipOf(words, gaps, spoken)
    if (right === null || masks.title[i] === 1 || isPun(text, i)) continue
    notes.push({
      ...{ rule: "words/idiom", from: i, to: i + 4, suggest: [right] },
      say: { zh: `“${words}”应为“${right}”。`, en: `${words} is written ${right}.` },
    })
    i += 3
  }
  return notes
}

/** Whether four characters are an idiom as it is written. */
export function isIdiom(words: string): boolean {
  return words.length === 4 && (book ??= readBook()).known.has(words)
}

function slipOf(words: string, gaps: Book["gaps"], spoken: Book["sounds"]): string | null {
  for (let at = 0; at < 4; at += 1) {
    const right = gaps.get(`${at}${words.slice(0, at)}${words.slice(at + 1)}`)
    if (right !== undefined && alike(words[at]!, right[at]!, spoken)) return right
  }
  return null
}

function alike(a: string, b: string, spoken: Book["sounds"]): boolean {
  const others = spoken.get(b) ?? []
  return (spoken.get(a) ?? []).some((one) => others.includes(one))
}

/** Four characters that stand alone in quotation marks are a play on words. */
function isPun(text: string, at: number): boolean {
  return "“‘".includes(text[at - 1] ?? "　") && "”’".includes(text[at + 4] ?? "　")
}

function readBook(): Book {
  const rare = idioms.rare.flatMap((row) => row.split(" "))
  const gaps = new Map<string, string>()
  for (const idiom of COMMON)
    for (let at = 0; at < 4; at += 1) {
      const key = `${at}${idiom.slice(0, at)}${idiom.slice(at + 1)}`
      if (!gaps.has(key)) gaps.set(key, idiom)
    }
  const spoken = new Map<string, string[]>()
  for (const row of sounds) {
    const [syllable, characters] = row.split(" ")
    for (const one of characters!) spoken.set(one, [...(spoken.get(one) ?? []), syllable!])
  }
  return { known: new Set([...COMMON, ...rare]), gaps, sounds: spoken }
}
