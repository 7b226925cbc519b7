import type { Cohesion } from "./cohesion.ts"
import { knownWord, LONGEST_KNOWN } from "./dictionary.ts"
import { LEANING, LONG_WORDS, THINGS, TITLES, VERBS } from "./lexicon.ts"
import { numberAt } from "./numbers.ts"

/** What a stretch of a headline is taken for. */
export type WordKind =
  "word" | "verb" | "leaning" | "number" | "name" | "letter" | "pair" | "particle" | "blank"

/** One word of a headline, UTF-16 units. */
export interface Word {
  readonly from: number
  readonly to: number
  readonly kind: WordKind
}

/** A headline in words. */
export interface Words {
  /** The likeliest division into words; they tile the text. */
  readonly words: readonly Word[]
  /** At each offset, how much less likely the text is with a word's end there: 0 is at no cost. */
  readonly parting: ArrayLike<number>
}

/** What words cost, so that the cheapest tiling is the likeliest: few words, known ones. */
const COST = {
  /** A known word of two characters; one more character is worth a little. */
  word: 10,
  longer: -0.5,
  /** A word of the dictionary, and its rarity. */
  known: 0,
  /** A single character; one that stands by itself more often than not. */
  letter: 10,
  particle: 7,
  /** Two characters that are no known word: most words have two. */
  pair: 19,
  /** Two characters and what sort of place they are: 瑞河市. */
  place: 17,
  /** A surname and two characters, a surname and one; less behind a title or at the head. */
  name: 19.5,
  shortName: 18.5,
  titled: -3,
  number: 8,
  /** What is not Han: it is never divided here. */
  other: 5,
} as const

/** Characters that are mostly words by themselves. */
const PARTICLES = new Set(
  "的了在和与及是把被将从向对为让使由于以到至又再也都还更最很不未没有这那我他她你等着过",
)

/** Characters that end the names of places and offices. */
const PLACES = new Set("市省县区镇乡村州岛港江河湖湾山站路桥街局厅委院校厂馆队")

/** Common surnames that are seldom anything else at the head of three characters. */
const SURNAMES = new Set(
  "赵钱孙李周吴郑王冯陈褚蒋沈韩杨朱秦许何吕张孔曹魏陶姜戚谢邹喻苏潘葛范彭郎鲁韦苗俞任袁柳鲍史唐薛贺倪汤滕罗毕郝邬卞康伍余顾孟黄穆萧尹姚邵汪祁毛狄臧戴宋庞熊纪舒屈项祝董梁杜阮闵席贾娄江童颜郭梅盛林钟徐邱骆夏蔡田樊胡凌霍虞柯卢莫房裘缪宗邓郁单杭洪诸左崔吉龚程邢裴陆荣翁荀惠甄曲封储靳段焦侯",
)

/** Surnames that are common words too: taken for one only behind a title or at the head. */
const OTHER_SURNAMES = new Set(
  "严金常乐安方石高万丁宣包白于文关叶马龙花雷廖路易齐温成古牛尚武丛游明华",
)

const HAN = /^\p{Script=Han}$/u

/** Longest known word, characters. */
const LONGEST = 8

/** Pairs of a story at least so firm are a word; a chain of them is one. */
const FIRM = 0.5

/** The words of a headline by the house's list, by what its story writes together, and by number and name. */
export function segment(text: string, cohesion: Cohesion): Words {
  const { length } = text
  const after = Array.from({ length }, (_, at) => wordsAt(text, at, cohesion))
  const ahead = new Float64Array(length + 1).fill(Infinity)
  const behind = new Float64Array(length + 1).fill(Infinity)
  const best: Priced[] = []
  ahead[0] = 0
  for (let at = 0; at < length; at += 1)
    for (const word of after[at]!) {
      if (ahead[at]! + word.cost >= ahead[word.to]!) continue
      ahead[word.to] = ahead[at]! + word.cost
      best[word.to] = word
    }
  behind[length] = 0
  for (let at = length - 1; at >= 0; at -= 1)
    for (const word of after[at]!) behind[at] = Math.min(behind[at]!, word.cost + behind[word.to]!)
  const words: Word[] = []
  for (let at = length; at > 0; at = best[at]!.from) words.unshift(best[at]!)
  return { words, parting: ahead.map((cost, at) => cost + behind[at]! - ahead[length]!) }
}

interface Priced extends Word {
  readonly cost: number
}

/** Every word that may begin at an offset. */
function wordsAt(text: string, at: number, cohesion: Cohesion): readonly Priced[] {
  const number = numberAt(text, at)
  if (number > at) return [priced(at, number, "number", COST.number)]
  const character = text[at]!
  if (!HAN.test(character)) return [priced(at, at + otherLength(text, at), "blank", COST.other)]
  const single = PARTICLES.has(character) ? COST.particle : COST.letter
  const alone = PARTICLES.has(character) ? "particle" : "letter"
  const found = [priced(at, at + 1, alone, single)]
  for (let to = at + 2; to <= Math.min(text.length, at + LONGEST); to += 1) {
    const part = text.slice(at, to)
    if (!HAN.test(part.at(-1)!)) break
    const cost = COST.word + COST.longer * (to - at - 2)
    const known = knownWord(part)
    if (LEANING.has(part)) found.push(priced(at, to, "leaning", cost))
    else if (VERBS.has(part)) found.push(priced(at, to, "verb", cost))
    else if (THINGS.has(part) || LONG_WORDS.has(part) || isOwn(text, cohesion, at, to))
      found.push(priced(at, to, "word", cost))
    else if (known) found.push(priced(at, to, known.kind, COST.known + known.rarity))
    else if (to === at + 2) found.push(priced(at, to, "pair", COST.pair))
    else if (to === at + 3 && PLACES.has(part[2]!) && !PARTICLES.has(character))
      found.push(priced(at, to, "word", COST.place))
    if (to > at + 3) continue
    const titled = at === 0 || TITLES.some((title) => text.endsWith(title, at))
    if (!SURNAMES.has(character) && !(titled && OTHER_SURNAMES.has(character))) continue
    const bare = to === at + 2 ? COST.shortName : COST.name
    found.push(priced(at, to, "name", titled ? bare + COST.titled : bare))
  }
  return found
}

function priced(from: number, to: number, kind: WordKind, cost: number): Priced {
  return { from, to, kind, cost }
}

/** Whether a story writes a part of a text as one word of its own. */
function isOwn(text: string, cohesion: Cohesion, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (!firm(cohesion, at)) return false
  return !isTorn(text, cohesion, from) && !isTorn(text, cohesion, to)
}

/** Whether a word's end there would part a common word within what a story writes together. */
function isTorn(text: string, cohesion: Cohesion, at: number): boolean {
  if (!firm(cohesion, at)) return false
  for (let from = at - 1; from >= Math.max(0, at - LONGEST_KNOWN + 1); from -= 1)
    for (let to = at + 1; to <= from + LONGEST_KNOWN; to += 1)
      if (knownWord(text.slice(from, to))) return true
  return false
}

function firm(cohesion: Cohesion, at: number): boolean {
  return (cohesion[at] ?? 0) >= FIRM
}

/** Length of a character that is not Han, in units: pairs of surrogates stay together. */
function otherLength(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}
