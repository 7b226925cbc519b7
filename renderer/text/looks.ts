import { styleOf } from "../../layouts/flow/blocks.ts"
import { styledStretches } from "../../layouts/flow/runs.ts"
import type { Article, Paragraph, ParagraphRole } from "../../layouts/issue/article.ts"
import { lookAt } from "../../layouts/issue/spans.ts"
import type { ParagraphStyle, Stylesheet, TextStyle } from "../../layouts/issue/style.ts"
import type { MarkWidths } from "../../layouts/issue/text-look.ts"
import { paragraphWith } from "../../layouts/issue/styled-sheet.ts"
import type { TextPlace } from "./place.ts"

/** What selected text is set in; a field is null where the text has several of it. */
export interface SetIn {
  readonly family: string | null
  readonly weight: number | null
  /** pt */
  readonly size: number | null
  /** em */
  readonly tracking: number | null
  /** Name of its ink; null for its block's, undefined for several. */
  readonly ink: string | null | undefined
  /** Name of its character style; "" for none. */
  readonly character: string | null
  readonly role: ParagraphRole | null
  readonly align: ParagraphStyle["align"] | null
  /** First-line indent, em. */
  readonly indent: number | null
  /** Lines that a large first character takes; 1 for one like the rest. */
  readonly drop: number | null
  /** Its tab stops as they are kept; "" for none, null for several. */
  readonly tabs: string | null
  /** Whether Latin words are divided. */
  readonly division: "hyphen" | "none" | null
  readonly marks: MarkWidths | null
  readonly level: ParagraphStyle["level"] | null
  /** Whether lines with readings have more room above them. */
  readonly readings: "gap" | "open" | null
}

/** One character's, or one paragraph's, share of what a selection is set in. */
interface Sample {
  readonly text: TextStyle
  readonly character: string
}

/**
 * What the story between two places is set in: its characters, or at a caret the paragraph's own,
 * as its characters will be that have nothing of their own. Null for a story without the paragraph.
 */
export function setIn(
  article: Article,
  from: TextPlace,
  to: TextPlace,
  sheet: Stylesheet,
): SetIn | null {
  const paragraphs = article.story.slice(from.paragraph, to.paragraph + 1)
  if (paragraphs.length === 0) return null
  const styles = paragraphs.map((one) => paragraphWith(styleOf(article, one.role, sheet), one.look))
  const caret = from.paragraph === to.paragraph && from.offset === to.offset
  const samples = paragraphs.flatMap((paragraph, i) => {
    const last = i === paragraphs.length - 1
    const range = { from: i === 0 ? from.offset : 0, to: last ? to.offset : Infinity }
    const own = { text: styles[i]!.text, character: "" }
    return caret ? [own] : samplesIn(paragraph, own, range, sheet)
  })
  const text = <K extends keyof TextStyle>(name: K) => one(samples.map((each) => each.text[name]))
  return {
    family: text("family"),
    weight: text("weight"),
    size: text("size"),
    tracking: one(samples.map((each) => each.text.tracking ?? 0)),
    ink: inkOf(samples),
    character: one(samples.map((each) => each.character)),
    role: one(paragraphs.map(({ role }) => role)),
    align: one(styles.map(({ align }) => align)),
    indent: one(styles.map(({ indent }) => indent)),
    drop: one(styles.map(({ drop }) => drop ?? 1)),
    tabs: one(styles.map(({ tabs }) => tabs ?? "")),
    division: one(styles.map(({ division }) => division ?? "hyphen")),
    marks: one(styles.map(({ marks }) => marks ?? "usual")),
    level: one(styles.map(({ level }) => level)),
    readings: one(styles.map(({ readings }) => readings ?? "gap")),
  }
}

/** What the characters of a paragraph in a range are set in, one sample a stretch. */
function samplesIn(
  paragraph: Paragraph,
  own: Sample,
  range: { readonly from: number; readonly to: number },
  sheet: Stylesheet,
): readonly Sample[] {
  return styledStretches(paragraph, own.text, sheet)
    .filter(({ from, to }) => from < range.to && to > range.from)
    .map(({ from, style }) => ({
      text: style,
      character: lookAt(paragraph.spans, from).style ?? "",
    }))
}

/** The one ink of some samples; null for their block's, undefined for several. */
function inkOf(samples: readonly Sample[]): string | null | undefined {
  const inks = new Set(samples.map(({ text }) => text.ink ?? null))
  return inks.size === 1 ? [...inks][0] : undefined
}

/** The one value of a list; null for none or several. */
function one<T>(values: readonly T[]): T | null {
  return new Set(values).size === 1 ? values[0]! : null
}
