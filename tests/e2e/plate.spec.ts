import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { PDFDocument } from "pdf-lib"
import { good } from "../build/machine.ts"
import type { At, Drawn } from "../build/drawn.ts"
import {
  coarser,
  inkIn,
  inkOf,
  sideBySide,
  worstSquare,
  type InkImage,
} from "../build/ink-image.ts"
import type { KnockedDoor } from "../build/knock.ts"
import { ask } from "../build/pdf-readers.ts"
import { paintedInPdf } from "../build/pdf-plate.ts"
import { compareGlyphs, type Region } from "../build/plate-compare.ts"
import { expect, test } from "./desk.ts"
import type { Page } from "@playwright/test"
import { placeSample } from "./place-sample.ts"

/** Where the pairs of pictures are left to be looked at. */
const EVIDENCE = join("test-results", "plate")

/**
 * How much finer the plate is rastered before it is averaged down: MuPDF sets large glyphs on whole
 * pixels, which would be half a pixel of its own making.
 */
const FINER = 4

/** Squares over which ink is averaged, pixels, and how much screen and plate may differ there. */
const SQUARE = { side: 24, most: 0.05 } as const

test("the screen is the plate: glyphs, rules and the picture at four times and above", async ({
  page,
  door,
  folder,
}) => {
  test.setTimeout(180_000)
  await placeSample(page)
  await expect(page.getByTestId("saving")).toHaveText("已保存")
  const file = await exportPlate(door, folder)
  const drawn = await paintedInPdf(readFileSync(file))
  mkdirSync(EVIDENCE, { recursive: true })

  let glyphs = 0
  for (const zoom of [4, 12])
    for (const [name, at] of Object.entries(spotsOf(drawn))) {
      const region = await regionAt(page, file, { zoom, at })
      const pair = await sideBySide(region.screen, region.plate)
      writeFileSync(join(EVIDENCE, `${name}-${zoom}x.png`), pair)
      const { count, mismatches } = compareGlyphs(region, drawn)
      expect(mismatches, `${name} at ${zoom}×`).toEqual([])
      expect(worstSquare(region.screen, region.plate, SQUARE.side)).toBeLessThan(SQUARE.most)
      if (name === "body" && zoom === 4) faultsAreFound(region, drawn)
      glyphs += count
    }
  expect(glyphs).toBeGreaterThan(300)
})

/** The open issue as a PDF without marks. */
async function exportPlate(door: KnockedDoor, folder: string): Promise<string> {
  const { recent } = good(await door.call("hello"))
  const out = join(folder, "plate.pdf")
  const order = { pages: [], kind: "pdf", dpi: 300, marks: false, breaks: "free", out } as const
  good(await door.call("exportPages", { issue: recent[0]!, ...order }))
  return out
}

/** Places of the page worth looking at, pt. */
function spotsOf(drawn: readonly Drawn[]): Readonly<Record<string, At>> {
  const glyphs = drawn.filter((one) => one.kind === "glyph")
  const picture = drawn.find((one) => one.kind === "image")!
  const largest = glyphs.reduce((a, b) => (b.size > a.size ? b : a))
  const body = glyphs.filter(({ size }) => size === 9)
  const [left, right, foot] = [picture.seen[0]!, picture.seen[1]!, picture.seen[2]!]
  return {
    headline: largest.at,
    body: body[Math.floor(body.length / 3)]!.at,
    "end-of-page": body.at(-1)!.at,
    folio: glyphs[0]!.at,
    picture: [(left[0] + right[0]) / 2, (left[1] + foot[1]) / 2],
    "picture-corner": foot,
  }
}

/** Shows a place of the page in the middle of the canvas, and prints the same rectangle. */
async function regionAt(
  page: Page,
  file: string,
  { zoom, at }: { readonly zoom: number; readonly at: At },
): Promise<Region> {
  const canvas = page.locator(".page-canvas canvas").first()
  const box = (await canvas.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const wanted = (zoom * 96) / 72
  const { scale: before } = await sheetOf(page)
  await page.keyboard.down("Control")
  await page.mouse.wheel(0, -300 * Math.log(wanted / before))
  await page.keyboard.up("Control")
  await expect.poll(async () => Math.abs((await sheetOf(page)).scale - wanted)).toBeLessThan(0.01)
  const { x, y, scale } = await sheetOf(page)
  await page.mouse.wheel(x + at[0] * scale - box.width / 2, y + at[1] * scale - box.height / 2)
  await expect.poll(async () => (await sheetOf(page)).x).not.toBe(x)
  await expect(canvas).toHaveAttribute("data-sharp", "true")
  const sheet = await sheetOf(page)
  const seen = await inkOf(await pixelsOf(page))
  // The desk round the sheet, which no plate prints, lies left or right of it, above or below.
  const [left, top] = [Math.max(0, sheet.x), Math.max(0, sheet.y)]
  const trim = await trimOf(file)
  const width = Math.min(seen.width, sheet.x + Math.round(trim.width * sheet.scale)) - left
  const height = Math.min(seen.height, sheet.y + Math.round(trim.height * sheet.scale)) - top
  const screen = { width, height, ink: inkIn(seen, { x: left, y: top, width, height }) }
  const corner = { x: left - sheet.x, y: top - sheet.y }
  const plate = await printed(file, { ...corner, width, height, scale: sheet.scale })
  return { scale: sheet.scale, ...corner, screen, plate }
}

async function trimOf(file: string): Promise<{ width: number; height: number }> {
  return (await PDFDocument.load(readFileSync(file))).getPage(0).getTrimBox()
}

/** Where the sheet lies on the canvas, device pixels, and its scale. */
async function sheetOf(page: Page): Promise<{ x: number; y: number; scale: number }> {
  const told = await page.locator(".page-canvas canvas").first().getAttribute("data-sheet")
  const [x, y, scale] = told!.split(" ").map(Number) as [number, number, number]
  return { x, y, scale }
}

/** The paper canvas's own pixels, as a PNG. */
async function pixelsOf(page: Page): Promise<Uint8Array> {
  const url = await page
    .locator(".page-canvas canvas")
    .first()
    .evaluate((canvas) => {
      return (canvas as HTMLCanvasElement).toDataURL("image/png")
    })
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64")
}

/** A rectangle of a PDF's page as MuPDF rasters it: no colour management, black is black. */
async function printed(
  file: string,
  {
    x,
    y,
    width,
    height,
    scale,
  }: { x: number; y: number; width: number; height: number; scale: number },
): Promise<InkImage> {
  const pdf = await PDFDocument.load(readFileSync(file))
  const sheet = pdf.getPage(0)
  const trim = sheet.getTrimBox()
  const top = trim.y + trim.height - y / scale
  sheet.setCropBox(trim.x + x / scale, top - height / scale, width / scale, height / scale)
  const cut = file.replace(/\.pdf$/, "-cut.pdf")
  writeFileSync(cut, await pdf.save())
  const out = file.replace(/\.pdf$/, "-cut.png")
  const dpi = String(scale * 72 * FINER)
  ask("mutool", "draw", "-q", "-N", "-c", "gray", "-r", dpi, "-o", out, cut)
  const plate = coarser(await inkOf(readFileSync(out)), FINER)
  expect([plate.width, plate.height]).toEqual([width, height])
  return plate
}

/** The comparison is worth something: it finds a wrong glyph, a shifted line and lost ink. */
function faultsAreFound(region: Region, drawn: readonly Drawn[]): void {
  const { screen, plate, scale } = region
  const on = (ink: Float32Array): Region => ({ ...region, screen: { ...screen, ink } })
  const shifted = screen.ink.map((_, i) => screen.ink[i - screen.width] ?? 0)
  expect(compareGlyphs(on(shifted), drawn).mismatches.length).toBeGreaterThan(100)
  const em = Math.round(9 * scale)
  const swapped = screen.ink.map((_, i) => screen.ink[i - em] ?? 0)
  expect(compareGlyphs(on(swapped), drawn).mismatches.length).toBeGreaterThan(100)
  const lost = { ...screen, ink: screen.ink.fill(0, 0, em * screen.width) }
  expect(worstSquare(lost, plate, SQUARE.side)).toBeGreaterThan(SQUARE.most)
}
