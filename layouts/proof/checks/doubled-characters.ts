import table from "../tables/doubles.json" with { type: "json" }
import { isHan } from "./characters.ts"
import { isSurname, isWord, maybeInName, maybeSurname } from "./lexicon.ts"
import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

const LEGAL = new Set(table.characters.join(""))
const NOUNS = new Set(table.nouns)
const OFFICES = new Set(table.offices)
const FUNCTIONS = new Set(table.functions)
const BEFORE: Readonly<Record<string, string>> = table.before
/** Verbs of one character, which may follow a word that ends in them: 工作作了部署. */
const VERBS = new Set(table.verbs)
const NUMERALS = "〇零一二三四五六七八九十百千万亿两几"

/**
 * Characters that stand twice by mistake (的的, 支支持). A double is right that Chinese says (人人),
 * that parts two words (福建建立, 统战部部长), that is half of an AABB (家家户户), or that may be in
 * a name (李莉莉). Where neither neighbour makes a word with it nothing is said: it may be foreign.
 */
export function doubledCharacters(text: string, masks: Masks): readonly Note[] {
  const notes: Note[] = []
  for (let i = 0; i + 1 < text.length; i += 1) {
    const character = text[i]!
    if (character !== text[i + 1] || !isHan(character) || masks.title[i] === 1) continue
    let end = i + 2
    while (text[end] === character) end += 1
    if (isWrong(text, i, end)) notes.push(noteOf(text, i, end))
    i = end - 1
  }
  return notes
}

function isWrong(text: string, from: number, end: number): boolean {
  const character = text[from]!
  if (NUMERALS.includes(character)) return false
  if (end - from > 2) return FUNCTIONS.has(character) && !LEGAL.has(character)
  if (FUNCTIONS.has(character)) return isWrongFunction(text, from)
  const [before, next, far] = [text[from - 1], text[end], text[end + 1]]
  // AABB, and 一座座.
  if (before === "一" || (isHan(before) && before === text[from - 2])) return false
  if (isHan(next) && next === far) return false
  if (LEGAL.has(character)) return isWrongNoun(text, from)
  return isWrongWord(text, from)
}

/** 的的 and its like, unless the words on one side take one of the two (目的的, 为了了解). */
function isWrongFunction(text: string, from: number): boolean {
  const character = text[from]!
  const [before, next, far] = [text[from - 1], text[from + 2], text[from + 3]]
  if (isHan(before) && BEFORE[character]?.includes(before!) === true) return false
  // 是是非非, 和和美美; 的的确确.
  if (isHan(next) && next === far) return false
  if (maybeInName(text, from) && character !== "的" && character !== "了") return false
  if ("和美对子对联是非".includes(`${character}${next}`)) return false
  if (character === "的") return next !== "士" && next !== "哥"
  if (!isWord(character, next)) return true
  return !isWord(before, character) && isWord(next, far)
}

/** A noun that may be doubled, before a word of its own: 人人民群众. */
function isWrongNoun(text: string, from: number): boolean {
  const character = text[from]!
  const [before, next, far] = [text[from - 1], text[from + 2], text[from + 3]]
  if (!NOUNS.has(character) || !isWord(character, next) || !isHan(far)) return false
  if (isWord(before, character) || isWord(next, far) || OFFICES.has(character)) return false
  return !"人手心都有不要能会可在".includes(next!) && !maybeInName(text, from)
}

/** A character that begins or ends a word on one side only: 支支持, 支持持续地. */
function isWrongWord(text: string, from: number): boolean {
  const character = text[from]!
  const [before, next, far] = [text[from - 1], text[from + 2], text[from + 3]]
  const [ends, begins] = [isWord(before, character), isWord(character, next)]
  if (character === "进" && text.startsWith("一步", from + 2)) return true
  if (ends === begins || maybeInName(text, from) || "小阿".includes(before ?? "　")) return false
  if (begins) return !OFFICES.has(character) && !(isSurname(text[from - 2]) && isHan(before))
  if (OFFICES.has(character) || VERBS.has(character) || maybeSurname(character)) return false
  return !isHan(next) || "的了和在是与等，。、".includes(next!) || isWord(next, far)
}

function noteOf(text: string, from: number, to: number): Note {
  const [character, words] = [text[from]!, text.slice(from, to)]
  return {
    ...{ rule: "words/doubled-character", from, to, suggest: [character] },
    say: { zh: `“${words}”多了一个“${character}”。`, en: `“${words}”: one ${character} too many.` },
  }
}
