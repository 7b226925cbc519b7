import table from "../tables/doubles.json" with { type: "json" }
import { isHan } from "./characters.ts"
import { around, savedWithout } from "./leftover.ts"
import { isIdiom } from "./idioms.ts"
import { isSurname, isWord, maybeInName, maybeSurname, parted } from "./lexicon.ts"
import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

const LEGAL = new Set(table.characters.join(""))
const OFFICES = new Set(table.offices)
const PLACES = new Set(table.places)
const OFFICERS = new Set(table.officers)
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
  // 干得/得心应手, 自己/己所不欲, 说的是/是是非非.
  if (isIdiomAt(text, end - 1)) return false
  if (end - from > 2) return FUNCTIONS.has(character) && !LEGAL.has(character)
  if (FUNCTIONS.has(character)) return isWrongFunction(text, from)
  const [before, next, far] = [text[from - 1], text[end], text[end + 1]]
  // AABB, and 一座座.
  if (
    (before === "一" && !isWord(text[from - 2], before)) ||
    (isHan(before) && before === text[from - 2])
  )
    return false
  if (isHan(next) && next === far) return false
  return standsAlone(text, from)
}

/** 的的 and its like, unless the words on one side take one of the two (目的的, 为了了解). */
function isWrongFunction(text: string, from: number): boolean {
  const character = text[from]!
  const [before, next, far] = [text[from - 1], text[from + 2], text[from + 3]]
  // 目的的要求, 受不了了; but 认为为， has nothing that the second one could belong to.
  const taken = isHan(before) && BEFORE[character]?.includes(before!) === true
  if (taken && (isHan(next) || character === "了")) return false
  // 是是非非, 和和美美; 的的确确.
  if (isHan(next) && next === far) return false
  if (maybeInName(text, from) && character !== "的" && character !== "了") return false
  if ("和美对子对联是非".includes(`${character}${next}`)) return false
  if (character === "的") return next !== "士" && next !== "哥"
  if (!isWord(character, next)) return true
  return !isWord(before, character) && isWord(next, far)
}

/**
 * Whether one of the two is left over once the words round them are parted: 推/推动, 支持/持. Where
 * both belong to words (福建/建立) or are one (慢慢/走) they are right. A suffix or a verb may stand
 * by itself before or after a word that has it too (评审组/组长, 工作/作了), and so may a name.
 */
function standsAlone(text: string, from: number): boolean {
  const character = text[from]!
  if (character === "进" && text.startsWith("一步", from + 2)) return true
  if (maybeInName(text, from) || "小阿".includes(text[from - 1] ?? "\u3000")) return false
  const place = around(text, from, from + 2)
  const { stretch, at } = place
  const { ends, cost } = parted(stretch)
  if (!ends.includes(at + 1)) return false
  const [left, right] = [at === 0 || ends.includes(at), ends.includes(at + 2)]
  if (!left && !right) return false
  // 天天/气 is dearer than 天/天气, which everyone writes; 听听/戏 and 听/听戏 are much the same.
  const word = left ? stretch.slice(at + 1, at + 3) : stretch.slice(at - 1, at + 1)
  const slack = parted(word).cost <= COMMON ? 0 : DOUBLE
  if (LEGAL.has(character) && left !== right && cost + slack >= costAround(stretch, at))
    return false
  if (LEGAL.has(character) && right && !left && slack > 0) return false
  if (savedWithout(place, 1) < GAIN) return false
  // Alone on the left: 组/组长.
  if (left && PLACES.has(character)) return right && !isHan(text[from + 2])
  if (left && !right)
    return !(OFFICES.has(character) && OFFICERS.has(text[from + 2]!)) && !isNameEnd(text, from)
  if (left || VERBS.has(character)) return false
  // Alone on the right: 感谢/谢/晋. A name may begin here, unless a longer word follows.
  if (LEGAL.has(character) && !isHan(text[from + 2])) return false
  if (OFFICES.has(character) && OFFICERS.has(text[from + 2] ?? "\u3000")) return false
  const loose = ends.includes(at + 3)
  return !loose || !(OFFICES.has(character) || maybeSurname(character))
}

/** What a double that Chinese says may cost more than the words it would leave in pieces. */
const DOUBLE = 2

/** What an everyday word of two characters costs at most. */
const COMMON = 10

/** What a stretch costs with the double at a place as a word of its own. */
function costAround(stretch: string, at: number): number {
  const parts = [stretch.slice(0, at), stretch.slice(at, at + 2), stretch.slice(at + 2)]
  return parts.reduce((sum, part) => sum + parted(part).cost, 0)
}

/** What a character has to save by going, in the measure of `parted`. */
const GAIN = 5

/** Whether the first of the two may end a name of three characters: 李立新新任. */
function isNameEnd(text: string, from: number): boolean {
  return isSurname(text[from - 2]) && isHan(text[from - 1])
}

/** Whether an idiom begins at a place behind a whole word, or a form such as 是是非非 one before it. */
function isIdiomAt(text: string, at: number): boolean {
  const [a, b, c, d] = text.slice(at - 1, at + 3)
  if (a === b && c === d && isHan(c)) return true
  const before = text[at - 2]
  const belongs = b === "得" ? isHan(before) : isWord(before, b)
  return belongs && isIdiom(text.slice(at, at + 4))
}

function noteOf(text: string, from: number, to: number): Note {
  const [character, words] = [text[from]!, text.slice(from, to)]
  return {
    ...{ rule: "words/doubled-character", from, to, suggest: [character] },
    say: { zh: `“${words}”多了一个“${character}”。`, en: `“${words}”: one ${character} too many.` },
  }
}
