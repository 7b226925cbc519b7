import { boxOf } from "../grid/geometry.ts"
import { areaOf } from "../grid/regions.ts"
import type { Furniture, Grid, Region } from "../issue/page.ts"
import { isAnswered, type Answers } from "../templates/placeholders.ts"
import type { Notice, Template } from "../templates/template.ts"
import { pt, type Box } from "../units.ts"
import { arrangedIn, type Arranged, type KnownNotice } from "./notice-rows.ts"
import { PUBLIC_LABEL, PUBLIC_NOTICES } from "./public-notices.ts"

/** Lines up to which a frame is for the paper's own notices first; larger ones go to the public's. */
const OWN_FIRST = 18

/** Part of the paper's name in the masthead that a notice's type may reach, and the most without one, pt. */
const LARGEST = { ofName: 0.7, without: 84 } as const

/** Rules round a notice and the tint of one that no words fit, pt; a large box has a second rule in it. */
const FRAME = { rule: 0.5, outer: 1.2, inner: 0.4, inset: 6, wide: 220, high: 130, tint: 0.08 }

/** Notices already met on the pages before: every page begins with others, by this many. */
const STEP = 5

/** What a page's notices are chosen by: answers to placeholders, and the page's place in the issue, from 0. */
export interface NoticeSetting {
  readonly answers: Answers
  readonly turn: number
}

/**
 * The boxes and words of the notices that fill a page's holes (本报用稿): furniture, because no
 * article owns it. No notice comes twice on a page, and none that asks for something unknown; a
 * hole that none fits is a tinted box.
 */
export function noticesFurniture(
  regions: readonly Region[],
  grid: Grid,
  template: Template,
  setting: NoticeSetting,
): readonly Furniture[] {
  const own = ownNotices(template.notices, setting.answers)
  const turned = rotated(PUBLIC_NOTICES, setting.turn * STEP)
  const open = turned.map((notice) => ({ ...notice, label: PUBLIC_LABEL, answers: {} }))
  const largest = largestType(template)
  const used = new Set<KnownNotice>()
  // The largest hole chooses first: fewer notices suit it.
  const order = regions.toSorted((a, b) => areaOf(b) - areaOf(a))
  const pieces = order.flatMap((region): readonly Furniture[] => {
    const pools = region.lines <= OWN_FIRST ? [own, open] : [open, own]
    const box = boxOf(grid, region)
    for (const pool of pools) {
      const found = bestOf(
        pool.filter((notice) => !used.has(notice)),
        box,
        largest,
      )
      if (found === null) continue
      used.add(found.notice)
      return [...framesRound(box), ...found.arranged.words]
    }
    return [{ kind: "box", ...box, rule: pt(FRAME.rule), tint: FRAME.tint }]
  })
  return pieces.map((piece) =>
    piece.kind === "rule" ? piece : { ...piece, placed: true as const },
  )
}

/** The template's notices whose every placeholder has an answer. */
function ownNotices(notices: readonly Notice[], answers: Answers): readonly KnownNotice[] {
  return notices
    .filter(({ title, lines }) => [title, ...lines].every((text) => isAnswered(text, answers)))
    .map((notice) => ({ ...notice, label: null, answers }))
}

/** The largest type of a notice, pt: below the paper's name where the page has a masthead. */
function largestType({ furniture }: Template): number {
  const names = furniture.flatMap((each) =>
    each.kind === "text" && each.role === "masthead" ? [each.size] : [],
  )
  return names.length === 0 ? LARGEST.without : Math.max(...names) * LARGEST.ofName
}

/** The notice that shows best in a box, null when none can be read there; the first of equals. */
function bestOf(
  notices: readonly KnownNotice[],
  box: Box,
  largest: number,
): { readonly notice: KnownNotice; readonly arranged: Arranged } | null {
  let best: { notice: KnownNotice; arranged: Arranged } | null = null
  for (const notice of notices) {
    const arranged = arrangedIn(box, notice, largest)
    if (arranged !== null && (best === null || arranged.worth > best.arranged.worth))
      best = { notice, arranged }
  }
  return best
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

/** A list that begins further on and comes round. */
function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const start = by % list.length
  return [...list.slice(start), ...list.slice(0, start)]
}
