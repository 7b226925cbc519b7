import type { Frame, Region } from "../issue/page.ts"

/** A frame's region after its neighbours' changed. */
export interface Shifted {
  readonly frame: string
  readonly region: Region
}

/** Lines between two frames of an article that still stand one under the other. */
const MOST_AIR = 1

/** A text frame keeps at least so many lines, a picture or headline too. */
const LEAST_LINES = 2

/**
 * Moves the common foot of frames side by side by whole lines (below 0 is up) and what stands under
 * them with it: text of the same article begins that much lower or higher and ends where it did;
 * anything else is moved whole. `frames` are those of the article on the page. Null when there is no
 * text under the frames, when something would become too small, is locked, or reaches beyond their
 * columns.
 */
export function shiftFoot(
  frames: readonly Frame[],
  moved: readonly Frame[],
  lines: number,
): readonly Shifted[] | null {
  const under = followUp(frames, around(moved), lines)
  if (!under) return null
  const shifted = moved.map(({ id, region }) => ({
    frame: id,
    region: { ...region, lines: region.lines + lines },
  }))
  const all = [...shifted, ...under]
  const sound = all.every(({ frame, region }, i) => {
    const known = frames.find(({ id }) => id === frame)
    const once = all.findIndex((other) => other.frame === frame) === i
    return once && !known?.locked && region.lines >= LEAST_LINES && region.line >= 0
  })
  return sound ? all : null
}

/** The region of frames side by side. */
function around(frames: readonly Frame[]): Region {
  const regions = frames.map(({ region }) => region)
  const { line, lines } = regions[0]!
  const column = Math.min(...regions.map((region) => region.column))
  const right = Math.max(...regions.map((region) => region.column + region.columns))
  return { column, columns: right - column, line, lines }
}

/** What stands under a region, moved with its foot; null when that is no text of its columns. */
function followUp(
  frames: readonly Frame[],
  above: Region,
  lines: number,
): readonly Shifted[] | null {
  const foot = above.line + above.lines
  const right = above.column + above.columns
  const under = frames.filter(
    ({ region }) =>
      region.column < right &&
      above.column < region.column + region.columns &&
      region.line >= foot &&
      region.line <= foot + MOST_AIR,
  )
  const followed = under.map((frame) => follow(frames, frame, above, lines))
  if (under.length === 0 || followed.includes(null)) return null
  return followed.flatMap((moved) => moved!)
}

function follow(
  frames: readonly Frame[],
  frame: Frame,
  above: Region,
  lines: number,
): readonly Shifted[] | null {
  const { id, role, region } = frame
  const inside =
    region.column >= above.column && region.column + region.columns <= above.column + above.columns
  if (!inside) return null
  if (role === "body" || role === "caption") {
    const text = { ...region, line: region.line + lines, lines: region.lines - lines }
    return [{ frame: id, region: text }]
  }
  const next = followUp(frames, region, lines)
  return next && [{ frame: id, region: { ...region, line: region.line + lines } }, ...next]
}
