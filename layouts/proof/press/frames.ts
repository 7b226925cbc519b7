import type { ComposedPage } from "../../compose.ts"
import { quotedName } from "../../issue/article-name.ts"
import type { Issue } from "../../issue/issue.ts"
import { takesArticle } from "../../issue/page.ts"
import type { Segment } from "../../display/list.ts"
import type { Remark } from "./profile.ts"

/** Frames of a page that wait for an article: they print as bare paper. */
export function emptyFrames({ page }: ComposedPage): readonly Remark[] {
  return page.frames
    .filter(({ role, article }) => takesArticle(role) && article === null)
    .map(({ id, region }) => ({
      rule: "frame/empty",
      where: { page: page.id, frame: id },
      say: {
        zh: `${page.id} 版第 ${region.column + 1} 栏第 ${region.line + 1} 行有一个空框，印出来是白的。`,
        en: `On page ${page.id} a frame at column ${region.column + 1}, line ${region.line + 1} is empty and prints as bare paper.`,
      },
    }))
}

/** Articles that stand on no page. */
export function unplacedArticles({ articles, pages }: Issue): readonly Remark[] {
  const placed = new Set(pages.flatMap(({ frames }) => frames.map(({ article }) => article)))
  return articles
    .filter(({ id }) => !placed.has(id))
    .map((article) => ({
      rule: "article/unplaced",
      where: { article: article.id },
      say: {
        zh: `稿件“${quotedName(article)}”还没有上版。`,
        en: `“${quotedName(article)}” is not placed yet.`,
      },
    }))
}

/** Nearer than this to the edge of the sheet, a ground or picture is meant to run off it, pt. */
const AT_EDGE = 0.5

/** Grounds and pictures that reach the edge of the sheet and not the bleed: a slip of the knife leaves white. */
export function shortBleeds({ page, list }: ComposedPage): readonly Remark[] {
  const { trim, bleed, items } = list
  const sides = (left: number, top: number, right: number, foot: number): boolean =>
    [-left, -top, right - trim.width, foot - trim.height].some(
      (over) => over > -AT_EDGE && over < bleed - AT_EDGE,
    )
  let depth = 0
  let short = false
  for (const item of items) {
    if (item.kind === "push") depth += 1
    if (item.kind === "pop") depth -= 1
    if (depth > 0) continue
    if (item.kind === "image") {
      const { x, y, width, height } = item.box
      short ||= sides(x, y, x + width, y + height)
    } else if (item.kind === "fill") short ||= sides(...edgesOf(item.path))
  }
  if (!short) return []
  return [
    {
      rule: "page/bleed-short",
      where: { page: page.id },
      say: {
        zh: `${page.id} 版有底色或图片到了纸边，没有伸进出血，裁切后可能露白。`,
        en: `On page ${page.id} a ground or a picture reaches the edge but not the bleed, and may show white when cut.`,
      },
    },
  ]
}

function edgesOf(path: readonly Segment[]): [number, number, number, number] {
  const edges: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [, ...numbers] of path)
    for (const [i, number] of numbers.entries()) {
      const side = i % 2
      edges[side] = Math.min(edges[side]!, number)
      edges[side + 2] = Math.max(edges[side + 2]!, number)
    }
  return edges
}
