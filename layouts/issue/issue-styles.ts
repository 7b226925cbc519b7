import { dropField, jsonField, setField, type Fields } from "./content.ts"
import { soundTable, type HeadTable } from "./head-setting.ts"
import { LEADING } from "./setting.ts"
import { shared } from "./share.ts"
import {
  PARAGRAPH_FIELDS,
  soundLook,
  TEXT_FIELDS,
  type ParagraphLook,
  type TextLook,
} from "./text-look.ts"

/** What the issue's paragraph styles are called: the parts of a page that they set. */
export const PARAGRAPH_STYLES = [
  "body",
  "dateline",
  "subhead",
  "closing",
  "credit",
  "caption",
  "captionCredit",
  "filler",
  "headline",
  "kicker",
  "deck",
] as const

export type ParagraphStyleName = (typeof PARAGRAPH_STYLES)[number]

/** What an issue changes of one of the house's paragraph styles; what is absent stays. */
export interface StyleChange extends ParagraphLook {
  /** Line pitch as a factor of the grid's; of body and caption only, whose stories it sets. */
  readonly leading?: number
}

/** The issue's own styles (样式): changes of the house's paragraph styles, and character styles by name. */
export interface IssueStyles {
  readonly paragraph: Readonly<Partial<Record<ParagraphStyleName, StyleChange>>>
  readonly character: Readonly<Record<string, TextLook>>
  /** What the paper's table of headline sizes has of its own; absent is the house's. */
  readonly heads?: Partial<HeadTable>
}

/** Prefixes of the keys that styles are kept under. */
const KEY = { paragraph: "paragraph.", character: "character.", heads: "heads" } as const

const NOTHING: TextLook = {}

/** Sets what the issue changes of a paragraph style; nothing sound leaves the house's. */
export function writeParagraphStyle(
  styles: Fields,
  name: ParagraphStyleName,
  change: StyleChange,
): void {
  const sound = soundStyle({ ...change })
  const key = KEY.paragraph + name
  if (sound === null) dropField(styles, key)
  else setField(styles, key, JSON.stringify(sound))
}

/** Sets a character style, one that changes nothing too; null removes it. */
export function writeCharacterStyle(styles: Fields, name: string, look: TextLook | null): void {
  const key = KEY.character + name
  if (look === null || name === "") dropField(styles, key)
  else setField(styles, key, JSON.stringify(textLook({ ...look })))
}

/** Sets the paper's table of headline sizes; nothing sound leaves the house's. */
export function writeHeadTable(styles: Fields, table: Partial<HeadTable>): void {
  const sound = soundTable({ ...table })
  if (sound === null) dropField(styles, KEY.heads)
  else setField(styles, KEY.heads, JSON.stringify(sound))
}

/** Writes all styles of an issue. */
export function writeStyles(styles: Fields, issue: IssueStyles): void {
  if (issue.heads) writeHeadTable(styles, issue.heads)
  for (const name of PARAGRAPH_STYLES) {
    const change = issue.paragraph[name]
    if (change) writeParagraphStyle(styles, name, change)
  }
  for (const [name, look] of Object.entries(issue.character))
    writeCharacterStyle(styles, name, look)
}

/** The issue's styles; the very ones from before when nothing changed, null when it has none. */
export function readStyles(styles: Fields, before: IssueStyles | undefined): IssueStyles | null {
  if (styles.size === 0) return null
  const raw = (key: string): Record<string, unknown> =>
    jsonField<Record<string, unknown> | null>(styles, key, {}) ?? {}
  const paragraph = PARAGRAPH_STYLES.flatMap((name) => {
    const sound = soundStyle(raw(KEY.paragraph + name))
    return sound ? [[name, shared(before?.paragraph[name], sound)] as const] : []
  })
  const names = [...styles.keys()].filter((key) => key.startsWith(KEY.character)).toSorted()
  const character = names.map((key) => {
    const name = key.slice(KEY.character.length)
    return [name, shared(before?.character[name], textLook(raw(key)))] as const
  })
  const heads = soundTable(raw(KEY.heads))
  if (paragraph.length + character.length === 0 && heads === null) return null
  return shared(before, {
    ...(heads ? { heads: sameTable(before?.heads, heads) } : {}),
    paragraph: shared(before?.paragraph, Object.fromEntries(paragraph)),
    character: shared(before?.character, Object.fromEntries(character)),
  })
}

/** The table from before when it is the same. */
function sameTable(
  before: Partial<HeadTable> | undefined,
  heads: Partial<HeadTable>,
): Partial<HeadTable> {
  return before && JSON.stringify(before) === JSON.stringify(heads) ? before : heads
}

function textLook(raw: Record<string, unknown>): TextLook {
  return soundLook<TextLook>(TEXT_FIELDS, raw) ?? NOTHING
}

function soundStyle(raw: Record<string, unknown>): StyleChange | null {
  const look = soundLook<ParagraphLook>(PARAGRAPH_FIELDS, raw)
  const { leading } = raw
  const led = typeof leading === "number" && leading >= LEADING.least && leading <= LEADING.most
  if (!led) return look
  return { ...look, leading }
}
