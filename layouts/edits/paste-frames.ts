import type { Change, Edit } from "../issue/change.ts"
import { freshKey } from "../issue/content.ts"
import type { Frame } from "../issue/page.ts"
import { repairRegion } from "../issue/repair.ts"
import { exchangeFrames, freshFrameIds, pageOf } from "./frames.ts"
import { shiftWithin, type Shift } from "./move-frames.ts"

/**
 * Puts copies of frames on top of a page (粘贴框), so far from where they stood; they are moved no
 * further than the grid asks for. Body frames of an article thread on at its end; a frame whose
 * article is gone comes empty. Groups become groups of their own, and nothing comes locked.
 */
export function pasteFrames(page: string, frames: readonly Frame[], by: Shift): Edit {
  return {
    name: "paste-frames",
    say: { zh: "粘贴框", en: "Paste frames" },
    run: (change) => putCopies(change, { page, frames, by }),
  }
}

/** Copies frames of a page on the same page (复制框). */
export function duplicateFrames(page: string, frames: readonly string[], by: Shift): Edit {
  return {
    name: "duplicate-frames",
    say: { zh: "复制框", en: "Duplicate frames" },
    run(change) {
      const chosen = (pageOf(change, page)?.frames ?? []).filter(({ id }) => frames.includes(id))
      putCopies(change, { page, frames: chosen, by })
    },
  }
}

/** Frames that are copied, where to, and how far from where they stood. */
interface Copying {
  readonly page: string
  readonly frames: readonly Frame[]
  readonly by: Shift
}

function putCopies(change: Change, { page, frames, by }: Copying): void {
  const on = pageOf(change, page)
  if (!on || frames.length === 0) return
  const known = new Set(change.issue.articles.map(({ id }) => id))
  const groups = new Map<string, string>()
  const groupOf = (group: string): string => {
    const own = groups.get(group) ?? `${freshKey(change.content)}.${groups.size}`
    groups.set(group, own)
    return own
  }
  const ids = freshFrameIds(change, page, frames.length)
  const { columns, lines } = shiftWithin(on.grid, frames, by)
  const copies = frames.map((frame, i): Frame => {
    const { role, group, slot, order, look, notice, ownColumns, bands, wrap, inset } = frame
    const { vertical, ink } = frame
    const { column, line } = frame.region
    const region = { ...frame.region, column: column + columns, line: line + lines }
    const article = frame.article !== null && known.has(frame.article) ? frame.article : null
    return {
      id: ids[i]!,
      ...{ role, article, order, slot },
      region: repairRegion(region, on.grid),
      ...(group === undefined ? {} : { group: groupOf(group) }),
      ...(vertical ? { vertical } : {}),
      ...(ink === undefined ? {} : { ink }),
      ...(ownColumns ? { ownColumns } : {}),
      ...(bands ? { bands } : {}),
      ...(wrap ? { wrap } : {}),
      ...(inset ? { inset } : {}),
      ...(look ? { look } : {}),
      ...(notice === undefined ? {} : { notice }),
    }
  })
  exchangeFrames(change, { page, frames: copies, dropped: [] })
}
