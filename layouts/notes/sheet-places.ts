import type { Box } from "../units.ts"
import { pt } from "../units.ts"
import type { Corners } from "./foreign.ts"
import type { ProofSheet } from "./proof-record.ts"

/** A rectangle on a page of the issue. */
export interface PageBox {
  readonly page: string
  readonly box: Box
}

/**
 * Where a rectangle of a PDF's page lies in the issue: on the page that has its middle, else on the
 * nearest of the sheet; null for a sheet without pages.
 */
export function onPage(
  sheet: ProofSheet,
  widths: ReadonlyMap<string, number>,
  [left, foot, right, top]: Corners,
): PageBox | null {
  const middle = (left + right) / 2 - sheet.left
  const away = sheet.pages.map(({ page, scale, x }) => {
    const end = x + (widths.get(page) ?? 0) * scale
    return middle < x ? x - middle : middle > end ? middle - end : 0
  })
  const place = sheet.pages[away.indexOf(Math.min(...away))]
  if (!place) return null
  const { page, scale, x, y } = place
  const box = {
    x: pt((left - sheet.left - x) / scale),
    y: pt((sheet.top - top - y) / scale),
    width: pt((right - left) / scale),
    height: pt((top - foot) / scale),
  }
  return { page, box }
}
