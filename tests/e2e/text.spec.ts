import { join } from "node:path"
import type { Locator, Page } from "@playwright/test"
import { expect, test } from "./desk.ts"

/** Opens the sample, placed on its page, and goes into the lead's text with a double click. */
async function intoText(page: Page): Promise<{ readonly first: Locator; readonly field: Locator }> {
  await page.getByRole("button", { name: /打开样例/ }).click()
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
  await expect(page.locator(".tray .entry")).toHaveCount(10)
  await page.keyboard.press("Control+0")
  const box = (await page.locator(".page-canvas canvas").nth(1).boundingBox())!
  await page.mouse.dblclick(box.x + box.width / 2 - 120, box.y + box.height * 0.35)
  const field = page.getByLabel("版面文字")
  await expect(field).toBeFocused()
  return { first: page.locator("textarea.paragraph").first(), field }
}

/** A place of the window. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What the page's own canvas shows in a box of the window, as a number to compare. */
function inkIn(page: Page, box: Box): Promise<string> {
  return page.evaluate(({ x, y, width, height }) => {
    const canvas = document.querySelector<HTMLCanvasElement>(".page-canvas canvas")!
    const room = canvas.getBoundingClientRect()
    const surface = canvas.getContext("2d")!
    const { data } = surface.getImageData(x - room.x, y - room.y, width, height)
    return String(data.reduce((sum, value) => (sum * 31 + value) % 1_000_003, 7))
  }, box)
}

/** Waits until what a box shows has come to rest. */
async function restIn(page: Page, box: Box): Promise<string> {
  let last = { ink: "", times: 0 }
  await expect
    .poll(async () => {
      const ink = await inkIn(page, box)
      last = { ink, times: ink === last.ink ? last.times + 1 : 1 }
      return last.times
    })
    .toBeGreaterThan(4)
  return last.ink
}

test("typing on the page, with an input method's words shown in place", async ({ page }) => {
  const { first, field } = await intoText(page)
  const before = await first.inputValue()
  await page.keyboard.press("Control+1")
  await page.keyboard.press("Control+Home")
  const start = (await field.boundingBox())!
  const line = { ...start, width: 60 }
  const bare = await restIn(page, line)

  const protocol = await page.context().newCDPSession(page)
  const compose = (text: string): Promise<unknown> =>
    protocol.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await compose("qi")
  await compose("qiao")
  await expect(first).toHaveValue(`qiao${before}`)
  await compose("桥灯")
  await expect(first).toHaveValue(`桥灯${before}`)
  expect((await field.boundingBox())!.x).toBeGreaterThan(start.x + 5)
  await expect.poll(() => inkIn(page, line)).not.toBe(bare)
  await page.screenshot({ path: join("test-results", "text-composition.png") })
  await expect(page.getByTestId("saving")).toHaveText("已保存")

  // Given up, nothing is left: neither words nor a step to take back.
  await compose("")
  await expect(first).toHaveValue(before)
  expect((await field.boundingBox())!.x).toBeCloseTo(start.x, 0)
  await expect.poll(() => inkIn(page, line)).toBe(bare)

  await compose("桥")
  await protocol.send("Input.insertText", { text: "桥灯" })
  await page.keyboard.type("AB")
  await expect(first).toHaveValue(`桥灯AB${before}`)
  await page.keyboard.press("Control+z")
  await expect(first).toHaveValue(before)
  await expect(field).toBeFocused()
  await page.keyboard.press("Control+Shift+z")
  await expect(first).toHaveValue(`桥灯AB${before}`)
})
