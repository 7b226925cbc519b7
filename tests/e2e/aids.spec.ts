import { sitDown } from "../build/machine.ts"
import { expect, test } from "./desk.ts"
import { intoText } from "./into-text.ts"
import { inputMethod } from "./page-hand.ts"

test("what an input method wrote is shown as a change, by keys alone, and undo takes it back", async ({
  page,
}) => {
  await intoText(page)
  const ime = await inputMethod(page)
  await ime.compose("lan")
  await ime.compose("蓝灯")
  await page.keyboard.press("Shift+F9")
  await expect(page.getByTestId("tracked")).toHaveCount(0)
  await ime.write("蓝灯笼")
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
  await page.keyboard.press("Control+z")
  await page.keyboard.press("Control+z")
  await expect(page.getByTestId("tracked")).toHaveCount(0)
})

test("an article is read aloud sentence by sentence by keys, its place shown on the page", async ({
  page,
}) => {
  await intoText(page)
  await page.keyboard.press("Control+F9")
  await expect(page.locator(".aloud")).toBeFocused()
  const now = page.getByTestId("aloud-now")
  await expect(now).toContainText("主题")
  const place = page.getByTestId("aloud-place").locator("i")
  await expect(place.first()).toBeVisible()
  await page.keyboard.press("ArrowRight")
  await expect(now).toContainText("副题")
  await page.keyboard.press("Space")
  await expect(now).toContainText("另起一行")
  await expect(now.locator(".mark").last()).toHaveText(/句号|分号/)
  await expect(now).toContainText("二零分")
  await page.keyboard.press("n")
  await expect(now).toContainText("二十分")
  await page.keyboard.press("ArrowLeft")
  await expect(now).toContainText("副题")
  await page.keyboard.press("End")
  await expect(page.getByTestId("aloud-after")).toHaveCount(0)
  await expect(place.first()).toBeVisible()
})

test("the manuscript stands beside the page, what was written since is marked", async ({
  page,
}) => {
  await intoText(page)
  const lines = page.getByRole("region", { name: "原稿" }).getByRole("listitem")
  await page.keyboard.press("Shift+F7")
  await expect(lines.first()).toContainText("老港口")
  await expect(page.locator(".manuscript del")).toHaveCount(0)
  await page.getByLabel("版面文字").focus()
  const ime = await inputMethod(page)
  await ime.compose("lan")
  await ime.write("蓝灯笼")
  await expect(page.locator(".manuscript ins")).toHaveText("蓝灯笼")
  const sheet = (): Promise<string | null> =>
    page.locator(".page-canvas canvas").first().getAttribute("data-sheet")
  await page.keyboard.press("Control+4")
  const before = await sheet()
  await page.locator(".manuscript ol").focus()
  await page.keyboard.press("End")
  await expect.poll(sheet).not.toBe(before)
})

test("the magnifier is taken up, made stronger and led by keys, sharp at its own scale", async ({
  page,
}) => {
  await intoText(page)
  const lens = page.locator("canvas.lens")
  await page.keyboard.press("F6")
  await expect(lens).toHaveAttribute("data-sharp", "true")
  await expect(lens).toHaveAccessibleName("放大 3 倍")
  await page.waitForTimeout(400)
  await page.keyboard.press("Control+F6")
  await expect(lens).toHaveAccessibleName("放大 4 倍")
  await expect(lens).toHaveAttribute("data-sharp", "true")
  const left = (await lens.boundingBox())!.x
  for (let i = 0; i < 6; i += 1) await page.keyboard.press("ArrowRight")
  await expect.poll(async () => (await lens.boundingBox())!.x).not.toBe(left)
  await page.keyboard.press("F6")
  await expect(lens).toHaveCount(0)
  await page.keyboard.down("F6")
  await expect(lens).toHaveAttribute("data-sharp", "true")
  await page.waitForTimeout(400)
  await page.keyboard.up("F6")
  await expect(lens).toHaveCount(0)
})

test("marks are gone through by a key, wherever the keyboard is", async ({ page }) => {
  await intoText(page)
  await page.keyboard.press("Escape")
  await page.locator(".page-canvas canvas").nth(1).focus()
  await page.keyboard.press("m")
  const box = (await page.locator(".page-canvas canvas").nth(1).boundingBox())!
  for (const down of [0.35, 0.4]) {
    await page.mouse.dblclick(box.x + box.width / 2 - 120, box.y + box.height * down)
    await page.keyboard.press("Delete")
  }
  await page.keyboard.press("F9")
  await expect(page.locator(".mark-row")).toHaveCount(2)
  await page.getByLabel("批注内容").focus()
  await page.keyboard.press("F4")
  const first = await page.locator(".mark-row.chosen").textContent()
  await page.keyboard.press("F4")
  await expect(page.locator(".mark-row.chosen")).not.toHaveText(first!)
  await page.keyboard.press("Shift+F4")
  await expect(page.locator(".mark-row.chosen")).toHaveText(first!)
})

test("no key is of two commands", async ({ page }) => {
  await intoText(page)
  await page.keyboard.press("Control+/")
  const keys = page.locator(".key-list dd")
  await expect(keys.first()).toBeVisible()
  const all = await keys.allTextContents()
  expect(all.filter((key, i) => all.indexOf(key) < i)).toEqual([])
})

test("changes are shown since a proof that was frozen", async ({ page, door }) => {
  await sitDown(door, "林青", "编辑")
  await page.reload()
  await intoText(page)
  const ime = await inputMethod(page)
  await ime.write("蓝灯笼")
  await expect(page.getByTestId("saving")).toHaveText("已保存")
  const hello = await door.call("hello")
  const issue = hello.ok ? hello.value.recent[0]! : ""
  const order = { who: "林青", role: "编辑", state: "起版", breaks: "free" } as const
  const at = new Date().toISOString()
  const frozen = await door.call("freezeProof", { ...order, issue, page: "A1", at })
  expect(frozen.ok).toBe(true)
  await ime.write("红纸伞")
  await page.keyboard.press("Shift+F9")
  const changes = page.getByRole("list", { name: "改动" })
  await expect(changes.locator("ins")).toHaveText("蓝灯笼红纸伞")
  await page.getByLabel("从何时起的改动").click({ force: true })
  await page.getByText("自 A1 大样第 1 号").click()
  await expect(changes.locator("ins")).toHaveText("红纸伞")
})
