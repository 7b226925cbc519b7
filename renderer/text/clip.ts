import type { Article, ParagraphRole } from "../../layouts/issue/article.ts"
import type { LooseParagraph } from "../../layouts/edits/put-paragraphs.ts"
import { textAt, type TextPlace } from "./place.ts"

/** Text that is carried by the clipboard, as words and as semantic markup. */
export interface Clip {
  readonly plain: string
  readonly rich: string
}

/** The element that a paragraph of a role is written as; headings of the headline block by rank. */
const ELEMENTS = { headline: "h1", kicker: "h2", deck: "h2", subhead: "h3" } as const

/** What is between two places of one field, in the order of the text, to be copied. */
export function clipOf(article: Article, from: TextPlace, to: TextPlace): Clip {
  const parts = partsBetween(article, from, to)
  return {
    plain: parts.map(({ text }) => text).join("\n"),
    rich: parts.map(({ name, text }) => markup(name, text)).join("\n"),
  }
}

interface Part {
  readonly name: ParagraphRole | "headline" | "kicker" | "deck"
  readonly text: string
}

/** The pieces of the paragraphs or the heading between two places. */
function partsBetween(article: Article, from: TextPlace, to: TextPlace): readonly Part[] {
  if (from.words !== null)
    return [{ name: from.words, text: textAt(article, from).slice(from.offset, to.offset) }]
  return article.story.slice(from.paragraph, to.paragraph + 1).map(({ role, text }, i, all) => {
    const start = i === 0 ? from.offset : 0
    const end = i === all.length - 1 ? to.offset : text.length
    return { name: role, text: text.slice(start, end) }
  })
}

/** A paragraph as markup; what HTML has no element for says its role in `data-role`. */
function markup(name: Part["name"], text: string): string {
  const own = name in ELEMENTS ? ELEMENTS[name as keyof typeof ELEMENTS] : "p"
  const role = own === "p" && name !== "body" ? ` data-role="${name}"` : ""
  return `<${own}${role}>${escaped(text)}</${own}>`
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\t", '<span style="white-space:pre">\t</span>')
}

/** Paragraphs' words in one line, as a heading takes them. */
export function inOneLine(paragraphs: readonly LooseParagraph[]): string {
  return paragraphs
    .map(({ text }) => text.replaceAll("\t", " ").trim())
    .filter((text) => text !== "")
    .join(" ")
}

/**
 * Plain text as body paragraphs: blank lines part them, and lines between are joined as they were
 * wrapped; in text without blank lines every line is a paragraph. Indents are left off.
 */
export function paragraphsOfText(text: string): readonly LooseParagraph[] {
  const lines = text.split(/\r\n?|\n/).map(trimmed)
  const wrapped = lines.some((line, i) => line === "" && i > 0 && i < lines.length - 1)
  const paragraphs: string[] = []
  let open = ""
  for (const line of lines) {
    if (wrapped && line !== "") open = joinedLines(open, line)
    else if (wrapped) {
      if (open !== "") paragraphs.push(open)
      open = ""
    } else paragraphs.push(line)
  }
  if (open !== "") paragraphs.push(open)
  return paragraphs.filter((one) => one !== "").map((one) => ({ role: "body", text: one }))
}

/** Blanks at both ends, full-width ones too, are indents and line ends, not words. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, "")
}

/** Two wrapped lines as one: a blank between Latin words, none beside Chinese. */
export function joinedLines(before: string, after: string): string {
  if (before === "" || after === "") return before + after
  const seam = /[\u0021-\u024f]$/.test(before) && /^[\u0021-\u024f]/.test(after) ? " " : ""
  return before + seam + after
}
