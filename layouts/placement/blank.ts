import { canStandIn, canTurn, canWrap, type Page } from "../issue/page.ts"
import { withDrawn } from "../templates/drawn-of.ts"
import type { Slot, SlotFrame, Template } from "../templates/template.ts"
import type { BareFrame } from "./frames.ts"
import { furnitureOf, gridOf } from "./furniture.ts"

/** Lines kept for a caption under a photo on an ordinary day. */
const CAPTION = 4

/** A page as its template draws it: every slot's frames, with nothing in them. */
export function blankPage(template: Template, id: string): Page {
  const slots = template.slots.flatMap((slot) => partsOfSlot(slot).flat())
  const frames = withDrawn(slots, template.drawn ?? [])
  return {
    id,
    template: template.id,
    sheet: template.sheet,
    grid: gridOf(template),
    furniture: furnitureOf(template),
    rules: template.rules,
    frames: frames.map((frame, i) => ({ id: `${id}-f${i + 1}`, ...frame, order: 0 })),
    ...(template.section === "" ? {} : { words: { section: template.section } }),
  }
}

/**
 * The frames of a slot on an ordinary day, for each article that it takes: its own where the template
 * names them, else a headline across the slot and text under it, or a picture over its caption. Body
 * frames thread in order.
 */
export function partsOfSlot(slot: Slot): readonly (readonly BareFrame[])[] {
  const frames = rolesOfSlot(slot)
  const parts = [...new Set(frames.map(({ part }) => part))].toSorted((a, b) => a - b)
  return parts.map((part) => {
    let order = 0
    return frames
      .filter((frame) => frame.part === part)
      .map((frame) => {
        const { role, region } = frame
        const { column, line } = slot.region
        const own = { ...region, column: column + region.column, line: line + region.line }
        const bare = { role, article: null, slot: slot.id, region: own, ...lookOf(frame) }
        if (role === "body") order += 1
        return { ...bare, order: role === "body" ? order - 1 : 0 }
      })
  })
}

/** What a frame has from its slot beside its role and place, as far as its role can have it. */
function lookOf({
  role,
  vertical,
  ownColumns,
  bands,
  wrap,
  inset,
  ink,
  group,
}: SlotFrame): Partial<BareFrame> {
  return {
    ...(vertical && canTurn(role) ? { vertical } : {}),
    ...(ownColumns && role === "body" ? { ownColumns } : {}),
    ...(bands && role === "body" ? { bands } : {}),
    ...(wrap && canWrap(role) ? { wrap } : {}),
    ...(inset && canStandIn(role) ? { inset } : {}),
    ...(ink !== undefined && role === "headline" ? { ink } : {}),
    ...(group === undefined ? {} : { group }),
  }
}

/** A slot's frames counted from its top left. */
function rolesOfSlot(slot: Slot): readonly SlotFrame[] {
  if (slot.frames.length > 0) return slot.frames
  const { columns, lines } = slot.region
  const across = (role: SlotFrame["role"], line: number, high: number): SlotFrame => ({
    role,
    region: { column: 0, columns, line, lines: high },
    part: 0,
  })
  if (slot.role === "filler" || slot.role === "house") return [across(slot.role, 0, lines)]
  if (slot.role === "photo") {
    const caption = Math.min(CAPTION, lines - 1)
    const picture = across("picture", 0, lines - caption)
    return caption > 0 ? [picture, across("caption", lines - caption, caption)] : [picture]
  }
  const head = Math.min(slot.headline?.lines ?? 0, lines - 1)
  const body = across("body", head, lines - head)
  return head > 0 ? [across("headline", 0, head), body] : [body]
}
