import { boxAround, ruleEnds } from "../draw/drawn-frames.ts"
import { isDrawn, type Frame, type Furniture, type Grid, type Page } from "../issue/page.ts"
import { pt, zi, type Pt, type Zi } from "../units.ts"
import { bracedWords, PLACEHOLDERS } from "./placeholders.ts"
import type { Fixture } from "./template.ts"

/** Places are kept to so many decimals of a 字 or line: a hundredth of what any press can print. */
const DECIMALS = 1e4

const FAMILIES: readonly string[] = ["song", "hei", "kai", "fang"]

/** The thinnest rule that a template may have, pt. */
const HAIRLINE = 0.2835

/**
 * A page's furniture as a template has it, in 字 and lines from the type area's top left; rules and
 * boxes that were drawn by hand are furniture there.
 */
export function fixturesOf({ furniture, frames, grid }: Page): readonly Fixture[] {
  const drawn = frames.flatMap((frame) => drawnPiece(frame, grid))
  return [...furniture, ...drawn].flatMap((piece) => fixtureOf(piece, grid))
}

/** A hand-drawn rule or box as a piece of furniture; nothing for other frames. */
function drawnPiece(frame: Frame, grid: Grid): readonly Furniture[] {
  const { role, region, look } = frame
  if (!isDrawn(role) || !look) return []
  const { rule, tint, upright } = look
  if (role === "box") return [{ kind: "box", ...boxAround(grid, frame), rule, tint }]
  const { x1, y1, x2, y2 } = ruleEnds(grid, region, upright === true)
  return [{ kind: "rule", x1: pt(x1), y1: pt(y1), x2: pt(x2), y2: pt(y2), width: rule }]
}

/** A piece in 字 and lines; nothing for one that no template may have. */
function fixtureOf(piece: Furniture, grid: Grid): readonly Fixture[] {
  const across = (x: Pt): Zi => zi(rounded((x - grid.x) / grid.bodySize))
  const down = (y: Pt): number => rounded((y - grid.y) / grid.linePitch)
  switch (piece.kind) {
    case "text": {
      const { x, baseline, ...type } = piece
      const text = askingWhatIsKnown(piece.text)
      if (text.trim() === "" || !FAMILIES.includes(piece.family)) return []
      return [{ ...type, text, x: across(x), line: down(baseline) }]
    }
    case "rule":
      return piece.width < HAIRLINE
        ? []
        : [
            {
              kind: "rule",
              x1: across(piece.x1),
              line1: down(piece.y1),
              x2: across(piece.x2),
              line2: down(piece.y2),
              width: piece.width,
            },
          ]
    case "box": {
      const width = zi(rounded(piece.width / grid.bodySize))
      const lines = rounded(piece.height / grid.linePitch)
      if (width <= 0 || lines <= 0) return []
      const { rule, tint } = piece
      return [{ kind: "box", x: across(piece.x), line: down(piece.y), width, lines, rule, tint }]
    }
  }
}

/** A text without placeholders that nobody answers; they print nothing. */
function askingWhatIsKnown(text: string): string {
  const known: readonly string[] = PLACEHOLDERS
  return bracedWords(text)
    .filter((word) => !known.includes(word))
    .reduce((left, word) => left.replace(`{${word}}`, ""), text)
}

function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS
}
