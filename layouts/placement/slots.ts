import type { Slot, SlotRole, Template } from "../templates/template.ts"
import type { Layout, PlacedBlock } from "./arrange.ts"
import type { Block } from "./block.ts"
import { dressOf } from "./dress.ts"

/** Hands out a template's slots to what was placed; each slot once. */
export interface SlotBook {
  /**
   * The slot for something of this role: the first free one of these, its own stack's, else one of the same role anywhere,
   * else a new one, whose id says that it was added: `news-added-1`.
   */
  take(role: SlotRole, stack: readonly string[]): string
  /**
   * The slot that shows an article as a block is set, where that is not the ordinary; null where none
   * that is free does. No other article takes such a slot, but for the lead.
   */
  takeShowing(role: SlotRole, block: Block): string | null
}

/** A fresh book of a template's slots. */
export function slotBook(template: Template): SlotBook {
  const free = new Map(template.slots.map((slot) => [slot.id, slot.role]))
  const special = new Set(template.slots.filter((slot) => dressOf(slot)).map(({ id }) => id))
  const added = new Map<SlotRole, number>()
  const isFor = (id: string, role: SlotRole): boolean =>
    free.get(id) === role && (role === "lead" || !special.has(id))
  return {
    take(role, stack) {
      const inStack = stack.find((id) => isFor(id, role))
      const id = inStack ?? [...free.keys()].find((each) => isFor(each, role))
      if (id !== undefined) {
        free.delete(id)
        return id
      }
      const count = (added.get(role) ?? 0) + 1
      added.set(role, count)
      return `${role}-added-${count}`
    },
    takeShowing(role, block) {
      const slot = template.slots.find((each) => free.get(each.id) === role && shows(each, block))
      if (slot) free.delete(slot.id)
      return slot?.id ?? null
    },
  }
}

/** Whether a slot shows its article as a block is set. */
function shows(slot: Slot, { beside, broken, foot }: Block): boolean {
  const dress = dressOf(slot)
  if (!dress || dress.boxed !== foot > 0) return false
  if (dress.head !== "over") return beside?.stand === dress.head
  return beside === null && (dress.boxed || broken !== null)
}

/** What a placed block counts as: the page's lead, or what it is set as. */
export function roleOf({ standing }: PlacedBlock, layout: Layout): SlotRole {
  const { piece } = standing.block
  if (piece === layout.lead) return "lead"
  if (piece.setting === "photo") return "photo"
  return piece.setting === "box" ? "filler" : "news"
}
