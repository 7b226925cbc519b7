import { sameRecord } from "./share.ts"
import {
  soundLook,
  SPAN_FIELDS,
  type ParagraphLook,
  type Span,
  type SpanLook,
} from "./text-look.ts"

/** A stretch of a paragraph, and what it is set in; an empty look is the paragraph's own. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly look: SpanLook
}

/**
 * A paragraph cut at the ends of its spans and at other places, the last of which is its end. The
 * stretches cover it in order; none is empty. Spans that reach beyond the end are cut there.
 */
export function spanStretches(spans: readonly Span[], cuts: readonly number[]): readonly Stretch[] {
  const length = cuts.at(-1)!
  const all = [...cuts, ...spans.flatMap(({ from, to }) => [from, to])]
  const ends = [...new Set(all)].filter((cut) => cut > 0 && cut <= length)
  let from = 0
  return ends
    .toSorted((a, b) => a - b)
    .map((to) => {
      const stretch = { from, to, look: lookAt(spans, from) }
      from = to
      return stretch
    })
}

/** What the character at an offset is set in beside its paragraph. */
export function lookAt(spans: readonly Span[] | undefined, offset: number): SpanLook {
  const span = spans?.find(({ from, to }) => from <= offset && offset < to)
  return (span && soundLook<SpanLook>(SPAN_FIELDS, { ...span })) ?? {}
}

/** What ends with its last character: words typed behind it are not of it. */
const CLOSED = ["line", "lineItem", "script", "ruby", "rubyItem"] as const

/**
 * What words are set in that come to an offset: what those that they replace are set in, or the
 * character before them, or the paragraph's first. A name's line, small figures and a reading go on only where
 * the words come into the middle of them.
 */
export function lookOfTyped(
  spans: readonly Span[] | undefined,
  offset: number,
  replaces: boolean,
): SpanLook {
  if (replaces) return lookAt(spans, offset)
  const before = lookAt(spans, Math.max(0, offset - 1))
  const after = offset > 0 ? lookAt(spans, offset) : {}
  const ends = CLOSED.some((field) => before[field] !== after[field])
  return ends ? (soundLook(OPEN_FIELDS, { ...before }) ?? {}) : before
}

const OPEN_FIELDS = SPAN_FIELDS.filter((field) => !(CLOSED as readonly string[]).includes(field))

/** Spans without halves of characters, neighbours that are set alike made one. */
export function soundSpans(spans: readonly Span[], text: string): readonly Span[] {
  const whole = (at: number): number => (/[\ud800-\udbff]/.test(text[at - 1] ?? "") ? at - 1 : at)
  const sound: Span[] = []
  for (const span of spans) {
    const [from, to] = [whole(span.from), whole(span.to)]
    if (to <= from) continue
    const last = sound.at(-1)
    if (last?.to === from && sameRecord<Span>({ ...span, from: last.from, to: last.to }, last))
      sound[sound.length - 1] = { ...last, to }
    else sound.push({ ...span, from, to })
  }
  return sound
}

/** Whether two paragraphs' looks are the same. */
export function sameLook(a: ParagraphLook | undefined, b: ParagraphLook | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameRecord(a, b))
}

/** Whether two paragraphs' spans are the same. */
export function sameSpans(a: readonly Span[] = [], b: readonly Span[] = []): boolean {
  return a.length === b.length && a.every((span, i) => sameRecord(span, b[i]!))
}
