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

/** Tells the person something at the foot of the window. */
export function tell(say: Say, bad: boolean): void {
  desk.setState({ message: { say, bad } })
}

/** The value of an answer; a fault is told and gives null. */
export function valueOf<T>(answer: Answer<T>): T | null {
  if (answer.ok) return answer.value
  tell(answer.say, true)
  return null
}
