import type { Finding } from "../finding.ts"
import { overlaps } from "../grid/regions.ts"
import { isDrawn, type Frame, type FrameRole, type Page } from "../issue/page.ts"

/** What frames are called, by what they show. */
const NAMES: Readonly<Record<FrameRole, readonly [zh: string, en: string]>> = {
  headline: ["标题框", "headline frame"],
  body: ["正文框", "text frame"],
  picture: ["图片框", "picture frame"],
  caption: ["图片说明框", "caption frame"],
  filler: ["补白框", "filler frame"],
  house: ["本报用稿", "notice"],
  rule: ["线", "rule"],
  box: ["框线", "box"],
}

/** Findings already made, by the identity of the page. */
const remembered = new WeakMap<Page, readonly Finding[]>()

/**
 * A warning for each two frames of a page that lie on each other. Rules and boxes may lie where
 * they like. Empty frames count: what is put in them would be set over the other.
 */
export function overlapFindings(page: Page): readonly Finding[] {
  const { id, frames } = page
  const known = remembered.get(page)
  if (known) return known
  const shown = frames.filter(({ role }) => !isDrawn(role))
  const found = shown.flatMap((lower, i) =>
    shown
      .slice(i + 1)
      .filter((upper) => overlaps(lower.region, upper.region) && !goesRound(lower, upper))
      .map((upper) => overlap(id, lower, upper)),
  )
  remembered.set(page, found)
  return found
}

/** Whether one of two frames is running text that goes round the other. */
function goesRound(a: Frame, b: Frame): boolean {
  const text = [a, b].find(({ role }) => role === "body")
  const other = text === a ? b : a
  return text !== undefined && other.wrap !== undefined
}

function overlap(page: string, lower: Frame, upper: Frame): Finding {
  const [lowerZh, lowerEn] = NAMES[lower.role]
  const [upperZh, upperEn] = NAMES[upper.role]
  const { column, line } = upper.region
  const article = upper.article ?? lower.article
  return {
    rule: "page/overlap",
    severity: "warning",
    where: { page, frame: upper.id, ...(article === null ? {} : { article }) },
    say: {
      zh: `${page} 版第 ${column + 1} 栏第 ${line + 1} 行的${upperZh}压在另一个${lowerZh}上。`,
      en: `On page ${page} a ${upperEn} at column ${column + 1}, line ${line + 1} lies on a ${lowerEn}.`,
    },
  }
}
