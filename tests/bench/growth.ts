import { readFileSync } from "node:fs"
import { setText } from "../../layouts/flow/set-paragraph.ts"
import type { Paragraph } from "../../layouts/issue/article.ts"
import { stylesheetFor } from "../../layouts/issue/style.ts"
import { pt, zi, ziToPt } from "../../layouts/units.ts"
import { press, SIZE } from "../build/type.ts"
import { quickestMs } from "./clock.ts"

/** What a character costs in a hundred times the text, beside what it costs in the text: 1 is linear. */
export interface Growth {
  /** A hundred times the paragraphs. */
  readonly paragraphs: number
  /** One paragraph of a thousand characters, a hundred times as long. */
  readonly length: number
}

const TIMES = 100

/** Measures how the time that lines take grows with a text's length, nothing remembered. */
export function growthFigure(source: string): Growth {
  const lines = readFileSync(source, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
  const many = Array.from({ length: TIMES }, () => lines).flat()
  const long = lines.join("").slice(0, 1000)
  const once = (texts: readonly string[], rounds: number): number => {
    layOut(texts)
    return quickestMs(rounds, () => layOut(texts))
  }
  return {
    paragraphs: once(many, 5) / TIMES / once(lines, 25),
    length: once([long.repeat(TIMES)], 7) / TIMES / once([long], 99),
  }
}

function layOut(texts: readonly string[]): void {
  const sheet = stylesheetFor(SIZE)
  for (const text of texts) {
    const paragraph: Paragraph = { role: "body", text, columnBreaks: [], dateline: 0 }
    const measure = ziToPt(zi(13), SIZE)
    const rows = { pitch: pt(11.25), size: SIZE }
    setText(paragraph, sheet.body, { press, sheet, measure, rows, story: [], honours: () => false })
  }
}
