import type { Ink, Item } from "../display/list.ts"
import type { Furniture } from "../issue/page.ts"
import { collect } from "../line/collect.ts"
import { setLines } from "../line/paragraph.ts"
import type { Press } from "../press.ts"
import { pt } from "../units.ts"
import { BLACK, tintOf } from "./inks.ts"
import { drawTracked } from "./lines.ts"
import { fillBox, strokeBox, strokeLine } from "./shapes.ts"

/** Draws a page's furniture (报头 报眉 栏线 框): grounds first, then rules, then words. */
export function drawFurniture(furniture: readonly Furniture[], press: Press): readonly Item[] {
  const grounds: Item[] = []
  const rules: Item[] = []
  const words: Item[] = []
  for (const piece of furniture) {
    if (piece.kind === "text") words.push(...drawWords(piece, press))
    else if (piece.kind === "rule") rules.push(strokeLine(piece, BLACK.name, piece.width))
    else {
      if (piece.tint > 0) grounds.push(fillBox(piece, tintOf(piece.tint).name))
      if (piece.rule > 0) rules.push(strokeBox(piece, BLACK.name, piece.rule))
    }
  }
  return [...grounds, ...rules, ...words]
}

/** The inks that a page's furniture needs beside black. */
export function furnitureInks(furniture: readonly Furniture[]): readonly Ink[] {
  return furniture.flatMap((piece) =>
    piece.kind === "box" && piece.tint > 0 ? [tintOf(piece.tint)] : [],
  )
}

function drawWords(piece: Furniture & { kind: "text" }, press: Press): readonly Item[] {
  const faces = press.faces({ family: piece.family, weight: piece.weight })
  const cells = collect(piece.text, [{ from: 0, to: piece.text.length, faces, size: piece.size }], {
    indent: 0,
    level: "none",
    autospace: false,
    digits: "own",
    trim: true,
  })
  if (cells.count === 0) return []
  const line = setLines(
    cells,
    { measure: pt(Infinity), indent: pt(0), align: "left", endMarks: "half" },
    [cells.count],
  )[0]!
  const width = line.width + piece.tracking * (cells.count - 1)
  const shift = piece.align === "center" ? width / 2 : piece.align === "right" ? width : 0
  const pen = { x: pt(piece.x - shift), y: piece.baseline, ink: BLACK.name, source: null }
  return [
    { kind: "tag", role: piece.role, article: null },
    ...drawTracked(line, pen, piece.tracking),
  ]
}
