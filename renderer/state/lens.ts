import { createStore } from "zustand/vanilla"
import { pxPerPt, view } from "./view.ts"

/** The magnifier (放大镜) over the page. */
export interface Lens {
  /** On by its switch, or while its key is held. */
  readonly on: boolean
  readonly factor: number
  /** CSS pixels from the canvas's top left; null is its middle. */
  readonly at: { readonly x: number; readonly y: number } | null
}

/** The key that takes the magnifier up. */
export const LENS_KEY = "F6"

/** Least and most that it magnifies. */
const FACTORS = { least: 2, most: 8 } as const

/** The window's magnifier. */
export const lens = createStore<Lens>(() => ({ on: false, factor: 3, at: null }))

/** Takes the magnifier up or lays it down. */
export function switchLens(): void {
  lens.setState(({ on }) => ({ on: !on }))
}

/** Lays the magnifier down. */
export function layDownLens(): void {
  lens.setState({ on: false })
}

/** Magnifies more or less, within what it can. */
export function magnify(by: 1 | -1): void {
  lens.setState(({ factor }) => ({
    factor: Math.min(FACTORS.most, Math.max(FACTORS.least, factor + by)),
  }))
}

/** What the magnifier is led to, pt: the middle of its left edge. */
export interface Led {
  readonly x: number
  readonly y: number
  readonly height: number
}

/** Moves it to a place of the page that is worked on, pt: the keys have no pointer. */
export function lensTo({ x, y, height }: Led): void {
  const state = view.getState()
  const px = pxPerPt(state)
  lens.setState({
    at: { x: (x - state.left) * px, y: (y + height / 2 - state.top) * px },
  })
}
