import type { GroundPattern, LineStyle, Side } from "../issue/line-style.ts"
import type { Bands, Look, OwnColumns, PageRules, Region } from "../issue/page.ts"
import type { Inset, Wrap } from "../issue/wrap.ts"
import type { Mm, Pt, Zi } from "../units.ts"

/** What a slot is kept for: which articles may take it. `house` is the paper's own notice. */
export type SlotRole = "lead" | "news" | "photo" | "filler" | "house"

/** A name or sentence in both languages of the interface. */
export interface Named {
  readonly zh: string
  readonly en: string
}

/**
 * One frame of a slot as the template draws it: where text threads, in list order.
 * The region counts from the slot's top left. `part` tells the articles of a slot apart that takes
 * several, because they interlock; most take one, 0.
 */
export interface SlotFrame {
  readonly role: "headline" | "body" | "picture" | "caption" | "filler" | "house"
  readonly region: Region
  readonly part: number
  /** True where its words run down the page (竖排). */
  readonly vertical?: boolean | undefined
  /** Columns of its own (变栏), of body frames; absent is the basic columns of its region. */
  readonly ownColumns?: OwnColumns | undefined
  /** Its bands (档), of vertical body frames; absent is one. */
  readonly bands?: Bands | undefined
  /** How text goes round it (绕排): only such a frame may lie on others of its slot. */
  readonly wrap?: Wrap | undefined
  /** How far it stands in from its columns. */
  readonly inset?: Inset | undefined
  /** Name of the ink of a headline's words. */
  readonly ink?: string | undefined
  readonly group?: string | undefined
}

/** How the article of a slot's part is drawn (加框、栏线); what is absent is left to the article. */
export interface SlotLook {
  readonly part: number
  readonly surround?: Look | undefined
  readonly columnRule?: Look | undefined
}

/** A rule or box drawn by hand (线、框线): under the page's articles, or over them. */
export interface DrawnFrame {
  readonly role: "rule" | "box"
  readonly region: Region
  readonly look: Look
  readonly over: boolean
  readonly wrap?: Wrap | undefined
  readonly inset?: Inset | undefined
  readonly group?: string | undefined
}

/** Height in lines of a slot's headline block, and the least and most it may have; null: any. */
export interface SlotHeadline {
  readonly lines: number
  readonly min: number | null
  readonly max: number | null
}

/**
 * A place for one article (稿位). Placement moves slots up and down, makes them taller or shorter,
 * adds and removes them; the template says where they stand on an ordinary day.
 */
export interface Slot {
  readonly id: string
  readonly role: SlotRole
  readonly region: Region
  /** Least and most basic columns the slot may be given when the page is made up; null: any. */
  readonly span: { readonly min: number; readonly max: number } | null
  /** Lines kept for the headline block on an ordinary day, air included; null: no headline. */
  readonly headline: SlotHeadline | null
  /** Frames in thread order; empty: a headline across the slot and the text under it. */
  readonly frames: readonly SlotFrame[]
  /** One for each part whose article is drawn in a way of its own; absent is none. */
  readonly looks?: readonly SlotLook[] | undefined
}

/**
 * Furniture as the template has it: places in 字 across and body lines down from the type area's
 * top left (negative lines stand in the head margin), texts with placeholders in braces such as
 * `{paper}` and `{date}`.
 */
export type Fixture =
  | {
      readonly kind: "text"
      readonly role: "masthead" | "ear" | "folio" | "house"
      readonly text: string
      readonly family: string
      readonly weight: number
      readonly size: Pt
      readonly x: Zi
      /** Place of the baseline in body lines; need not be whole. */
      readonly line: number
      readonly align: "left" | "center" | "right"
      readonly tracking: Pt
      readonly ink?: string | undefined
    }
  | {
      readonly kind: "rule"
      readonly x1: Zi
      readonly line1: number
      readonly x2: Zi
      readonly line2: number
      readonly width: Pt
      readonly style?: LineStyle | undefined
      readonly ink?: string | undefined
    }
  | {
      readonly kind: "box"
      readonly x: Zi
      readonly line: number
      readonly width: Zi
      readonly lines: number
      readonly rule: Pt
      readonly tint: number
      readonly style?: LineStyle | undefined
      readonly open?: readonly Side[] | undefined
      readonly pattern?: GroundPattern | undefined
      readonly ink?: string | undefined
      readonly ground?: string | undefined
    }

/** A part of the type area that belongs to furniture: 报头 or 报眼. No frame may stand in it. */
export interface Reserved {
  readonly id: string
  readonly role: "masthead" | "ear"
  readonly region: Region
}

/** A notice of the paper's own that may fill a hole: a title and lines under it. */
export interface Notice {
  readonly title: string
  readonly lines: readonly string[]
}

/** A page template (版式): grid, furniture and named slots. A readonly record, read from JSON. */
export interface Template {
  readonly id: string
  readonly name: Named
  /** Name of a page made from it such as 要闻 (版名), until somebody gives it another; may be empty. */
  readonly section: string
  /** Trim size and bleed. */
  readonly sheet: { readonly width: Mm; readonly height: Mm; readonly bleed: Mm }
  /** Top left of the type area from the trim's top left; its size follows from the grid. */
  readonly typeArea: { readonly x: Mm; readonly y: Mm }
  readonly grid: {
    readonly bodySize: Pt
    readonly linePitch: Pt
    readonly columns: number
    readonly measure: Zi
    readonly gutter: Zi
    readonly lines: number
  }
  readonly reserved: readonly Reserved[]
  readonly furniture: readonly Fixture[]
  /** Rules that placement draws: between stacks (栏线) and between stacked articles; null: none. */
  readonly rules: PageRules
  readonly slots: readonly Slot[]
  /** Rules and boxes that stand on a page of it, lowest first; absent is none. */
  readonly drawn?: readonly DrawnFrame[] | undefined
  /** Notices for holes, shortest first. */
  readonly notices: readonly Notice[]
  /** Template of the page after this one; null: this one again. */
  readonly next: string | null
}
