import { levelFrames } from "../../layouts/edits/level-frames.ts"
import { setBands } from "../../layouts/edits/set-bands.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { levelFeet } from "../../layouts/level-feet.ts"
import { perform, pressOf } from "./actions.ts"
import { desk } from "./desk.ts"
import { tell, type Means } from "./means.ts"

/**
 * Ends an article's columns on one line, or the bands of its last vertical frame (拉平); says so when
 * they do already.
 */
export function levelChosen(article: string, means: Means): void {
  const { issue, breaks } = desk.getState()
  if (!issue) return
  const last = lastText(issue, article)
  if (last?.vertical && last.bands && !last.bands.level && !last.locked) {
    perform(setBands([last.id], { ...last.bands, level: true }))
    return
  }
  const feet = levelFeet(issue, article, pressOf(means), breaks)
  if (feet.length > 0) perform(levelFrames(article, feet))
  else tell({ zh: "各栏已经齐底。", en: "The columns are level already." }, false)
}

/** The last text frame of an article. */
function lastText({ pages }: Issue, article: string): Frame | undefined {
  const text = pages.flatMap(({ frames }) =>
    frames.filter((frame) => frame.role === "body" && frame.article === article),
  )
  return text.toSorted((a, b) => a.order - b.order).at(-1)
}
