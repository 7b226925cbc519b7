import type { HeadWords } from "../issue/article.ts"
import type { Place } from "../issue/selection.ts"
import { pt, type Box } from "../units.ts"
import { boxOnLine, type MappedLine, type MappedLook } from "./text-map.ts"

/** A stretch of one of an article's texts. */
export interface MappedStretch {
  readonly article: string
  readonly words: HeadWords | null
  readonly from: Place
  readonly to: Place
}

/**
 * Where a stretch of text stood on a mapped page: a box a line, in pt. A point is a box without
 * width at the character that it stands before. None where it was not on the page.
 */
export function mappedRects(lines: readonly MappedLine[], stretch: MappedStretch): readonly Box[] {
  const { article, words, from, to } = stretch
  const point = from.paragraph === to.paragraph && from.offset === to.offset
  return lines.flatMap((line, i) => {
    if (line.article !== article || line.words !== words) return []
    if (line.paragraph < from.paragraph || line.paragraph > to.paragraph) return []
    const [first, last] = [line.at[0] ?? 0, line.at.at(-1) ?? 0]
    const start = Math.max(first, line.paragraph === from.paragraph ? from.offset : first)
    const end = Math.min(last, line.paragraph === to.paragraph ? to.offset : last)
    if (point ? start !== from.offset || end !== from.offset : start >= end) return []
    if (point && start === last && goesOn(lines[i + 1], line)) return []
    const [left, right] = [edgeAt(line, start), edgeAt(line, end)]
    const box = { x: pt(left), y: pt(line.y), width: pt(right - left), height: pt(line.height) }
    return [boxOnLine(line, box)]
  })
}

/** Whether a line goes on with the text of the one before. */
function goesOn(next: MappedLine | undefined, line: MappedLine): boolean {
  const same = next?.article === line.article && next.words === line.words
  return same && next.paragraph === line.paragraph
}

function edgeAt({ at, x }: MappedLine, offset: number): number {
  return (
    x[
      Math.max(
        0,
        at.findLastIndex((stop) => stop <= offset),
      )
    ] ?? 0
  )
}

const NO_LOOK: MappedLook = [0, "", 0, ""]

/** How each UTF-16 unit of a line is set, from its first. */
export function looksOn({ at, looks }: MappedLine): readonly MappedLook[] {
  const [first, last] = [at[0] ?? 0, at.at(-1) ?? 0]
  const set = looks.flatMap((look) => Array.from({ length: look[0] }, () => look))
  return Array.from({ length: last - first }, (_, i) => set[i] ?? looks.at(-1) ?? NO_LOOK)
}
