import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { ComposedPage } from "../../layouts/compose.ts"

/** How much text stands against how much room: characters over (余字), or empty lines (缺行). */
export interface Length {
  /** Characters without blanks that found no room. */
  readonly over: number
  /** Lines that they take; 0 when there is no column to say so. */
  readonly overLines: number
  /** Lines that the text leaves empty. */
  readonly short: number
}

/** Text that fills its room exactly, and room that no text was meant for. */
export const EXACT: Length = { over: 0, overLines: 0, short: 0 }

/** An article against all of its frames. */
export function lengthOf({ story }: ComposedArticle): Length {
  const { characters, lines } = story.overset
  return { over: characters, overLines: lines, short: story.underset }
}

/**
 * What an article has over and short on one page. Its pages together give its length: what is over
 * counts where its text ends, what is short where the empty lines are.
 */
export function lengthOn(set: ComposedArticle, page: string): Length {
  const { columns, overset, underset } = set.story
  const ends = columns.at(-1)?.column.page ?? set.thread.frames[0]?.page.id
  const over = ends === page ? overset : { characters: 0, lines: 0 }
  const here = columns.filter(({ column }) => column.page === page)
  const empty = here.reduce((sum, { room, used }) => sum + room - used, 0)
  return { over: over.characters, overLines: over.lines, short: underset === 0 ? 0 : empty }
}

/** What a page has over and short. */
export function lengthOfPage({ page, articles }: ComposedPage): Length {
  return sum(articles.map((set) => lengthOn(set, page.id)))
}

/** What all pages have over and short. */
export function lengthOfPages(pages: readonly ComposedPage[]): Length {
  return sum(pages.map(lengthOfPage))
}

function sum(lengths: readonly Length[]): Length {
  return lengths.reduce(
    (a, b) => ({
      over: a.over + b.over,
      overLines: a.overLines + b.overLines,
      short: a.short + b.short,
    }),
    EXACT,
  )
}

/** Ids of the pages that an article stands on, in page order. */
export function pagesOf({ thread }: ComposedArticle): readonly string[] {
  return [...new Set(thread.frames.map(({ page }) => page.id))]
}
