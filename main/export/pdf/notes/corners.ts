import type { Note } from "../../../../layouts/display/notes.ts"
import type { Box } from "../../../../layouts/units.ts"
import { thousandth } from "../numbers.ts"
import { across, up, type Corners, type Sheet } from "../sheet.ts"

/** Half the width of a caret, em; side of a slip of paper that has no place of its own, pt. */
const CARET = 0.3
const SLIP = 12

/** Turns what counts down from the trim into what counts up the sheet. */
function onSheet(sheet: Sheet, { x, y, width, height }: Box): Corners {
  return [across(sheet, x), up(sheet, y + height), across(sheet, x + width), up(sheet, y)]
}

/** The rectangle of a note: all that is drawn of it, and its place. */
export function cornersOf(sheet: Sheet, note: Note): Corners {
  const { outlines, width } = note.look
  const points = outlines.flatMap((path) =>
    path.flatMap(([, ...numbers]) => {
      const pairs: Corners[] = []
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        const [x, y] = [across(sheet, numbers[i]!), up(sheet, numbers[i + 1]!)]
        pairs.push([x - width, y - width, x + width, y + width])
      }
      return pairs
    }),
  )
  const places = note.boxes.map((box) => placed(sheet, note, box))
  return round(joined([...points, ...places]))
}

function placed(sheet: Sheet, { kind }: Note, box: Box): Corners {
  const corners = onSheet(sheet, box)
  if (kind === "Caret") return caretIn(corners, box)
  if (kind !== "Text" || (box.width > 0 && box.height > 0)) return corners
  const [left, , , top] = corners
  return [left, top - SLIP, left + SLIP, top]
}

/** A point of vertical text has no height: its caret lies across the column. */
function caretIn([left, foot, right, top]: Corners, { width, height }: Box): Corners {
  if (height === 0) return [left, foot - CARET * width, right, top + CARET * width]
  return [left - CARET * height, foot, left + CARET * height, top]
}

/** What the kinds of annotation say of their place. Source: PDF 1.7, 12.5.6.10 to 12.5.6.13 */
export function partsOf(
  sheet: Sheet,
  note: Note,
  rect: Corners,
): Readonly<Record<string, unknown>> {
  switch (note.kind) {
    case "StrikeOut":
    case "Highlight":
      return { QuadPoints: quadsOf(sheet, note.boxes) }
    case "Caret": {
      const [left, foot, right, top] = placed(sheet, note, note.boxes[0]!)
      const within = [left - rect[0], rect[3] - top, rect[2] - right, foot - rect[1]]
      const RD = within.map((length) => Math.max(0, thousandth(length)))
      return { RD, Sy: note.paragraph ? "P" : "None" }
    }
    case "Ink":
      return { InkList: inkOf(sheet, note) }
    case "Text":
      return { Name: "Comment", Open: false }
  }
}

/** A quad a box: top left, top right, bottom left, bottom right, as Acrobat writes and all read it. */
export function quadsOf(sheet: Sheet, boxes: readonly Box[]): readonly number[] {
  return boxes.flatMap((box) => {
    const [left, foot, right, top] = onSheet(sheet, box)
    return [left, top, right, top, left, foot, right, foot].map(thousandth)
  })
}

/** The ends of the pieces of what is drawn, line by line. */
function inkOf(sheet: Sheet, { look }: Note): readonly (readonly number[])[] {
  return look.outlines.map((path) =>
    path.flatMap(([, ...numbers]) => {
      const [x, y] = numbers.slice(-2)
      return x === undefined || y === undefined
        ? []
        : [across(sheet, x), up(sheet, y)].map(thousandth)
    }),
  )
}

function joined(all: readonly Corners[]): Corners {
  const [first, ...rest] = all
  return rest.reduce<Corners>(
    ([left, foot, right, top], one) => [
      Math.min(left, one[0]),
      Math.min(foot, one[1]),
      Math.max(right, one[2]),
      Math.max(top, one[3]),
    ],
    first!,
  )
}

function round(corners: Corners): Corners {
  return corners.map(thousandth) as unknown as Corners
}
