import type { PointerEvent } from "react"

/** What a drag does: while the pointer goes, and when it is let go. */
export interface Following {
  readonly move: (event: globalThis.PointerEvent) => void
  readonly end: () => void
}

/** Follows the pointer from a press on an element until it is let go or taken away. */
export function followPointer(down: PointerEvent, { move, end }: Following): void {
  down.preventDefault()
  down.stopPropagation()
  const element = down.currentTarget as HTMLElement
  element.focus()
  element.setPointerCapture(down.pointerId)
  const stop = (): void => {
    element.removeEventListener("pointermove", move)
    end()
  }
  element.addEventListener("pointermove", move)
  element.addEventListener("lostpointercapture", stop, { once: true })
}
