import type { Page } from "@playwright/test"
import { boxOf } from "../../layouts/grid/geometry.ts"
import type { Grid, Region } from "../../layouts/issue/page.ts"

/** Where a part of a region is in the window, CSS pixels. */
export type PointOf = (
  region: Region,
  across?: number,
  down?: number,
) => Promise<{ readonly x: number; readonly y: number }>

/** Finds points of the page that the desk shows, by what its canvas says of the sheet on it. */
export function pointsOn(page: Page, grid: Grid): PointOf {
  return async (region, across = 0.5, down = 0.5) => {
    const canvas = page.locator(".page-canvas canvas").first()
    const room = (await canvas.boundingBox())!
    const sheet = (await canvas.getAttribute("data-sheet"))!.split(" ").map(Number)
    const ratio = await page.evaluate(() => window.devicePixelRatio)
    const [left, top, scale] = sheet.map((value) => value / ratio) as [number, number, number]
    const box = boxOf(grid, region)
    return {
      x: room.x + left + (box.x + across * box.width) * scale,
      y: room.y + top + (box.y + down * box.height) * scale,
    }
  }
}
