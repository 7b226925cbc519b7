import { pt, type Pt } from "../units.ts"
import { HOUSE_TABLE, type HeadTable } from "./head-setting.ts"
import type { MarkWidths, TextLanguage, TextLook } from "./text-look.ts"

/** A face and size. Family is one of the registry's: song, hei, kai, fang. */
export interface TextStyle {
  readonly family: string
  readonly weight: number
  readonly size: Pt
  /** Added between its characters (字距), em; 0 when left out. */
  readonly tracking?: number
  /** Name of its ink; black when left out. */
  readonly ink?: string
}

/** What is done with marks at line ends; `grid` comes of the widths of marks. */
type EndMarks = ParagraphStyle["endMarks"] | "grid"

/** How a paragraph is set; the indent counts in em of its size. */
export interface ParagraphStyle {
  readonly text: TextStyle
  readonly indent: number
  readonly align: "justify" | "left" | "center" | "right"
  readonly level: "none" | "loose" | "basic" | "gb" | "strict"
  /** Quarter-em space between Han and Latin or digits; false is newspaper style. */
  readonly autospace: boolean
  /** Digits in half-em cells (newspaper style) or with the face's own widths. */
  readonly digits: "half" | "own"
  /** Marks at line ends: always half; a whole cell rather than a stretched line; or hanging out. */
  readonly endMarks: "half" | "fit" | "hang"
  /** Lines that a paragraph's first character is high (首字下沉); absent for one like the rest. */
  readonly drop?: number
  /** Where its tabs lead to (制表位), as tab-stops.ts writes them; absent is every second em. */
  readonly tabs?: string
  /** Whether Latin words are divided at line ends (断词); absent divides them. */
  readonly division?: "hyphen" | "none"
  /** How wide marks are set (标点宽度); absent is as the rules have it. */
  readonly marks?: MarkWidths
  /** Traditional text, whose stops stand in the middle of their cells; absent is simplified. */
  readonly language?: TextLanguage
  /** Of display text, whose size is found by its room: the largest that it may be; absent is the house's. */
  readonly largest?: Pt
  /** Most digits of a number that stands upright in one cell of vertical text (纵中横). */
  readonly uprightDigits?: number
  /** Whether lines with readings have half a row more above them (加行距); absent is none. */
  readonly readings?: "gap" | "open"
  /** Line pitch of the story as a factor of the grid's, of body and caption; 1 when left out. */
  readonly leading?: number
}

/** Most digits of a number that stands upright in one cell of vertical text, where no style says. */
const UPRIGHT_DIGITS = 3

/** How a style sets vertical text. */
export function verticalOf({ uprightDigits = UPRIGHT_DIGITS }: Partial<ParagraphStyle>): {
  readonly digits: number
} {
  return { digits: uprightDigits }
}

/** The paper's styles (样式), by what they are for. */
export interface Stylesheet {
  readonly body: ParagraphStyle
  /** Face of the dateline (电头) inside a body paragraph. */
  readonly dateline: TextStyle
  readonly subhead: ParagraphStyle
  readonly closing: ParagraphStyle
  readonly credit: ParagraphStyle
  readonly caption: ParagraphStyle
  readonly captionCredit: ParagraphStyle
  readonly filler: ParagraphStyle
  readonly headline: ParagraphStyle
  readonly kicker: ParagraphStyle
  readonly deck: ParagraphStyle
  readonly heads: HeadTable
  /** Character styles by name; absent where the issue has none. */
  readonly characters?: Readonly<Record<string, TextLook>>
}

/** The house's styles for a body size in pt: 报宋 body, black 标宋 headlines, 楷体 credits and captions. */
export function stylesheetFor(bodySize: Pt): Stylesheet {
  const set = (text: TextStyle, change: Partial<ParagraphStyle> = {}): ParagraphStyle => ({
    text,
    indent: 0,
    align: "justify",
    level: "gb",
    autospace: false,
    digits: "half",
    endMarks: "fit",
    ...change,
  })
  const song: TextStyle = { family: "song", weight: 400, size: bodySize }
  const kai: TextStyle = { family: "kai", weight: 500, size: bodySize }
  const signature: TextStyle = { ...kai, size: pt((bodySize * 17) / 18) }
  const heavy: TextStyle = { family: "song", weight: 900, size: pt(24) }
  const subhead: TextStyle = { family: "hei", weight: 700, size: pt((bodySize * 7) / 6) }
  return {
    body: set(song, { indent: 2 }),
    dateline: { family: "hei", weight: 700, size: bodySize },
    subhead: set(subhead, { align: "center" }),
    closing: set(signature, { align: "right" }),
    credit: set(signature, { align: "right" }),
    caption: set(kai, { indent: 2 }),
    captionCredit: set(kai, { align: "right" }),
    filler: set({ family: "hei", weight: 700, size: bodySize }, { align: "center" }),
    headline: set(heavy, { align: "center", digits: "own" }),
    kicker: set({ family: "kai", weight: 500, size: bodySize }, { align: "center", digits: "own" }),
    deck: set({ family: "kai", weight: 500, size: bodySize }, { align: "center", digits: "own" }),
    heads: HOUSE_TABLE,
  }
}

/** Whether a style trims its marks. */
export function trimOf({ marks }: ParagraphStyle): { readonly trim: boolean } {
  return { trim: marks !== "whole" && marks !== "grid" }
}

/** What a style does at its lines' ends; `grid` is a strict grid, of text that begins at the left. */
export function endMarksOf({ marks, align, endMarks }: ParagraphStyle): EndMarks {
  if (marks === "grid" && (align === "justify" || align === "left")) return "grid"
  const fixed = marks === "kaiming" || marks === "half" || marks === "edges" || marks === "cct"
  return fixed && endMarks === "fit" ? "half" : endMarks
}

/** Sheets of traditional text, by the sheet: one record each, as lines are remembered by it. */
const traditional = new WeakMap<Stylesheet, Stylesheet>()

/**
 * The sheet for traditional text (繁体): stops in the middle of their cells, and by the rules for line
 * ends that CLREQ recommends where the mainland's standard would hold; a level that was set stays.
 * Source: typography reference 1.2
 */
function traditionalSheet(sheet: Stylesheet): Stylesheet {
  const known = traditional.get(sheet)
  if (known) return known
  const { dateline, characters, heads, ...styles } = sheet
  const set = (style: ParagraphStyle): ParagraphStyle => ({
    ...style,
    language: "hant",
    level: style.level === "gb" ? "basic" : style.level,
  })
  const all = Object.entries(styles).map(([name, style]) => [name, set(style)] as const)
  const made: Stylesheet = {
    ...(Object.fromEntries(all) as unknown as typeof styles),
    ...{ dateline, heads },
    ...(characters ? { characters } : {}),
  }
  traditional.set(sheet, made)
  return made
}

/** The sheet that an article is set by, before it is tracked. */
export function sheetOf(
  { language }: { readonly language?: TextLanguage },
  sheet: Stylesheet,
): Stylesheet {
  return language === "hant" ? traditionalSheet(sheet) : sheet
}

/** Sheets with tracked text, by the sheet and the tracking: one record each, as lines are remembered by it. */
const tracked = new WeakMap<Stylesheet, Map<number, Stylesheet>>()

/**
 * The sheet with its running text tracked by so many em more: body, dateline and caption. The same
 * sheet for 0.
 */
export function trackedSheet(sheet: Stylesheet, tracking: number): Stylesheet {
  if (tracking === 0) return sheet
  const known = tracked.get(sheet) ?? new Map<number, Stylesheet>()
  tracked.set(sheet, known)
  const text = (style: TextStyle): TextStyle => ({
    ...style,
    tracking: (style.tracking ?? 0) + tracking,
  })
  const made = known.get(tracking) ?? {
    ...sheet,
    body: { ...sheet.body, text: text(sheet.body.text) },
    dateline: text(sheet.dateline),
    caption: { ...sheet.caption, text: text(sheet.caption.text) },
  }
  known.set(tracking, made)
  return made
}
