import { areaOf } from "../grid/regions.ts"
import type { Region } from "../issue/page.ts"
import type { SlotRole, Template } from "../templates/template.ts"
import { partsOfSlot } from "./blank.ts"
import type { Fit } from "./fit.ts"
import type { BareFrame } from "./frames.ts"
import type { MadePage, PlacedPiece } from "./page.ts"
import { leadIndex, type Piece } from "./piece.ts"
import { reasonForOpening } from "./reasons.ts"

/** A place for one article on a template as it is drawn: the frames of a slot, or of a part of one. */
interface Opening {
  readonly slot: string
  readonly part: number
  readonly role: SlotRole
  readonly frames: readonly BareFrame[]
}

/**
 * What a piece in an opening costs, in lines: a line over costs more than one short, and an opening
 * without the picture or the headline that the piece has, or the other way round, is worse than
 * either. The lead goes to the lead's slot.
 */
const PRICE = { over: 3, headline: 20, picture: 60, lead: 1000, order: 0.01 } as const

/** Pieces put into a template as it is drawn, and those that found no opening. */
export interface DrawnPage {
  readonly made: MadePage
  readonly left: readonly Piece[]
}

/**
 * Puts pieces into the openings of a template without moving a frame, each where it comes nearest
 * to fitting. Openings that get none stay empty; house slots are for notices.
 */
export function drawnPage(pieces: readonly Piece[], template: Template, fit: Fit): DrawnPage {
  const openings = openingsOf(template)
  const lead = pieces[leadIndex(pieces)]
  const pairs = pieces.flatMap((piece, i) =>
    openings.flatMap((opening, j) => {
      const cost = costOf(piece, opening, fit)
      const led = (piece === lead) === (opening.role === "lead") ? 0 : PRICE.lead
      return cost === null ? [] : [{ i, j, cost: cost + led + PRICE.order * Math.abs(i - j) }]
    }),
  )
  const chosen = new Map<number, number>()
  for (const { i, j } of pairs.toSorted((a, b) => a.cost - b.cost))
    if (!chosen.has(i) && ![...chosen.values()].includes(j)) chosen.set(i, j)
  const guests = new Map([...chosen].map(([i, j]) => [openings[j]!, pieces[i]!]))
  const placed = [...guests].map(([{ slot, part }, piece]): PlacedPiece => {
    return { piece, slot, part, why: reasonForOpening(piece), fit: "whole" }
  })
  const houses = housesOf(template)
  const frames = openings.flatMap((opening) => framesWith(opening, guests.get(opening)))
  const made = {
    ...{ template, placed, air: [], drawn: template.drawn ?? [] },
    frames: [...frames, ...houses],
    notices: houses.map(({ region }) => region),
  }
  return { made, left: pieces.filter((_, i) => !chosen.has(i)) }
}

/** The openings of a template: its slots' parts, without those for notices. */
function openingsOf({ slots }: Template): readonly Opening[] {
  return slots.flatMap((slot) =>
    partsOfSlot(slot)
      .map((frames) => frames.filter(({ role }) => role !== "house"))
      .map((frames, part) => ({ slot: slot.id, part, role: slot.role, frames }))
      .filter(({ frames }) => frames.length > 0),
  )
}

function housesOf({ slots }: Template): readonly BareFrame[] {
  return slots.flatMap((slot) =>
    partsOfSlot(slot)
      .flat()
      .filter(({ role }) => role === "house"),
  )
}

/** How ill a piece suits an opening, in lines; null when it is of another kind. */
function costOf(piece: Piece, { frames }: Opening, fit: Fit): number | null {
  const { article, setting } = piece
  const of = (role: BareFrame["role"]): readonly Region[] =>
    frames.filter((frame) => frame.role === role).map(({ region }) => region)
  const main = setting === "text" ? "body" : setting === "photo" ? "picture" : "filler"
  if (of(main).length === 0 || (setting === "photo" && of("body").length > 0)) return null
  const own = setting === "photo" ? of("caption") : of(main)
  const wide = setting === "text" ? 1 : Math.max(1, ...own.map(({ columns }) => columns))
  const need = fit.depths(article, wide).reduce((sum, depth) => sum + depth, 0)
  const room = own.reduce((sum, region) => sum + (wide === 1 ? areaOf(region) : region.lines), 0)
  const asked = setting === "text" ? need : need / wide
  const lines = asked > room ? PRICE.over * (asked - room) : room - asked
  const headed = (article.headline !== null) === of("headline").length > 0 ? 0 : PRICE.headline
  const pictures =
    setting === "photo" ? Math.max(1, article.pictures.length) : article.pictures.length
  return lines + headed + PRICE.picture * Math.abs(pictures - of("picture").length)
}

/** An opening's frames as a piece's; a headline or picture that it has not stays empty. */
function framesWith({ frames }: Opening, piece: Piece | undefined): readonly BareFrame[] {
  if (!piece) return frames.map((frame) => ({ ...frame, order: 0 }))
  const { article, setting } = piece
  let pictures =
    setting === "photo" ? Math.max(1, article.pictures.length) : article.pictures.length
  return frames.map((frame) => {
    const empty =
      (frame.role === "headline" && article.headline === null) ||
      (frame.role === "picture" && (pictures -= 1) < 0) ||
      (frame.role === "caption" && setting !== "photo")
    return empty ? { ...frame, order: 0 } : { ...frame, article: article.id }
  })
}
