/** A run of code points that Unicode's tables give one property. */
export interface CodeRange {
  readonly first: number
  readonly last: number
  /** The property's name. */
  readonly name: string
}

/** The ranges of a table `{ name: "a7-a8 aa" }`, codes in hex, by rising code. */
export function readRanges(table: Readonly<Record<string, string>>): readonly CodeRange[] {
  return Object.entries(table)
    .flatMap(([name, list]) =>
      list.split(" ").map((range) => {
        const [first, last = first] = range.split("-").map((code) => parseInt(code, 16))
        return { first: first!, last: last!, name }
      }),
    )
    .toSorted((a, b) => a.first - b.first)
}

/** The range that holds a code point; undefined outside of all. */
export function rangeAt(ranges: readonly CodeRange[], code: number): CodeRange | undefined {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.last < code) low = middle + 1
    else high = middle
  }
  const found = ranges[low]
  return found && found.first <= code ? found : undefined
}
