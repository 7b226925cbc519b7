import { rangeAt, readRanges } from "./code-ranges.ts"
import table from "./unicode-classes.json" with { type: "json" }

/**
 * Line breaking classes of Unicode, as small numbers. `OPE` and `CPE` are the brackets of East Asian
 * width, which LB30 leaves out. Ambiguous symbols (AI) are here under their own name: a paragraph's
 * language decides what they are. Source: UAX #14, table 1.
 */
export const LB = {
  AL: 0,
  AI: 1,
  B2: 2,
  BA: 3,
  BB: 4,
  BK: 5,
  CB: 6,
  CJ: 7,
  CL: 8,
  CM: 9,
  CP: 10,
  CPE: 11,
  CR: 12,
  EB: 13,
  EM: 14,
  EX: 15,
  GL: 16,
  H2: 17,
  H3: 18,
  HL: 19,
  HY: 20,
  ID: 21,
  IN: 22,
  IS: 23,
  JL: 24,
  JT: 25,
  JV: 26,
  LF: 27,
  NL: 28,
  NS: 29,
  NU: 30,
  OP: 31,
  OPE: 32,
  PO: 33,
  PR: 34,
  QU: 35,
  RI: 36,
  SP: 37,
  SY: 38,
  WJ: 39,
  ZW: 40,
  ZWJ: 41,
} as const

export type UnicodeClass = (typeof LB)[keyof typeof LB]

/** Ranges that are not alphabetic. */
const RANGES = readRanges(table)

/** Classes of the characters below U+10000. */
const BASIC = new Uint8Array(0x10000)

for (const { first, last, name } of RANGES)
  if (last < 0x10000) BASIC.fill(LB[name as keyof typeof LB], first, last + 1)

for (let code = 0xac00; code <= 0xd7a3; code += 1)
  BASIC[code] = (code - 0xac00) % 28 === 0 ? LB.H2 : LB.H3

/**
 * The line breaking class of a code point: letters of scripts without a rule of their own, and
 * whatever is unknown, are alphabetic (LB1). Source: UAX #14, LineBreak.txt of Unicode 15.
 */
export function unicodeClassOf(code: number): UnicodeClass {
  if (code < 0x10000) return BASIC[code] as UnicodeClass
  const range = rangeAt(RANGES, code)
  return range ? LB[range.name as keyof typeof LB] : LB.AL
}
