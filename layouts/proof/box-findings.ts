import { reachOf } from "../draw/borders/border.ts"
import { boxAround } from "../draw/drawn-frames.ts"
import { runsAround, runsRound } from "../draw/borders/sides.ts"
import { stripsIn } from "../draw/grounds.ts"
import { inkNamed } from "../draw/list-inks.ts"
import { BLACK } from "../draw/inks.ts"
import { surroundOn, type Surround, type Surrounded } from "../draw/surround.ts"
import type { Finding } from "../finding.ts"
import { boxOf } from "../grid/geometry.ts"
import type { IssueInks } from "../issue/ink.ts"
import type { Frame, Grid, Look, Page } from "../issue/page.ts"

/** The darkest ground that small type is read on in newsprint, part of full black. */
const DARKEST = 0.2

/** Type from this size on is read on any ground, pt. */
const LARGE = 12

/** How far a line may reach into the box of a frame's words before it is told, pt. */
const TOUCH = 0.3

/** A box that a page draws, with the frame or the article that it is of. */
interface DrawnBox extends Surround {
  readonly look: Look
  readonly where: { readonly frame: string } | { readonly article: string }
}

/**
 * What is wrong with a page's boxes: running text on a ground that is too dark for it (底纹太深), and
 * lines that stand in words (框线压字).
 */
export function boxFindings(
  page: Page,
  articles: readonly Surrounded[],
  inks: IssueInks | undefined,
): readonly Finding[] {
  const boxes = boxesOn(page, articles)
  if (boxes.length === 0) return []
  const text = page.frames.filter(
    ({ role, article }) => article !== null && (role === "body" || role === "caption"),
  )
  const small = page.grid.bodySize < LARGE
  return boxes.flatMap((drawn): readonly Finding[] => {
    const dark = small && darknessOf(drawn.look, inks) > DARKEST + 1e-9
    const grounds = drawn.outline ? stripsIn(drawn.outline) : [drawn.box]
    const onIt =
      dark &&
      grounds.some((ground) => text.some((frame) => meets(wordsBox(page.grid, frame), ground)))
    const struck = strips(drawn).some((strip) =>
      text.some((frame) => meets(wordsBox(page.grid, frame), strip)),
    )
    return [...(onIt ? [darkGround(page, drawn)] : []), ...(struck ? [tightBox(page, drawn)] : [])]
  })
}

function boxesOn(page: Page, articles: readonly Surrounded[]): readonly DrawnBox[] {
  const { grid, frames } = page
  const byHand = frames.flatMap((frame): readonly DrawnBox[] => {
    const { id, role, look } = frame
    return role === "box" && look
      ? [{ box: boxAround(grid, frame), outline: null, look, where: { frame: id } }]
      : []
  })
  const round = articles.flatMap(({ id, surround }): readonly DrawnBox[] => {
    const stands = surround ? surroundOn(page, id, surround) : null
    if (!surround || !stands) return []
    return [{ ...stands, look: surround, where: { article: id } }]
  })
  return [...byHand, ...round]
}

/** How much black a ground has, 0 to 1; a process ink counts with its share of black. */
function darknessOf({ tint, ground = BLACK.name }: Look, inks: IssueInks | undefined): number {
  return tint * inkNamed(ground, inks ?? {}).cmyk[3]
}

/** Where a frame's words stand: not in the gap under its last line. */
function wordsBox({ linePitch, bodySize, ...grid }: Grid, { region }: Frame): Plain {
  const { x, y, width, height } = boxOf({ ...grid, linePitch, bodySize }, region)
  return { x, y, width, height: height - (linePitch - bodySize) }
}

/** A box whose lengths are plain numbers of points. */
interface Plain {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What the lines of a box cover, side by side; nothing for one without. */
function strips({ box, outline, look }: DrawnBox): readonly Plain[] {
  const { line, rule, open = [] } = look
  if (rule <= 0) return []
  const reach = reachOf({ style: line, weight: rule })
  const runs = outline
    ? outline.flatMap((corners) => runsAround(corners, open))
    : runsRound(box, open)
  return runs.map(({ length, place }) => {
    const [a, b] = [place(0, reach), place(length, -reach)]
    const [x, y] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])]
    return { x, y, width: Math.abs(a[0] - b[0]), height: Math.abs(a[1] - b[1]) }
  })
}

function meets(a: Plain, b: Plain): boolean {
  return (
    a.x + TOUCH < b.x + b.width &&
    b.x + TOUCH < a.x + a.width &&
    a.y + TOUCH < b.y + b.height &&
    b.y + TOUCH < a.y + a.height
  )
}

function darkGround({ id }: Page, { look, where }: DrawnBox): Finding {
  const percent = Math.round(look.tint * 100)
  return {
    rule: "page/dark-ground",
    severity: "warning",
    where: { page: id, ...where },
    say: {
      zh: `${id} 版有正文排在 ${percent}% 的底纹上；小字的底纹超过 20%，新闻纸上看不清。`,
      en: `On page ${id} running text stands on a ground of ${percent} %; over 20 % small type is hard to read on newsprint.`,
    },
  }
}

function tightBox({ id }: Page, { where }: DrawnBox): Finding {
  return {
    rule: "page/box-in-text",
    severity: "warning",
    where: { page: id, ...where },
    say: {
      zh: `${id} 版的框线压在文字上：把框放大一行，或者换细一些的线。`,
      en: `On page ${id} the line of a box stands in words: make the box a line larger, or its line finer.`,
    },
  }
}
