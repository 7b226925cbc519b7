import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame, FrameRole, Page, Region } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { plainPage } from "./document-records.ts"
import { frameOf, small } from "./document-small.ts"

/**
 * A frame written as `role article column+columns line+lines`, such as `body a1 0+2 3+20`; `-` is
 * no article. Its id is the whole text unless `change` gives another.
 */
export function frame(words: string, change: Partial<Frame> = {}): Frame {
  const [role, article, across, down] = words.split(" ")
  const [column, columns] = across!.split("+").map(Number)
  const [line, lines] = down!.split("+").map(Number)
  const region = { column, columns, line, lines } as Region
  const byHand = role === "rule" || role === "box"
  return {
    id: words,
    role: role as FrameRole,
    article: article === "-" ? null : article!,
    region,
    order: 0,
    slot: "s",
    ...(byHand ? { look: { rule: pt(0.5), tint: 0 } } : {}),
    ...change,
  }
}

/** A page of four columns by sixty lines with these frames. */
export function pageWith(frames: readonly Frame[], change: Partial<Page> = {}): Page {
  return { ...plainPage("A1"), frames, ...change }
}

/** The same with an id of its own. */
export function named(id: string, words: string, change: Partial<Frame> = {}): Frame {
  return frame(words, { id, ...change })
}

/** The small issue's articles with these frames on page A1, none on A2. */
export function issueWith(...frames: readonly Frame[]): Issue {
  return { ...small, pages: [pageWith(frames), plainPage("A2")] }
}

/** Where a frame stands, as `column+columns line+lines`. */
export function placeOf(issue: Issue, id: string): string {
  const { column, columns, line, lines } = frameOf(issue, id)!.region
  return `${column}+${columns} ${line}+${lines}`
}
