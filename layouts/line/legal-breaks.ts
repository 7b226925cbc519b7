import { CLASS, classOf, isSmallFigure } from "./classes.ts"
import type { ProhibitLevel } from "./prohibit.ts"
import { unicodeBreaks } from "./unicode-breaks.ts"
import { LB, unicodeClassOf, type UnicodeClass } from "./unicode-class.ts"

/** Units of two: never parted, and each kind is one mark. */
const PAIRED: ReadonlySet<number> = new Set([0x2014, 0x2026, 0x22ef])

/** What Chinese makes of single characters. Source: CLREQ #prohibition_rules_for_line_start_and_line_end */
const CHINESE: ReadonlyMap<number, UnicodeClass> = new Map([
  // Quotation marks open and close; Unicode up to 15 glues them to both neighbours.
  ...[..."“‘"].map((mark) => [mark.codePointAt(0)!, LB.OPE] as const),
  ...[..."”’"].map((mark) => [mark.codePointAt(0)!, LB.CL] as const),
  // Interpuncts and long connectors begin no line.
  ...[..."·‧—～／"].map((mark) => [mark.codePointAt(0)!, LB.NS] as const),
  [0x22ef, LB.IN],
])

/** Classes that keep off a line's edges in Chinese at every level but none. */
const KEPT_OFF: ReadonlySet<UnicodeClass> = new Set<UnicodeClass>([
  LB.CL,
  LB.NS,
  LB.EX,
  LB.IN,
  LB.PO,
  LB.BA,
  LB.OPE,
  LB.QU,
  LB.HY,
  LB.SY,
])

/** Classes that the loose level lets stand at a line's edges. Source: JLREQ appendix, very loose */
const LET_LOOSE: ReadonlySet<UnicodeClass> = new Set<UnicodeClass>([
  LB.EX,
  LB.NS,
  LB.IN,
  LB.PO,
  LB.PR,
])

/**
 * Where the lines of a Chinese text may end: 1 at an offset (UTF-16) before which a line may end by
 * UAX #14, tailored for Chinese as CLREQ has it. `none` lets every mark of Chinese go; `strict` keeps
 * —— and …… off a line's start too, which GB/T 15834-2011 5.1.4 and 5.1.5 only forbid to divide.
 * Source: CLREQ #prohibition_rules_for_line_start_and_line_end; UAX #14 section 8.2
 */
export function legalBreaks(text: string, level: ProhibitLevel): Uint8Array {
  const classes: UnicodeClass[] = []
  const offsets: number[] = []
  let quotes = 0
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at)!
    offsets.push(at)
    if (PAIRED.has(code) && text.charCodeAt(at + 1) === code) {
      classes.push(level === "strict" ? LB.NS : LB.ID, LB.ID)
      offsets.push(at + 1)
      at += 2
      continue
    }
    classes.push(
      code === 0x22 ? straightQuote(text, at, quotes++) : chineseClass(text, at, code, level),
    )
    at += code > 0xffff ? 2 : 1
  }
  const legal = new Uint8Array(text.length + 1)
  const breaks = unicodeBreaks(classes)
  offsets.forEach((offset, k) => (legal[offset] = breaks[k]!))
  legal[text.length] = 1
  return legal
}

/** Straight quotation marks open and close in turn; one before a space opens nothing. */
function straightQuote(text: string, at: number, count: number): UnicodeClass {
  if (count % 2 === 1) return LB.CL
  return unicodeClassOf(text.charCodeAt(at + 1)) === LB.ID ? LB.OP : LB.QU
}

function chineseClass(text: string, at: number, code: number, level: ProhibitLevel): UnicodeClass {
  if (code === 0x2019 && isLetter(text, at - 1) && isLetter(text, at + 1)) return LB.AL
  return code < 0x10000 ? (tableFor(level)[code]! as UnicodeClass) : tailored(code, level)
}

/** Classes below U+10000 by level, made when a level is first asked for. */
const tables = new Map<ProhibitLevel, Uint8Array>()

function tableFor(level: ProhibitLevel): Uint8Array {
  let table = tables.get(level)
  if (!table) {
    table = Uint8Array.from({ length: 0x10000 }, (_, code) => tailored(code, level))
    tables.set(level, table)
  }
  return table
}

function tailored(code: number, level: ProhibitLevel): UnicodeClass {
  const kind = CHINESE.get(code) ?? unicodeClassOf(code)
  if (code >= 0xf0000) return LB.ID
  if (code === 0x2e3a) return level === "strict" ? LB.NS : LB.ID
  if (isSmallFigure(code)) return LB.CM
  if (kind === LB.AI) return LB.ID
  if (level === "none" && KEPT_OFF.has(kind)) return LB.ID
  if (level === "loose" && (LET_LOOSE.has(kind) || kind === LB.CJ)) return LB.ID
  return kind === LB.CJ ? LB.NS : kind
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === CLASS.latin
}
