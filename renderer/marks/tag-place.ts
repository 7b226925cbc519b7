import type { Box } from "../../layouts/units.ts"

/** A rectangle on the screen, CSS pixels. */
export type Area = Readonly<Record<"x" | "y" | "width" | "height", number>>

/** Height of a tag, and how far it stands off what it belongs to, CSS pixels. */
const HIGH = 17
const OFF = 9

/** A tag that looks for its place. */
export interface Tag {
  readonly wide: number
  /** Whether the foot of its column is bare. */
  readonly bare: boolean
  /** True where text ends at the left of its column, as vertical text does. */
  readonly leftward: boolean
}

/**
 * Where the tag of a column lies, all in CSS pixels of the page: under the column's foot, beside it
 * where its text ends, or on its last line, the first of these that covers nothing else; on the last
 * line at once where that is bare. `others` is what may not be covered; right of the page is desk, which may.
 * Where all cover something the tag lies on its own column.
 */
export function tagPlace(
  column: Area,
  { wide, bare, leftward }: Tag,
  others: readonly Area[],
  page: Pick<Area, "height">,
): Area {
  const right = column.x + column.width
  const foot = column.y + column.height
  const inward = bare ? 0 : OFF
  const x = leftward ? column.x + inward : right - inward - wide
  const own = { x, y: foot - HIGH, width: wide, height: HIGH }
  const off = [
    { ...own, y: foot + 2 },
    { ...own, x: leftward ? column.x - OFF - wide : right + OFF },
  ]
  const places = bare ? [own, ...off] : [...off, own]
  const free = places.find(
    (place) =>
      place.x >= 0 &&
      place.y + place.height <= page.height &&
      !others.some((other) => meets(place, other)),
  )
  return free ?? own
}

/** About how wide words are in a tag, CSS pixels: 12 for an ideograph, 7 for anything else. */
export function tagWidth(words: string): number {
  let width = 12
  for (const character of words) width += character > "\u2E7F" ? 12 : 7
  return width
}

/** A box of the page on the screen; `px` is CSS pixels in a point. */
export function onScreen({ x, y, width, height }: Box, px: number): Area {
  return { x: x * px, y: y * px, width: width * px, height: height * px }
}

function meets(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
