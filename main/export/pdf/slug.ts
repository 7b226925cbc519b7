import type { Face } from "../../../fonts/face.ts"
import type { DisplayList, Glyphs } from "../../../layouts/display/list.ts"
import { mm, mmToPt, pt } from "../../../layouts/units.ts"
import { ALL_PLATES } from "./marks.ts"
import { length, thousandth } from "./numbers.ts"
import { across, MARK_GAP, up, type Sheet } from "./sheet.ts"
import { showLetters } from "./text.ts"
import { letterOf, type Typecase } from "./typecase.ts"

/** Size of the slug line, pt, and the smallest that it is set in where the page is narrow. */
const SIZE = 7
const SMALLEST = 5

/** Room left to the corner's crop marks and to the middle's registration mark. */
const CLEAR = mmToPt(mm(5))

/** From the bleed to the slug's baseline, beyond the gap. */
const DROP = mmToPt(mm(3))

/**
 * The slug line (页边信息) of a page, under the left half of it outside its bleed: one run of plain
 * type, set smaller where the half is narrow, and cut off where even that is too long. Characters
 * that the face has not are left out. Null for a line without any.
 */
export function slugLine(words: string, face: Face, list: DisplayList): Glyphs | null {
  const known = [...words].filter((char) => face.glyphOf(char.codePointAt(0)!) !== 0).join("")
  const room = list.trim.width / 2 - 2 * CLEAR
  const { glyphs, advances, offsets, units } = face.shape(known, [])
  const whole = advances.reduce((sum, advance) => sum + advance, 0)
  if (whole === 0 || room <= 0) return null
  const size = thousandth(Math.max(SMALLEST, Math.min(SIZE, room / whole)))
  const line = { glyphs: [] as number[], dx: [] as number[], texts: [] as string[] }
  let pen = 0
  let at = 0
  for (const [i, glyph] of glyphs.entries()) {
    if (pen + advances[i]! * size > room + 0.001) break
    line.glyphs.push(glyph)
    line.dx.push(pen + offsets[i]! * size)
    line.texts.push(known.slice(at, at + units[i]!))
    pen += advances[i]! * size
    at += units[i]!
  }
  return {
    kind: "glyphs",
    face: face.id,
    size: pt(size),
    ink: ALL_PLATES,
    x: CLEAR,
    y: pt(list.trim.height + Math.max(0, list.bleed) + MARK_GAP + DROP),
    ...line,
    dy: null,
    source: null,
  }
}

/** The operators that set the slug line, on every plate as the marks are. */
export function slugText(sheet: Sheet, line: Glyphs, typecase: Typecase): string {
  const letters = line.glyphs.map((glyph, i) => letterOf(typecase, glyph, line.texts[i]!))
  const places = line.dx.map((dx) => across(sheet, line.x + dx))
  const [x, y] = [places[0] ?? 0, up(sheet, line.y)].map(length) as [string, string]
  const shown = showLetters(letters, places, { size: line.size, start: Number(x) })
  const font = `/${typecase.name} ${length(line.size)} Tf`
  return `q /${ALL_PLATES} cs 1 scn BT ${font} 1 0 0 1 ${x} ${y} Tm [<${shown}>] TJ ET Q`
}
