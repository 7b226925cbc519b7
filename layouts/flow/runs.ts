import type { Paragraph } from "../issue/article.ts"
import { spanStretches } from "../issue/spans.ts"
import type { Stylesheet, TextStyle } from "../issue/style.ts"
import { spanStyle, textWith } from "../issue/styled-sheet.ts"
import { soundLook, type SpanLook, type TextLook } from "../issue/text-look.ts"
import type { Beside, TextRun } from "../line/cells.ts"
import { scriptRuns } from "../line/script.ts"
import type { FaceWish, Press } from "../press.ts"

/** A stretch of a text in a style; its faces come from the press. */
export function runOf(style: TextStyle, from: number, to: number, press: Press): TextRun {
  const { family, weight, size, tracking = 0, ink } = style
  const run = { from, to, faces: press.faces({ family, weight }), size, tracking }
  return ink === undefined ? run : { ...run, ink }
}

/** A stretch of a paragraph and what it is set in. */
export interface StyledStretch {
  readonly from: number
  readonly to: number
  readonly style: TextStyle
  /** What its characters bear beside their style. */
  readonly look: SpanLook
}

/**
 * What a paragraph's characters are set in: the dateline in its own face, the rest in the
 * paragraph's, and what is set of single stretches over both. The paragraph's own size, tracking
 * and ink are the dateline's too.
 */
export function styledStretches(
  paragraph: Paragraph,
  style: TextStyle,
  sheet: Stylesheet,
): readonly StyledStretch[] {
  const { length } = paragraph.text
  const split = Math.min(paragraph.dateline, length)
  const own =
    paragraph.look && soundLook<TextLook>(["size", "tracking", "ink"], { ...paragraph.look })
  const dateline = textWith(sheet.dateline, own ?? undefined)
  return spanStretches(paragraph.spans ?? [], [split, length]).map(({ from, to, look }) => ({
    from,
    to,
    style: spanStyle(from < split ? dateline : style, look, sheet),
    look,
  }))
}

/** The runs of a paragraph, one a stretch. */
export function runsOf(
  paragraph: Paragraph,
  style: TextStyle,
  sheet: Stylesheet,
  press: Press,
): readonly TextRun[] {
  return styledStretches(paragraph, style, sheet).flatMap(({ from, to, style: own, look }) => {
    const run = { ...runOf(own, from, to, press), ...besideOf(look, press) }
    return look.script ? scriptRuns(paragraph.text, run, look.script) : [run]
  })
}

/** What readings are set in: pinyin is set without serifs. Source: CLREQ #h-pinyin */
export const RUBY_FACE: FaceWish = { family: "hei", weight: 400 }

function besideOf(look: SpanLook, press: Press): { readonly beside?: Beside } {
  const { emphasis, line, lineItem = 0, ruby, rubyItem = 0 } = look
  if (!emphasis && !line && !ruby) return {}
  const along = line ? { line: { form: line, item: lineItem } } : {}
  const over = ruby ? { ruby: { text: ruby, item: rubyItem, faces: press.faces(RUBY_FACE) } } : {}
  return { beside: { ...(emphasis ? { emphasis } : {}), ...along, ...over } }
}
