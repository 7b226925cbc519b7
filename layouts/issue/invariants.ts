import { contains } from "../grid/regions.ts"
import type { Article, Paragraph } from "./article.ts"
import type { Issue } from "./issue.ts"
import { soundGlyph, type MadeGlyph } from "./made-glyph.ts"
import {
  areBands,
  areOwnColumns,
  canStandIn,
  canWrap,
  isDrawn,
  type Frame,
  type Look,
  type Page,
} from "./page.ts"
import { soundFrameLook } from "./frame-look.ts"
import { sameRecord } from "./share.ts"
import { soundInset, soundWrap } from "./wrap.ts"
import { quoteAt } from "./quote.ts"

/**
 * What is wrong with an issue, one sentence a fault; an issue that the document gives has none.
 * These are our own promises, not the newspaper's: frames in their grids, ids unique, threads
 * dense, references resolved, offsets inside their text.
 */
export function brokenInvariants(issue: Issue): readonly string[] {
  const frames = issue.pages.flatMap((page) => page.frames)
  return [
    ...repeated("article", issue.articles),
    ...repeated("page", issue.pages),
    ...repeated("frame", frames),
    ...issue.pages.flatMap(outsideGrid),
    ...unresolved(issue),
    ...frames.flatMap(lookFaults),
    ...frames.flatMap(wrapFaults),
    ...frames.flatMap(columnFaults),
    ...looseThreads(issue),
    ...issue.articles.flatMap(storyFaults),
    ...issue.articles.flatMap(articleLookFaults),
    ...(issue.glyphs ?? []).flatMap(glyphFaults),
  ]
}

function glyphFaults(glyph: MadeGlyph): readonly string[] {
  const sound = JSON.stringify(soundGlyph(glyph)) === JSON.stringify(glyph)
  return sound ? [] : [`the made glyph of ${glyph.character} is out of range`]
}

function repeated(kind: string, records: readonly { readonly id: string }[]): readonly string[] {
  const ids = records.map(({ id }) => id)
  return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `two ${kind}s have the id ${id}`)
}

function outsideGrid({ grid, frames }: Page): readonly string[] {
  const whole = { column: 0, columns: grid.columns, line: 0, lines: grid.lines }
  return frames
    .filter(({ region }) => {
      const even = Object.values(region).every(Number.isInteger)
      return !even || region.columns < 1 || region.lines < 1 || !contains(whole, region)
    })
    .map(({ id }) => `frame ${id} is not in its grid`)
}

function lookFaults({ id, role, article, region, look }: Frame): readonly string[] {
  if (!isDrawn(role)) return look ? [`frame ${id} is not drawn but has a look`] : []
  const faults: string[] = []
  if (article !== null) faults.push(`the drawn frame ${id} shows an article`)
  if (!look) return [...faults, `the drawn frame ${id} has no look`]
  if (!isSound(look)) faults.push(`the look of frame ${id} is out of range`)
  if (role === "rule" && (look.upright ? region.columns : region.lines) !== 1)
    faults.push(`the rule ${id} is broader than a rule`)
  return faults
}

function articleLookFaults({ id, surround, columnRule }: Article): readonly string[] {
  const sound = [surround, columnRule].every((look) => look === undefined || isSound(look))
  return sound ? [] : [`a look of article ${id} is out of range`]
}

function isSound(look: Look): boolean {
  const sound = soundFrameLook({ ...look })
  const names = Object.keys(look) as (keyof Look)[]
  return (
    names.length === Object.keys(sound).length &&
    names.every((name) => JSON.stringify(look[name]) === JSON.stringify(sound[name]))
  )
}

function columnFaults({ id, role, ownColumns, bands }: Frame): readonly string[] {
  const has = ownColumns !== undefined || bands !== undefined
  if (has && role !== "body") return [`frame ${id} shows no text but has columns of its own`]
  return [
    ...(ownColumns && !areOwnColumns(ownColumns)
      ? [`the columns of frame ${id} are out of range`]
      : []),
    ...(bands && !areBands(bands) ? [`the bands of frame ${id} are out of range`] : []),
  ]
}

function wrapFaults({ id, role, wrap, inset }: Frame): readonly string[] {
  const faults: string[] = []
  if (wrap && !(canWrap(role) && JSON.stringify(soundWrap({ ...wrap })) === JSON.stringify(wrap)))
    faults.push(`text cannot go round frame ${id} so`)
  if (inset && !(canStandIn(role) && sameRecord(soundInset({ ...inset }) ?? {}, inset)))
    faults.push(`frame ${id} cannot stand in so`)
  return faults
}

function unresolved({ articles, pages }: Issue): readonly string[] {
  const known = new Set(articles.map(({ id }) => id))
  return pages
    .flatMap(({ frames }) => frames)
    .filter(({ article }) => article !== null && !known.has(article))
    .map(({ id, article }) => `frame ${id} shows article ${article}, which is not there`)
}

function looseThreads({ pages }: Issue): readonly string[] {
  const frames = pages.flatMap((page) => page.frames)
  const threaded = frames.filter(({ role, article }) => role === "body" && article !== null)
  const loose = frames.filter((frame) => !threaded.includes(frame) && frame.order !== 0)
  const articles = [...new Set(threaded.map(({ article }) => article))]
  const gaps = articles.filter((article) => {
    const thread = threaded.filter((frame) => frame.article === article)
    const orders = thread.map(({ order }) => order).toSorted((a, b) => a - b)
    return orders.some((order, i) => order !== i)
  })
  return [
    ...loose.map(({ id }) => `frame ${id} is in no thread but has an order`),
    ...gaps.map((article) => `the thread of article ${article} is not dense`),
  ]
}

function storyFaults({ id, story }: Article): readonly string[] {
  return story.flatMap((paragraph, i) =>
    paragraphFaults(paragraph).map((fault) => `paragraph ${i} of article ${id}: ${fault}`),
  )
}

function paragraphFaults({ text, dateline, columnBreaks, spans }: Paragraph): readonly string[] {
  const offsets = columnBreaks.map(({ offset }) => offset)
  const faults: string[] = []
  if (/[\r\n]/.test(text)) faults.push("a line end in its text")
  if (dateline < 0 || dateline > text.length) faults.push("its dateline is longer than its text")
  if (offsets.some((offset) => offset <= 0 || offset >= text.length))
    faults.push("a column break outside its text")
  if (offsets.some((offset, i) => i > 0 && offset <= offsets[i - 1]!))
    faults.push("column breaks out of order")
  const spanned = spans ?? []
  const ordered = spanned.every(({ from }, i) => from >= (spanned[i - 1]?.to ?? 0))
  if (!ordered) faults.push("spans out of order")
  if (spanned.some(({ from, to }) => to <= from || to > text.length))
    faults.push("a span outside its text")
  for (const { offset, before, after } of columnBreaks) {
    const quote = quoteAt(text, offset)
    if (quote.before !== before || quote.after !== after) faults.push("a column break misquoted")
  }
  return faults
}
