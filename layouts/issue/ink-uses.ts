import type { Article } from "./article.ts"
import type { Issue } from "./issue.ts"
import type { Furniture, Page } from "./page.ts"

/** How often an ink is used in an issue, each place once: frames, furniture, text, styles, tints. */
export function inkUses(issue: Issue, name: string): number {
  const { paragraph = {}, character = {} } = issue.styles ?? {}
  const looks = [...Object.values(paragraph), ...Object.values(character)]
  const tints = Object.values(issue.inks ?? {}).filter((ink) => ink.kind === "tint")
  return (
    looks.filter(({ ink }) => ink === name).length +
    tints.filter(({ of }) => of === name).length +
    issue.articles.reduce((sum, article) => sum + usesInText(article, name), 0) +
    issue.pages.reduce((sum, page) => sum + usesOnPage(page, name), 0)
  )
}

/** Whether a piece of furniture is printed in an ink, or stands on it. */
export function furnitureUses(piece: Furniture, name: string): boolean {
  return piece.ink === name || (piece.kind === "box" && piece.ground === name)
}

function usesInText({ story, surround, columnRule }: Article, name: string): number {
  const drawn = [surround, columnRule].filter((look) => look?.ink === name || look?.ground === name)
  return (
    drawn.length +
    story.reduce((sum, { look, spans = [] }) => {
      const own = look?.ink === name ? 1 : 0
      return sum + own + spans.filter(({ ink }) => ink === name).length
    }, 0)
  )
}

function usesOnPage({ frames, furniture }: Page, name: string): number {
  const framed = frames.filter(
    ({ ink, look }) => ink === name || look?.ink === name || look?.ground === name,
  )
  return framed.length + furniture.filter((piece) => furnitureUses(piece, name)).length
}
