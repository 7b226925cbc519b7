import type { LineStyle } from "../issue/line-style.ts"
import type { Furniture, Grid, Page } from "../issue/page.ts"
import { zi, type Pt, type Zi } from "../units.ts"
import { bracedWords, PLACEHOLDERS } from "./placeholders.ts"
import type { Fixture } from "./template.ts"

/** Places are kept to so many decimals of a 字 or line: a hundredth of what any press can print. */
const DECIMALS = 1e4

const FAMILIES: readonly string[] = ["song", "hei", "kai", "fang"]

/** The thinnest rule that a template may have, pt. */
const HAIRLINE = 0.2835

/** A page's furniture as a template has it, in 字 and lines from the type area's top left. */
export function fixturesOf({
  furniture,
  grid,
}: Pick<Page, "furniture" | "grid">): readonly Fixture[] {
  return furniture.flatMap((piece) => fixtureOf(piece, grid))
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
              ...styleOf(piece),
            },
          ]
    case "box": {
      const width = zi(rounded(piece.width / grid.bodySize))
      const lines = rounded(piece.height / grid.linePitch)
      if (width <= 0 || lines <= 0) return []
      const { rule, tint, open, pattern, ground } = piece
      const own = {
        ...styleOf(piece),
        ...(open ? { open } : {}),
        ...(pattern ? { pattern } : {}),
        ...(ground === undefined ? {} : { ground }),
      }
      const place = { x: across(piece.x), line: down(piece.y), width, lines }
      return [{ kind: "box", ...place, rule, tint, ...own }]
    }
  }
}

/** The line style and the ink of a rule or box. */
function styleOf({ line, ink }: Furniture & { kind: "rule" | "box" }): {
  readonly style?: LineStyle
  readonly ink?: string
} {
  return { ...(line ? { style: line } : {}), ...(ink === undefined ? {} : { ink }) }
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
