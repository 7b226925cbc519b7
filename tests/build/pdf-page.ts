import type { DisplayList, Glyphs, Ink, Item } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import type { Feature } from "../../fonts/face.ts"
import type { PdfOptions, PdfPress } from "../../main/export/pdf/order.ts"
import { shopFace } from "./pdf-face.ts"

/** Inks of the test pages. */
export const INKS: readonly Ink[] = [
  { name: "black", cmyk: [0, 0, 0, 1] },
  { name: "red", cmyk: [0, 1, 1, 0] },
  { name: "paper", cmyk: [0, 0, 0, 0] },
  { name: "tint", cmyk: [0, 0, 0, 0.15] },
]

/** How a file of a test is made unless the test says otherwise. */
export const OPTIONS: PdfOptions = {
  title: "瑞河日报 A1",
  creator: "Banxin",
  producer: "Banxin",
  at: "2031-05-04T22:15:00+08:00",
  marks: true,
  standard: "proof",
  intent: null,
}

/** A press with the shop's faces and no pictures. */
export const PRESS: PdfPress = { face: shopFace, picture: () => null }

/** A page of these items: 200 × 300 pt with 3 mm of bleed. */
export function pageOf(items: readonly Item[], page = "A1"): DisplayList {
  return { page, trim: { width: pt(200), height: pt(300) }, bleed: pt(8.504), inks: INKS, items }
}

/** How a line of a test is set. */
export interface LineStyle {
  readonly face?: string
  readonly size?: number
  readonly ink?: string
  readonly x?: number
  readonly y?: number
  /** Extra space after each glyph, pt. */
  readonly tracking?: number
  readonly features?: readonly Feature[]
}

/** One line of text as the compositor would hand it over: shaped, each glyph with its characters. */
export function setLine(text: string, style: LineStyle = {}): Glyphs {
  const { face = "song-400", size = 9, ink = "black", x = 20, y = 40, tracking = 0 } = style
  const shaped = shopFace(face).shape(text, style.features ?? [])
  const dx: number[] = []
  const texts: string[] = []
  let pen = 0
  let at = 0
  shaped.glyphs.forEach((_, i) => {
    dx.push(pen + shaped.offsets[i]! * size)
    texts.push(text.slice(at, at + shaped.units[i]!))
    pen += shaped.advances[i]! * size + tracking
    at += shaped.units[i]!
  })
  return {
    kind: "glyphs",
    face,
    size: pt(size),
    ink,
    x: pt(x),
    y: pt(y),
    glyphs: shaped.glyphs,
    dx,
    dy: null,
    texts,
    source: null,
  }
}

/** A text set downwards, a glyph an em: a vertical headline (竖题). `y` is its first baseline. */
export function setDown(text: string, style: LineStyle = {}): readonly Glyphs[] {
  const line = setLine(text, { ...style, features: ["vert"] })
  return line.glyphs.map((glyph, i) => ({
    ...line,
    y: pt(line.y + i * line.size),
    glyphs: [glyph],
    dx: [0],
    texts: [line.texts[i]!],
  }))
}
