import type { Frame, FrameRole, Page, Region } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { plainPage } from "./document-records.ts"

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
