import type { Furniture } from "../issue/page.ts"
import { pt, type Pt } from "../units.ts"

/** How a word of a proof's own stands. */
export interface WordsLook {
  readonly x: Pt
  readonly baseline: Pt
  /** Pt. */
  readonly size: number
  readonly align?: "left" | "center" | "right"
  /** Family of the registry; plain words are 宋, and 黑 is bold. */
  readonly family?: "song" | "hei"
}

/** Words that a proof puts beside the page, as furniture that is not of the page. */
export function words(text: string, look: WordsLook): Furniture {
  const { x, baseline, size, align = "left", family = "song" } = look
  return {
    kind: "text",
    role: "house",
    text,
    family,
    weight: family === "hei" ? 700 : 400,
    ...{ x, baseline, align },
    size: pt(size),
    tracking: pt(0),
  }
}
