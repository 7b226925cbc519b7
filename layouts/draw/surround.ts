import type { Furniture, Grid, Page } from "../issue/page.ts"
import { shared, sharedList } from "../issue/share.ts"
import { adBox, fillerBoxes } from "./boxes.ts"
import { columnRules, headlineRules } from "./column-rules.ts"

/** What was found last for the page of a grid, which frames that move leave as it is. */
const remembered = new WeakMap<Grid, readonly Furniture[]>()

/**
 * What a page draws round its articles: rules between them, boxes round fillers and advertisements
 * (`ads`, by article id). It is found from the frames, so that it follows every change of theirs;
 * pieces that come out as before keep their identity.
 */
export function surroundOf(page: Page, ads: ReadonlySet<string>): readonly Furniture[] {
  const { grid, frames, rules } = page
  const adFrames = [...ads].map((ad) => frames.filter(({ article }) => article === ad))
  const found = [
    ...(rules.column === null ? [] : columnRules(grid, frames, rules.column)),
    ...(rules.slot === null ? [] : headlineRules(grid, frames, rules.slot)),
    ...fillerBoxes(grid, frames),
    ...adFrames.flatMap((own) => adBox(grid, own)),
  ]
  const before = remembered.get(grid) ?? []
  const kept = sharedList(
    before,
    found.map((piece, i) => shared(before[i], piece)),
  )
  remembered.set(grid, kept)
  return kept
}
