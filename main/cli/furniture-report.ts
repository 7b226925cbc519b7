import type { ComposedPage } from "../../layouts/compose.ts"
import type { Glyphs } from "../../layouts/display/list.ts"
import { boxOf } from "../../layouts/grid/geometry.ts"
import type { Box } from "../../layouts/units.ts"
import type { PdfPress } from "../export/pdf/order.ts"

/** A frame as the report has it; `article` is null for what belongs to the page. */
export interface ReportedFrame {
  readonly id: string
  readonly article: string | null
  readonly role: string
  readonly columns: readonly object[]
}

/** A text of furniture as it was drawn. */
interface Drawn {
  readonly role: string
  readonly glyphs: readonly Glyphs[]
}

/** Part of a type size that stands above the baseline. */
const ABOVE = 0.88

/** What furniture is called in the report; an ear belongs to the masthead. */
const ROLES: Readonly<Record<string, string>> = {
  masthead: "masthead",
  ear: "masthead",
  folio: "folio",
  house: "filler",
}

/**
 * The furniture of a page as frames: masthead and folio line text by text, notices (本报用稿) box by
 * box. A word that stands in no notice, such as 广告, is a filler of its own.
 */
export function furnitureFrames(composed: ComposedPage, press: PdfPress): readonly ReportedFrame[] {
  const { page } = composed
  const frameOf = (id: string, role: string, box: Box, lines: readonly object[]) => {
    const column = { ...box, measure: box.width / page.grid.bodySize, lines }
    return { id, article: null, role, columns: [column] }
  }
  let words = drawnWords(composed)
  const houses = page.frames
    .filter(({ role }) => role === "house")
    .map((frame) => {
      const box = boxOf(page.grid, frame.region)
      const own = words.filter((drawn) => drawn.role === "house" && isIn(box, drawn))
      words = words.filter((drawn) => !own.includes(drawn))
      return frameOf(
        frame.id,
        "filler",
        box,
        own.map((drawn) => lineOf(drawn, press)),
      )
    })
  const texts = words.map((drawn, i) => {
    const line = lineOf(drawn, press)
    const size = drawn.glyphs[0]!.size
    const box = { x: line.x, y: line.baseline - ABOVE * size, width: line.width, height: size }
    return frameOf(`${page.id}-${drawn.role}-${i + 1}`, ROLES[drawn.role]!, box as Box, [line])
  })
  return [...texts, ...houses]
}

/** The texts of a page's furniture, from what is painted: tagged by their role, of no article. */
function drawnWords({ list }: ComposedPage): readonly Drawn[] {
  const drawn: { role: string; glyphs: Glyphs[] }[] = []
  let current: { role: string; glyphs: Glyphs[] } | null = null
  for (const item of list.items) {
    if (item.kind === "tag") {
      const known = item.article === null && Object.hasOwn(ROLES, item.role)
      current = known ? { role: item.role, glyphs: [] } : null
      if (current) drawn.push(current)
    } else if (item.kind === "glyphs" && item.source === null) current?.glyphs.push(item)
  }
  return drawn.filter(({ glyphs }) => glyphs.length > 0)
}

/** Whether a text begins inside a box. */
function isIn(box: Box, { glyphs }: Drawn): boolean {
  const { x, y } = glyphs[0]!
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

/** A text as a line of the report; it is no paragraph of any story. */
function lineOf({ glyphs }: Drawn, press: PdfPress) {
  const text = glyphs.flatMap(({ texts }) => texts).join("")
  const first = glyphs[0]!
  const left = first.x + (first.dx[0] ?? 0)
  const right = Math.max(...glyphs.map((run) => rightOf(run, press)))
  return {
    baseline: first.y,
    x: left,
    width: right - left,
    text,
    paragraph: -1,
    from: 0,
    to: text.length,
    end: "paragraph",
    squeeze: 0,
    expand: 0,
  }
}

/** Where the last glyph of a run ends. */
function rightOf(run: Glyphs, press: PdfPress): number {
  const last = run.glyphs.length - 1
  const advance = press.face(run.face).advance(run.glyphs[last]!) * run.size
  return run.x + run.dx[last]! + advance
}
