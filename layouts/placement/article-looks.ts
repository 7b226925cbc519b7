import type { Article } from "../issue/article.ts"
import type { Frame, Look } from "../issue/page.ts"
import type { Template } from "../templates/template.ts"
import type { PlacedPiece } from "./page.ts"

/** How an article is to be drawn on a page (加框、栏线): null as plain text; what is absent stays. */
export interface ArticleLook {
  readonly article: string
  readonly surround?: Look | null
  readonly columnRule?: Look | null
}

/**
 * The looks that the slots of a template give to the articles in them. On a page that was fitted a
 * slot boxes only an article that was set for a box, with air round it; drawn frames stand as drawn.
 */
export function looksOf(
  { slots }: Template,
  placed: readonly PlacedPiece[],
  manner: "drawn" | "fitted",
): readonly ArticleLook[] {
  return placed.flatMap(({ piece, slot, part = 0 }): readonly ArticleLook[] => {
    const looks = slots.find(({ id }) => id === slot)?.looks ?? []
    const own = looks.find((look) => look.part === part)
    if (!own) return []
    const { surround, columnRule } = own
    const boxed = manner === "drawn" || part > 0 || piece.dress?.boxed === true
    const drawn = {
      ...(surround && boxed ? { surround } : {}),
      ...(columnRule ? { columnRule } : {}),
    }
    return [{ article: piece.article.id, ...drawn }]
  })
}

/** A page as it stood before another template: its frames, and the template that they came from. */
export interface PageBefore {
  readonly template: Template
  readonly frames: readonly Frame[]
}

/**
 * The looks that articles lose which they had from the slots that they stood in before, and do not
 * get again: the article did not choose them.
 */
export function looksLost(
  articles: readonly Article[],
  { template, frames }: PageBefore,
  given: readonly ArticleLook[],
): readonly ArticleLook[] {
  return articles.flatMap(({ id, surround, columnRule }): readonly ArticleLook[] => {
    const stood = new Set(frames.flatMap(({ article, slot }) => (article === id ? [slot] : [])))
    const looks = template.slots.flatMap((slot) => (stood.has(slot.id) ? (slot.looks ?? []) : []))
    const had = (name: "surround" | "columnRule", look: Look | undefined): boolean =>
      look !== undefined && looks.some((slot) => slot[name] && same(slot[name], look))
    const gets = given.find(({ article }) => article === id)
    const lost = {
      ...(had("surround", surround) && !gets?.surround ? { surround: null } : {}),
      ...(had("columnRule", columnRule) && !gets?.columnRule ? { columnRule: null } : {}),
    }
    return Object.keys(lost).length > 0 ? [{ article: id, ...lost }] : []
  })
}

/** Articles with the looks that are given to them; those without any are the very records. */
export function withLooks(
  articles: readonly Article[],
  looks: readonly ArticleLook[],
): readonly Article[] {
  return articles.map((article) =>
    looks
      .filter((look) => look.article === article.id)
      .reduce<Article>((before, { article: _, ...look }) => withLook(before, look), article),
  )
}

function withLook(article: Article, look: Omit<ArticleLook, "article">): Article {
  const { surround, columnRule, ...rest } = article
  const box = look.surround === undefined ? surround : look.surround
  const rule = look.columnRule === undefined ? columnRule : look.columnRule
  return { ...rest, ...(box ? { surround: box } : {}), ...(rule ? { columnRule: rule } : {}) }
}

function same(a: Look, b: Look): boolean {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Look)[]
  return names.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]))
}
