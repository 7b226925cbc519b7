import { CLASS, isBlank, type CharClass } from "./classes.ts"

/**
 * How strictly marks keep off the edges of lines (避头尾). `loose` is JLREQ's very loose level, for narrow
 * columns: only brackets, commas and full stops keep off.
 * `gb` is GB/T 15834-2011 and the default; `none` is the habit of Hong Kong and Taiwan papers.
 * Source: CLREQ #prohibition_rules_for_line_start_and_line_end.
 */
export type ProhibitLevel = "none" | "loose" | "basic" | "gb" | "strict"

const NO_START: readonly CharClass[] = [
  CLASS.close,
  CLASS.pause,
  CLASS.colon,
  CLASS.stop,
  CLASS.exclaim,
  CLASS.wholeMark,
  CLASS.interpunct,
  CLASS.wideInterpunct,
  CLASS.connector,
  CLASS.longConnector,
  CLASS.solidus,
]

/** What no level but none lets begin a line. Source: JLREQ appendix, very loose */
const NEVER_START: readonly CharClass[] = [
  CLASS.close,
  CLASS.pause,
  CLASS.colon,
  CLASS.stop,
  CLASS.wholeMark,
]

/**
 * True when a mark of this class may not begin a line (避头).
 * `strict` adds —— and ……, which GB only forbids to split.
 * Source: CLREQ #prohibition_rules_for_line_start_and_line_end; GB/T 15834-2011 5.1.1 to 5.1.7, 5.1.9
 */
export function forbidsStart(kind: CharClass, level: ProhibitLevel): boolean {
  if (level === "none") return false
  if (level === "loose") return NEVER_START.includes(kind)
  if (NO_START.includes(kind)) return true
  return level === "strict" && (kind === CLASS.dash || kind === CLASS.ellipsis)
}

/**
 * True when a mark of this class may not end a line (避尾).
 * The solidus joins from `gb` on.
 * Source: CLREQ #prohibition_rules_for_line_start_and_line_end; GB/T 15834-2011 5.1.3, 5.1.9
 */
export function forbidsEnd(kind: CharClass, level: ProhibitLevel): boolean {
  if (level === "none") return false
  if (kind === CLASS.open) return true
  return kind === CLASS.solidus && level !== "basic" && level !== "loose"
}

/**
 * True between two …… in a row, which leave out whole lines of verse or paragraphs: they are one mark
 * of four em, on a line of its own and never parted.
 * Source: typography reference 1.1, four-em ellipsis; GB/T 15834-2011 5.1.5
 */
export function isFourEmEllipsis(before: CharClass, after: CharClass): boolean {
  return before === CLASS.ellipsis && after === CLASS.ellipsis
}

/**
 * True when two neighbouring characters belong together at every level: words, numbers with their
 * decimals, signs and units, and no line begins with a space.
 * Source: CLREQ #prohibition_rules_for_unbreakable_marks; typography reference 1.4.
 */
export function joins(before: CharClass, after: CharClass): boolean {
  if (isBlank(after) || after === CLASS.softHyphen || after === CLASS.smallFigure) return true
  if (before === CLASS.latinOpen || after === CLASS.latinClose) return true
  if (isBlank(before)) return false
  if (after === CLASS.postfix) return inWord(before)
  if (before === CLASS.prefix) return after === CLASS.digit
  if (before === CLASS.connector || before === CLASS.solidus) return after === CLASS.digit
  if (before === CLASS.latinClose) return inWord(after)
  if (before === CLASS.softHyphen) return false
  if (isFourEmEllipsis(before, after)) return true
  return inWord(before) && (inWord(after) || after === CLASS.latinOpen)
}

/**
 * True when a line's end between two characters that belong together divides a word or a number, as
 * a column too narrow for it must, and puts no mark, sign or space where it may not stand.
 */
export function dividesWord(before: CharClass, after: CharClass): boolean {
  if (after === CLASS.space || after === CLASS.tab || after === CLASS.latinClose) return false
  return joins(before, after) && !forbidsEnd(before, "basic") && !forbidsStart(after, "basic")
}

function inWord(kind: CharClass): boolean {
  return (
    kind === CLASS.latin ||
    kind === CLASS.digit ||
    kind === CLASS.letter ||
    kind === CLASS.smallFigure
  )
}

/** A digit, of full width too. */
const DIGIT = /^[0-9０-９]/

/**
 * Whether an offset is inside a number as Chinese writes it beside what Unicode keeps together: between
 * digits of full width, at the points and colons between digits (3．5 3：1 2∶1), and behind a sign of
 * full width. Source: CLREQ #prohibition_rules_for_unbreakable_marks; typography reference 1.4
 */
export function isInNumber(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? "", text[at] ?? ""]
  if (after === "∶") return DIGIT.test(before) && DIGIT.test(text[at + 1] ?? "")
  if (!DIGIT.test(after)) return false
  if (before === "＋" || before === "－" || (before >= "０" && before <= "９")) return true
  return "．：∶".includes(before) && before !== "" && DIGIT.test(text[at - 2] ?? "")
}

/** Signs of units of measure, with prefixes, powers and what they are counted by, such as km/h. */
const UNIT =
  /(?:[‰℃℉]|°[CF]?|[kMGTmcdμnh]?(?:m|g|t|L|W|V|A|J|N|B|Hz|Pa|Wh|mol)|min|h|s|ha|dB|rpm)[²³]?(?:\/[a-z]+[²³]?)?(?![A-Za-z])/y

/** Whether a unit's or a share's sign stands at an offset: it stays on the line of its number, over a space too. */
export function isUnitAt(text: string, at: number): boolean {
  UNIT.lastIndex = at
  return UNIT.test(text)
}
