import type { ComposedArticle } from "../compose-article.ts"
import type { Item, Source } from "../display/list.ts"
import type { Article } from "../issue/article.ts"
import type { Frame, Page } from "../issue/page.ts"
import type { Press } from "../press.ts"
import type { PlacedLine } from "../flow/compose-story.ts"
import type { PlacedPicture } from "../flow/pictures.ts"
import { pt } from "../units.ts"
import { drawBeside } from "./beside.ts"
import { BLACK } from "./inks.ts"
import { drawLine } from "./lines.ts"
import { drawPicture } from "./picture.ts"

/** What an article puts on a page, in reading order: headline, text, pictures, filler lines. */
export function drawArticle(composed: ComposedArticle, page: Page, press: Press): readonly Item[] {
  const items: Item[] = []
  const { article } = composed
  const tag = (role: string): void => {
    items.push({ kind: "tag", role, article: article.id })
  }
  const onPage = new Set(page.frames.map((frame) => frame))

  for (const head of composed.heads) {
    if (!onPage.has(head.frame)) continue
    for (const { role, words, at, line, x, baseline } of head.lines) {
      tag(role)
      const [from, to] = [at + line.from, at + line.to]
      const source = { article: article.id, paragraph: -1, words, from, to }
      const over = head.frame.ink === undefined ? {} : { over: head.frame.ink }
      items.push(...drawLine(line, { x, y: baseline, ink: BLACK.name, source, ...over }))
    }
  }
  items.push(...drawPictures(composed, onPage, false))
  let role = ""
  for (const { column, lines } of composed.story.columns) {
    if (!onPage.has(column.frame)) continue
    let before: PlacedLine | null = null
    for (const placed of lines) {
      const is = column.frame.role === "caption" && placed.role === "body" ? "caption" : placed.role
      if (is !== role) tag((role = is))
      if (before && standsBeside(before, placed)) items.push(separator(before, press))
      before = placed
      const source = sourceOf(article.id, placed.paragraph, placed.line)
      const pen = { x: placed.x, y: placed.baseline, ink: BLACK.name, source }
      for (const item of drawLine(placed.line, pen)) items.push(item)
      if (placed.line.beside) items.push(...drawBeside(placed.line, pen))
    }
  }
  for (const filler of composed.fillers) {
    if (!onPage.has(filler.frame)) continue
    tag("filler")
    for (const { line, paragraph, x, baseline } of filler.lines) {
      const source = sourceOf(article.id, paragraph, line)
      items.push(...drawLine(line, { x, y: baseline, ink: BLACK.name, source }))
    }
  }
  return items
}

/**
 * The pictures of an article that text goes round along an outline: the white of such a picture lies
 * under the text of whatever article, so they are drawn before all of it.
 */
export function drawOutlined(composed: ComposedArticle, page: Page): readonly Item[] {
  return drawPictures(composed, new Set(page.frames), true)
}

function drawPictures(
  { article, pictures }: ComposedArticle,
  onPage: ReadonlySet<Frame>,
  outlined: boolean,
): readonly Item[] {
  return pictures.flatMap((placed): readonly Item[] => {
    const { frame } = placed
    if (!onPage.has(frame) || (frame.wrap?.shape === "outline") !== outlined) return []
    const tag = { kind: "tag", role: "picture", article: article.id } as const
    return [{ ...tag, alt: altOf(article, placed) }, ...drawPicture(placed)]
  })
}

/** A picture in words: its own, else the headline of the article that brings it. */
function altOf({ pictures, headline }: Article, { index }: PlacedPicture): string {
  return pictures[index]?.alt || headline || "图片"
}

/** Whether two lines follow each other on one baseline, or down one strip. */
function standsBeside(a: PlacedLine, b: PlacedLine): boolean {
  return a.line.vertical ? a.x === b.x : a.baseline === b.baseline
}

/**
 * A blank after a line that shares its baseline with a credit, so that readers of the file's text
 * do not run the two together.
 */
function separator(line: PlacedLine, press: Press): Item {
  const face = press.faces({ family: "song", weight: 400 })[0]!
  const { vertical } = line.line
  return {
    kind: "glyphs",
    face: face.id,
    size: line.line.runs[0]!.size,
    ink: BLACK.name,
    x: pt(vertical ? line.x : line.x + line.line.width),
    y: pt(vertical ? line.baseline + line.line.width : line.baseline),
    glyphs: [face.glyphOf(0x20)],
    dx: [0],
    dy: null,
    texts: [" "],
    source: null,
  }
}

function sourceOf(article: string, paragraph: number, line: { from: number; to: number }): Source {
  return { article, paragraph, from: line.from, to: line.to }
}
