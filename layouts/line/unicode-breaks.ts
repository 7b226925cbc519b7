import { LB, type UnicodeClass } from "./unicode-class.ts"

/** What has been read up to a place where a line might end. */
interface Reading {
  /** Class of the last character that is no combining sign, those resolved into it (LB9). */
  left: UnicodeClass
  /** Class of the last character as it is. */
  last: UnicodeClass
  /** Class in front of a run of spaces that stands here. */
  beforeSpaces: UnicodeClass
  /** Length of the run of regional signs that ends here. */
  regional: number
  /** A Hebrew letter stands before the last character (LB21a). */
  hebrew: boolean
  /** In a number, behind its closing bracket, or in none (LB25, as example 7 of section 8.2 has it). */
  number: "no" | "inside" | "closed"
}

const LETTER: readonly UnicodeClass[] = [LB.AL, LB.HL]
const IDEOGRAPH: readonly UnicodeClass[] = [LB.ID, LB.EB, LB.EM]
const SIGN: readonly UnicodeClass[] = [LB.PR, LB.PO]
const OPEN: readonly UnicodeClass[] = [LB.OP, LB.OPE]
const CLOSE: readonly UnicodeClass[] = [LB.CL, LB.CP, LB.CPE]
const FORCED: readonly UnicodeClass[] = [LB.BK, LB.CR, LB.LF, LB.NL]
const NEVER_BEFORE: readonly UnicodeClass[] = [...CLOSE, LB.EX, LB.IS, LB.SY]
const NEVER_BEFORE_AFTER_SIGNS: readonly UnicodeClass[] = [LB.BA, LB.HY, LB.NS, LB.IN]
const HANGUL: readonly UnicodeClass[] = [LB.JL, LB.JV, LB.JT, LB.H2, LB.H3]
const LEADING: readonly UnicodeClass[] = [LB.JL, LB.JV, LB.H2, LB.H3]

/**
 * Where lines may end by the rules of Unicode: 1 at k when a line may end before character k of the
 * given classes. Place 0 and the end are 0 and 1. Ambiguous and Chinese classes are resolved before.
 * Source: UAX #14 (Unicode 15), LB2 to LB31 with the numbers of example 7.
 */
export function unicodeBreaks(classes: readonly UnicodeClass[]): Uint8Array {
  const breaks = new Uint8Array(classes.length + 1)
  breaks[classes.length] = 1
  const read: Reading = {
    left: LB.BK,
    last: LB.BK,
    beforeSpaces: LB.BK,
    regional: 0,
    hebrew: false,
    number: "no",
  }
  classes.forEach((given, k) => {
    if (given === LB.ID && read.last === LB.ID && read.left === LB.ID) {
      breaks[k] = 1
      return
    }
    const kind = joinsBase(given) && !hasBase(read, k) ? LB.AL : given
    if (k > 0 && !(joinsBase(kind) && hasBase(read, k)))
      breaks[k] = mayBreak(read, kind, classes[k + 1] ?? LB.BK) ? 1 : 0
    advance(read, kind, k)
    read.last = given
  })
  return breaks
}

function joinsBase(kind: UnicodeClass): boolean {
  return kind === LB.CM || kind === LB.ZWJ
}

/** LB9: combining signs belong to what is before them, unless that is a space or the like. */
function hasBase({ last }: Reading, k: number): boolean {
  return k > 0 && last !== LB.SP && last !== LB.ZW && !FORCED.includes(last)
}

function advance(read: Reading, kind: UnicodeClass, k: number): void {
  if (joinsBase(kind) && hasBase(read, k)) return
  if (kind === LB.SP && read.last !== LB.SP) read.beforeSpaces = read.left
  read.number = numberAfter(read, kind)
  read.regional = kind === LB.RI ? read.regional + 1 : 0
  read.hebrew = read.left === LB.HL
  read.left = kind
}

function numberAfter({ number }: Reading, kind: UnicodeClass): Reading["number"] {
  if (kind === LB.NU) return "inside"
  if (number === "inside" && (kind === LB.SY || kind === LB.IS)) return "inside"
  return number === "inside" && CLOSE.includes(kind) ? "closed" : "no"
}

/** Answers for two classes side by side that nothing before or after them can change: 1 yes, 2 no. */
const answers = new Uint8Array(64 * 64)

function mayBreak(read: Reading, right: UnicodeClass, next: UnicodeClass): boolean {
  const { left, last, number, hebrew } = read
  const plain = last === left && number === "no" && !hebrew && left !== LB.SP && left !== LB.RI
  if (!plain || left === LB.PR || left === LB.PO) return decide(read, right, next)
  const pair = left * 64 + right
  answers[pair] ||= decide(read, right, next) ? 1 : 2
  return answers[pair] === 1
}

function decide(read: Reading, right: UnicodeClass, next: UnicodeClass): boolean {
  const { left, hebrew } = read
  const hard = hardRule(read, right)
  if (hard !== null) return hard
  if (right === LB.QU || left === LB.QU) return false
  if (left === LB.CB || right === LB.CB) return true
  if (NEVER_BEFORE_AFTER_SIGNS.includes(right) || left === LB.BB) return false
  if (hebrew && (left === LB.HY || left === LB.BA)) return false
  if (left === LB.SY && right === LB.HL) return false
  return !(inNumber(read, right, next) || inWord(read, right) || inSyllable(left, right))
}

/** LB4 to LB18: ends of lines, spaces, word joiners, brackets over spaces; null when none decides. */
function hardRule({ left, last, beforeSpaces }: Reading, right: UnicodeClass): boolean | null {
  if (left === LB.CR && right === LB.LF) return false
  if (FORCED.includes(left)) return true
  if (FORCED.includes(right) || right === LB.SP || right === LB.ZW) return false
  const base = left === LB.SP ? beforeSpaces : left
  if (base === LB.ZW) return true
  if (last === LB.ZWJ || right === LB.WJ || left === LB.WJ || left === LB.GL) return false
  if (right === LB.GL && left !== LB.SP && left !== LB.BA && left !== LB.HY) return false
  if (NEVER_BEFORE.includes(right) || OPEN.includes(base)) return false
  if (base === LB.QU && OPEN.includes(right)) return false
  if (CLOSE.includes(base) && right === LB.NS) return false
  if (base === LB.B2 && right === LB.B2) return false
  return left === LB.SP ? true : null
}

/** LB23, LB25: figures with their signs, points and units. */
function inNumber({ left, number }: Reading, right: UnicodeClass, next: UnicodeClass): boolean {
  if (right === LB.NU)
    return [LB.NU, LB.HY, ...OPEN, ...SIGN, ...LETTER].includes(left) || number === "inside"
  if (left === LB.NU && LETTER.includes(right)) return true
  if (SIGN.includes(right)) return number !== "no"
  return SIGN.includes(left) && next === LB.NU && (OPEN.includes(right) || right === LB.HY)
}

/** LB23a, LB24, LB28 to LB30b: words, prices and percentages, flags. */
function inWord(read: Reading, right: UnicodeClass): boolean {
  const { left, regional } = read
  if (left === LB.PR && IDEOGRAPH.includes(right)) return true
  if (IDEOGRAPH.includes(left) && right === LB.PO) return true
  if (SIGN.includes(left) && LETTER.includes(right)) return true
  if (LETTER.includes(left) && SIGN.includes(right)) return true
  if ((LETTER.includes(left) || left === LB.IS) && LETTER.includes(right)) return true
  if ((LETTER.includes(left) || left === LB.NU) && right === LB.OP) return true
  if (left === LB.CP && (LETTER.includes(right) || right === LB.NU)) return true
  if (right === LB.RI && left === LB.RI) return regional % 2 === 1
  return left === LB.EB && right === LB.EM
}

/** LB26, LB27: Korean syllables. */
function inSyllable(left: UnicodeClass, right: UnicodeClass): boolean {
  if (left === LB.JL) return LEADING.includes(right) || right === LB.PO
  if (left === LB.JV || left === LB.H2) return right === LB.JV || right === LB.JT || right === LB.PO
  if (left === LB.JT || left === LB.H3) return right === LB.JT || right === LB.PO
  return left === LB.PR && HANGUL.includes(right)
}
