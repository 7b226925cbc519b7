import { startTransition, useDeferredValue, useEffect, useState } from "react"
import { useStore } from "zustand"
import { createStore } from "zustand/vanilla"
import { desk, type Desk } from "./desk.ts"

/** How long the desk must rest before what sums it up is told anew, ms: no key waits for that. */
const REST = 120

/** How long it is put off at most, ms, while keys keep coming. */
const LONGEST = 600

/**
 * What the desk knew when it last came to rest. Panels that sum up the whole issue read this: they
 * follow a key press a moment after the page does. That another issue is open, or none, is told at
 * once, before its pages: nothing of the last one is left to be pressed.
 */
const deskAtRest = createStore<Desk>(() => desk.getState())

/** A part of the desk as it was at rest; a key that is pressed while it is shown goes first. */
export function useAtRest<Part>(part: (desk: Desk) => Part): Part {
  return useDeferredValue(useStore(deskAtRest, part))
}

/** A value as it last came to rest; null until it first did. A key that is pressed meanwhile goes first. */
export function useRested<Value>(value: Value): Value | null {
  const [rested, setRested] = useState<{ readonly value: Value } | null>(null)
  useEffect(() => {
    const rest = setTimeout(() => startTransition(() => setRested({ value })), REST)
    return () => clearTimeout(rest)
  }, [value])
  return rested && rested.value
}

let waiting = 0
let since = 0

desk.subscribe((now) => {
  const told = deskAtRest.getState()
  if (now.path !== told.path || now.issue === null) return tell()
  if (waiting === 0) since = performance.now()
  clearTimeout(waiting)
  const left = since + LONGEST - performance.now()
  waiting = window.setTimeout(tell, Math.max(0, Math.min(REST, left)))
})

/** Tells what is known now; while pages are composed there is more to come. */
function tell(): void {
  clearTimeout(waiting)
  waiting = 0
  if (desk.getState().composing) return
  deskAtRest.setState(desk.getState(), true)
}
