import type { ComposedArticle } from "../compose-article.ts"
import { boxAround, ruleEnds } from "../draw/drawn-frames.ts"
import type { Finding } from "../finding.ts"
import { quotedName } from "../issue/article-name.ts"
import type { PlacedHead, PlacedHeadLine } from "../head/place-head.ts"
import type { Furniture, Page } from "../issue/page.ts"

/** Air that parts two headlines side by side, 字 of the smaller one. Source: domain.md 2.7 [N10] */
const AIR = 2

/** Sizes so far apart, one over the other, are read as two headlines. */
const CONTRAST = 1.45

/** A headline's largest lines on the page: where they stand, and how they look. */
interface Stand {
  readonly article: string
  readonly name: string
  readonly frame: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly size: number
  readonly face: string
  readonly vertical: boolean
}

/** A straight line down the page, with where it begins and ends. */
interface Upright {
  readonly x: number
  readonly from: number
  readonly to: number
}

/**
 * A warning for every two headlines of a page that stand side by side and read as one (碰题, 顶题):
 * nothing parts them, neither a rule, a box, a picture or two characters of air, nor a contrast of
 * size, face or direction. `furniture` is what the page draws round its articles.
 * Source: domain.md 2.7 [N10]
 */
export function headClashes(
  page: Page,
  articles: readonly ComposedArticle[],
  furniture: readonly Furniture[],
): readonly Finding[] {
  const stands = articles.flatMap(({ article, heads }) =>
    heads.flatMap((head): readonly Stand[] => {
      return page.frames.includes(head.frame)
        ? standOf(head, { article: article.id, name: quotedName(article) })
        : []
    }),
  )
  const uprights = uprightsOn(page, furniture)
  return stands.flatMap((left) =>
    stands
      .filter((right) => clash(left, right) && !parted(left, right, uprights))
      .map((right) => clashFinding(page, left, right)),
  )
}

function standOf(
  head: PlacedHead,
  of: { readonly article: string; readonly name: string },
): readonly Stand[] {
  const main = head.lines.filter(({ role }) => role === "headline")
  const lines = main.length > 0 ? main : head.lines
  const first = lines[0]?.line.runs[0]
  if (!first) return []
  const boxes = lines.map(boxOfLine)
  return [
    {
      ...of,
      frame: head.frame.id,
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      size: first.size,
      face: first.face,
      vertical: head.frame.vertical === true,
    },
  ]
}

function boxOfLine({
  line,
  x,
  baseline,
}: PlacedHeadLine): Pick<Stand, "left" | "right" | "top" | "bottom"> {
  const size = line.runs[0]?.size ?? 0
  if (line.vertical)
    return { left: x - size / 2, right: x + size / 2, top: baseline, bottom: baseline + line.width }
  const top = baseline - 0.88 * size
  return { left: x, right: x + line.width, top, bottom: top + size }
}

/** Whether two headlines stand side by side, the first on the left, near and alike. */
function clash(left: Stand, right: Stand): boolean {
  if (left.article === right.article || left.vertical !== right.vertical) return false
  const smaller = Math.min(left.size, right.size)
  const gap = right.left - left.right
  if (gap < -smaller / 2 || gap >= AIR * smaller) return false
  const shared = Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top)
  if (shared < smaller / 2) return false
  return Math.max(left.size, right.size) < CONTRAST * smaller && left.face === right.face
}

/** Whether a rule or the side of a box stands between two headlines where both stand. */
function parted(left: Stand, right: Stand, uprights: readonly Upright[]): boolean {
  const [top, bottom] = [Math.max(left.top, right.top), Math.min(left.bottom, right.bottom)]
  const [from, to] = [Math.min(left.right, right.left) - 1, Math.max(left.right, right.left) + 1]
  return uprights.some(
    ({ x, from: head, to: foot }) => x > from && x < to && head <= top + 2 && foot >= bottom - 2,
  )
}

/** The rules down a page and the sides of its boxes. */
function uprightsOn(page: Page, furniture: readonly Furniture[]): readonly Upright[] {
  const drawn = furniture.flatMap((piece): readonly Upright[] => {
    if (piece.kind === "rule")
      return piece.x1 === piece.x2 ? [{ x: piece.x1, from: piece.y1, to: piece.y2 }] : []
    if (piece.kind !== "box" || (piece.rule <= 0 && piece.tint <= 0)) return []
    return sidesOf(piece)
  })
  const byHand = page.frames.flatMap((frame): readonly Upright[] => {
    const { role, region, look } = frame
    if (role === "box") return sidesOf(boxAround(page.grid, frame))
    if (role !== "rule" || !look?.upright) return []
    const { x1, y1, y2 } = ruleEnds(page.grid, region, true)
    return [{ x: x1, from: y1, to: y2 }]
  })
  return [...drawn, ...byHand]
}

function sidesOf(box: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}): readonly Upright[] {
  const [from, to] = [box.y, box.y + box.height]
  return [
    { x: box.x, from, to },
    { x: box.x + box.width, from, to },
  ]
}

function clashFinding({ id }: Page, left: Stand, right: Stand): Finding {
  return {
    rule: "page/heads-clash",
    severity: "warning",
    where: { page: id, article: right.article, frame: right.frame },
    say: {
      zh: `碰题：“${left.name}”与“${right.name}”并排，中间无线、无框，空不足 2 字，字体字号又相近，会连着读。`,
      en: `“${left.name}” and “${right.name}” stand side by side and read as one: no rule, box or two characters of air between them, in one face and like sizes.`,
    },
  }
}
