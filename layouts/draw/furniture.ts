import type { Item } from "../display/list.ts"
import type { Furniture } from "../issue/page.ts"
import { collect } from "../line/collect.ts"
import { setLines } from "../line/paragraph.ts"
import type { Press } from "../press.ts"
import { fillKnown, type Answers } from "../templates/placeholders.ts"
import { pt } from "../units.ts"
import { inkName } from "./inks.ts"
import { drawTracked } from "./lines.ts"
import { drawBorder, drawOutline, drawRule } from "./borders/border.ts"
import { drawGround, drawGroundIn } from "./grounds.ts"

/** Items of one piece, by how early they are drawn. */
interface Drawn {
  readonly press: Press
  readonly grounds: readonly Item[]
  readonly rules: readonly Item[]
  readonly words: readonly Item[]
}

/** Pieces already drawn, by identity. */
const remembered = new WeakMap<Furniture, Drawn>()

/** Texts already filled in, by the piece that asks, so that the same words are the same piece. */
const filled = new WeakMap<Furniture, Furniture & { kind: "text" }>()

/** A page's furniture with its texts filled in; a text that asks for nothing known is left out. */
export function filledFurniture(
  furniture: readonly Furniture[],
  answers: Answers,
): readonly Furniture[] {
  return furniture.flatMap((piece): readonly Furniture[] => {
    if (piece.kind !== "text" || !piece.text.includes("{")) return [piece]
    const text = fillKnown(piece.text, answers)
    if (text === "") return []
    const known = filled.get(piece)
    if (known?.text === text) return [known]
    const made = { ...piece, text }
    filled.set(piece, made)
    return [made]
  })
}

/** Draws filled furniture (报头 报眉 栏线 框): grounds first, then rules, then words. */
export function drawFurniture(furniture: readonly Furniture[], press: Press): readonly Item[] {
  const drawn = furniture.map((piece) => {
    const known = remembered.get(piece)
    if (known?.press === press) return known
    const made = drawPiece(piece, press)
    remembered.set(piece, made)
    return made
  })
  return [
    ...drawn.flatMap(({ grounds }) => grounds),
    ...drawn.flatMap(({ rules }) => rules),
    ...drawn.flatMap(({ words }) => words),
  ]
}

function drawPiece(piece: Furniture, press: Press): Drawn {
  const bare: Drawn = { press, grounds: [], rules: [], words: [] }
  if (piece.kind === "text") return { ...bare, words: drawWords(piece, press) }
  const ink = inkName(piece.ink)
  if (piece.kind === "rule") {
    const { line, width } = piece
    return { ...bare, rules: drawRule(piece, { style: line, weight: width, ink }) }
  }
  const { line, rule, open, outline } = piece
  const drawing = { style: line, weight: rule, ink }
  return {
    ...bare,
    grounds: outline ? drawGroundIn(outline, piece) : drawGround(piece, piece),
    rules: outline ? drawOutline(outline, drawing, open) : drawBorder(piece, drawing, open),
  }
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
  const ink = inkName(piece.ink)
  const pen = { x: pt(piece.x - shift), y: piece.baseline, ink, source: null }
  return [
    { kind: "tag", role: piece.role, article: null },
    ...drawTracked(line, pen, piece.tracking),
  ]
}
