import type { ArticleKind } from "../../../layouts/issue/article.ts"
import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import { opensDated } from "../looks/caption.ts"
import { isPhotoCredit } from "../looks/credit.ts"
import type { Body } from "./record.ts"
import type { Segment } from "./segment.ts"

/** A segment and the record made of it. */
export interface Made {
  readonly segment: Segment
  readonly body: Body
}

/** Longest caption in characters that a text without a headline may have to be a photo. */
const CAPTION = 240

/** The kind of each article: leads (头条), news, photos, fillers, after asking the book. */
export function kindsOf(made: readonly Made[], book: Book): readonly ArticleKind[] {
  const leads = leadsOf(made.filter(({ segment }) => segment.kind === "article"))
  return made.map((one) => {
    const { segment } = one
    if (segment.kind === "filler" || segment.kind === "ad" || segment.kind === "photo")
      return segment.kind
    const photo = isPhotoByText(one)
    const lead = leads.get(one)
    const choice: ArticleKind = photo ? "photo" : lead === undefined ? "news" : "lead"
    const answer = decide(book, {
      topic: "kind",
      line: segment.line,
      what: choice,
      why: photo
        ? because("只有一段图片说明", "a caption is all its text")
        : (lead?.why ??
          because("标题级别或位置次于头条", "its headline or place is below the lead's")),
      confidence: photo ? 0.7 : (lead?.confidence ?? 0.85),
      choice,
      choices: ["lead", "news", "photo"],
    })
    return answer as ArticleKind
  })
}

/** True when an article's text is one dated or signed caption. */
function isPhotoByText({ segment, body }: Made): boolean {
  const texts = body.story.filter((paragraph) => paragraph.role === "body")
  const only = texts[0]
  if (texts.length !== 1 || only === undefined || body.dateline !== null) return false
  const photographed = body.story.some((one) => one.role === "credit" && isPhotoCredit(one.text))
  if (photographed) return only.text.length <= CAPTION
  return (
    segment.stray && opensDated(only.text) && only.text.length <= CAPTION && body.credit === null
  )
}

/** Why an article leads. */
interface Lead {
  readonly why: string
  readonly confidence: number
}

/**
 * The leads among the articles. Headlines marked above the others lead: all of them when they are
 * few and of the first level, else the weightiest of them. Where the marks are all alike, the one
 * with deck, subheads, length and place for it.
 */
function leadsOf(articles: readonly Made[]): ReadonlyMap<Made, Lead> {
  const titled = articles.filter(({ body }) => body.headline !== null)
  const leads = new Map<Made, Lead>()
  if (titled.length === 0) return leads
  const top = titled.reduce((least, { segment }) => Math.min(least, segment.level), Infinity)
  const highest = titled.filter(({ segment }) => segment.level === top)
  if (highest.length < titled.length) {
    const why = because("标题级别最高", "its headline has the highest level")
    const few = top === 1 && highest.length * 2 <= titled.length
    for (const one of few ? highest : [weightiest(highest)])
      leads.set(one, { why, confidence: 0.93 })
    return leads
  }
  const why =
    titled.length === 1
      ? because("全文只有这一篇", "it is the only article")
      : because(
          "标题级别都相同，按位置、副题和篇幅",
          "all headlines are alike; by place, deck and length",
        )
  leads.set(weightiest(titled), { why, confidence: titled.length === 1 ? 0.8 : 0.6 })
  return leads
}

/** The article with most that a lead has; the first among equals. */
function weightiest(articles: readonly Made[]): Made {
  const lengths = articles.map(({ body }) =>
    body.story.reduce((sum, one) => sum + one.text.length, 0),
  )
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  let best = 0
  let bestScore = -1
  for (const [at, { body }] of articles.entries()) {
    const score =
      (at === 0 ? 1 : 0) +
      (body.deck === null ? 0 : 1) +
      (body.kicker === null ? 0 : 0.5) +
      (body.story.some((one) => one.role === "subhead") ? 0.5 : 0) +
      (lengths[at] === longest ? 0.6 : 0)
    if (score > bestScore) {
      best = at
      bestScore = score
    }
  }
  return articles[best] as Made
}
