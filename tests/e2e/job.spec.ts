import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "./desk.ts"
import { dropCopy } from "./drop-copy.ts"
import { placeSample } from "./place-sample.ts"

test("a page from copy to PDF, as a layout editor makes it", async ({ page, desk, folder }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole("button", { name: /打开样例/ }).click()

  // What the importer recognised is shown with reasons before anything is placed.
  await expect(page.getByText("老港口长出新岸线 小城市接上大水路").first()).toBeVisible()
  await page.getByRole("button", { name: /^上\s?版$/ }).click()

  // Ten articles stand on the page, nothing is over, and it is on the disk.
  await expect(page.locator(".tray .entry")).toHaveCount(10)
  await expect(page.getByTestId("saving")).toHaveText("已保存")
  await expect(page.locator(".foot")).toContainText("余 0 字")
  await page.keyboard.press("Control+0")

  // Ink is on the canvas: the sheet has black pixels where the headline stands.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>(".page-canvas canvas")!
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height)
        let dark = 0
        for (let i = 0; i < data.length; i += 4) if (data[i]! < 90 && data[i + 1]! < 90) dark += 1
        return dark
      }),
    )
    .toBeGreaterThan(2000)

  // Text typed into the story is in the issue at once, and undo takes it back.
  await page.locator(".tray .entry").first().click()
  const first = page.locator("textarea.paragraph").first()
  const before = await first.inputValue()
  await first.focus()
  await page.keyboard.press("Control+Home")
  await page.keyboard.type("新闻现场")
  await expect(first).toHaveValue(`新闻现场${before}`)
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(first).toHaveValue(before)
  await page.screenshot({ path: join("test-results", "desk.png") })

  // The PDF is written where the person says.
  await page.getByRole("button", { name: "输出 PDF、PNG…" }).click()
  const file = join(folder, "ruihe.pdf")
  await page.getByRole("button", { name: "选择…" }).click()
  await desk.choose(file)
  await expect(page.getByLabel("存到")).toHaveValue(file)
  await page.getByRole("button", { name: /^输\s?出$/ }).click()
  await expect.poll(() => existsSync(file)).toBe(true)
  expect(readFileSync(file).subarray(0, 5).toString("latin1")).toBe("%PDF-")
})

test("composition by an input method ends as one word in the story", async ({ page }) => {
  await page.getByRole("button", { name: /打开样例/ }).click()
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
  await page.locator(".tray .entry").nth(1).click()
  const first = page.locator("textarea.paragraph").first()
  const before = await first.inputValue()
  await first.focus()
  await page.keyboard.press("Control+Home")
  const protocol = await page.context().newCDPSession(page)
  await protocol.send("Input.imeSetComposition", { text: "qi", selectionStart: 2, selectionEnd: 2 })
  await protocol.send("Input.imeSetComposition", { text: "桥", selectionStart: 1, selectionEnd: 1 })
  await protocol.send("Input.insertText", { text: "桥灯" })
  await expect(first).toHaveValue(`桥灯${before}`)
})

test("copy dropped on the window is reviewed and placed, and undo takes it off again", async ({
  page,
}) => {
  await expect(page.getByRole("button", { name: /打开样例/ })).toBeVisible()
  const text = "### 渡口添新船\n\n本报讯 11月20日，柳林渡口的新船试航，摆渡时间缩短一半。\n"
  await dropCopy(page, { "渡口.md": text })
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
  await expect(page.locator(".tray .entry")).toHaveCount(1)
  await page.keyboard.press("Control+0")

  const undo = page.getByRole("button", { name: "撤销" })
  await undo.click()
  await expect(page.locator(".tray .entry")).toHaveCount(0)
  await page.getByRole("button", { name: "重做" }).click()
  await expect(page.locator(".tray .entry")).toHaveCount(1)
  await page.locator(".tray .entry").first().click()
  await expect(page.locator("textarea.paragraph").first()).toHaveValue(/柳林渡口/)
})

test("a frame dragged on the page moves by whole lines, with one step of undo", async ({
  page,
}) => {
  await placeSample(page)
  await page.keyboard.press("Control+0")
  const canvas = page.locator(".page-canvas canvas").nth(1)
  const box = (await canvas.boundingBox())!
  const [x, y] = [box.x + box.width / 2 - 120, box.y + box.height * 0.35]
  const undo = page.getByRole("button", { name: "撤销" })

  // A press alone chooses; the lead's story opens beside the page.
  await page.mouse.click(x, y)
  await expect(page.locator("textarea.paragraph").first()).toHaveValue(/引航员周望川/)

  // The drag is one step: the first undo takes it back, the second takes the copy off the page.
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 60, { steps: 6 })
  await page.mouse.up()
  await undo.click()
  await expect(page.locator(".tray .entry")).toHaveCount(10)
  await undo.click()
  await expect(page.locator(".tray .entry")).toHaveCount(0)
})

test("a reload shows the issue again that was open", async ({ page }) => {
  await placeSample(page)
  await expect(page.getByTestId("saving")).toHaveText("已保存")
  await page.reload()
  await expect(page.locator(".tray .entry")).toHaveCount(10)
})
