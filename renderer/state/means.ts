import type { Say } from "../../layouts/finding.ts"
import type { Answer, Door } from "../../main/bridge/contract.ts"
import type { TileStore } from "../canvas/tile-store.ts"
import type { Shelf } from "../type/shelf.ts"
import { desk } from "./desk.ts"

/** What the actions work with, once the desk is up. */
export interface Means {
  readonly door: Door
  readonly shelf: Shelf
  readonly tiles: TileStore
}

/** How long what went well is told, ms; a fault stays until something else is told or undone. */
const STAY = 8000

let leaving: ReturnType<typeof setTimeout> | undefined

/** Tells the person something at the foot of the window. */
export function tell(say: Say, bad: boolean): void {
  clearTimeout(leaving)
  desk.setState({ message: { say, bad } })
  if (!bad) leaving = setTimeout(untell, STAY)
}

/** Takes back what was told: it is over, or no longer so. */
export function untell(): void {
  clearTimeout(leaving)
  if (desk.getState().message) desk.setState({ message: null })
}

/** The value of an answer; a fault is told and gives null. */
export function valueOf<T>(answer: Answer<T>): T | null {
  if (answer.ok) return answer.value
  tell(answer.say, true)
  return null
}
