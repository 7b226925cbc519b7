import type { Ink, SpotPlate } from "../../../layouts/display/list.ts"
import { factor } from "./numbers.ts"

/** Names of the two graphics states that every page carries. */
export const OVERPRINT_ON = "Over"
export const OVERPRINT_OFF = "Knock"

/** An ink as its colour operands and the operators that take them for filling and for stroking. */
export interface PressInk {
  readonly fill: readonly [operands: string, operator: string]
  readonly stroke: readonly [operands: string, operator: string]
  readonly ink: Ink
}

/** The inks of a page by name. */
export function pressInks(inks: readonly Ink[]): ReadonlyMap<string, PressInk> {
  const spaces = spotSpaces(inks)
  return new Map(
    inks.map((ink) => [
      ink.name,
      { ink, ...(ink.spot ? spotInk(ink.spot, spaces.get(ink.spot.plate)!) : processInk(ink)) },
    ]),
  )
}

/** The names that a page's operators call its spot plates' colour spaces by: S1, S2 … by plate. */
export function spotSpaces(inks: readonly Ink[]): ReadonlyMap<string, string> {
  const plates = new Set(inks.flatMap(({ spot }) => (spot ? [spot.plate] : [])))
  return new Map([...plates].map((plate, i) => [plate, `S${i + 1}`]))
}

function processInk({ cmyk }: Ink): Omit<PressInk, "ink"> {
  const operands = cmyk.map(share).join(" ")
  return { fill: [operands, "k"], stroke: [operands, "K"] }
}

function spotInk({ tint }: SpotPlate, space: string): Omit<PressInk, "ink"> {
  return {
    fill: [`/${space} cs ${share(tint)}`, "scn"],
    stroke: [`/${space} CS ${share(tint)}`, "SCN"],
  }
}

function share(value: number): string {
  return factor(Math.min(1, Math.max(0, value)))
}
