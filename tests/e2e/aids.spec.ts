import type { Locator, Page } from "@playwright/test"
import { expect, test } from "./desk.ts"

/** Opens the sample, placed on its page, and goes into the lead's text with a double click. */
async function intoText(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /打开样例/ }).click()
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
  await expect(page.locator(".tray .entry")).toHaveCount(10)
  await page.keyboard.press("Control+0")
  const box = (await page.locator(".page-canvas canvas").nth(1).boundingBox())!
  await page.mouse.dblclick(box.x + box.width / 2 - 120, box.y + box.height * 0.35)
  const field = page.getByLabel("版面文字")
  await expect(field).toBeFocused()
  return field
}

test("what an input method wrote is shown as a change, by keys alone, and undo takes it back", async ({
  page,
}) => {
  await intoText(page)
  const protocol = await page.context().newCDPSession(page)
  const compose = (text: string): Promise<unknown> =>
    protocol.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await compose("lan")
  await compose("蓝灯")
  await page.keyboard.press("Shift+F9")
  await expect(page.getByTestId("tracked")).toHaveCount(0)
  await protocol.send("Input.insertText", { text: "蓝灯笼" })
  await page.keyboard.press("Delete")
  await page.keyboard.press("Shift+F9")
  const changes = page.getByRole("list", { name: "改动" })
  await expect(changes.getByRole("listitem")).toHaveCount(1)
  await expect(changes.locator("ins")).toHaveText("蓝灯笼")
  await expect(changes.locator("del")).not.toHaveText("")
  await expect(changes).toContainText("未署名")
  const kept = page.getByTestId("tracked").locator("ins")
  await expect(kept).toHaveAttribute("title", /未署名 \d\d:\d\d 增/)
  await changes.getByRole("button").press("Enter")
  await expect(page.locator(".flash")).not.toHaveCount(0)
  if (process.env["SHOT"]) await page.screenshot({ path: `${process.env["SHOT"]}-tracked.png` })
  await page.keyboard.press("Control+z")
  await page.keyboard.press("Control+z")
  await expect(page.getByTestId("tracked")).toHaveCount(0)
})
