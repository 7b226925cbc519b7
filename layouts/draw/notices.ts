import { boxOf } from "../grid/geometry.ts"
import { areaOf } from "../grid/regions.ts"
import type { Frame, FrameNotice, Furniture, Grid, Page } from "../issue/page.ts"
import { fillIn, isAnswered, type Answers } from "../templates/placeholders.ts"
import { pt, type Box, type Pt } from "../units.ts"
import { arrangedIn } from "./notice-rows.ts"

/** Part of the paper's name in the masthead that a notice's type may reach, and the most without one, pt. */
const LARGEST = { ofName: 0.7, without: 84 } as const

/** Rules round a notice and the tint of one that no words fit, pt; a large box has a second rule in it. */
const FRAME = { rule: 0.5, outer: 1.2, inner: 0.4, inset: 6, wide: 220, high: 130, tint: 0.08 }

/** What a notice was drawn with, and its pieces: the same pieces while nothing of that changes. */
interface Drawn {
  readonly grid: Grid
  readonly largest: number
  readonly filled: string
  readonly pieces: readonly Furniture[]
}

const remembered = new WeakMap<Frame, Drawn>()

/**
 * The boxes and words of a page's notices (本报用稿), each set anew to the frame it stands in. One
 * that asks for something unknown, or whose words find no room, is a tinted box.
 */
export function noticesOf(
  { frames, furniture, grid }: Page,
  answers: Answers,
): readonly Furniture[] {
  const largest = largestNotice(furniture)
  const houses = frames.filter(({ role, notice }) => role === "house" && notice !== undefined)
  return houses.toSorted(byArea).flatMap((frame) => {
    const notice = frame.notice ? filledNotice(frame.notice, answers) : null
    const filled = JSON.stringify(notice)
    const known = remembered.get(frame)
    if (known?.grid === grid && known.largest === largest && known.filled === filled)
      return known.pieces
    const pieces = piecesOf(boxOf(grid, frame.region), notice, largest)
    remembered.set(frame, { grid, largest, filled, pieces })
    return pieces
  })
}

/** A notice with its placeholders filled in; null when one has no answer. */
export function filledNotice(notice: FrameNotice, answers: Answers): FrameNotice | null {
  const { title, lines, label } = notice
  if (![title, ...lines].every((text) => isAnswered(text, answers))) return null
  return { title: fillIn(title, answers), lines: lines.map((line) => fillIn(line, answers)), label }
}

/** The largest type of a page's notices, pt: below the paper's name where the page has a masthead. */
export function largestNotice(
  furniture: readonly { readonly kind: string; readonly role?: string; readonly size?: Pt }[],
): number {
  const names = furniture.flatMap(({ kind, role, size }) =>
    kind === "text" && role === "masthead" && size !== undefined ? [size] : [],
  )
  return names.length === 0 ? LARGEST.without : Math.max(...names) * LARGEST.ofName
}

/** The largest first, as they were chosen. */
function byArea(a: Frame, b: Frame): number {
  return areaOf(b.region) - areaOf(a.region)
}

function piecesOf(box: Box, notice: FrameNotice | null, largest: number): readonly Furniture[] {
  const arranged = notice && arrangedIn(box, notice, largest)
  if (arranged) return [...framesRound(box), ...arranged.words]
  return [{ kind: "box", ...box, rule: pt(FRAME.rule), tint: FRAME.tint }]
}

/** A rule round the box; a heavier one with a fine one inside where the box is large. */
function framesRound(box: Box): readonly Furniture[] {
  if (box.width < FRAME.wide || box.height < FRAME.high)
    return [{ kind: "box", ...box, rule: pt(FRAME.rule), tint: 0 }]
  const inner = {
    x: pt(box.x + FRAME.inset),
    y: pt(box.y + FRAME.inset),
    width: pt(box.width - 2 * FRAME.inset),
    height: pt(box.height - 2 * FRAME.inset),
  }
  return [
    { kind: "box", ...box, rule: pt(FRAME.outer), tint: 0 },
    { kind: "box", ...inner, rule: pt(FRAME.inner), tint: 0 },
  ]
}
