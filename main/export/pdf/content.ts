import type { DisplayList, Item, Push } from "../../../layouts/display/list.ts"
import { NEW_PEN, restore, save } from "./easel.ts"
import type { Easel, PlacedPicture } from "./easel.ts"
import { paintImage } from "./images.ts"
import { pressInks } from "./inks.ts"
import { factor, lengths } from "./numbers.ts"
import type { PictureBytes } from "./order.ts"
import { paintFill, paintStroke, rectangle } from "./paths.ts"
import type { Reading } from "./reading.ts"
import { onSheet } from "./sheet.ts"
import type { Sheet } from "./sheet.ts"
import { beginTagging, endMarks, markItem } from "./tagging.ts"
import { paintGlyphs } from "./text.ts"
import type { Typecase } from "./typecase.ts"

/** A painted page: its operators, and the fonts and pictures that they name. */
export interface PageContent {
  readonly operators: string
  readonly fonts: ReadonlySet<string>
  readonly pictures: ReadonlyMap<string, PlacedPicture>
}

/** What the items of a list are painted with. */
export interface Paints {
  readonly typecases: ReadonlyMap<string, Typecase>
  readonly picture: (id: string) => PictureBytes | null
  /** Where the file's reading order is gathered; null for a file without tags. */
  readonly reading: Reading | null
}

/**
 * Paints a page's items, one after another in the order of the list, which is the reading order.
 * Lengths are turned from y down to y up number by number; text under a mirrored matrix would print
 * the same and read wrong in half the programs that open it.
 */
export function paintPage(
  list: DisplayList,
  sheet: Sheet,
  { reading, ...paints }: Paints,
): PageContent {
  const easel: Easel = {
    sheet,
    inks: pressInks(list.inks),
    ...paints,
    operators: [],
    saved: [],
    pen: NEW_PEN,
    fonts: new Set(),
    pictures: new Map(),
  }
  const tagging = reading && beginTagging(reading, sheet, easel.operators)
  for (const item of list.items) {
    if (tagging) markItem(tagging, item)
    paintItem(easel, item)
  }
  if (tagging) endMarks(tagging)
  if (easel.saved.length > 0) throw new Error("the display list pushes what it never pops")
  return { operators: easel.operators.join("\n"), fonts: easel.fonts, pictures: easel.pictures }
}

function paintItem(easel: Easel, item: Item): void {
  switch (item.kind) {
    case "push":
      return pushMatrix(easel, item)
    case "pop":
      return restore(easel)
    case "glyphs":
      return paintGlyphs(easel, item)
    case "fill":
      return paintFill(easel, item)
    case "stroke":
      return paintStroke(easel, item)
    case "image":
      return paintImage(easel, item)
    case "tag":
      return
  }
}

/** Saves the state, then moves to the matrix and clips there. */
function pushMatrix(easel: Easel, item: Push): void {
  save(easel)
  const [a, b, c, d, e, f] = onSheet(easel.sheet, item.matrix)
  const still = a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0
  if (!still) {
    easel.operators.push(`${[a, b, c, d].map(factor).join(" ")} ${lengths(e, f)} cm`)
  }
  if (item.clip !== null) easel.operators.push(`${rectangle(easel.sheet, item.clip)} re W n`)
}
