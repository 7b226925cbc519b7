import type { Article, HeadWords } from "../../layouts/issue/article.ts"
import type { Selection } from "../../layouts/issue/selection.ts"

/** A caret between two characters of an article. */
export interface TextPlace {
  /** The words of the headline block that it is in; null in the story. */
  readonly words: HeadWords | null
  /** Index into the story; 0 in the headline block. */
  readonly paragraph: number
  /** UTF-16 units into the paragraph or the words. */
  readonly offset: number
  /**
   * Whether it belongs to the character before or after it: an offset at which a line ends is also
   * where the next begins. Between two characters of one line it makes no difference.
   */
  readonly affinity: "before" | "after"
}

/** A stretch of one story or of one of the headline block's words, as it was made: focus has the caret. */
export interface TextSelection {
  readonly article: string
  readonly anchor: TextPlace
  readonly focus: TextPlace
}

/** The fields of the headline block from top to bottom. */
export const HEAD_WORDS = ["kicker", "headline", "deck"] as const satisfies readonly HeadWords[]

/** The text that a place is in; "" where there is none. */
export function textAt(
  article: Article,
  { words, paragraph }: Pick<TextPlace, "words" | "paragraph">,
): string {
  return (words === null ? article.story[paragraph]?.text : article[words]) ?? ""
}

/** True when two places are in the same words or the same paragraph. */
export function sameText(
  a: Pick<TextPlace, "words" | "paragraph">,
  b: Pick<TextPlace, "words" | "paragraph">,
): boolean {
  return a.words === b.words && a.paragraph === b.paragraph
}

/** Less than 0 when a place of one field is before another, 0 when they are the same, else more. */
export function comparePlaces(a: TextPlace, b: TextPlace): number {
  return a.paragraph - b.paragraph || a.offset - b.offset
}

/** The ends of a selection in the order of the text. */
export function endsOf({ anchor, focus }: TextSelection): readonly [TextPlace, TextPlace] {
  return comparePlaces(anchor, focus) <= 0 ? [anchor, focus] : [focus, anchor]
}

/** True when nothing is between a selection's ends: it is a caret. */
export function isCaret({ anchor, focus }: TextSelection): boolean {
  return comparePlaces(anchor, focus) === 0
}

/** A selection as the open document keeps it for undo. */
export function keptSelection({ article, anchor, focus }: TextSelection): Selection {
  const bare = ({ paragraph, offset }: TextPlace) => ({ paragraph, offset })
  const places = { anchor: bare(anchor), focus: bare(focus) }
  const { words } = anchor
  return { kind: "text", article, ...(words === null ? {} : { words }), ...places }
}

/** A selection as undo gave it back; null when it was none of text. */
export function selectionFrom(kept: Selection): TextSelection | null {
  if (kept?.kind !== "text") return null
  const words = kept.words ?? null
  const place = (bare: { paragraph: number; offset: number }): TextPlace => ({
    words,
    ...bare,
    affinity: "after",
  })
  return { article: kept.article, anchor: place(kept.anchor), focus: place(kept.focus) }
}

/** A place held inside its article, as text changed under it; null when its words are gone. */
export function placeWithin(article: Article, place: TextPlace): TextPlace {
  if (place.words !== null)
    return { ...place, paragraph: 0, offset: Math.min(place.offset, textAt(article, place).length) }
  const last = Math.max(0, article.story.length - 1)
  const paragraph = Math.min(place.paragraph, last)
  const { length } = textAt(article, { words: null, paragraph })
  return {
    ...place,
    paragraph,
    offset: place.paragraph > last ? length : Math.min(place.offset, length),
  }
}
