import { clearFormat } from "../../layouts/edits/clear-format.ts"
import { formatText } from "../../layouts/edits/format-text.ts"
import { setCharacterStyle } from "../../layouts/edits/set-character-style.ts"
import { setParagraphLook } from "../../layouts/edits/set-paragraph-look.ts"
import { setParagraphStyle } from "../../layouts/edits/set-paragraph-style.ts"
import { setRole } from "../../layouts/edits/set-role.ts"
import type { ParagraphRole } from "../../layouts/issue/article.ts"
import type { ParagraphStyleName, StyleChange } from "../../layouts/issue/issue-styles.ts"
import type {
  LookChange,
  ParagraphLook,
  SpanLook,
  TextLook,
} from "../../layouts/issue/text-look.ts"
import { perform } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import { endTyping } from "../state/typing.ts"
import { isCaret } from "../text/place.ts"
import { writing } from "./text-deeds.ts"

/** Sets selected characters in a face, size or the like; at a caret its whole paragraph. */
export function formatCharacters(look: LookChange<TextLook>): void {
  const now = writing()
  if (!now || now.ends[0].words !== null) return
  endTyping()
  const [from, to] = now.ends
  if (isCaret(now.selection))
    perform(setParagraphLook(now.article.id, from.paragraph, to.paragraph, look))
  else perform(formatText(now.article.id, { from, to }, look))
}

/** Gives selected characters a character style, or takes it away; at a caret it does nothing. */
export function applyCharacterStyle(style: string | null): void {
  const now = writing()
  if (!now || now.ends[0].words !== null || isCaret(now.selection)) return
  endTyping()
  const [from, to] = now.ends
  const bare: LookChange<SpanLook> = {
    ...{ family: null, weight: null, size: null, tracking: null },
    ink: null,
  }
  perform(formatText(now.article.id, { from, to }, { ...(style === null ? {} : bare), style }))
}

/** Sets the selected paragraphs' alignment or indent. */
export function formatParagraphs(look: LookChange<ParagraphLook>): void {
  const now = writing()
  if (!now || now.ends[0].words !== null) return
  endTyping()
  perform(setParagraphLook(now.article.id, now.ends[0].paragraph, now.ends[1].paragraph, look))
}

/** Makes the selected paragraphs body text, subheads, closings or credits. */
export function giveRole(role: ParagraphRole): void {
  const now = writing()
  if (!now || now.ends[0].words !== null) return
  endTyping()
  perform(setRole(now.article.id, now.ends[0].paragraph, now.ends[1].paragraph, role))
}

/** Takes away all that is set by hand of what is selected. */
export function clearFormats(): void {
  const now = writing()
  if (!now || now.ends[0].words !== null) return
  endTyping()
  perform(clearFormat(now.article.id, { from: now.ends[0], to: now.ends[1] }))
}

/** Changes one of the paper's paragraph styles; null gives a field back to the house's. */
export function changeStyle(name: ParagraphStyleName, change: LookChange<StyleChange>): void {
  const before = desk.getState().issue?.styles?.paragraph[name]
  perform(setParagraphStyle(name, changed<StyleChange>(before, change)))
}

/** Changes a character style, or makes it. */
export function changeCharacterStyle(name: string, change: LookChange<TextLook>): void {
  const before = desk.getState().issue?.styles?.character[name]
  perform(setCharacterStyle(name, changed<TextLook>(before, change)))
}

/** A look with a change made: null takes a field away. */
function changed<T extends TextLook>(before: T | undefined, change: LookChange<T>): T {
  const all = Object.entries({ ...before, ...change })
  return Object.fromEntries(all.filter(([, value]) => value !== null)) as unknown as T
}
