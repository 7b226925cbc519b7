import type { Face } from "../../fonts/face.ts"
import { outlineData, readOutline } from "../../fonts/made/outline-path.ts"
import { woundContours } from "../../fonts/made/winding.ts"
import { cutFor } from "./glyph-description.ts"
import type { GlyphPart } from "../../layouts/issue/made-glyph.ts"

/** Height of a cell's top above the baseline, thousandths of an em. */
const TOP = 880

/** Share of a box that a part's ink fills: the rest is air between it and the next. */
const FILL = 0.94

/** A part of the cell, fractions of its width and height. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const CELL: Box = { x: 0, y: 0, width: 1, height: 1 }

/** Where the inner of two parts stands in a character that the first one goes round. */
const INSIDE: Readonly<Record<string, Box>> = {
  "⿴": { x: 0.2, y: 0.2, width: 0.6, height: 0.6 },
  "⿵": { x: 0.2, y: 0.28, width: 0.6, height: 0.66 },
  "⿶": { x: 0.2, y: 0.06, width: 0.6, height: 0.62 },
  "⿷": { x: 0.26, y: 0.2, width: 0.66, height: 0.58 },
  "⿸": { x: 0.28, y: 0.28, width: 0.7, height: 0.7 },
  "⿹": { x: 0.06, y: 0.28, width: 0.62, height: 0.66 },
  "⿺": { x: 0.32, y: 0.04, width: 0.66, height: 0.68 },
  "⿻": CELL,
}

/** A character of the IDS and its place. */
interface Placed {
  readonly character: string
  readonly box: Box
}

/**
 * The parts that an ideographic description (⿰氵恩) says, each put into its place of the cell by its
 * ink; null for a text that is none, or has a character that the faces have not. `cut` is where the
 * first sign, ⿰ or ⿱, cuts the cell, a share of it.
 * Source: Unicode 15.0, 18.2 (Ideographic Description Sequences)
 */
export function partsOf(
  description: string,
  faces: readonly Face[],
  cut?: number,
): readonly GlyphPart[] | null {
  const placed: Placed[] = []
  const rest = place([...description.trim()], { box: CELL, cut }, placed)
  if (rest === null || rest.length > 0) return null
  const parts = placed.map(({ character, box }) => partIn(character, box, faces))
  return parts.every((part) => part !== null) ? parts : null
}

/** Places the description at the head of a list; the list behind it, null where it is none. */
function place(
  signs: readonly string[],
  { box, cut }: { readonly box: Box; readonly cut?: number | undefined },
  placed: Placed[],
): readonly string[] | null {
  const [sign, ...rest] = signs
  if (sign === undefined) return null
  const boxes = boxesOf(sign, box, { rest, cut })
  if (boxes === null) {
    placed.push({ character: sign, box })
    return rest
  }
  let left: readonly string[] | null = rest
  for (const one of boxes) left = left === null ? null : place(left, { box: one }, placed)
  return left
}

/** The boxes of an operator's parts; null for a character. */
function boxesOf(
  sign: string,
  box: Box,
  { rest, cut }: { readonly rest: readonly string[]; readonly cut: number | undefined },
): readonly Box[] | null {
  const share = (way: "across" | "down", cuts: readonly number[]): readonly Box[] =>
    cuts.slice(1).map((to, i) => {
      const [from, length] = [cuts[i]!, to - cuts[i]!]
      return within(
        box,
        way === "across"
          ? { ...CELL, x: from, width: length }
          : { ...CELL, y: from, height: length },
      )
    })
  if (sign === "⿰") return share("across", [0, cut ?? cutFor(sign, rest), 1])
  if (sign === "⿱") return share("down", [0, cut ?? cutFor(sign, rest), 1])
  if (sign === "⿲") return share("across", [0, 1 / 3, 2 / 3, 1])
  if (sign === "⿳") return share("down", [0, 1 / 3, 2 / 3, 1])
  const inside = Object.hasOwn(INSIDE, sign) ? INSIDE[sign]! : null
  return inside && [box, within(box, inside)]
}

function within(box: Box, { x, y, width, height }: Box): Box {
  return {
    x: box.x + x * box.width,
    y: box.y + y * box.height,
    width: width * box.width,
    height: height * box.height,
  }
}

/** A character in a box: its strokes as strong as they can be, so made smaller only where they must. */
function partIn(character: string, box: Box, faces: readonly Face[]): GlyphPart | null {
  const face = faceOf(character, faces)
  if (!face) return null
  const ink = face.ink(face.glyphOf(character.codePointAt(0)!))
  const [left, right] = [ink.left * 1000, ink.right * 1000]
  const [top, bottom] = [TOP - ink.top * 1000, TOP - ink.bottom * 1000]
  const across = fitted([left, right], [box.x * 1000, box.width * 1000], box.width === 1)
  const down = fitted([top, bottom], [box.y * 1000, box.height * 1000], box.height === 1)
  return { character, x: across.at, y: down.at, width: across.length, height: down.length }
}

/** Where an em box begins, and how long it is, whose ink is to stand in the middle of a room. */
function fitted(
  [from, to]: readonly [number, number],
  [room, length]: readonly [number, number],
  whole: boolean,
) {
  if (whole) return { at: 0, length: 1000 }
  const scale = Math.min(1, (length * FILL) / Math.max(1, to - from))
  const middle = room + length / 2
  return {
    at: Math.round(middle - ((from + to) / 2) * scale),
    length: Math.round(1000 * scale),
  }
}

/** The first face that has a character; null when none has. */
function faceOf(character: string, faces: readonly Face[]): Face | null {
  const code = character.codePointAt(0) ?? 0
  return faces.find((face) => face.glyphOf(code) !== 0) ?? null
}

/** The outline of a part where it stands, as path data of the cell; "" for one that no face has. */
export function partPath(part: GlyphPart, faces: readonly Face[]): string {
  const face = faceOf(part.character, faces)
  if (!face) return ""
  const contours = readOutline(face.outline(face.glyphOf(part.character.codePointAt(0)!))) ?? []
  const per = 1000 / face.unitsPerEm
  const placed = contours.map((contour) =>
    contour.map(({ x, y, on }) => ({
      x: part.x + (x * per * part.width) / 1000,
      y: part.y + ((TOP - y * per) * part.height) / 1000,
      on,
    })),
  )
  return outlineData(woundContours(placed, "nonzero") ?? placed)
}

/**
 * A part whose ink stays in the cell, wherever it was moved and however large it was made: ink that is
 * wider or higher than the cell is made as large as the cell, and then moved into it.
 */
export function keptInCell(part: GlyphPart, faces: readonly Face[]): GlyphPart {
  const face = faceOf(part.character, faces)
  if (!face) return part
  const ink = face.ink(face.glyphOf(part.character.codePointAt(0)!))
  const across = heldIn([ink.left, ink.right], part.x, part.width)
  const down = heldIn([TOP / 1000 - ink.top, TOP / 1000 - ink.bottom], part.y, part.height)
  return { ...part, x: across.at, width: across.length, y: down.at, height: down.length }
}

/** Where an em begins, and how long it is, whose ink from one share of it to another is in the cell. */
function heldIn([from, to]: readonly [number, number], at: number, length: number) {
  const most = Math.floor(1000 / Math.max(to - from, 1e-3))
  const held = Math.min(length, most)
  const [least, furthest] = [Math.ceil(-from * held), Math.floor(1000 - to * held)]
  return { at: Math.max(Math.min(at, furthest), Math.min(least, furthest)), length: held }
}
