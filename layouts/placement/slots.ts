import type { Template, SlotRole } from "../templates/template.ts"
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
  /** Ids of the slots that show an article as a block is set, where that is not the ordinary. */
  showing(block: Block): readonly string[]
}

/** A fresh book of a template's slots. */
export function slotBook(template: Template): SlotBook {
  const free = new Map(template.slots.map((slot) => [slot.id, slot.role]))
  const added = new Map<SlotRole, number>()
  return {
    take(role, stack) {
      const inStack = stack.find((id) => free.get(id) === role)
      const anywhere = [...free].find(([, each]) => each === role)?.[0]
      const id = inStack ?? anywhere
      if (id !== undefined) {
        free.delete(id)
        return id
      }
      const count = (added.get(role) ?? 0) + 1
      added.set(role, count)
      return `${role}-added-${count}`
    },
    showing: ({ beside, broken }) =>
      template.slots
        .filter((slot) => {
          const shown = dressOf(slot)
          return beside ? shown?.head === beside.stand : broken !== null && shown?.broken === true
        })
        .map(({ id }) => id),
  }
}

/** What a placed block counts as: the page's lead, or what it is set as. */
export function roleOf({ standing }: PlacedBlock, layout: Layout): SlotRole {
  const { piece } = standing.block
  if (piece === layout.lead) return "lead"
  if (piece.setting === "photo") return "photo"
  return piece.setting === "box" ? "filler" : "news"
}
