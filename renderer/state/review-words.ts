import type { Article, Decision } from "../../layouts/issue/article.ts"

/** Confidence below which a decision wants a person's look. */
const SURE = 0.75

/** What kind of question a decision answers: the topic of its id, such as `break` of `2/break:31`. */
export function topicOf({ id }: Decision): string {
  return /^(?:\d+\/)?([a-z]+):/.exec(id)?.[1] ?? "other"
}

/** Whether a person should look at a decision: the importer is unsure, or the person has flipped it. */
export function wantsLook(
  { id, confidence }: Decision,
  choices: Readonly<Record<string, string>>,
): boolean {
  return confidence < SURE || Object.hasOwn(choices, id)
}

/** Decisions to show first: those that want a look, the least sure ahead; the rest as they stand. */
export function inOrderOfDoubt(
  decisions: readonly Decision[],
  choices: Readonly<Record<string, string>>,
): readonly Decision[] {
  const doubt = (decision: Decision): number =>
    wantsLook(decision, choices) ? decision.confidence : 2
  return decisions.toSorted((a, b) => doubt(a) - doubt(b) || a.line - b.line)
}

/** Characters shown of words that run on. */
const SHOWN = 18

/** The words of the article that a decision is about; null where it cannot be told. */
export function wordsOf(article: Article, decision: Decision): string | null {
  const { headline, kicker, deck, dateline, closing, credit, story } = article
  switch (topicOf(decision)) {
    case "heading":
    case "headline":
      return decision.choice === "subhead" ? subheadOf(article, decision) : headline
    case "kind":
      return headline ?? begin(story[0]?.text)
    case "kicker":
      return kicker === null ? headline : `${kicker} / ${headline ?? ""}`
    case "deck":
      return deck
    case "break":
      return breakOf(article, decision)
    case "dateline":
      return dateline
    case "closing":
      return closing
    case "credit":
      return credit
    case "photo":
      return begin(story[0]?.text)
    case "truncated":
      return end(story.at(-1)?.text)
    default:
      return null
  }
}

/** The subhead that a decision made: decisions and subheads stand in one order. */
function subheadOf({ story, decisions }: Article, decision: Decision): string | null {
  const subheads = story.filter(({ role }) => role === "subhead")
  const made = decisions.filter((one) => topicOf(one) === "heading" && one.choice === "subhead")
  return made.length === subheads.length ? (subheads[made.indexOf(decision)]?.text ?? null) : null
}

/** The words round the column break that a decision joined. */
function breakOf({ story, decisions }: Article, decision: Decision): string | null {
  const marks = story.flatMap(({ columnBreaks }) => columnBreaks)
  const made = decisions.filter((one) => topicOf(one) === "break" && one.choice === "break")
  const mark = made.length === marks.length ? marks[made.indexOf(decision)] : undefined
  return mark ? `${mark.before}‖${mark.after}` : null
}

function begin(text: string | undefined): string | null {
  if (!text) return null
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

function end(text: string | undefined): string | null {
  if (!text) return null
  return text.length > SHOWN ? `…${text.slice(-SHOWN)}` : text
}
