import { pt, type Pt } from "../units.ts"
import type { HeadSetting } from "./head-setting.ts"

/** What was done to an article so that its text fits its frames (抠版); plain is nothing. */
export interface ArticleFit {
  /** Added between the characters of running text, em: −0.02 to 0.02; 0 is none. */
  readonly tracking: number
  /** Line pitch of the running text as a factor of the grid's; 1 stands on the grid. */
  readonly leading: number
  /** The largest size that the headline may take; null is the house's, by its width. */
  readonly headline: Pt | null
}

/**
 * How one article is to be composed, beyond what the article is.
 * `breaks`: columns end where the original's did, or freely; null follows what the page is
 * composed with.
 */
export interface ArticleSetting {
  readonly breaks: "original" | "free" | null
  readonly fit: ArticleFit
  /** What is done to its headline by hand; absent is nothing. */
  readonly head?: HeadSetting
}

/** Nothing done for the sake of fitting. */
export const PLAIN_FIT: ArticleFit = { tracking: 0, leading: 1, headline: null }

/** The setting of an article that nobody set. */
export const PLAIN_SETTING: ArticleSetting = { breaks: null, fit: PLAIN_FIT }

/** Characters are brought no closer and no further apart than this, em. Source: domain.md 1.11 */
export const MOST_TRACKING = 0.02

/** Lines stand no closer and no wider than these factors of the grid's line pitch. */
export const LEADING = { least: 0.9, most: 1.25 } as const

/** Headline sizes that can be asked for, pt. */
export const HEADLINE = { least: 9, most: 120 } as const

/** How an article is to be composed; the plain setting when nobody set it. */
export function settingOf(article: { readonly setting?: ArticleSetting }): ArticleSetting {
  return article.setting ?? PLAIN_SETTING
}

/** A fit within its bounds; what is no number is plain. */
export function soundFit({ tracking, leading, headline }: ArticleFit): ArticleFit {
  return {
    tracking: within(tracking, { least: -MOST_TRACKING, most: MOST_TRACKING }, 0),
    leading: within(leading, LEADING, 1),
    headline:
      headline === null || !Number.isFinite(headline) ? null : pt(within(headline, HEADLINE, 0)),
  }
}

function within(
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
  plain: number,
): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : plain
}
