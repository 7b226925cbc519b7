import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { ComposedPage } from "../../layouts/compose.ts"
import {
  areTurnsLeft,
  composeInTurns,
  endTurns,
  finishTurns,
  type PageOrder,
} from "../../renderer/state/page-turns.ts"

const PAGES = ["A1", "A2", "A3", "A4", "A5", "A6"]

/** Compositions of six pages; those of `changed` come out new, the others as they were. */
function issue() {
  const made = new Map<string, ComposedPage>()
  const composed: string[] = []
  const whole: (readonly string[])[] = []
  const idOf = ({ page }: ComposedPage): string => page.id
  const order = (changed: readonly string[], inSight: readonly string[]): PageOrder => {
    const stale = new Set(changed)
    return {
      pages: PAGES,
      inSight,
      before: new Map(made),
      compose(id) {
        composed.push(id)
        const known = stale.delete(id) ? undefined : made.get(id)
        const page = known ?? ({ page: { id } } as ComposedPage)
        made.set(id, page)
        return page
      },
      onPage: () => {},
      onWhole: (pages) => whole.push(pages.map(idOf)),
    }
  }
  return { composed, whole, made, order, idOf }
}

describe("pages that are composed in turns", () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => {
    endTurns()
    vi.useRealTimers()
  })

  it("begin with the one in sight; the others of an issue just opened follow in page order", () => {
    const { order, composed, whole, idOf } = issue()
    expect(composeInTurns(order(PAGES, ["A4"])).map(idOf)).toEqual(["A4"])
    expect(areTurnsLeft()).toBe(true)
    vi.runAllTimers()
    expect(composed).toEqual(["A4", "A1", "A2", "A3", "A5", "A6"])
    expect(whole).toEqual([PAGES])
    expect(areTurnsLeft()).toBe(false)
  })

  it("are all there at once after an edit that changes few of them", () => {
    const { order, made, whole } = issue()
    composeInTurns(order(PAGES, ["A1"]))
    finishTurns()
    const before = made.get("A3")
    const pages = composeInTurns(order(["A1", "A3"], ["A1"]))
    expect(pages[2]).not.toBe(before)
    expect(areTurnsLeft()).toBe(false)
    expect(whole).toHaveLength(1)
  })

  it("are finished by whoever needs them before their turn", () => {
    const { order, whole } = issue()
    composeInTurns(order(PAGES, ["A1"]))
    finishTurns()
    expect(whole).toEqual([PAGES])
    vi.runAllTimers()
    expect(whole).toHaveLength(1)
  })

  it("give way to a later order, which does what they left", () => {
    const { order, whole, made } = issue()
    composeInTurns(order(PAGES, ["A1"]))
    vi.advanceTimersToNextTimer()
    composeInTurns(order(["A1"], ["A1"]))
    vi.runAllTimers()
    expect(whole).toEqual([PAGES])
    expect([...made.keys()].toSorted()).toEqual(PAGES)
  })
})
