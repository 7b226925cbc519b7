import { expect } from "vitest"
import { boxOf } from "../../layouts/grid/geometry.ts"
import type { Frame, Grid } from "../../layouts/issue/page.ts"
import { pt, zi } from "../../layouts/units.ts"
import { handlePoint, shownBox } from "../../renderer/tools/hit.ts"
import {
  FREE,
  type Act,
  type Bench,
  type Handle,
  type Held,
  type Point,
  type Sketch,
  type Step,
  type Tool,
  type ToolEvent,
} from "../../renderer/tools/tool.ts"

/** Six columns of 17 字 by a hundred and twenty lines. */
export const GRID: Grid = {
  x: pt(50),
  y: pt(80),
  bodySize: pt(9),
  linePitch: pt(11.25),
  columns: 6,
  measure: zi(17),
  gutter: zi(1.8),
  lines: 120,
}

/** A hand that works a tool, step by step, as a person does; every step gives the hand again. */
export interface Hand {
  /** Presses a frame near its top left, or a column and line of the page. */
  press(at: string | readonly [column: number, line: number], held?: Partial<Held>): Hand
  /** Presses a handle of a frame. */
  pull(id: string, across: Handle["across"], down: Handle["down"]): Hand
  /** Moves the pointer by columns and lines from where it is. */
  drag(columns: number, lines: number, held?: Partial<Held>): Hand
  /** Moves the pointer to a column and line, or a point of a frame. */
  hover(at: string | readonly [column: number, line: number]): Hand
  release(held?: Partial<Held>): Hand
  /** Presses and lets go. */
  click(at: string | readonly [column: number, line: number], held?: Partial<Held>): Hand
  cancel(): Hand
  expectState(kind: string): Hand
  expectChosen(...ids: readonly string[]): Hand
  /** What was asked for since this was asked last. */
  expectActs(...acts: readonly Act[]): Hand
  sketch(): Sketch
}

/** Takes a tool in a hand over frames of the grid, some of them chosen or with text left over. */
export function handWith<S extends { readonly kind: string }>(
  tool: Tool<S>,
  frames: readonly Frame[],
  selection: readonly string[] = [],
  over: readonly string[] = [],
): Hand {
  let state: S = tool.idle
  let chosen = selection
  let acts: Act[] = []
  let at: Point = { x: 0, y: 0 }
  const bench = (): Bench => ({ frames, grid: GRID, selection: chosen, over })
  const send = (event: ToolEvent): Hand => {
    const next: Step<S> = tool.step(state, event, bench())
    state = next.state
    if (next.selection) chosen = next.selection
    if (next.act) acts.push(next.act)
    return hand
  }
  const placeOf = (place: string | readonly [number, number]): Point => {
    if (typeof place !== "string") return pointOf(...place)
    const { x, y } = shownBox(
      GRID,
      frames.find(({ id }) => id === place)!,
    )
    return { x: x + 20, y: y + 20 }
  }
  const hand: Hand = {
    press(place, held = {}) {
      at = placeOf(place)
      const keys = { ...FREE, ...held }
      return send({ kind: "down", at, more: keys.shift, held: keys, handle: null })
    },
    pull(id, across, down) {
      const handle = { across, down }
      at = handlePoint(
        shownBox(
          GRID,
          frames.find((one) => one.id === id)!,
        ),
        handle,
      )
      return send({ kind: "down", at, more: false, handle: { id, handle } })
    },
    drag(columns, lines, held = {}) {
      const far = pointOf(columns, lines)
      at = { x: at.x + far.x - GRID.x, y: at.y + far.y - GRID.y }
      return send({ kind: "move", at, held: { ...FREE, ...held } })
    },
    hover(place) {
      at = placeOf(place)
      return send({ kind: "move", at })
    },
    release: (held = {}) => send({ kind: "up", at, held: { ...FREE, ...held } }),
    click: (place, held = {}) => hand.press(place, held).release(held),
    cancel: () => send({ kind: "cancel" }),
    expectState(kind) {
      expect(state.kind).toBe(kind)
      return hand
    },
    expectChosen(...ids) {
      expect(chosen).toEqual(ids)
      return hand
    },
    expectActs(...asked) {
      expect(acts).toEqual(asked)
      acts = []
      return hand
    },
    sketch: () => tool.sketch(state, bench()),
  }
  return hand
}

/** The top left of a column and line, which may be parts of one. */
export function pointOf(column: number, line: number): Point {
  const { x, y } = boxOf(GRID, { column: 0, columns: 1, line: 0, lines: 1 })
  const step = (GRID.measure + GRID.gutter) * GRID.bodySize
  return { x: x + column * step, y: y + line * GRID.linePitch }
}
