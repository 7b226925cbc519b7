import { rangeAt, readRanges } from "./code-ranges.ts"
import table from "./orientations.json" with { type: "json" }

/**
 * How a character stands in vertical text: upright (U), turned clockwise (R), upright with a form of
 * its own (Tu), or with a form of its own and else turned (Tr).
 */
export type Orientation = "U" | "R" | "Tu" | "Tr"

/** Ranges that are not R. */
const RANGES = readRanges(table)

/** The orientation of a code point. Source: UAX #50, VerticalOrientation.txt of Unicode 15 */
export function orientationOf(code: number): Orientation {
  if (code >= 0x4e00 && code <= 0x9fff) return "U"
  return (rangeAt(RANGES, code)?.name ?? "R") as Orientation
}
