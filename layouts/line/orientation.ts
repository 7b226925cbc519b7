import ranges from "./orientations.json" with { type: "json" }

/**
 * How a character stands in vertical text: upright (U), turned clockwise (R), upright with a form of
 * its own (Tu), or with a form of its own and else turned (Tr).
 */
export type Orientation = "U" | "R" | "Tu" | "Tr"

/** First and last code of each range that is not R, by rising code. */
const RANGES = Object.entries(ranges)
  .flatMap(([name, list]) =>
    list.split(" ").map((range) => {
      const [first, last = first] = range.split("-").map((code) => parseInt(code, 16))
      return { first: first!, last: last!, orientation: name as Orientation }
    }),
  )
  .toSorted((a, b) => a.first - b.first)

/** The orientation of a code point. Source: UAX #50, VerticalOrientation.txt of Unicode 14 */
export function orientationOf(code: number): Orientation {
  if (code >= 0x4e00 && code <= 0x9fff) return "U"
  let low = 0
  let high = RANGES.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (RANGES[middle]!.last < code) low = middle + 1
    else high = middle
  }
  const found = RANGES[low]
  return found && found.first <= code ? found.orientation : "R"
}
