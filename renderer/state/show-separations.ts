import { showPictureLook } from "./actions.ts"
import type { Means } from "./means.ts"
import { separations, type Separations } from "./separations.ts"

/** Changes how plates are shown, or whether they are, and shows the pages so. */
export function showSeparations(change: Partial<Separations>, means: Means): void {
  const before = separations.getState()
  separations.setState({ ...change, under: null })
  const { on, hidden, over, limit, condition } = separations.getState()
  means.tiles.setPlates(on ? { hidden, limit: over ? limit : null } : null)
  if (on !== before.on || (on && condition !== before.condition)) showPictureLook(means)
}
