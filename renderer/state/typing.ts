/** A pause in typing, ms, that ends one step of undo. */
const TYPING_PAUSE = 800

let last = { at: -Infinity, where: "" }

/** Whether words typed now belong to the step of those typed before: same place, no pause. */
export function typingGoesOn(where: string): boolean {
  const now = performance.now()
  const goesOn = now - last.at < TYPING_PAUSE && last.where === where
  last = { at: now, where }
  return goesOn
}

/** Ends a run of typing: what is typed next is a step of its own. */
export function endTyping(): void {
  last = { at: -Infinity, where: "" }
}
