import type { Locator, Page } from "@playwright/test"
import type { KnockedDoor } from "../build/knock.ts"
import { expect, test } from "./desk.ts"
import { handOn, inputMethod } from "./page-hand.ts"
import { placeSample } from "./place-sample.ts"

/** Opens the sample on its page, and takes the proof tool to a word of the lead's text. */
async function toMark(page: Page): Promise<{ readonly field: Locator; readonly rows: Locator }> {
  await placeSample(page)
  await page.keyboard.press("Control+0")
  await page.keyboard.press("F9")
  await page.keyboard.press("Escape")
  await page.locator(".page-canvas canvas").nth(1).focus()
  await page.keyboard.press("m")
  const box = (await page.locator(".page-canvas canvas").nth(1).boundingBox())!
  await page.mouse.dblclick(box.x + box.width / 2 - 120, box.y + box.height * 0.35)
  const field = page.getByLabel("批注内容")
  await expect(field).toBeFocused()
  return { field, rows: page.locator(".mark-row") }
}

/** The issue's text as it is kept on the disk. */
async function keptText(page: Page, door: KnockedDoor): Promise<string> {
  const { articles } = await handOn(page, door).issue()
  return articles.flatMap(({ story }) => story.map(({ text }) => text)).join("\n")
}

test("a correction typed with an input method becomes a mark, and the text stays", async ({
  page,
}) => {
  const { field, rows } = await toMark(page)
  const { compose, write } = await inputMethod(page)
  await compose("xin")
  await compose("新桥")
  await expect(rows).toHaveCount(0)
  await write("新桥灯")
  await expect(field).toHaveValue("新桥灯")
  await page.keyboard.press("Enter")
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText("新桥灯")
  await expect(rows.first()).toContainText("未处理")
  await expect(page.locator(".proof-note").first()).toHaveAttribute("title", /新桥灯.*未署名.*一校/)
  await page.keyboard.press("Control+z")
  await expect(rows).toHaveCount(0)
  await page.keyboard.press("Control+Shift+z")
  await expect(rows).toHaveCount(1)
})

test("marks are made, found, answered and carried out by keys alone", async ({ page }) => {
  const { field, rows } = await toMark(page)
  await page.keyboard.press("Delete")
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText("删除")
  await expect(field).toBeFocused()
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Shift+ArrowRight")
  await page.keyboard.press("Shift+ArrowRight")
  await page.keyboard.press("Alt+t")
  await expect(rows).toHaveCount(2)
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Alt+x")
  await page.keyboard.type("核对日期")
  await page.keyboard.press("Enter")
  await expect(rows).toHaveCount(3)

  await page.keyboard.press("F9")
  await page.getByRole("listbox", { name: "校对批注" }).focus()
  await page.keyboard.press("F4")
  await page.keyboard.press("ArrowDown")
  await expect(page.locator(".mark-row.chosen")).toHaveCount(1)
  const chosen = page.locator(".mark-row.chosen")
  await page.keyboard.press("b")
  await page.keyboard.type("原稿如此")
  await page.keyboard.press("Enter")
  await expect(rows).toHaveCount(2)

  await page.keyboard.press("ArrowUp")
  await expect(chosen).toHaveCount(1)
  const words = await chosen.locator(".mark-words").textContent()
  await page.keyboard.press(words!.startsWith("说明") ? "h" : "g")
  await expect(rows).toHaveCount(1)
  await page.keyboard.press("Control+z")
  await expect(rows).toHaveCount(2)
})

test("carrying a mark out changes the text and one undo takes both back", async ({
  page,
  door,
}) => {
  const { rows } = await toMark(page)
  const before = await keptText(page, door)
  await page.keyboard.type("蓝灯笼")
  await page.keyboard.press("Enter")
  await expect(rows).toHaveCount(1)
  expect(await keptText(page, door)).toBe(before)
  await page.getByRole("listbox", { name: "校对批注" }).focus()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("g")
  await expect(rows).toHaveCount(0)
  await expect.poll(() => keptText(page, door)).toContain("蓝灯笼")
  await page.keyboard.press("Control+z")
  await expect.poll(() => keptText(page, door)).toBe(before)
})

test("the list and the notes after a mark was carried out are those of the issue opened anew", async ({
  page,
}) => {
  const { field, rows } = await toMark(page)
  await page.keyboard.type("新桥灯下")
  await page.keyboard.press("Enter")
  await expect(rows).toHaveCount(1)
  await expect(field).toBeFocused()
  for (let i = 2; i <= 3; i += 1) {
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Shift+ArrowRight")
    await page.keyboard.press("Delete")
    await expect(rows).toHaveCount(i)
  }
  await rows.filter({ hasText: "新桥灯下" }).click()
  await page.getByRole("listbox", { name: "校对批注" }).focus()
  await page.keyboard.press("g")
  await expect(rows).toHaveCount(2)
  await expect(page.getByTestId("saving")).toHaveText("已保存")
  await page.keyboard.press("Control+0")

  const seen = (): Promise<readonly unknown[]> =>
    page
      .locator(".mark-row, .proof-note")
      .evaluateAll((shown) =>
        shown.map((one) => [
          one.getAttribute("data-mark"),
          one.getAttribute("title"),
          one.getAttribute("style"),
          one.classList.contains("mark-row") ? one.querySelector(".mark-words")!.textContent : "",
        ]),
      )
  await expect
    .poll(async () => new Set((await seen()).map((one) => (one as unknown[])[0])).size)
    .toBe(2)
  await page.waitForTimeout(700)
  const after = await seen()
  await page.reload()
  await expect(page.locator(".tray .entry")).toHaveCount(10)
  await page.keyboard.press("F9")
  await expect(rows).toHaveCount(2)
  await page.keyboard.press("Control+0")
  await expect.poll(seen).toEqual(after)
})

test("pictures and places of the page are marked with the mouse", async ({ page, door }) => {
  const { field, rows } = await toMark(page)
  const hand = handOn(page, door)
  const { pages } = await hand.issue()
  const picture = pages[0]!.frames.find(({ role }) => role === "picture")!
  const taken = page.getByTestId("spot-mark")
  await hand.click(picture)
  await expect(taken).toBeVisible()
  await expect(field).toBeFocused()
  await page.keyboard.press("Alt+d")
  await expect(page.getByText("只能标在字上")).toBeVisible()
  await expect(rows).toHaveCount(0)
  await page.keyboard.type("换一张横的")
  await page.keyboard.press("Enter")
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText("图片 → 换一张横的")
  await expect(taken).toHaveCount(0)
  await expect(page.locator(".proof-note").first()).toHaveAttribute("title", /换一张横的/)

  const above = await hand.at(picture, 0.5, 0)
  const top = (await page.locator(".page-canvas").boundingBox())!.y
  await page.mouse.move(above.x - 60, top + 34)
  await page.mouse.down()
  await page.mouse.move(above.x + 60, top + 50, { steps: 4 })
  await page.mouse.up()
  await expect(taken).toBeVisible()
  await page.keyboard.press("Alt+q")
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: "排齐：版面" })).toHaveCount(1)
  await page.keyboard.press("Control+z")
  await expect(rows).toHaveCount(1)
})

test("a picture and a place of the page are marked, found and answered by keys alone", async ({
  page,
}) => {
  const { field, rows } = await toMark(page)
  await page.keyboard.press("Escape")
  await page.locator(".page-canvas canvas").nth(1).focus()
  await page.keyboard.press("Shift+M")
  await expect(field).toBeFocused()
  const taken = page.getByTestId("spot-mark")
  const before = (await taken.boundingBox())!
  await page.keyboard.press("ArrowLeft")
  await page.keyboard.press("Shift+ArrowDown")
  await expect.poll(async () => (await taken.boundingBox())!.height).toBeGreaterThan(before.height)
  expect((await taken.boundingBox())!.x).toBeLessThan(before.x)
  await page.keyboard.type("这里太空")
  await page.keyboard.press("Enter")
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText("版面 → 这里太空")
  await page.keyboard.press("F9")
  await page.locator(".marks-list").focus()
  await page.keyboard.press("ArrowDown")
  await expect(page.locator(".mark-row.chosen")).toHaveCount(1)
  await page.keyboard.press("h")
  await expect(rows).toHaveCount(0)
})
