import { isUnder } from "../draw/drawn-frames.ts"
import { contains, overlaps } from "../grid/regions.ts"
import { isDrawn, type Frame, type Page } from "../issue/page.ts"
import type { DrawnFrame, Template } from "./template.ts"

/** The rules and boxes that were drawn on a page by hand, as a template has them; lowest first. */
export function drawnOf(page: Page): readonly DrawnFrame[] {
  return page.frames.flatMap((frame): readonly DrawnFrame[] => {
    const { role, region, look, wrap, inset, group } = frame
    if (!isDrawn(role) || !look) return []
    const also = { ...(wrap ? { wrap } : {}), ...(inset ? { inset } : {}) }
    const grouped = group === undefined ? {} : { group }
    return [{ role, region, look, over: !isUnder(frame, page), ...also, ...grouped }]
  })
}

/**
 * The rules and boxes of a template that stand although its slots are moved: round all slots, or off
 * them all. The others belong to slots that are no longer there.
 */
export function drawnRound({ drawn = [], slots }: Template): readonly DrawnFrame[] {
  return drawn.filter(
    ({ region }) =>
      slots.every((slot) => contains(region, slot.region)) ||
      !slots.some((slot) => overlaps(region, slot.region)),
  )
}

/** Frames of a page with a template's rules and boxes under and over them. */
export function withDrawn<T extends Omit<Frame, "id">>(
  frames: readonly T[],
  drawn: readonly DrawnFrame[],
): readonly (T | Omit<Frame, "id">)[] {
  const made = (over: boolean): readonly Omit<Frame, "id">[] =>
    drawn
      .filter((one) => one.over === over)
      .map(({ role, region, look, wrap, inset, group }) => ({
        ...{ role, region, look, article: null, order: 0, slot: "" },
        ...(wrap ? { wrap } : {}),
        ...(inset ? { inset } : {}),
        ...(group === undefined ? {} : { group }),
      }))
  return [...made(false), ...frames, ...made(true)]
}
