import type { ComposedPage } from "../../layouts/compose.ts"

/** Pages out of sight that are composed at once; when an edit makes more of them new, they take turns. */
const AT_ONCE = 2

/** What is to be composed. */
export interface PageOrder {
  /** All pages of the issue, in page order. */
  readonly pages: readonly string[]
  readonly inSight: readonly string[]
  /** How the pages were composed last, by id. */
  readonly before: ReadonlyMap<string, ComposedPage>
  /** Composes a page; answers with the very record of before when nothing of it changed. */
  compose(page: string): ComposedPage
  /** Takes a page as soon as it is composed, and is told of those that were not new too. */
  onPage(page: ComposedPage): void
  /** Takes all pages when those that had to wait are composed too. */
  onWhole(pages: readonly ComposedPage[]): void
}

let waiting: { readonly turn: () => void; readonly timer: number } | null = null

/**
 * Composes the pages in sight, and of the others as many as an edit usually touches. What is left
 * takes a turn each, so that the window draws in between; whoever presses a key or the pointer
 * before they are through finds them finished. Returns the pages as they are known now, in page
 * order: those that still wait are missing, or as they were before. A later order ends this one.
 */
export function composeInTurns(order: PageOrder): readonly ComposedPage[] {
  endTurns()
  const known = new Map(order.before)
  const left = new Set(order.pages)
  let fresh = 0
  const compose = (id: string): void => {
    left.delete(id)
    const page = order.compose(id)
    if (page !== known.get(id) && !order.inSight.includes(id)) fresh += 1
    known.set(id, page)
    order.onPage(page)
  }
  order.inSight.forEach(compose)
  const most = order.before.size === 0 ? 0 : AT_ONCE
  for (const id of order.pages) if (left.has(id) && fresh < most) compose(id)
  const pages = (): readonly ComposedPage[] => order.pages.flatMap((id) => known.get(id) ?? [])
  const turn = (): void => {
    const [next] = left
    if (next !== undefined) compose(next)
    if (left.size > 0) return takeTurn(turn)
    endTurns()
    order.onWhole(pages())
  }
  if (left.size > 0) takeTurn(turn)
  return pages()
}

/** Composes at once what still waits for its turn. */
export function finishTurns(): void {
  while (waiting) waiting.turn()
}

/** True while pages wait for their turn. */
export function areTurnsLeft(): boolean {
  return waiting !== null
}

/** Lets what still waits be: its issue is shown no longer, or composed anew. */
export function endTurns(): void {
  if (!waiting) return
  clearTimeout(waiting.timer)
  waiting = null
  for (const hand of HANDS) globalThis.removeEventListener?.(hand, finishTurns, true)
}

const HANDS = ["keydown", "pointerdown", "drop"] as const

function takeTurn(turn: () => void): void {
  if (waiting) clearTimeout(waiting.timer)
  else for (const hand of HANDS) globalThis.addEventListener?.(hand, finishTurns, true)
  waiting = { turn, timer: setTimeout(turn, 0) as unknown as number }
}
