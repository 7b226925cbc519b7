import type { IssueStyles, ParagraphStyleName, StyleChange } from "./issue-styles.ts"
import type { ParagraphStyle, Stylesheet, TextStyle } from "./style.ts"
import type { ParagraphLook, SpanLook, TextLook } from "./text-look.ts"

/** Display text finds its size by its room: a size set for it is the largest that it may be. */
const DISPLAY: readonly ParagraphStyleName[] = ["headline", "kicker", "deck", "filler"]

/** The house's sheet with what an issue changes of it, and the issue's character styles. */
export function styledSheet(
  sheet: Stylesheet,
  { paragraph, character, heads }: IssueStyles,
): Stylesheet {
  const { dateline, ...changes } = paragraph
  const changed = Object.entries(changes).map(([name, change]) => {
    const key = name as Exclude<ParagraphStyleName, "dateline">
    return [key, changedStyle(sheet[key], change, DISPLAY.includes(key))] as const
  })
  return {
    ...sheet,
    ...Object.fromEntries(changed),
    dateline: textWith(sheet.dateline, dateline),
    characters: character,
    ...(heads ? { heads: { ...sheet.heads, ...heads } } : {}),
  }
}

function changedStyle(
  style: ParagraphStyle,
  { size, leading, ...look }: StyleChange,
  display: boolean,
): ParagraphStyle {
  const set = paragraphWith(style, size === undefined || display ? look : { ...look, size })
  return {
    ...set,
    ...(display && size !== undefined ? { largest: size } : {}),
    ...(leading === undefined ? {} : { leading }),
  }
}

/** A text style with a look over it; the very same style under no look. */
export function textWith(style: TextStyle, look: TextLook | undefined): TextStyle {
  if (!look) return style
  const { family = style.family, weight = style.weight, size = style.size } = look
  const tracking = look.tracking ?? style.tracking
  const ink = look.ink ?? style.ink
  return {
    ...{ family, weight, size },
    ...(tracking === undefined ? {} : { tracking }),
    ...(ink === undefined ? {} : { ink }),
  }
}

/** A paragraph style with a look over it; the very same style under no look. */
export function paragraphWith(
  style: ParagraphStyle,
  look: ParagraphLook | undefined,
): ParagraphStyle {
  if (!look) return style
  const { align = style.align, indent = style.indent } = look
  const drop = look.drop ?? style.drop
  const tabs = look.tabs ?? style.tabs
  const division = look.division ?? style.division
  const uprightDigits = look.uprightDigits ?? style.uprightDigits
  const { level = style.level } = look
  const readings = look.readings ?? style.readings
  const marks = look.marks ?? style.marks
  const set = { ...style, align, indent, level, text: textWith(style.text, look) }
  return {
    ...set,
    ...(drop === undefined ? {} : { drop: Math.round(drop) }),
    ...(tabs === undefined ? {} : { tabs }),
    ...(division === undefined ? {} : { division }),
    ...(marks === undefined ? {} : { marks }),
    ...(readings === undefined ? {} : { readings }),
    ...(uprightDigits === undefined ? {} : { uprightDigits: Math.round(uprightDigits) }),
  }
}

/** The text style of a span: its character style over the text's own, its own look over both. */
export function spanStyle(
  style: TextStyle,
  { style: name, ...look }: SpanLook,
  { characters }: Stylesheet,
): TextStyle {
  const known = name !== undefined && characters && Object.hasOwn(characters, name)
  return textWith(textWith(style, known ? characters[name] : undefined), look)
}
