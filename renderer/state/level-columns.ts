import { levelFrames } from "../../layouts/edits/level-frames.ts"
import { levelFeet } from "../../layouts/level-feet.ts"
import { perform, pressOf } from "./actions.ts"
import { desk } from "./desk.ts"
import { tell, type Means } from "./means.ts"

/** Ends an article's columns on one line (拉平); says so when they do already. */
export function levelChosen(article: string, means: Means): void {
  const { issue, breaks } = desk.getState()
  if (!issue) return
  const feet = levelFeet(issue, article, pressOf(means), breaks)
  if (feet.length > 0) perform(levelFrames(article, feet))
  else tell({ zh: "各栏已经齐底。", en: "The columns are level already." }, false)
}
