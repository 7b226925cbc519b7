import type { Locator, Page } from "@playwright/test"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { baselineOf, lineTop } from "../../layouts/grid/geometry.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { handOn, type Hand } from "./page-hand.ts"
import { expect, test } from "./desk.ts"

/** Pictures of what was seen, to be looked at. */
const EVIDENCE = join("test-results", "view")

function paper(page: Page): Locator {
  return page.locator(".page-canvas canvas").first()
}

/** Where the first sheet lies on the canvas, device pixels, and how many make a point. */
async function sheetOf(page: Page): Promise<{ x: number; y: number; scale: number }> {
  const told = (await paper(page).getAttribute("data-sheet")) ?? ""
  const [x, y, scale] = told.split(" ").map(Number) as [number, number, number]
  return { x, y, scale }
}

async function settle(page: Page): Promise<void> {
  await expect(paper(page)).toHaveAttribute("data-sharp", "true")
}

/** Chooses an entry of the view menu. */
async function inView(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("menuitem", { name: "视图", exact: true }).click()
  await page.locator(".menu-list").getByRole("menuitem", { name }).click()
}

async function look(page: Page, name: string): Promise<void> {
  mkdirSync(EVIDENCE, { recursive: true })
  await settle(page)
  await page.screenshot({ path: join(EVIDENCE, `${name}.png`) })
}

/** An issue of five pages in a folder, as it would be kept. */
async function fivePages(folder: string): Promise<string> {
  const { issue } = setPages(await sampleArticles())
  const first = issue.pages[0]!
  const bare = { ...first, frames: [] }
  const more = ["A2", "A3", "A4", "A5"].map((id) => ({ ...bare, id }))
  return keepIssue(folder, "五版", { ...issue, pages: [first, ...more] })
}

test.describe("the view of an issue of five pages", () => {
  let page: Page
  let hand: Hand
  test.beforeEach(async ({ startDesk, folder }) => {
    const desk = await startDesk(await fivePages(folder))
    page = desk.page
    hand = handOn(page, await desk.openDoor())
    await expect(page.locator("[data-strip-page]")).toHaveCount(5)
    await settle(page)
  })

  test("zooms by field, keys, wheel and list, from 5 % to 3200 %, sharp at each", async () => {
    const field = page.getByRole("combobox", { name: "缩放" })
    const fit = (await sheetOf(page)).scale
    await page.keyboard.press("Control+1")
    await expect(field).toHaveValue("100%")
    expect((await sheetOf(page)).scale).toBeCloseTo(96 / 72, 3)
    await page.keyboard.press("Control+=")
    await expect(field).toHaveValue("125%")
    await page.keyboard.press("Control+-")
    await expect(field).toHaveValue("100%")

    await field.fill("99999")
    await field.press("Enter")
    await expect(field).toHaveValue("3200%")
    await look(page, "3200")
    await field.fill("1%")
    await field.press("Enter")
    await expect(field).toHaveValue("5%")
    await look(page, "5")

    // The point under the pointer stays where it is.
    await page.keyboard.press("Control+0")
    await expect.poll(async () => (await sheetOf(page)).scale).toBeCloseTo(fit, 3)
    const box = (await paper(page).boundingBox())!
    const [x, y] = [300, 200]
    await page.mouse.move(box.x + x, box.y + y)
    const before = await sheetOf(page)
    await page.keyboard.down("Control")
    await page.mouse.wheel(0, -300)
    await page.keyboard.up("Control")
    await expect.poll(async () => (await sheetOf(page)).scale).toBeGreaterThan(2 * before.scale)
    const after = await sheetOf(page)
    // Within a pixel of the smaller scale, on which both are whole.
    const off = (a: number, b: number): number => Math.abs(a / after.scale - b / before.scale)
    expect(off(x - after.x, x - before.x)).toBeLessThan(1 / before.scale)
    expect(off(y - after.y, y - before.y)).toBeLessThan(1 / before.scale)

    await field.click()
    await page.getByTitle("版宽").click()
    await expect.poll(async () => (await sheetOf(page)).x).toBe(24)
  })

  test("keeps a fitted page fitted when the window changes, and sharp at twice the density", async () => {
    const middle = async (): Promise<number> => {
      const { x, scale } = await sheetOf(page)
      const canvas = await paper(page).evaluate((element) => (element as HTMLCanvasElement).width)
      return canvas - (2 * x + 1105.51 * scale)
    }
    expect(Math.abs(await middle())).toBeLessThan(3)
    const large = (await sheetOf(page)).scale
    await page.setViewportSize({ width: 1100, height: 640 })
    await expect.poll(async () => (await sheetOf(page)).scale).toBeLessThan(large)
    await expect.poll(async () => Math.abs(await middle())).toBeLessThan(3)
    const small = (await sheetOf(page)).scale
    const protocol = await page.context().newCDPSession(page)
    const size = { width: 1180, height: 640, mobile: false }
    await protocol.send("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 2 })
    await expect.poll(async () => (await sheetOf(page)).scale).toBeGreaterThan(1.9 * small)
    const [inside, room] = await paper(page).evaluate((element) => [
      (element as HTMLCanvasElement).width,
      element.clientWidth,
    ])
    expect(inside).toBe(2 * room!)
    await look(page, "twice")
  })

  test("pans by space, middle button, wheel and keys", async () => {
    await page.keyboard.press("Control+1")
    await settle(page)
    const box = (await paper(page).boundingBox())!
    const at = { x: box.x + 300, y: box.y + 200 }
    const moved = async (act: () => Promise<void>): Promise<readonly [number, number]> => {
      const before = await sheetOf(page)
      await act()
      await expect
        .poll(async () => JSON.stringify(await sheetOf(page)))
        .not.toBe(JSON.stringify(before))
      const after = await sheetOf(page)
      return [after.x - before.x, after.y - before.y]
    }
    const drag = async (button: "left" | "middle"): Promise<void> => {
      await page.mouse.move(at.x, at.y)
      await page.mouse.down({ button })
      await page.mouse.move(at.x - 40, at.y - 60, { steps: 4 })
      await page.mouse.up({ button })
    }
    expect(await moved(() => drag("middle"))).toEqual([-40, -60])
    await page.locator("[aria-describedby=chosen-words]").focus()
    await page.keyboard.down(" ")
    const sprung = await moved(() => drag("left"))
    await page.keyboard.up(" ")
    expect(Math.abs(sprung[0] + 40) + Math.abs(sprung[1] + 60)).toBeLessThan(4)
    expect(await moved(() => page.mouse.wheel(30, 70))).toEqual([-30, -70])
    const [, down] = await moved(() => page.keyboard.press("PageDown"))
    expect(down).toBeLessThan(-300)
    const [, up] = await moved(() => page.keyboard.press("PageUp"))
    expect(up).toBe(-down)
    expect(await moved(() => page.keyboard.press("ArrowDown"))).toEqual([0, -40])
  })

  test("writes what lines cost at their ends, at the desk and not in a preview", async () => {
    await page.keyboard.press("Control+2")
    const over = page.locator(".page-canvas canvas").nth(1)
    const written = (): Promise<number> =>
      over.evaluate((element) => {
        const canvas = element as HTMLCanvasElement
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height)
        let white = 0
        for (let i = 0; i < data.length; i += 4)
          if (data[i]! > 250 && data[i + 1]! > 250 && data[i + 3]! > 200) white += 1
        return white
      })
    const before = await written()
    await inView(page, "排行代价")
    await look(page, "line-costs")
    await expect.poll(written).toBeGreaterThan(before + 300)
    await page.keyboard.press("w")
    await expect.poll(written).toBeLessThan(before + 100)
  })

  test("shows grid, baselines, columns and rulers in 字 and mm, each by itself", async () => {
    await page.keyboard.press("Control+4")
    await inView(page, "基线")
    await inView(page, /^版格/)
    await inView(page, "栏参考线")
    await look(page, "grid")
    const { grid } = (await hand.issue()).pages[0]!
    // On the overlay a baseline stands where the grid has it, over the whole type area.
    const sheet = await sheetOf(page)
    const over = page.locator(".page-canvas canvas").nth(1)
    const inked = (y: number): Promise<boolean> =>
      over.evaluate((element, row) => {
        const canvas = element as HTMLCanvasElement
        const { data } = canvas.getContext("2d")!.getImageData(canvas.width / 2, row, 1, 1)
        return data[2]! > data[0]! && data[3]! > 60
      }, y)
    const line = Math.ceil((-sheet.y / sheet.scale - grid.y) / grid.linePitch) + 2
    const at = Math.round(baselineOf(grid, line) * sheet.scale) + sheet.y
    expect(await inked(at)).toBe(true)
    expect(at).toBeGreaterThan(lineTop(grid, line) * sheet.scale + sheet.y)

    await expect(page.locator(".ruler-corner")).toHaveText("字")
    await page.locator(".ruler-corner").click()
    await expect(page.locator(".ruler-corner")).toHaveText("mm")
    await look(page, "rulers-mm")
    await page.keyboard.press("Control+r")
    await expect(page.locator(".ruler")).toHaveCount(0)
  })

  test("pulls guides out of the rulers, moves and drops them, each one step of undo", async () => {
    const guides = async () => (await hand.issue()).pages[0]!.guides ?? []
    const box = (await paper(page).boundingBox())!
    const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
      await page.mouse.move(box.x + from[0], box.y + from[1])
      await page.mouse.down()
      await page.mouse.move(box.x + to[0], box.y + to[1], { steps: 5 })
      await page.mouse.up()
    }
    const { grid } = (await hand.issue()).pages[0]!
    await drag([200, -9], [300, 260])
    const [level] = await guides()
    expect(level?.axis).toBe("y")
    // In 字 and lines it stands on the top of a line.
    expect((level!.at - grid.y) / grid.linePitch).toBeCloseTo(
      Math.round((level!.at - grid.y) / grid.linePitch),
      6,
    )
    await drag([-9, 200], [300, 260])
    expect((await guides()).map(({ axis }) => axis)).toEqual(["y", "x"])
    await look(page, "guides")

    const { x, y, scale } = await sheetOf(page)
    const [, upright] = await guides()
    await drag([x + upright!.at * scale, 40], [x + upright!.at * scale + 90, 40])
    const moved = (await guides()).find(({ axis }) => axis === "x")!
    expect(moved.at).toBeGreaterThan(upright!.at + 50)
    await drag([x + 40, y + level!.at * scale], [x + 40, -30])
    expect((await guides()).map(({ axis }) => axis)).toEqual(["x"])
    for (const count of [2, 2, 1, 0]) {
      await page.getByRole("button", { name: "撤销" }).click()
      await expect.poll(async () => (await guides()).length).toBe(count)
    }
  })

  test("shows spreads at the fold, turns to the page that is pressed, and thumbnails of all", async () => {
    await page.locator("[data-strip-page=A2]").click()
    await inView(page, /^通版/)
    await expect.poll(async () => (await sheetOf(page)).scale).toBeLessThan(0.35)
    await look(page, "spread")
    // A press on the right half turns to A3; nothing moves.
    const before = await sheetOf(page)
    const box = (await paper(page).boundingBox())!
    await page.mouse.click(box.x + before.x + 1105.51 * before.scale + 60, box.y + box.height / 2)
    await expect(page.locator("[data-strip-page=A3]")).toHaveAttribute("aria-current", "true")
    expect(await sheetOf(page)).toEqual(before)
    await page.locator("[data-strip-page=A1]").click()
    await expect.poll(async () => (await sheetOf(page)).scale).toBeGreaterThan(0.35)

    // The first page's small picture has ink where its headline is, an empty page's has almost none.
    const ink = (id: string): Promise<number> =>
      page.locator(`[data-strip-page=${id}] canvas`).evaluate((element) => {
        const canvas = element as HTMLCanvasElement
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height)
        return data.filter((value, i) => i % 4 === 0 && value < 230).length
      })
    await expect.poll(() => ink("A1")).toBeGreaterThan(800)
    expect(await ink("A5")).toBeLessThan(300)

    await inView(page, "深色")
    await inView(page, /^预览/)
    await look(page, "dark-preview")
  })
})
