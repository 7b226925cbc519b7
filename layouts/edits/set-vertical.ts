import { frameAt, type Change, type Edit } from "../issue/change.ts"
import { dropField, setField } from "../issue/content.ts"
import { canTurn, type Frame, type Region } from "../issue/page.ts"
import { linksOf, setThread, standing, threadOf } from "./frames.ts"

/**
 * Sets the words of frames down or across the page (竖排、横排). A story runs one way through all of
 * its frames, so its other text frames go with one of them, and those side by side change places in
 * its thread: vertical text is read from the right. Headlines go alone.
 */
export function setVertical(frames: readonly string[], vertical: boolean): Edit {
  return {
    name: "set-vertical",
    say: vertical ? { zh: "竖排", en: "Set vertically" } : { zh: "横排", en: "Set horizontally" },
    run(change) {
      const turned = new Set(frames.flatMap((frame) => withThread(change, frame)))
      const stories = new Set(storiesOf(change, turned, vertical))
      for (const id of turned) {
        const fields = frameAt(change, id)
        if (fields && vertical) setField(fields, "vertical", true)
        else if (fields) dropField(fields, "vertical")
      }
      for (const article of stories)
        setThread(linksOf(change, turnedThread(change, threadOf(change, article), vertical)))
    },
  }
}

/** A frame that can be turned, and those that its story runs through; none for others. */
function withThread(change: Change, id: string): readonly string[] {
  const frame = standing(change, id)?.frame
  if (!frame || !canTurn(frame.role)) return []
  if (frame.role === "headline" || frame.article === null) return [id]
  const shares = (other: Frame): boolean =>
    other.article === frame.article && (other.role === "body" || other.role === "caption")
  const pages = change.issue.pages.flatMap((page) => page.frames)
  return pages.filter(shares).map((other) => other.id)
}

/** The articles whose stories change their way with these frames. */
function storiesOf(
  change: Change,
  frames: ReadonlySet<string>,
  vertical: boolean,
): readonly string[] {
  return [...frames].flatMap((id) => {
    const frame = standing(change, id)?.frame
    const turns = frame?.role === "body" && (frame.vertical === true) !== vertical
    return turns && frame.article !== null ? [frame.article] : []
  })
}

/** A thread in which frames that stand side by side on a page follow each other the other way. */
function turnedThread(
  change: Change,
  thread: readonly Frame[],
  vertical: boolean,
): readonly Frame[] {
  const runs: Frame[][] = []
  for (const frame of thread) {
    const last = runs.at(-1)?.at(-1)
    const page = standing(change, frame.id)?.page
    const beside =
      last &&
      standing(change, last.id)?.page === page &&
      (vertical ? isLeftOf(last.region, frame.region) : isLeftOf(frame.region, last.region))
    if (beside) runs.at(-1)!.push(frame)
    else runs.push([frame])
  }
  return runs.flatMap((run) => run.toReversed())
}

/** Whether a region stands left of another, level with some of it. */
function isLeftOf(a: Region, b: Region): boolean {
  const level = a.line < b.line + b.lines && b.line < a.line + a.lines
  return level && a.column + a.columns <= b.column
}
