import type { Rectangle } from "electron"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { writeDurably } from "../../files/whole.ts"

/** Place and size of a window; without a place the platform chooses one. */
export interface Bounds {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

/** How a window stood last. */
export interface WindowState {
  readonly bounds: Bounds
  readonly maximized: boolean
}

/** A window that was never moved. */
const FIRST: WindowState = { bounds: { width: 1440, height: 900 }, maximized: false }

/** Least part of a window's top edge that must be on a screen, so that it can be taken hold of, px. */
const GRIP = { width: 120, height: 24 } as const

/** Step from one window to the next, px. */
const STEP = 28

/** How the window stood last; the first state when that is not known. */
export function loadWindowState(home: string): WindowState {
  try {
    const read = JSON.parse(readFileSync(fileIn(home), "utf8")) as Required<Bounds> & {
      readonly maximized?: unknown
    }
    const { x, y, width, height } = read
    return [x, y, width, height].every(Number.isInteger)
      ? { bounds: { x, y, width, height }, maximized: read.maximized === true }
      : FIRST
  } catch {
    return FIRST
  }
}

/** Notes how the window stands; a disk that refuses costs only that. */
export function saveWindowState(home: string, bounds: Required<Bounds>, maximized: boolean): void {
  const { x, y, width, height } = bounds
  try {
    writeDurably(fileIn(home), JSON.stringify({ x, y, width, height, maximized }))
  } catch {
    return
  }
}

/**
 * Bounds that a person can reach on the screens of now: a screen that was unplugged leaves the place
 * to the platform, and no window is larger than the screen it stands on.
 */
export function boundsOn(bounds: Bounds, screens: readonly Rectangle[]): Bounds {
  const own = screens.find((screen) => holdsGrip(screen, bounds))
  const { width, height } = own ?? screens[0] ?? bounds
  const size = { width: Math.min(bounds.width, width), height: Math.min(bounds.height, height) }
  return own && bounds.x !== undefined && bounds.y !== undefined
    ? { x: bounds.x, y: bounds.y, ...size }
    : size
}

/** Bounds for one more window: beside the last, so that both can be seen. */
export function boundsBeside(bounds: Required<Bounds>): Bounds {
  return { ...bounds, x: bounds.x + STEP, y: bounds.y + STEP }
}

function holdsGrip(screen: Rectangle, { x, y, width }: Bounds): boolean {
  if (x === undefined || y === undefined) return false
  const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
  const below = y >= screen.y && y + GRIP.height <= screen.y + screen.height
  return below && across >= GRIP.width
}

function fileIn(home: string): string {
  return join(home, "window.json")
}
