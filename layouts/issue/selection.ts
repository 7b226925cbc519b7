/** A place in a story: between two characters of one paragraph. */
export interface Place {
  /** Index into the story. */
  readonly paragraph: number
  /** UTF-16 units into the paragraph's text. */
  readonly offset: number
}

/** What is selected: words of a story (a caret when both ends meet), frames of a page, or nothing. */
export type Selection =
  | {
      readonly kind: "text"
      readonly article: string
      readonly anchor: Place
      readonly focus: Place
    }
  | { readonly kind: "frames"; readonly page: string; readonly frames: readonly string[] }
  | null
