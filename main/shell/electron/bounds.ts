import { readFileSync } from "node:fs"
import { join } from "node:path"
import { writeDurably } from "../../files/whole.ts"
import type { Bounds } from "./window.ts"

/** A window that was never moved. */
const FIRST: Bounds = { width: 1440, height: 900 }

/** Where the window stood last; the first place when that is not known. */
export function loadBounds(home: string): Bounds {
  try {
    const read = JSON.parse(readFileSync(join(home, "window.json"), "utf8")) as Bounds
    const { x, y, width, height } = read
    return [x, y, width, height].every(Number.isInteger)
      ? ({ x, y, width, height } as Bounds)
      : FIRST
  } catch {
    return FIRST
  }
}

/** Notes where the window stands; a disk that refuses costs only that. */
export function saveBounds(home: string, { x, y, width, height }: Required<Bounds>): void {
  try {
    writeDurably(join(home, "window.json"), JSON.stringify({ x, y, width, height }))
  } catch {
    return
  }
}
