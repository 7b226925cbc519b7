import type { FrameRole, Page, Region } from "../issue/page.ts"
import type { Slot, Template } from "../templates/template.ts"
import type { BareFrame } from "./frames.ts"
import { furnitureOf, gridOf } from "./furniture.ts"

/** Lines kept for a caption under a photo on an ordinary day. */
const CAPTION = 4

/** A page as its template draws it: every slot's frames, with nothing in them. */
export function blankPage(template: Template, id: string): Page {
  const frames = template.slots.flatMap(framesOfSlot)
  return {
    id,
    template: template.id,
    sheet: template.sheet,
    grid: gridOf(template),
    furniture: furnitureOf(template),
    rules: template.rules,
    frames: frames.map((frame, i) => ({ id: `${id}-f${i + 1}`, ...frame })),
    ...(template.section === "" ? {} : { words: { section: template.section } }),
  }
}

/**
 * The frames of a slot on an ordinary day: its own where the template names them, else a headline
 * across the slot and text under it, or a picture over its caption. Body frames thread in order.
 */
function framesOfSlot(slot: Slot): readonly BareFrame[] {
  let order = 0
  return rolesOfSlot(slot).map(({ role, region }) => {
    const frame: BareFrame = {
      role,
      article: null,
      order: role === "body" ? order : 0,
      slot: slot.id,
      region: {
        ...region,
        column: slot.region.column + region.column,
        line: slot.region.line + region.line,
      },
    }
    if (role === "body") order += 1
    return frame
  })
}

/** A slot's frames counted from its top left. */
function rolesOfSlot(slot: Slot): readonly { readonly role: FrameRole; readonly region: Region }[] {
  if (slot.frames.length > 0) return slot.frames
  const { columns, lines } = slot.region
  const across = (role: FrameRole, line: number, high: number) => ({
    role,
    region: { column: 0, columns, line, lines: high },
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
