import { comparing, differencesIn } from "./comparing.ts"
import { desk } from "./desk.ts"
import { revealSpot } from "./jump.ts"

/** Chooses a difference and brings its place into sight. */
export function chooseDifference(chosen: number): void {
  const { comparison, beside } = comparing.getState()
  const difference = differencesIn(comparison, desk.getState())[chosen]
  if (!comparison || !difference) return
  comparing.setState({ chosen })
  const { was, now } = difference
  const [first, second] = beside === "was" && comparison.now ? [was, now] : [now, was]
  revealSpot({ page: comparison.page, boxes: first.length > 0 ? first : second })
}

/** Goes on to the next difference, or back; behind the last comes the first. */
export function stepDifference(step: 1 | -1): void {
  const { comparison, chosen } = comparing.getState()
  const { length } = differencesIn(comparison, desk.getState())
  if (length === 0) return
  chooseDifference(
    chosen === null ? (step > 0 ? 0 : length - 1) : (chosen + step + length) % length,
  )
}
