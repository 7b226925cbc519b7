/**
 * How one article is to be composed, beyond what the article is.
 * `breaks`: columns end where the original's did, or freely; null follows the page's order.
 */
export interface ArticleSetting {
  readonly breaks: "original" | "free" | null
}

/** The setting of an article that nobody set. */
export const PLAIN_SETTING: ArticleSetting = { breaks: null }
