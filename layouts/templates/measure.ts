import type { Region } from "../issue/page.ts"
import { zi } from "../units.ts"
import type { Slot, Template } from "./template.ts"

/** Shortest and longest measure, in 字, that a broadsheet is made for. */
export const MEASURES = { least: 9, most: 41 } as const

/** Width of the broadsheet's type area in 字, and its height in lines. */
const WIDE = 111
const HIGH = 123

/** Share of the page's columns that the lead takes on an ordinary day, and of its lines. */
const LEAD_SHARE = 0.62
const LEAD_LINES = 84

/**
 * A broadsheet page made for `measure` 字 a line: as many basic columns as 111 字 hold with gutters
 * of at least one, what is left over given to the gutters. Furniture and notices are `model`'s.
 * Null unless the measure is a whole number from 9 to 41.
 */
export function broadsheetOfMeasure(measure: number, model: Template): Template | null {
  if (!Number.isInteger(measure) || measure < MEASURES.least || measure > MEASURES.most) return null
  const columns = Math.floor((WIDE + 1) / (measure + 1))
  const gutter = (WIDE - columns * measure) / (columns - 1)
  return {
    ...model,
    id: `measure-${measure}`,
    name: {
      zh: `对开内页（${columns} 栏，每行 ${measure} 字）`,
      en: `Broadsheet inside page, ${columns} columns of ${measure} characters`,
    },
    grid: { ...model.grid, columns, measure: zi(measure), gutter: zi(gutter), lines: HIGH },
    slots: slotsFor(columns),
    next: null,
  }
}

/** The measure that an id of these templates names; null for other ids. */
export function measureOfId(id: string): number | null {
  const match = /^measure-(\d{1,3})$/.exec(id)
  return match === null ? null : Number(match[1])
}

/**
 * Slots by rule: the lead at the top left over most of the columns, a photo and short pieces under
 * it, a stack of news to the right. A page of two columns has the lead across and two stacks below.
 */
function slotsFor(columns: number): readonly Slot[] {
  const lead = Math.ceil(columns * LEAD_SHARE)
  const left = Math.ceil(lead / 2)
  const foot = HIGH - LEAD_LINES
  const news = (order: number, region: Region): Slot => slot(`news-${order}`, "news", region, 5)
  return [
    {
      ...slot("lead", "lead", { column: 0, columns: lead, line: 0, lines: LEAD_LINES }, 8),
      span: { min: Math.max(1, Math.min(lead, 3)), max: columns },
    },
    slot("photo", "photo", { column: 0, columns: left, line: LEAD_LINES, lines: foot }, null),
    news(4, { column: left, columns: lead - left, line: LEAD_LINES, lines: 25 }),
    slot(
      "filler",
      "filler",
      { column: left, columns: lead - left, line: LEAD_LINES + 25, lines: foot - 25 },
      null,
    ),
    ...(columns > lead ? sideSlots(lead, columns - lead, news) : []),
  ]
}

/** The stack of news right of the lead, the paper's own notice at its foot. */
function sideSlots(
  column: number,
  columns: number,
  news: (order: number, region: Region) => Slot,
): readonly Slot[] {
  const house = { column, columns, line: 105, lines: HIGH - 105 }
  return [
    news(1, { column, columns, line: 0, lines: 30 }),
    news(2, { column, columns, line: 30, lines: 28 }),
    news(3, { column, columns, line: 58, lines: 25 }),
    news(5, { column, columns, line: 83, lines: 22 }),
    slot("house", "house", house, null),
  ]
}

/** A plain slot with a headline of so many lines, or none. */
function slot(id: string, role: Slot["role"], region: Region, headline: number | null): Slot {
  return {
    id,
    role,
    region,
    span: null,
    headline:
      headline === null
        ? null
        : { lines: headline, min: Math.max(2, headline - 2), max: headline + 3 },
    frames: [],
  }
}
