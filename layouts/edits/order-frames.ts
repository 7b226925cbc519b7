import { pageAt, type Edit } from "../issue/change.ts"
import { orderField } from "../issue/content.ts"
import { pageOf } from "./frames.ts"
import { keyBefore, moveKeys } from "./order.ts"

/**
 * Moves frames of a page to an index of its stack (叠放次序), counted without them from the
 * bottom; any index past the top is the top. Among themselves they keep their order.
 */
export function orderFrames(page: string, frames: readonly string[], index: number): Edit {
  return {
    name: "order-frames",
    say: { zh: "改叠放次序", en: "Reorder frames" },
    run(change) {
      const fields = pageAt(change, page)
      const order = fields && orderField(fields, "frameOrder")
      const on = pageOf(change, page)
      if (!order || !on) return
      const keyOf = (id: string): string => change.keys.frames.get(id)!.key
      const moved = on.frames.filter(({ id }) => frames.includes(id)).map(({ id }) => keyOf(id))
      const living = on.frames.map(({ id }) => keyOf(id))
      if (moved.length > 0) moveKeys(order, moved, keyBefore(living, moved, index))
    },
  }
}
