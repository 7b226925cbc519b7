/** Presses nearer than this in time (ms) and place (CSS pixels) are one double or triple press. */
const QUICK = { time: 450, place: 5 } as const

let last = { at: -Infinity, x: 0, y: 0, count: 0 }

/** How many presses this one makes with those just before it at the same place, from 1. */
export function countPress(event: {
  readonly timeStamp: number
  readonly clientX: number
  readonly clientY: number
}): number {
  const { timeStamp: at, clientX: x, clientY: y } = event
  const quick = at - last.at < QUICK.time
  const near = Math.max(Math.abs(x - last.x), Math.abs(y - last.y)) <= QUICK.place
  last = { at, x, y, count: quick && near ? last.count + 1 : 1 }
  return last.count
}
