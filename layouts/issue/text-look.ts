import type { Pt } from "../units.ts"
import { readTabStops } from "./tab-stops.ts"

/** What direct formatting and styles may change of characters; what is absent stays. */
export interface TextLook {
  /** Family of the registry: song, hei, kai, fang, or one of the user's own. */
  readonly family?: string
  readonly weight?: number
  readonly size?: Pt
  /** Added between characters (字距), em. */
  readonly tracking?: number
  /** Name of the ink that they are printed in: one of the issue's, `black` or `paper`. */
  readonly ink?: string
}

/** What may be changed of a paragraph. */
export interface ParagraphLook extends TextLook {
  readonly align?: "justify" | "left" | "center" | "right"
  /** First-line indent, em of its size. */
  readonly indent?: number
  /** Lines that its first character is high (首字下沉); absent for one like the rest. */
  readonly drop?: number
  /** Where its tabs lead to (制表位), as tab-stops.ts writes them; absent is every second em. */
  readonly tabs?: string
  /** Whether Latin words are divided at line ends (断词); absent divides them. */
  readonly division?: "hyphen" | "none"
  /** Most digits of a number that stands upright in one cell of vertical text (纵中横). */
  readonly uprightDigits?: number
  /** How wide marks are set (标点宽度); absent is as the rules have it. */
  readonly marks?: MarkWidths
  /** How strictly marks keep off the edges of lines (避头尾). */
  readonly level?: "none" | "loose" | "basic" | "gb" | "strict"
  /** Whether lines with readings have half a row more above them (加行距); absent is `gap`, none. */
  readonly readings?: "gap" | "open"
}

/** The script of a text: simplified, or traditional as papers of Hong Kong and Taiwan set it. */
export type TextLanguage = "hans" | "hant"

/**
 * Widths of marks: as the rules have them; 全身, whole; 行末半角, whole but half at the edges of lines;
 * 开明, 。？！ whole and all others half; 半角, half; CCT, seven tenths of a cell; 字网格, whole in a
 * strict grid: every ideograph and mark in a cell of one 字, nothing squeezed or stretched (text that is
 * centred or stands at the right has whole marks and no grid).
 * Source: typography reference 1.5, preset families, and 1.9, grid
 */
export type MarkWidths = "usual" | "whole" | "edges" | "kaiming" | "half" | "cct" | "grid"

/** Lines beside a text: 专名号, straight, and 书名号甲式, wavy. */
export type NameLine = "name" | "title"

/** Small figures: 上角, 下角, and a fraction set over and under its slash. */
export type Script = "super" | "sub" | "fraction"

/** What characters of a story bear: a named character style, what is set over it, what stands beside. */
export interface SpanLook extends TextLook {
  readonly style?: string
  /** Dots under its characters (着重号). */
  readonly emphasis?: "dot"
  readonly line?: NameLine
  /** Tells a name from the one that it touches: spans of one line and number are one name; absent is 0. */
  readonly lineItem?: number
  readonly script?: Script
  /** Its reading (拼音): one a character where parted by as many spaces, else over all of it. */
  readonly ruby?: string
  /** Tells a text under a reading from one beside it under the same; absent is 0. */
  readonly rubyItem?: number
}

/** A stretch of a paragraph that bears a look; offsets are UTF-16 units, `to` is behind its last. */
export interface Span extends SpanLook {
  readonly from: number
  readonly to: number
}

/** A change of a look: null takes a field away, what is absent stays. */
export type LookChange<T> = { readonly [K in keyof T]?: T[K] | null }

/** Fields that have one of a few words. */
const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  align: ["justify", "left", "center", "right"],
  emphasis: ["dot"],
  line: ["name", "title"],
  script: ["super", "sub", "fraction"],
  division: ["hyphen", "none"],
  marks: ["usual", "whole", "edges", "kaiming", "half", "cct", "grid"],
  level: ["none", "loose", "basic", "gb", "strict"],
  readings: ["gap", "open"],
}

/** Bounds of the numbers: what is beyond them is no number that anyone meant. */
const BOUNDS = {
  weight: { least: 1, most: 1000 },
  size: { least: 3, most: 400 },
  tracking: { least: -0.5, most: 2 },
  indent: { least: 0, most: 20 },
  drop: { least: 2, most: 6 },
  uprightDigits: { least: 1, most: 4 },
  lineItem: { least: 0, most: 2 },
  rubyItem: { least: 0, most: 2 },
} as const

/** Longest name of a family, style or ink, and longest reading, UTF-16 units. */
const MOST_NAME = 80

/** The names of a span's fields, a paragraph's and a style's, in the order that they are written. */
export const TEXT_FIELDS = ["family", "weight", "size", "tracking", "ink"] as const
export const BESIDE_FIELDS = ["emphasis", "line", "lineItem", "script", "ruby", "rubyItem"] as const
export const SPAN_FIELDS = ["style", ...TEXT_FIELDS, ...BESIDE_FIELDS] as const
export const PARAGRAPH_FIELDS = [
  ...TEXT_FIELDS,
  ...([
    "align",
    "indent",
    "drop",
    "tabs",
    "division",
    "uprightDigits",
    "marks",
    "level",
    "readings",
  ] as const),
] as const

/** The sound ones of a look's fields, in their order; null when none is. */
export function soundLook<T extends TextLook>(
  fields: readonly (keyof T & string)[],
  raw: { readonly [field: string]: unknown } | undefined,
): T | null {
  const sound = raw ? fields.filter((field) => isSound(field, raw[field])) : []
  if (sound.length === 0) return null
  return Object.fromEntries(sound.map((field) => [field, raw![field]])) as unknown as T
}

/** The sound ones of a change's fields: null takes a field away, and so does what is not sound. */
export function soundChange<T extends TextLook>(
  fields: readonly (keyof T & string)[],
  change: LookChange<T>,
): Readonly<Record<string, string | number | null>> {
  const named = fields.filter((field) => change[field] !== undefined)
  const value = (field: keyof T & string): string | number | null =>
    isSound(field, change[field]) ? (change[field] as string | number) : null
  return Object.fromEntries(named.map((field) => [field, value(field)]))
}

/** Whether a value can be that of a field. */
export function isSound(field: string, value: unknown): boolean {
  if (Object.hasOwn(CHOICES, field)) return CHOICES[field]!.includes(value)
  if (field === "style" || field === "family" || field === "ink" || field === "ruby")
    return typeof value === "string" && value !== "" && value.length <= MOST_NAME
  if (field === "tabs") return typeof value === "string" && readTabStops(value) !== null
  const bounds = BOUNDS[field as keyof typeof BOUNDS]
  return typeof value === "number" && value >= bounds.least && value <= bounds.most
}
