import { endingOf } from "./stops.ts"
import { isName } from "./names.ts"
import { emsOf } from "../lines/lines.ts"

/** Longest line (em) of verse or of a list whose entries are not joined. */
const LINE = 22

/** Openings of list entries, speakers and steps: such a line is its own paragraph. */
const ENTRY =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[、.．）)]|[（(]?\d{1,2}[、．）)]|\d{1,2}\.(?!\d)|[①-⑳⑴-⒇]|[●■◆★☆▲△◎□○▪•·]|[-*]\s|第[一二三四五六七八九十]{1,3}(?:[，、]|[条章]\s))/
const SPEAKER = /^(?:问|答|记者|主持人|Q|A|[甲乙丙丁]|\p{Script=Han}{2,4})[：:]/u

/** True when the text opens as a list entry does. */
export function opensEntry(text: string): boolean {
  return ENTRY.test(text.slice(0, 12))
}

/** The speaker and colon that a text opens with, 问：, 记者：, 王明：; "" when it opens with none. */
export function speakerOf(text: string): string {
  return SPEAKER.exec(text.slice(0, 12))?.[0] ?? ""
}

/** True when the line is three or more names and nothing else, parted by blanks or by 、. */
export function isNameList(text: string): boolean {
  if (text.length > 400) return false
  const words = text.split(/[\s\u3000、，]+/).filter((word) => word !== "")
  if (words.length < 3 || !words.every((word) => /^\p{Script=Han}{2,4}$/u.test(word))) return false
  const known = words.filter(isName).length
  return known === words.length || (!/[、，]/.test(text) && known * 2 > words.length)
}

/**
 * For each text in turn, whether it belongs to a run of verse or list lines: three or more short
 * lines, most of them without a final stop. Such lines are never joined and never cut off.
 */
export function verseFlags(texts: readonly (string | null)[]): readonly boolean[] {
  const flags = texts.map(() => false)
  let from = 0
  while (from < texts.length) {
    let to = from
    while (to < texts.length && isShort(texts[to] ?? null)) to++
    if (to - from >= 3 && mostlyOpen(texts.slice(from, to))) flags.fill(true, from, to)
    from = Math.max(to, from + 1)
  }
  return flags
}

/** True for a short line without a mark inside: prose that was cut in short pieces mostly has one. */
function isShort(text: string | null): boolean {
  if (text === null || text.length > LINE * 2 || emsOf(text) > LINE) return false
  return !/[，、：].|[。；].|\d月|^(?:本报|新华社|据新华社)/.test(text)
}

function mostlyOpen(texts: readonly (string | null)[]): boolean {
  const open = texts.filter((text) => {
    const last = (text ?? "").slice(-1)
    return endingOf(text ?? "") === "open" || last === "；" || last === "，"
  })
  return open.length >= 2 && open.length * 2 >= texts.length
}
