import { join } from "node:path"
import type { Locator, Page } from "@playwright/test"
import { expect, test } from "./desk.ts"
import { intoText } from "./into-text.ts"

/** Selects characters of the lead's first paragraph. */
async function select(page: Page, field: Locator, from: number, count: number): Promise<void> {
  await field.focus()
  await page.keyboard.press("Control+Home")
  for (let i = 0; i < from; i += 1) await page.keyboard.press("ArrowRight")
  for (let i = 0; i < count; i += 1) await page.keyboard.press("Shift+ArrowRight")
}

/** A command of the text menu, with the menu open. */
async function textCommand(page: Page, name: string): Promise<Locator> {
  await page.getByRole("menuitem", { name: "文字" }).click()
  return page.locator(".menu-list").getByRole("menuitem", { name, exact: false })
}

test("tabs lead to stops that are set with the paragraph", async ({ page }) => {
  const { first, field } = await intoText(page)
  const before = await first.inputValue()
  await page.keyboard.press("Control+2")
  await select(page, field, 2, 0)
  await page.keyboard.press("Tab")
  await expect(first).toHaveValue(`${before.slice(0, 2)}\t${before.slice(2)}`)
  await page.getByRole("tab", { name: "样式" }).click()
  const tabs = page.locator(".styles-part", { hasText: "段落" }).first().getByRole("group", {
    name: "制表位",
  })
  await tabs.getByRole("button", { name: "加制表位" }).click()
  const at = tabs.getByRole("spinbutton", { name: "位置" })
  await expect(at).toHaveValue("4.0")
  const start = (await field.boundingBox())!
  await at.fill("9")
  await at.press("Enter")
  await tabs.getByRole("button", { name: "导点" }).click()
  await expect(tabs.getByRole("button", { name: "导点" })).toHaveAttribute("aria-pressed", "true")
  await expect.poll(async () => (await field.boundingBox())!.x).toBeGreaterThan(start.x + 10)
  await page.screenshot({ path: join("test-results", "tabs.png") })
  await tabs.getByRole("button", { name: "删制表位" }).click()
  await expect.poll(async () => (await field.boundingBox())!.x).toBeCloseTo(start.x, 0)
})

test("an issue is set as traditional text, and marks in another width", async ({ page }) => {
  await intoText(page)
  const marks = page.locator(".styles-part", { hasText: "段落" }).first().getByLabel("标点")
  await page.getByRole("menuitem", { name: "稿件" }).click()
  await page.locator(".menu-list").getByRole("menuitem", { name: "全期繁体" }).click()
  const told = page.locator('.findings li[data-rule="fonts/no-traditional-form"]')
  await expect(told.first()).toBeVisible()
  await page.getByRole("tab", { name: "样式" }).click()
  await expect(
    page.locator(".styles-part", { hasText: "段落" }).first().getByTitle("基本"),
  ).toBeVisible()
  await marks.first().click()
  await page.getByTitle("开明").last().click()
  await page.keyboard.press("Control+2")
  await expect(page.locator(".page-canvas canvas").first()).toHaveAttribute("data-sharp", "true")
  await page.screenshot({ path: join("test-results", "traditional.png") })
  await marks.first().click()
  await page.getByTitle("字网格").last().click()
  await expect(
    page.locator(".styles-part", { hasText: "段落" }).first().getByTitle("字网格"),
  ).toBeVisible()
  await expect(page.locator(".page-canvas canvas").first()).toHaveAttribute("data-sharp", "true")
  await page.screenshot({ path: join("test-results", "strict-grid.png") })
  await page.getByRole("menuitem", { name: "稿件" }).click()
  await page.locator(".menu-list").getByRole("menuitem", { name: "新稿件" }).click()
  await page.getByRole("menuitem", { name: "稿件" }).click()
  const own = page.locator(".menu-list").getByRole("menuitem", { name: "繁体稿" })
  await expect(own.locator(".menu-check svg")).toBeVisible()
  await page.locator(".menu-list").getByRole("menuitem", { name: "全期繁体" }).click()
  await expect(told).toHaveCount(0)
})

test("dots, lines along names, small figures and readings, by menu and by keys", async ({
  page,
}) => {
  const { first, field } = await intoText(page)
  const before = await first.inputValue()
  await page.keyboard.press("Control+2")
  await select(page, field, 0, 3)
  await (await textCommand(page, "着重号")).click()
  await expect((await textCommand(page, "着重号")).locator(".menu-check svg")).toBeVisible()
  await page.keyboard.press("Escape")
  await select(page, field, 6, 2)
  await page.keyboard.press("Control+Alt+u")
  await select(page, field, 9, 1)
  await page.keyboard.press("Control+Alt+ArrowUp")

  // A reading is asked for, stands over its characters, and is taken away in the same place.
  await select(page, field, 11, 2)
  await page.keyboard.press("Control+Alt+r")
  const reading = page.getByRole("textbox", { name: /^给“/ })
  await reading.fill("ruì hé")
  await reading.press("Enter")
  await expect(reading).toHaveCount(0)
  await expect(first).toHaveValue(before)
  await expect(page.locator(".page-canvas canvas").first()).toHaveAttribute("data-sharp", "true")
  await page.screenshot({ path: join("test-results", "beside.png") })
  await select(page, field, 11, 2)
  await page.keyboard.press("Control+Alt+r")
  await expect(reading).toHaveValue("ruì hé")
  await page.getByRole("button", { name: "去掉注音" }).click()
  await select(page, field, 11, 2)
  await page.keyboard.press("Control+Alt+r")
  await expect(reading).toHaveValue("")
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /关闭|Close/ })
    .click()

  // A large first character begins the paragraph under the caret, and is taken back.
  await select(page, field, 0, 0)
  const start = (await field.boundingBox())!
  await page.keyboard.press("Control+Alt+c")
  await expect.poll(async () => (await field.boundingBox())!.x).toBeLessThan(start.x)
  await expect(first).toHaveValue(before)
  await page.screenshot({ path: join("test-results", "drop-cap.png") })
  await page.keyboard.press("Control+Alt+c")
  await expect.poll(async () => (await field.boundingBox())!.x).toBeCloseTo(start.x, 0)
})
