import type { Mm, Pt, Zi } from "../units.ts"
import type { Inset, Wrap } from "./wrap.ts"
import type { GroundPattern, LineStyle, Side } from "./line-style.ts"

/**
 * A rectangle on the page grid: whole basic columns across, whole body lines down.
 * `column` and `line` count from 0 at the type area's top left.
 */
export interface Region {
  readonly column: number
  readonly columns: number
  readonly line: number
  readonly lines: number
}

/** The page grid (版心 in 字 × 行); everything on the page is derived from it. */
export interface Grid {
  /** Top left of the type area, pt from the trim's top left. */
  readonly x: Pt
  readonly y: Pt
  readonly bodySize: Pt
  /** Distance between two body baselines, pt. */
  readonly linePitch: Pt
  /** Number of basic columns (基本栏). */
  readonly columns: number
  /** Width of a basic column, 字. */
  readonly measure: Zi
  /** Space between two basic columns, 字. */
  readonly gutter: Zi
  /** Height of the type area in body lines. */
  readonly lines: number
}

/**
 * What a frame shows. A headline frame holds kicker, headline and deck together; rules and boxes
 * (线、框线) are drawn by hand and show nothing of an article.
 */
export type FrameRole =
  "headline" | "body" | "picture" | "caption" | "filler" | "house" | "rule" | "box"

/** Whether frames of a role can show an article: a notice is the paper's own, a rule shows nothing. */
export function takesArticle(role: FrameRole): boolean {
  return role !== "house" && !isDrawn(role)
}

/** Whether the words of frames of a role can run down the page. */
export function canTurn(role: FrameRole): boolean {
  return role === "headline" || role === "body" || role === "caption"
}

/** Whether text can go round frames of a role: all but running text itself, and rules. */
export function canWrap(role: FrameRole): boolean {
  return role !== "body" && role !== "rule"
}

/** Whether frames of a role can stand in from their columns. */
export function canStandIn(role: FrameRole): boolean {
  return role === "picture" || role === "box" || role === "caption"
}

/** How a rule or a box looks. */
export interface Look {
  /** Weight of the rule, pt; 0 draws none. */
  readonly rule: Pt
  /** Style of the rule (线型); absent is one plain stroke. */
  readonly line?: LineStyle
  /** Sides of a box without a rule; absent is none. */
  readonly open?: readonly Side[]
  /** Strength of a box's ground, 0 to 1; 0 is paper. */
  readonly tint: number
  /** What the ground is drawn as, as much of it covered as its strength says; absent is a screen. */
  readonly pattern?: GroundPattern
  /** Names of the inks of the rule and of the ground; black when left out. */
  readonly ink?: string
  readonly ground?: string
  /** True for a rule down the gutter left of its region; others run across the middle of theirs. */
  readonly upright?: boolean
}

/**
 * How a frame's width is made columns (栏式): 绝对 of whole 字, the gutters give; 相对 of whole 字,
 * the gutter kept, columns differ by one; 自由 all alike, the gutter kept; 自动 on the page's basic
 * columns.
 */
export type ColumnMode = "absolute" | "relative" | "free" | "auto"

/** Columns of a body frame's own (变栏): broken columns (破栏) or long ones (长栏). */
export interface OwnColumns {
  /** How many, from 1 up; fewer stand where the frame is too narrow. */
  readonly count: number
  readonly mode: ColumnMode
  /** Space asked for between two, 字 (栏空); the page's where they are on its basic columns. */
  readonly gutter: Zi
}

/** The most columns of a frame's own, and the widest gutter, 字. */
export const OWN_COLUMNS = { most: 24, gutter: 12 } as const

const COLUMN_MODES: readonly ColumnMode[] = ["absolute", "relative", "free", "auto"]

/** Whether a value can be a frame's own columns. */
export function areOwnColumns(value: unknown): value is OwnColumns {
  if (typeof value !== "object" || value === null) return false
  const { count, mode, gutter } = value as Record<string, unknown>
  const counted = Number.isInteger(count) && Number(count) >= 1 && Number(count) <= OWN_COLUMNS.most
  const spaced = typeof gutter === "number" && gutter >= 0 && gutter <= OWN_COLUMNS.gutter
  return counted && spaced && COLUMN_MODES.some((one) => one === mode)
}

/**
 * Bands (档) that a vertical frame is cut into, one under another: columns turned by a quarter, their
 * gutter and measure counted down the page.
 */
export interface Bands extends OwnColumns {
  /** True where the end of the story is shared out over the bands of its last frame (拉平). */
  readonly level?: true | undefined
}

/** Whether a value can be a frame's bands. */
export function areBands(value: unknown): value is Bands {
  if (!areOwnColumns(value)) return false
  const { level } = value as Bands
  return level === undefined || level === true
}

/** Whether frames of a role are drawn by hand: they have a look and no article. */
export function isDrawn(role: FrameRole): role is "rule" | "box" {
  return role === "rule" || role === "box"
}

/**
 * Words of the paper's own or of the public's that fill a hole (本报用稿), with placeholders; the
 * label says that they are the public's.
 */
export interface FrameNotice {
  readonly title: string
  readonly lines: readonly string[]
  readonly label: string | null
}

/**
 * A frame (框): a region of the page that shows one part of one article.
 * A body frame is as many columns as its region has, or has columns of its own; text runs down each in turn, then into the
 * article's next body frame by `order` (续排), also on later pages.
 */
export interface Frame {
  readonly id: string
  readonly role: FrameRole
  readonly article: string | null
  readonly region: Region
  /** Place in the article's thread, from 0; body frames only, 0 for the others. */
  readonly order: number
  /** The slot of the template that this frame came from. */
  readonly slot: string
  /** True when tools may not move, resize or remove it (锁定). */
  readonly locked?: boolean
  /** True where its lines run down the page, one left of the other (竖排); text and headlines only. */
  readonly vertical?: boolean
  /** Its own columns (变栏), of body frames; absent is the basic columns of its region. */
  readonly ownColumns?: OwnColumns
  /** Its bands (档), of body frames, where its lines run down the page; absent is one. */
  readonly bands?: Bands
  /** How running text under it goes round it (绕排); absent does not. */
  readonly wrap?: Wrap
  /** How far it stands in from the columns of its region; absent is not at all. */
  readonly inset?: Inset
  /** Frames of a page with the same group are selected and moved together (编组). */
  readonly group?: string
  /** How it is drawn; rules and boxes have one, no others do. */
  readonly look?: Look
  /** Name of the ink of a headline's words; absent is as their styles say. */
  readonly ink?: string
  /** What a house frame says; null is a tinted ground without words, absent shows nothing. */
  readonly notice?: FrameNotice | null
}

/**
 * A fixed part of the page that is not an article, resolved to points. Texts keep placeholders in
 * braces such as `{page}` and `{date}`; composing fills them in from the issue, so that what
 * changes there flows into every page.
 */
export type Furniture = Inked &
  (
    | {
        readonly kind: "text"
        readonly role: "masthead" | "ear" | "folio" | "house"
        readonly text: string
        /** Family of the registry: song, hei, kai, fang. */
        readonly family: string
        readonly weight: number
        readonly size: Pt
        /** Reference point: left, middle or right end of the baseline, by `align`. */
        readonly x: Pt
        readonly baseline: Pt
        readonly align: "left" | "center" | "right"
        /** Extra space between characters, pt. */
        readonly tracking: Pt
      }
    | {
        readonly kind: "rule"
        readonly x1: Pt
        readonly y1: Pt
        readonly x2: Pt
        readonly y2: Pt
        readonly width: Pt
        readonly line?: LineStyle
      }
    | {
        readonly kind: "box"
        readonly x: Pt
        readonly y: Pt
        readonly width: Pt
        readonly height: Pt
        readonly rule: Pt
        /** Strength of the ground, 0 to 1; 0 is paper. */
        readonly tint: number
        /** Name of the ground's ink; black when left out. */
        readonly ground?: string
        readonly line?: LineStyle
        readonly open?: readonly Side[]
        readonly pattern?: GroundPattern
        /** The corners of its loops, pt, where it is no plain box: what an L or a U is drawn along. */
        readonly outline?: readonly (readonly (readonly [x: number, y: number])[])[]
      }
  )

/** What is printed in an ink, by its name; black when left out. */
interface Inked {
  readonly ink?: string
}

/** Weights of the rules that a page draws between its articles, pt; null draws none. */
export interface PageRules {
  /** Down the gutters between articles side by side (栏线). */
  readonly column: Pt | null
  /** Over headlines that have an article above them. */
  readonly slot: Pt | null
  /** Style of the rules down the gutters; absent is one plain stroke. */
  readonly line?: LineStyle
}

/** What a page says of itself where its furniture asks; a blank word is the to answer. */
export interface PageWords {
  /** Name of the page such as 要闻 (版名). */
  readonly section?: string
  readonly editor?: string
  readonly designer?: string
  readonly reader?: string
}

/**
 * A guide (参考线): a line across the whole page that is seen at the desk and never printed; `at` is
 * pt from the trim's left for a vertical one (`x`), from its top for a level one (`y`).
 */
export interface Guide {
  readonly axis: "x" | "y"
  readonly at: Pt
}

/** A page (版): its sheet, grid, furniture and frames. */
export interface Page {
  /** Section letter and number, such as `A1` (版次). */
  readonly id: string
  readonly template: string
  readonly sheet: { readonly width: Mm; readonly height: Mm; readonly bleed: Mm }
  readonly grid: Grid
  readonly furniture: readonly Furniture[]
  /** Found anew from the frames whenever the page is drawn, so that they follow every change. */
  readonly rules: PageRules
  readonly frames: readonly Frame[]
  readonly words?: PageWords
  /** Absent where the page has none. */
  readonly guides?: readonly Guide[]
}
