import type { Paragraph } from "../../layouts/issue/article.ts"
import { stylesheetFor, type ParagraphStyle } from "../../layouts/issue/style.ts"
import type { ParagraphLook, Span, SpanLook } from "../../layouts/issue/text-look.ts"
import { pt } from "../../layouts/units.ts"
import { SIZE } from "../build/type.ts"
import { diceOf, type Dice } from "./dice.ts"

/** A paragraph and what it is set in. */
export interface FuzzCase {
  readonly paragraph: Paragraph
  readonly style: ParagraphStyle
  /** Column width, 字 of the body. */
  readonly measure: number
  /** Whether its lines run down the page. */
  readonly vertical: boolean
}

const BODY = stylesheetFor(SIZE).body

const HAN =
  "瑞河市的港口在清晨六点开航两岸茶园层叠而上老桥新灯相望铁路工厂汽笛声声渔船归来人们沿江散步"
const MARKS = "，。、；：！？“”‘’（）《》〈〉「」『』【】〔〕［］｛｝·・‧—…～–-/／⸺⋯‼⁇％‰℃￥№＄"
const ASCII = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
const LATIN = ["a", "GPS", "Wi-Fi", "It’s", "OpenType", "Donaudampfschifffahrt", "naïve", "δρόμος"]
const NUMBERS = [
  "7",
  "2026",
  "12.6%",
  "1,400",
  "8:30",
  "38℃",
  "￥25",
  "№7",
  "2,300.50",
  "1/3",
  "-4",
]
const PAIRS = ["——", "……", "⋯⋯", "！？", "？？", "！！！", "。”", "”“", "》《", "），（"]
const RARE = [
  "𠮷",
  "㐀",
  "𪚥",
  "鿿",
  "ﬀ",
  "⿰",
  "〇",
  "々",
  "㈱",
  "①",
  "㎡",
  "가",
  "あ",
  "ァ",
  "ー",
]
const EMOJI = ["😀", "👨‍👩‍👧", "🇨🇳", "👍🏽", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"]
const FOREIGN = ["שלום", "مرحبا", "ไทย", "हिन्दी", "བོད", "ᠮᠣᠩᠭᠣᠯ"]
const SIGNS = ["\u0301", "\u20dd", "\ufe0f", "\ufe00", "\u200d", "\u{e0100}", "\u3099"]
const BLANKS = [" ", "  ", "\u3000", "\u00a0", "\u2009", "\t", "\u200b", "\u2060", "\u00ad"]
const CONTROLS = [
  "\n",
  "\r\n",
  "\u0000",
  "\u0007",
  "\u001b",
  "\u0085",
  "\u2028",
  "\u202e",
  "\u2067",
]
const BROKEN = ["\ud800", "\udfff", "\ufffe", "\uffff", "\ue000", "\ufffc", "\ufffd"]
const ADDRESSES = ["https://www.ruihe.example/a/b?c=1", "bj@ruihe.example", "www.x.example"]
const LISTS = [LATIN, NUMBERS, PAIRS, RARE, EMOJI, FOREIGN, SIGNS, BLANKS, CONTROLS, BROKEN]

/** What a paragraph is mostly made of, so that runs of one kind come up as well as mixtures. */
type Kind = "news" | "marks" | "words" | "anything" | "one"

const KINDS: readonly Kind[] = ["news", "news", "news", "marks", "words", "anything", "one"]

/** The paragraph of this number in a run: text, first-line indent, marks, breaks, spans, measure. */
export function fuzzCase(seed: number, index: number): FuzzCase {
  const dice = diceOf(seed, index)
  const text = textOf(dice)
  return {
    paragraph: paragraphOf(dice, text),
    style: styleOf(dice),
    measure: 3 + dice.throw(58),
    vertical: dice.oneIn(4),
  }
}

/** Up to 400 UTF-16 units; short ones come up often. */
function textOf(dice: Dice): string {
  const length = dice.oneIn(4) ? dice.throw(24) : dice.throw(401)
  const kind = dice.pick(KINDS)
  const only = dice.pick(LISTS.flat())
  let text = ""
  while (text.length < length) {
    const more = kind === "one" && !dice.oneIn(8) ? only : pieceOf(dice, kind)
    if (text.length + more.length > 400) break
    text += more
  }
  return text
}

function pieceOf(dice: Dice, kind: Kind): string {
  const throws = dice.throw(100)
  if (kind === "marks") return throws < 70 ? dice.pick([...MARKS]) : hanOf(dice)
  if (kind === "words" && throws < 70)
    return `${dice.pick(throws < 50 ? LATIN : NUMBERS)}${dice.pick(["", " ", " "])}`
  if (kind === "anything" && throws < 70) return dice.pick(dice.pick(LISTS))
  if (throws < 60) return hanOf(dice)
  if (throws < 80) return dice.pick([...MARKS])
  if (throws < 83) return dice.pick([...ASCII])
  if (throws < 84) return dice.pick(ADDRESSES)
  return dice.pick(dice.pick([LATIN, NUMBERS, PAIRS, RARE, BLANKS]))
}

function hanOf(dice: Dice): string {
  const from = dice.throw(HAN.length)
  return HAN.slice(from, from + 1 + dice.throw(9))
}

function paragraphOf(dice: Dice, text: string): Paragraph {
  const breaks = dice.oneIn(5) ? [dice.throw(400), dice.throw(400)] : []
  const columnBreaks = [...new Set(breaks)]
    .filter((offset) => offset > 0 && offset < text.length)
    .sort((a, b) => a - b)
    .map((offset) => ({ offset, before: "", after: "" }))
  const dateline = dice.oneIn(6) ? dice.throw(12) : 0
  const plain = { role: "body" as const, text, columnBreaks, dateline }
  const spanned = dice.oneIn(3) ? { ...plain, spans: spansOf(dice, text.length) } : plain
  return dice.oneIn(4) ? { ...spanned, look: lookOf(dice) } : spanned
}

/** Stretches with looks of their own, none over another; some touch. */
function spansOf(dice: Dice, length: number): readonly Span[] {
  const spans: Span[] = []
  for (let from = dice.throw(40); from < length;) {
    const to = Math.min(length, from + 1 + dice.throw(dice.pick([3, 30])))
    spans.push({ from, to, ...spanLookOf(dice) })
    from = dice.oneIn(3) ? to : to + dice.throw(60)
  }
  return spans
}

/** One thing that characters can bear, or two. */
function spanLookOf(dice: Dice): SpanLook {
  const look = dice.pick<() => SpanLook>([
    () => ({ size: pt(6 + dice.throw(20)) }),
    () => ({ tracking: (dice.throw(30) - 5) / 100 }),
    () => ({ emphasis: "dot" }),
    () => ({ line: dice.pick(["name", "title"]), lineItem: dice.throw(3) }),
    () => ({ script: dice.pick(["super", "sub", "fraction"]) }),
    () => ({ ruby: rubyOf(dice), rubyItem: dice.throw(3) }),
    () => ({ family: dice.pick(["kai", "hei", "fang"]) }),
  ])()
  return dice.oneIn(6) ? { ...spanLookOf(dice), ...look } : look
}

/** Readings, one a character or over all of it, long ones among them. */
function rubyOf(dice: Dice): string {
  const count = 1 + dice.throw(4)
  const readings = Array.from({ length: count }, () =>
    dice.pick(["ruì", "hé", "zhuàng", "à", "か"]),
  )
  return readings.join(dice.pick([" ", "", "  "]))
}

function lookOf(dice: Dice): ParagraphLook {
  return dice.pick<() => ParagraphLook>([
    () => ({ drop: 2 + dice.throw(5) }),
    () => ({ drop: 2, indent: 0 }),
    () => ({ tabs: dice.pick(["6l", "4l 12.5r.", "3c 9d 20r", "0.5l"]) }),
    () => ({ division: dice.pick(["hyphen", "none"]) }),
    () => ({ uprightDigits: 1 + dice.throw(4) }),
    () => ({ readings: dice.pick(["gap", "open"]) }),
    () => ({ marks: dice.pick(["usual", "whole", "edges", "kaiming", "half", "cct", "grid"]) }),
    () => ({ level: dice.pick(["none", "basic", "gb", "strict"]) }),
    () => ({ size: pt(6 + dice.throw(12)), tracking: dice.throw(10) / 100 }),
  ])()
}

function styleOf(dice: Dice): ParagraphStyle {
  return {
    ...BODY,
    indent: dice.pick([0, 1, 2, 2]),
    align: dice.pick(["justify", "justify", "left", "right"]),
    level: dice.pick(["none", "basic", "gb", "gb", "strict"]),
    endMarks: dice.pick(["half", "fit", "fit", "hang"]),
    digits: dice.pick(["half", "half", "own"]),
    autospace: dice.oneIn(3),
  }
}
