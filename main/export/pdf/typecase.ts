import type { DisplayList, Glyphs } from "../../../layouts/display/list.ts"
import type { Face } from "../../../fonts/face.ts"
import { advancesOf } from "../../../fonts/subset/measures.ts"
import { hangingsOf, standsDown, type Hanging } from "./hanging.ts"

/** A letter (铅字): a glyph of a face and the characters that it stands for in this place. */
export interface Letter {
  readonly glyph: number
  readonly text: string
  /** Number in the file's font; content shows it as four hexadecimal digits. */
  readonly code: number
  readonly hex: string
  /** Advance in thousandths of an em, as the font's widths say. */
  readonly width: number
  /** How it hangs where letters are written down; null for all that hang by the middle of their em box. */
  readonly hanging: Hanging | null
}

/**
 * A typecase (字盘): the letters of one face that a file uses.
 * One glyph read in two ways is two letters: upright “ and 『 share a glyph in the Noto faces, and a
 * reader must get back the one that was written. So is one that hangs in two ways.
 */
export interface Typecase {
  readonly face: Face
  /** Resource name in content: F1, F2 … */
  readonly name: string
  /** Resource name of the same letters one below the other, upright: F1V; null where none stand so. */
  readonly down: string | null
  /** By code, from 1 up; codes run in the order of first use over all pages. */
  readonly letters: readonly Letter[]
  /** The letters of each glyph. */
  readonly byGlyph: ReadonlyMap<number, readonly Letter[]>
  /** Advance of a glyph, thousandths of an em. */
  readonly advance: (glyph: number) => number
}

interface OpenCase extends Typecase {
  down: string | null
  readonly letters: Letter[]
  readonly byGlyph: Map<number, Letter[]>
}

/** Codes are two bytes, and 0 is .notdef. */
const MOST_LETTERS = 0xffff

/**
 * Sorts the letters of all lists into typecases, by face id.
 * The codes depend on the lists alone, never on what was written before: a warm press and a cold one
 * give the same bytes.
 */
export function fillTypecases(
  lists: readonly Pick<DisplayList, "items">[],
  face: (id: string) => Face,
): ReadonlyMap<string, Typecase> {
  const cases = new Map<string, OpenCase>()
  for (const list of lists) {
    for (const item of list.items) {
      if (item.kind !== "glyphs" || item.glyphs.length === 0) continue
      let open = cases.get(item.face)
      if (open === undefined) {
        open = openCase(face(item.face), `F${cases.size + 1}`)
        cases.set(item.face, open)
      }
      if (standsDown(item)) open.down = `${open.name}V`
      dropIn(open, item)
    }
  }
  return cases
}

/** The letter for a glyph read as `text`. Throws when the lists did not go through `fillTypecases`. */
export function letterOf(
  typecase: Typecase,
  glyph: number,
  text: string,
  hanging: Hanging | null = null,
): Letter {
  const letters = typecase.byGlyph.get(glyph)
  const first = letters?.[0]
  if (first && isSame(first, text, hanging)) return first
  const other = letters?.find((letter) => isSame(letter, text, hanging))
  if (other === undefined) throw new Error(`glyph ${glyph} of ${typecase.face.id} has no letter`)
  return other
}

function isSame(letter: Letter, text: string, hanging: Hanging | null): boolean {
  if (letter.text !== text || (letter.hanging === null) !== (hanging === null)) return false
  return (
    letter.hanging === null ||
    (letter.hanging.left === hanging!.left && letter.hanging.below === hanging!.below)
  )
}

function openCase(face: Face, name: string): OpenCase {
  return { face, name, down: null, letters: [], byGlyph: new Map(), advance: advancesOf(face) }
}

function dropIn(open: OpenCase, run: Glyphs): void {
  const hangings = standsDown(run) ? hangingsOf(run, open) : null
  run.glyphs.forEach((glyph, i) => {
    const text = run.texts[i] ?? ""
    const letters = open.byGlyph.get(glyph)
    const hanging = hangings?.[i] ?? null
    if (letters?.some((letter) => isSame(letter, text, hanging))) return
    const code = open.letters.length + 1
    if (code > MOST_LETTERS) throw new RangeError(`more than ${MOST_LETTERS} letters of one face`)
    const hex = code.toString(16).padStart(4, "0")
    const letter = { glyph, text, code, hex, width: open.advance(glyph), hanging }
    open.letters.push(letter)
    if (letters === undefined) open.byGlyph.set(glyph, [letter])
    else letters.push(letter)
  })
}
