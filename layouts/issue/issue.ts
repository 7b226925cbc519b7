import type { Article } from "./article.ts"
import type { Imprint } from "./imprint.ts"
import type { IssueInks } from "./ink.ts"
import type { IssueStyles } from "./issue-styles.ts"
import type { MadeGlyph } from "./made-glyph.ts"
import type { Page } from "./page.ts"

/** A calendar day of publication; months and days count from 1. */
export interface IssueDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** An issue (期): its articles and pages. A readonly record; an edit makes a new one that shares what did not change. */
export interface Issue {
  /** Name of the paper as in the masthead (报头). */
  readonly paper: string
  readonly date: IssueDate
  /** What the paper prints about itself; absent while nothing but name and date is known. */
  readonly imprint?: Imprint
  /** Traditional text (全期繁体): what articles are that come in; absent is simplified. */
  readonly language?: "hant"
  readonly articles: readonly Article[]
  readonly pages: readonly Page[]
  /** Its own styles; absent is the house's. */
  readonly styles?: IssueStyles
  /** Its own inks; absent is black alone. */
  readonly inks?: IssueInks
  /** Glyphs made for characters that no face has, by rising character; absent is none. */
  readonly glyphs?: readonly MadeGlyph[]
}
