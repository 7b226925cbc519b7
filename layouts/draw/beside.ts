import type { Fill, Glyphs, Item, Segment, Stroke } from "../display/list.ts"
import type { BesideLine, Line } from "../line/line.ts"
import { pt } from "../units.ts"
import type { Pen } from "./lines.ts"
import { circle } from "./shapes.ts"

/**
 * Where things stand between the lines of a newspaper, whose line gap is a quarter of the body size:
 * em below the baseline. An em box ends 0.12 em below it; the gap ends at 0.37.
 */
const DOT = { below: 0.245, radius: 0.085 } as const
const NAME = { below: 0.2, width: 0.05 } as const
const WAVE = { below: 0.22, width: 0.045, height: 0.055, length: 0.5 } as const

/**
 * The same where dots stand under a name's line, which is next to the text: both smaller and closer, so
 * that neither touches the other or the line of text below.
 */
const DOT_UNDER = { below: 0.31, radius: 0.06 } as const
const NAME_OVER = { below: 0.17, width: 0.05 } as const
const WAVE_OVER = { below: 0.17, width: 0.04, height: 0.03, length: 0.4 } as const

/** The middle of an em box above its baseline, em. */
const MIDDLE = 0.38

/**
 * What stands beside a line: dots under it, or right of a vertical one; names' lines under it, or left;
 * readings over it, or right. Dots and lines are shapes. A reading is glyphs that read as blanks and
 * have no source: readers of the file find the words under it unbroken, as they are searched for, and
 * a tagged file has the reading as an artifact; it says nothing that the words do not say. Blanks,
 * because MuPDF gives back glyphs of no characters as unknown ones.
 * Source: CLREQ #h-emphasis_dots and #h-proper_noun_marks_and_book_title_marks
 */
export function drawBeside(line: Line, pen: Pen): readonly Item[] {
  const { beside = [], vertical } = line
  return beside.map((one): Item => {
    const ink = pen.over ?? one.ink ?? pen.ink
    if (one.kind === "ruby") return reading(pen, one, { ink, vertical: vertical === true })
    const on = placing(pen, one, vertical === true)
    if (one.kind === "dot")
      return dot(on, one, ink, !vertical && isUnderlined(one.x, beside) ? DOT_UNDER : DOT)
    const dotted = !vertical && isDotted(one, beside)
    if (one.kind === "name") return straight(on, one, ink, dotted ? NAME_OVER : NAME)
    return wavy(on, one, ink, dotted ? WAVE_OVER : WAVE)
  })
}

/** Where a point is on the page that is so far along a line and so far below its baseline, pt. */
type Placing = (along: number, below: number) => readonly [number, number]

/** Along and below of a horizontal line; of a vertical one, down and to the side that a thing stands on. */
function placing({ x, y }: Pen, { kind, size }: BesideLine, vertical: boolean): Placing {
  if (!vertical) return (along, below) => [x + along, y + below]
  const side = kind === "dot" ? 1 : -1
  return (along, below) => [x + side * (below + MIDDLE * size), y + along]
}

function isUnderlined(x: number, beside: readonly BesideLine[]): boolean {
  return beside.some((one) => "to" in one && one.x <= x && x <= one.to)
}

function isDotted({ x, to }: Ruled, beside: readonly BesideLine[]): boolean {
  return beside.some((one) => one.kind === "dot" && x <= one.x && one.x <= to)
}

function dot(
  on: Placing,
  { x, size }: { readonly x: number; readonly size: number },
  ink: string,
  { below, radius }: typeof DOT | typeof DOT_UNDER,
): Fill {
  const [cx, cy] = on(x, below * size)
  return { kind: "fill", ink, path: circle(cx, cy, radius * size) }
}

function reading(
  pen: Pen,
  { x, up, base, face, size, glyphs, dx }: BesideLine & { readonly kind: "ruby" },
  { ink, vertical }: { readonly ink: string; readonly vertical: boolean },
): Glyphs {
  const texts = glyphs.map(() => " ")
  const own = { kind: "glyphs", face, size, ink, glyphs, texts, source: null } as const
  if (!vertical) return { ...own, x: pt(pen.x + x), y: pt(pen.y - up), dx, dy: null }
  const still = glyphs.map(() => 0)
  const [right, top] = [pt(pen.x + up - MIDDLE * base), pt(pen.y + x)]
  return { ...own, x: right, y: top, dx: still, dy: dx, turned: true }
}

type Ruled = BesideLine & { readonly to: number }

function straight(
  on: Placing,
  { x, to, size }: Ruled,
  ink: string,
  look: typeof NAME | typeof NAME_OVER,
): Stroke {
  const below = look.below * size
  const path: readonly Segment[] = [
    ["M", ...on(x, below)],
    ["L", ...on(to, below)],
  ]
  return { kind: "stroke", ink, path, width: pt(look.width * size), dash: [] }
}

/** Whole waves from end to end, about half an em long each. */
function wavy(
  on: Placing,
  { x, to, size }: Ruled,
  ink: string,
  look: typeof WAVE | typeof WAVE_OVER,
): Stroke {
  const below = look.below * size
  const count = Math.max(1, Math.round((to - x) / (look.length * size)))
  const half = (to - x) / count / 2
  const rise = look.height * size * 2
  const path: Segment[] = [["M", ...on(x, below)]]
  for (let i = 0; i < 2 * count; i += 1) {
    const from = x + i * half
    const over = i % 2 === 0 ? below - rise : below + rise
    path.push([
      "C",
      ...on(from + 0.36 * half, over),
      ...on(from + 0.64 * half, over),
      ...on(from + half, below),
    ])
  }
  return { kind: "stroke", ink, path, width: pt(look.width * size), dash: [] }
}
