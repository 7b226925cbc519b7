import type { HeadWords } from "./article.ts"

/** A place in a story: between two characters of one paragraph. */
export interface Place {
  /** Index into the story; 0 in words of the headline block. */
  readonly paragraph: number
  /** UTF-16 units into the paragraph's text. */
  readonly offset: number
}

/** What is selected: words of a story (a caret when both ends meet), frames of a page, or nothing. */
export type Selection =
  | {
      readonly kind: "text"
      readonly article: string
      /** The words of the headline block that are selected in; absent in the story. */
      readonly words?: HeadWords
      readonly anchor: Place
      readonly focus: Place
    }
  | { readonly kind: "frames"; readonly page: string; readonly frames: readonly string[] }
  | null
