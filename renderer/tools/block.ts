import type { Frame } from "../../layouts/issue/page.ts"
import { standTogether } from "../../layouts/templates/slots-of.ts"

/**
 * Frames with the blocks of their articles, in the order of the page's stack: a frame that carries
 * an article takes along what of it stands with it, frame by frame. A headline, a caption
 * or a picture beside text carries nothing and goes alone; so does what stands apart, since somebody
 * put it there.
 */
export function withBlocks(frames: readonly Frame[], ids: readonly string[]): readonly string[] {
  const going = new Set(ids)
  for (const frame of frames)
    if (ids.includes(frame.id) && carries(frame, frames))
      for (const id of blockOf(frame, frames)) going.add(id)
  return frames.filter(({ id }) => going.has(id)).map(({ id }) => id)
}

/** Whether a frame is what its article hangs on: its text, or its pictures where it has none. */
function carries({ role, article }: Frame, frames: readonly Frame[]): boolean {
  if (article === null) return false
  if (role !== "picture") return role === "body"
  return !frames.some((one) => one.article === article && one.role === "body")
}

/** The frames of an article that are joined to one of them without a gap. */
function blockOf(frame: Frame, frames: readonly Frame[]): readonly string[] {
  const block = [frame]
  const rest = new Set(frames.filter((one) => one.article === frame.article && one !== frame))
  for (const here of block)
    for (const one of rest) {
      if (!standTogether(here.region, one.region)) continue
      block.push(one)
      rest.delete(one)
    }
  return block.map(({ id }) => id)
}
