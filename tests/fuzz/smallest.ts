import type { FuzzCase } from "./fuzz-case.ts"
import { judge } from "./fuzz-laws.ts"

/** The shortest text, and the plainest paragraph, that a failing case still fails with. */
export function smallest(fuzz: FuzzCase): FuzzCase {
  let small = plainer(fuzz)
  for (let size = Math.ceil(small.paragraph.text.length / 2); size > 0; size = shorterCut(size)) {
    for (let at = 0; at < small.paragraph.text.length;) {
      const shorter = without(small, at, size)
      if (fails(shorter)) small = shorter
      else at += size
    }
  }
  return small
}

function shorterCut(size: number): number {
  return size === 1 ? 0 : Math.ceil(size / 2)
}

function plainer(fuzz: FuzzCase): FuzzCase {
  const { role, text, columnBreaks, dateline } = fuzz.paragraph
  const tries: readonly FuzzCase["paragraph"][] = [
    { role, text, columnBreaks: [], dateline: 0 },
    { role, text, columnBreaks, dateline: 0 },
    { role, text, columnBreaks, dateline },
  ]
  const found = tries.map((paragraph) => ({ ...fuzz, paragraph })).find(fails)
  return found ?? fuzz
}

/** The case with some characters of its text gone, and all that stood at offsets moved with it. */
function without(fuzz: FuzzCase, at: number, size: number): FuzzCase {
  const { paragraph } = fuzz
  const moved = (offset: number): number => (offset <= at ? offset : Math.max(at, offset - size))
  const text = paragraph.text.slice(0, at) + paragraph.text.slice(at + size)
  const columnBreaks = paragraph.columnBreaks.map((mark) => ({
    ...mark,
    offset: moved(mark.offset),
  }))
  const spans = paragraph.spans?.map((span) => ({
    ...span,
    from: moved(span.from),
    to: moved(span.to),
  }))
  const dateline = moved(paragraph.dateline)
  const own = spans ? { spans: spans.filter(({ from, to }) => from < to) } : {}
  return { ...fuzz, paragraph: { ...paragraph, text, columnBreaks, dateline, ...own } }
}

function fails(fuzz: FuzzCase): boolean {
  try {
    return judge(fuzz).broken.length > 0
  } catch {
    return true
  }
}
