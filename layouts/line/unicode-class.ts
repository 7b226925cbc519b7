import ranges from "./unicode-classes.json" with { type: "json" }

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

/** Classes of the characters below U+10000; read once from the ranges of LineBreak.txt. */
const BASIC = new Uint8Array(0x10000)

/** Ranges above U+FFFF: first, last, class. */
const BEYOND: (readonly [number, number, UnicodeClass])[] = []

for (const [name, list] of Object.entries(ranges)) {
  const kind = LB[name as keyof typeof LB]
  for (const range of list.split(" ")) {
    const [first, last = first] = range.split("-").map((code) => parseInt(code, 16))
    if (first! > 0xffff) BEYOND.push([first!, last!, kind])
    else BASIC.fill(kind, first, last! + 1)
  }
}
for (let code = 0xac00; code <= 0xd7a3; code += 1)
  BASIC[code] = (code - 0xac00) % 28 === 0 ? LB.H2 : LB.H3

/**
 * The line breaking class of a code point: letters of scripts without a rule of their own, and
 * whatever is unknown, are alphabetic (LB1). Source: UAX #14, LineBreak.txt of Unicode 14.
 */
export function unicodeClassOf(code: number): UnicodeClass {
  if (code < 0x10000) return BASIC[code] as UnicodeClass
  return BEYOND.find(([first, last]) => code >= first && code <= last)?.[2] ?? LB.AL
}
