import type { ComposedPage } from "../compose.ts"
import type { DisplayList, Ink, Item } from "../display/list.ts"
import type { Press } from "../press.ts"
import { pt, type Box } from "../units.ts"
import { setWords, type Pen } from "./draw-marks.ts"
import { rectsOf } from "./mark-rects.ts"
import type { TrackedChange } from "./tracked-changes.ts"

/** How one person's changes look: colour is never the only sign of it. */
export interface HandLook {
  readonly ink: Ink
  /** Dashes of what underlines their words, pt; none is a whole line. */
  readonly dash: readonly number[]
}

/** The looks of hands, in the order in which people come; those beyond the last begin anew. */
const HANDS: readonly HandLook[] = [
  { ink: { name: "hand 1", cmyk: [0, 0.9, 0.8, 0.1] }, dash: [] },
  { ink: { name: "hand 2", cmyk: [0.9, 0.55, 0, 0.05] }, dash: [3, 1] },
  { ink: { name: "hand 3", cmyk: [0.8, 0.15, 0.9, 0.2] }, dash: [1, 1] },
  { ink: { name: "hand 4", cmyk: [0.5, 0.85, 0, 0.1] }, dash: [4, 1, 1, 1] },
  { ink: { name: "hand 5", cmyk: [0, 0.55, 0.95, 0.15] }, dash: [6, 1.5] },
  { ink: { name: "hand 6", cmyk: [0.75, 0.2, 0.3, 0.3] }, dash: [2, 2] },
]

/** The look of a person's hand among all that wrote. */
export function handLook(people: readonly string[], author: string): HandLook {
  return HANDS[Math.max(0, people.indexOf(author)) % HANDS.length]!
}

/** Width of what is drawn, pt. */
const LINE = pt(0.7)

/** Size of taken out words, of the em of the line below them; least of all, pt. */
const GONE = { least: 0.5, most: 0.75, points: 4 } as const

/** Air between taken out words and the line below them where there is room, pt. */
const AIR = 1.5

/** Most characters of taken out words that are drawn; the list of changes has all of them. */
const MOST = 14

/**
 * Draws the changes of the texts on a page (花脸): what was put in is underlined in its writer's look,
 * what was taken out stands small and struck through above the place that it left. The page's own
 * list is not touched; what is overset or on another page is left out.
 */
export function drawTracked(
  { page, list, articles }: ComposedPage,
  changes: readonly TrackedChange[],
  { people, press }: { readonly people: readonly string[]; readonly press: Press },
): DisplayList {
  const inks = new Set<Ink>()
  const items = changes.flatMap((change): readonly Item[] => {
    const set = articles.find(({ article }) => article.id === change.article)
    if (!set) return []
    const look = handLook(people, change.by.author)
    const { words, from, to } = change
    const put = change.inserted === "" ? [] : rectsOf(set, page.id, { words, from, to })
    const at = change.deleted === "" ? [] : rectsOf(set, page.id, { words, from, to: from })
    const drawn = [
      ...put.filter(({ width }) => width > 0).map((box) => underline(box, look)),
      ...at.slice(0, 1).flatMap((box) => {
        const pen = penAbove(box, page.grid.linePitch - box.height)
        return takenOut(change.deleted, { box, pen, look, press })
      }),
    ]
    if (drawn.length === 0) return []
    inks.add(look.ink)
    return [{ kind: "tag", role: "change", article: change.article }, ...drawn]
  })
  const { trim, bleed } = list
  return { page: page.id, trim, bleed, inks: [...inks], items }
}

function underline({ x, y, width, height }: Box, { ink, dash }: HandLook): Item {
  const foot = y + 1.05 * height
  const path = [["M", x, foot] as const, ["L", x + width, foot] as const]
  return { kind: "stroke", ink: ink.name, path, width: LINE, dash }
}

/** Where taken out words begin above a place, as large as the gap above its line has room for. */
function penAbove({ x, y, height }: Box, gap: number): Pen {
  const room = Math.min(GONE.most * height, gap - 2 * AIR)
  const size = Math.max(GONE.points, GONE.least * height, room)
  return { x: x + 0.5, y: gap - size > AIR ? y - AIR : y + 0.05 * size, size }
}

interface TakenOut {
  readonly box: Box
  readonly pen: Pen
  readonly look: HandLook
  readonly press: Press
}

/** Struck words above a place, and a stroke down to it. */
function takenOut(text: string, { box, pen, look, press }: TakenOut): readonly Item[] {
  const all = Array.from(text.replaceAll("\n", "¶"))
  const shown = all.length > MOST ? `${all.slice(0, MOST - 1).join("")}…` : all.join("")
  const { size, y: base } = pen
  const words = setWords(shown, pen, look, press)
  const width = words.reduce((most, item) => {
    if (item.kind !== "glyphs") return most
    return Math.max(most, item.x + (item.dx.at(-1) ?? 0) + size - box.x)
  }, 0)
  const ink = look.ink.name
  const middle = base - 0.36 * size
  const strike = [["M", box.x, middle] as const, ["L", box.x + width, middle] as const]
  const stem = [["M", box.x, base - size] as const, ["L", box.x, box.y + box.height] as const]
  return [
    ...words,
    { kind: "stroke", ink, path: strike, width: pt(0.4), dash: [] },
    { kind: "stroke", ink, path: stem, width: pt(0.5), dash: [] },
  ]
}
