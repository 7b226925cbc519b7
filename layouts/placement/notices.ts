import { boxOf } from "../grid/geometry.ts"
import type { Furniture, Grid, Region } from "../issue/page.ts"
import { fillIn } from "../templates/placeholders.ts"
import type { Notice } from "../templates/template.ts"
import { pt, type Box, type Pt } from "../units.ts"

/** Lines up to which the template's first, second … notice suits a frame; the last suits all larger. */
const SUITED = [8, 18] as const

/** Proportions of a notice: sizes in pt, the rest parts of the box or of the title's size. */
const SET = {
  largest: 56,
  smallest: 7.5,
  wide: 0.84,
  high: 0.8,
  text: 0.5,
  lead: 1.7,
  titleLead: 1.35,
  rule: 0.5,
} as const

/** Part of a type size by which a line of type reaches above its baseline. */
const ABOVE = 0.88

/**
 * The box and the words of a notice that fills a hole (本报用稿): furniture, because no article
 * owns it. `count` is how many notices the page has already, so that neighbours differ.
 */
export function noticeFurniture(
  region: Region,
  grid: Grid,
  notices: readonly Notice[],
  set: { readonly answers: Readonly<Record<string, string>>; readonly count: number },
): readonly Furniture[] {
  const box = boxOf(grid, region)
  const frame: Furniture = { kind: "box", ...box, rule: pt(SET.rule), tint: 0 }
  const notice = chosenNotice(notices, region, set.count)
  if (notice === null) return [frame]
  const lines = notice.lines.map((line) => fillIn(line, set.answers).trim()).filter((line) => line)
  const title = fillIn(notice.title, set.answers).trim()
  return [frame, ...wordsIn(box, title, lines)]
}

/** The notice that suits a frame's height; small frames take turns among the small ones. */
function chosenNotice(notices: readonly Notice[], region: Region, count: number): Notice | null {
  const suited = SUITED.findIndex((lines) => region.lines <= lines)
  const most = suited < 0 ? notices.length - 1 : Math.min(suited, notices.length - 1)
  // A low frame can hold only short notices; a high one may hold any but looks best with the longest.
  return notices[suited < 0 || count === 0 ? most : Math.max(0, most - (count % 2))] ?? null
}

/** Title and lines centred in a box; lines are left out, from the last, when the box is too low for them. */
function wordsIn(box: Box, title: string, lines: readonly string[]): readonly Furniture[] {
  let shown = lines
  let size = titleSize(box, title, shown)
  while (shown.length > 0 && size * SET.text < SET.smallest) {
    shown = shown.slice(0, -1)
    size = titleSize(box, title, shown)
  }
  const small = size * SET.text
  const high = size + shown.length * small * SET.lead
  let y = box.y + (box.height - high) / 2
  const x = pt(box.x + box.width / 2)
  const words: Furniture[] = [
    word(title, { family: "song", weight: 700, size }, x, y + ABOVE * size),
  ]
  y += size
  for (const line of shown) {
    words.push(
      word(
        line,
        { family: "kai", weight: 500, size: small },
        x,
        y + (SET.lead - 1 + ABOVE) * small,
      ),
    )
    y += small * SET.lead
  }
  return words
}

/** The title's size so that title and lines fit the box in width and height. */
function titleSize(box: Box, title: string, lines: readonly string[]): number {
  const widest = Math.max(emsOf(title), ...lines.map((line) => emsOf(line) * SET.text))
  const byWidth = (box.width * SET.wide) / Math.max(1, widest)
  const byHeight = (box.height * SET.high) / (1 + lines.length * SET.text * SET.lead)
  return Math.floor(Math.min(byWidth, byHeight, SET.largest) * 4) / 4
}

/** Width of a text in em: one for each character, half for ASCII. */
function emsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < "\u0080" ? 0.5 : 1), 0)
}

/** One centred line of a notice. */
function word(
  text: string,
  type: { readonly family: string; readonly weight: number; readonly size: number },
  x: Pt,
  baseline: number,
): Furniture {
  return {
    kind: "text",
    role: "house",
    text,
    family: type.family,
    weight: type.weight,
    size: pt(type.size),
    x,
    baseline: pt(baseline),
    align: "center",
    tracking: pt(0),
  }
}
