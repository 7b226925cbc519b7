import { frameAt, pageAt, type Change, type Edit } from "../issue/change.ts"
import { dropField, freshKey, setField } from "../issue/content.ts"
import { addFrame } from "../issue/page-fields.ts"
import type { Frame, Region } from "../issue/page.ts"
import { repairRegion } from "../issue/repair.ts"
import {
  articleKey,
  freshFrameIds,
  leaveThread,
  linksOf,
  setThread,
  standing,
  threadOf,
} from "./frames.ts"

/**
 * Lets the text of one body frame run on into another (续排): the second goes right behind the
 * first in its thread, out of the thread that it was in. An empty frame before one that has an
 * article goes right before it. Two empty frames cannot be linked: a thread is an article's.
 */
export function linkFrames(from: string, to: string): Edit {
  return {
    name: "link-frames",
    say: { zh: "续排到框", en: "Link frames" },
    run(change) {
      const first = standing(change, from)?.frame
      const second = standing(change, to)?.frame
      if (!first || !second || !canLink(first, second)) return
      const [owner, joining] = first.article === null ? [second, first] : [first, second]
      const thread = threadOf(change, owner.article!).filter(({ id }) => id !== joining.id)
      const at = thread.indexOf(owner) + (owner === first ? 1 : 0)
      if (joining.article !== owner.article) leaveThread(change, joining)
      const link = frameAt(change, joining.id)!
      setField(link, "article", articleKey(change, owner.article!))
      if (owner.vertical) setField(link, "vertical", true)
      else dropField(link, "vertical")
      setThread(linksOf(change, thread.toSpliced(at, 0, joining)))
    },
  }
}

/** Whether the text of one frame can run on into another. */
export function canLink(first: Frame, second: Frame): boolean {
  const text = first.role === "body" && second.role === "body"
  return text && first.id !== second.id && (first.article ?? second.article) !== null
}

/** Draws a new body frame on a page into which the text of another frame runs on (续排到新框). */
export function continueFrame(from: string, page: string, region: Region): Edit {
  return {
    name: "continue-frame",
    say: { zh: "续排到新框", en: "Continue in a new frame" },
    run(change) {
      const first = standing(change, from)?.frame
      const fields = pageAt(change, page)
      const grid = change.issue.pages.find(({ id }) => id === page)?.grid
      if (!first || first.role !== "body" || !fields || !grid) return
      const { article } = first
      const made = addFrame(
        fields,
        {
          id: freshFrameIds(change, page, 1)[0]!,
          role: "body",
          article: article === null ? null : articleKey(change, article),
          region: repairRegion(region, grid),
          order: 0,
          slot: first.slot,
          ...(first.vertical ? { vertical: true } : {}),
        },
        freshKey(change.content),
      )
      if (!made || article === null) return
      const thread = threadOf(change, article)
      setThread(linksOf(change, thread).toSpliced(thread.indexOf(first) + 1, 0, made))
    },
  }
}

/** Ends a thread before a frame (断开续排链): it and all frames behind it stay, empty. */
export function breakThread(frame: string): Edit {
  return {
    name: "break-thread",
    say: { zh: "断开续排链", en: "Break thread" },
    run(change) {
      const found = standing(change, frame)?.frame
      if (!found || found.role !== "body" || found.article === null) return
      const thread = threadOf(change, found.article)
      emptied(change, thread.slice(thread.indexOf(found)))
    },
  }
}

function emptied(change: Change, frames: readonly Frame[]): void {
  for (const link of linksOf(change, frames)) {
    setField(link, "article", null)
    setField(link, "order", 0)
  }
}
