import { formatText } from "../../layouts/edits/format-text.ts"
import { setNameLine } from "../../layouts/edits/set-name-line.ts"
import { setRuby } from "../../layouts/edits/set-ruby.ts"
import { setParagraphLook } from "../../layouts/edits/set-paragraph-look.ts"
import type { Where } from "../../layouts/finding.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { lookAt } from "../../layouts/issue/spans.ts"
import type { NameLine, Script, SpanLook } from "../../layouts/issue/text-look.ts"
import type { Stretch } from "../../layouts/edits/retype.ts"
import { perform } from "../state/actions.ts"
import { endTyping } from "../state/typing.ts"
import { isCaret } from "../text/place.ts"
import { formatParagraphs } from "./style-deeds.ts"
import { writing, type Writing } from "./text-deeds.ts"

/** What is selected of a story's text; null at a caret and in a heading. */
function selected(): Writing | null {
  const now = writing()
  return now && now.ends[0].words === null && !isCaret(now.selection) ? now : null
}

/** Whether the caret is in a story's text. */
export function isInStory(): boolean {
  return writing()?.ends[0].words === null
}

/** Whether characters of a story are selected. */
export function hasSelectedText(): boolean {
  return selected() !== null
}

/** What the first selected character bears; nothing where none is selected. */
export function lookSelected(): SpanLook {
  const now = selected()
  if (!now) return {}
  const [{ paragraph, offset }] = now.ends
  return lookAt(now.article.story[paragraph]?.spans, offset)
}

/** Dots under the selected characters, or no longer (着重号). */
export function toggleEmphasis(): void {
  const emphasis = lookSelected().emphasis ? null : "dot"
  edit((article, stretch) => formatText(article, stretch, { emphasis }))
}

/** A line along the selected name or title, or no longer (专名号 书名号甲式). */
export function toggleNameLine(line: NameLine): void {
  const wanted = lookSelected().line === line ? null : line
  edit((article, stretch) => setNameLine(article, stretch, wanted))
}

/** The selected characters as small figures, or plain again (上角 下角 分数). */
export function toggleScript(script: Script): void {
  const wanted = lookSelected().script === script ? null : script
  edit((article, stretch) => formatText(article, stretch, { script: wanted }))
}

/** Gives the lines with readings at a place half a line more (加行距). */
export function openReadings({ article, paragraph }: Where): void {
  if (article === undefined || paragraph === undefined) return
  endTyping()
  perform(setParagraphLook(article, paragraph, paragraph, { readings: "open" }))
}

/** A reading over the selected characters; "" takes it away. */
export function giveReading(reading: string): void {
  edit((article, stretch) => setRuby(article, stretch, reading))
}

/** The characters that are selected in one paragraph; "" for none. */
export function selectedCharacters(): string {
  const now = selected()
  if (!now) return ""
  const [from, to] = now.ends
  const text = now.article.story[from.paragraph]?.text ?? ""
  return text.slice(from.offset, to.paragraph === from.paragraph ? to.offset : text.length)
}

/** Lines that the first character of the paragraph under the caret is high; 1 for one like the rest. */
export function dropSelected(): number {
  const now = writing()
  if (!now || now.ends[0].words !== null) return 1
  return now.article.story[now.ends[0].paragraph]?.look?.drop ?? 1
}

/** Lines that a large first character takes when it is asked for by a command. */
const USUAL_DROP = 3

/** A large first character for the selected paragraphs, or no longer (首字下沉). */
export function toggleDrop(): void {
  formatParagraphs({ drop: dropSelected() > 1 ? null : USUAL_DROP })
}

function edit(make: (article: string, stretch: Stretch) => Edit): void {
  const now = selected()
  if (!now) return
  endTyping()
  const [from, to] = now.ends
  perform(make(now.article.id, { from, to }))
}
