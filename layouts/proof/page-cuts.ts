import type { Finding } from "../finding.ts"
import { isDrawn, type Page, type Region } from "../issue/page.ts"
import { reservedOf } from "../templates/reserved-of.ts"
import { templateById } from "../templates/shelf.ts"

/** A stretch of a region along an axis of the page, in columns or lines. */
type Along = (region: Region) => readonly [from: number, to: number]

const ACROSS: Along = (region) => [region.column, region.column + region.columns]
const DOWN: Along = (region) => [region.line, region.line + region.lines]

/** Findings already made, by the identity of the page. */
const remembered = new WeakMap<Page, readonly Finding[]>()

/**
 * White lines that cut a page from edge to edge between pieces that have nothing to do with each
 * other: a warning for level ones (断版), a note for gutters of its whole height (通缝). Where one article stands
 * on both sides nothing is cut. Source: domain.md 2.7 [N9]
 */
export function cutFindings(page: Page): readonly Finding[] {
  const { id, frames } = page
  const known = remembered.get(page)
  if (known) return known
  const shown = frames
    .filter(({ role }) => !isDrawn(role))
    .map(({ id: frame, article, region }) => ({ region, owner: article ?? `frame ${frame}` }))
  const reserved = reservedOf(page, templateById(page.template)).map(({ region }, i) => ({
    region,
    owner: `reserved ${i}`,
  }))
  // A masthead is no half of a page, but it stops a gutter.
  const found = [
    ...cutsOf(shown, DOWN).map((line) => levelCut(id, line)),
    ...cutsOf([...shown, ...reserved], ACROSS).map((column) => uprightCut(id, column)),
  ]
  remembered.set(page, found)
  return found
}

/** Where a straight line between two parts meets none, and no article stands on both of its sides. */
function cutsOf(parts: readonly Part[], along: Along): readonly number[] {
  const held = parts.map(({ region, owner }) => ({ owner, ends: along(region) }))
  const starts = [...new Set(held.map(({ ends }) => ends[0]))].toSorted((a, b) => a - b)
  return starts.slice(1).filter((at) => {
    if (held.some(({ ends: [from, to] }) => from < at && to > at)) return false
    const before = new Set(held.flatMap(({ owner, ends }) => (ends[1] <= at ? [owner] : [])))
    return !held.some(({ owner, ends }) => ends[0] >= at && before.has(owner))
  })
}

/** A part of the page, and whose it is: frames without an article are alone. */
interface Part {
  readonly region: Region
  readonly owner: string
}

function levelCut(page: string, line: number): Finding {
  return {
    rule: "page/cut-across",
    severity: "warning",
    where: { page },
    say: {
      zh: `断版：${page} 版在第 ${line + 1} 行有一道横贯全版的白缝，上下各成一半。`,
      en: `A straight white line cuts page ${page} in two at line ${line + 1}.`,
    },
  }
}

function uprightCut(page: string, column: number): Finding {
  return {
    rule: "page/cut-down",
    severity: "note",
    where: { page },
    say: {
      zh: `通缝：${page} 版第 ${column} 栏与第 ${column + 1} 栏之间，栏缝从头通到脚。`,
      en: `The gutter between columns ${column} and ${column + 1} runs the whole height of page ${page}.`,
    },
  }
}
