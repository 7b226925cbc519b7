import type { Ink } from "../../../layouts/display/list.ts"
import { factor } from "./numbers.ts"

/** Names of the two graphics states that every page carries. */
export const OVERPRINT_ON = "Over"
export const OVERPRINT_OFF = "Knock"

/** An ink as its colour operands, and whether it is black alone at full strength. */
export interface PressInk {
  readonly operands: string
  readonly solidBlack: boolean
}

/** The inks of a page by name. */
export function pressInks(inks: readonly Ink[]): ReadonlyMap<string, PressInk> {
  return new Map(inks.map((ink) => [ink.name, pressInk(ink)]))
}

function pressInk(ink: Ink): PressInk {
  const [cyan, magenta, yellow, black] = ink.cmyk
  return {
    operands: ink.cmyk.map((share) => factor(Math.min(1, Math.max(0, share)))).join(" "),
    solidBlack: cyan === 0 && magenta === 0 && yellow === 0 && black === 1,
  }
}
