import type { Article, HeadWords } from "../issue/article.ts"
import { settingOf } from "../issue/setting.ts"

/** One piece of a headline block (标题): its words and its rank. */
export interface Wording {
  readonly role: HeadWords
  /** The article's field that the words are from: half a headline may stand as its kicker. */
  readonly words: HeadWords
  /** Where in that field the piece begins, UTF-16 units. */
  readonly at: number
  /** Pieces to prefer as lines; joined they are the text as written, spaces at the ends of pieces. */
  readonly parts: readonly string[]
}

/** A first part shorter than this, in characters, with no space in it, is a name and no kicker. */
const KICKER_LENGTH = 5

/** A first part this much shorter than the second reads as a kicker, not as half of a couplet. */
const COUPLET_RATIO = 0.6

/**
 * The words of an article's headline block from top to bottom: kicker (引题), headline (主题), deck
 * (副题). A headline in two unlike parts is set as kicker and headline; like parts are a couplet.
 */
export function wordingOf(article: Article): readonly Wording[] {
  const wording: Wording[] = []
  if (article.kicker) wording.push(whole("kicker", article.kicker))
  if (article.headline) wording.push(...headlineOf(article.headline, article))
  if (article.deck) wording.push(whole("deck", article.deck))
  return wording
}

function whole(role: HeadWords, text: string): Wording {
  return { role, words: role, at: 0, parts: [text] }
}

function headlineOf(headline: string, article: Article): readonly Wording[] {
  const parts = cutAt(headline, article.headlineParts)
  const byHand = settingOf(article).head?.byHand === true
  if (byHand || parts.length !== 2 || alike(parts[0]!, parts[1]!) || isName(parts[0]!.trim()))
    return [{ role: "headline", words: "headline", at: 0, parts }]
  const [first, second] = parts as readonly [string, string]
  return [
    { role: "kicker", words: "headline", at: 0, parts: [first] },
    { role: "headline", words: "headline", at: first.length, parts: [second] },
  ]
}

function isName(part: string): boolean {
  return part.length < KICKER_LENGTH && !part.includes(" ")
}

function alike(first: string, second: string): boolean {
  const short = Math.min(first.trim().length, second.trim().length)
  return short >= COUPLET_RATIO * Math.max(first.trim().length, second.trim().length)
}

/** The headline cut where its proposed parts begin; the spaces between stay with the part before. */
function cutAt(headline: string, proposed: readonly string[]): readonly string[] {
  const starts: number[] = []
  let from = 0
  for (const part of proposed) {
    const at = headline.indexOf(part, from)
    if (at < 0) return [headline]
    starts.push(at)
    from = at + part.length
  }
  if (starts.length < 2) return [headline]
  return starts.map((start, i) => headline.slice(i === 0 ? 0 : start, starts[i + 1]))
}
