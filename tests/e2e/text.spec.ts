import { join } from "node:path"
import type { Page } from "@playwright/test"
import { expect, test } from "./desk.ts"
import { intoText } from "./into-text.ts"
import { inputMethod } from "./page-hand.ts"

/** A place of the window. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How dark each column of pixels is that the page's own canvas shows in a box of the window. */
function inkIn(page: Page, box: Box): Promise<readonly number[]> {
  return page.evaluate(({ x, y, width, height }) => {
    const canvas = document.querySelector<HTMLCanvasElement>(".page-canvas canvas")!
    const room = canvas.getBoundingClientRect()
    const surface = canvas.getContext("2d")!
    const { data, width: wide } = surface.getImageData(x - room.x, y - room.y, width, height)
    const dark = Array.from({ length: wide }, () => 0)
    for (let i = 0; i < data.length; i += 4) dark[(i / 4) % wide]! += 255 - data[i]!
    return dark
  }, box)
}

/** How much of the ink of a box is not where it was, 0 to 1 and more. */
async function movedIn(page: Page, box: Box, before: readonly number[]): Promise<number> {
  const now = await inkIn(page, box)
  const moved = now.reduce((sum, dark, i) => sum + Math.abs(dark - before[i]!), 0)
  return moved / Math.max(1, ...[before, now].map((all) => all.reduce((sum, one) => sum + one, 0)))
}

/** Ink that stands elsewhere, and ink that stands as it did but for the edges of what was redrawn. */
const MOVED = 0.15
const SAME = 0.03

/** What a box shows when the page's tiles have all come. */
async function restIn(page: Page, box: Box): Promise<readonly number[]> {
  const paper = page.locator(".page-canvas canvas").first()
  await page.waitForTimeout(300)
  await expect(paper).toHaveAttribute("data-sharp", "true")
  return inkIn(page, box)
}

test("typing on the page, with an input method's words shown in place", async ({ page }) => {
  const { first, field } = await intoText(page)
  const before = await first.inputValue()
  await page.keyboard.press("Control+1")
  await page.keyboard.press("Control+Home")
  const start = (await field.boundingBox())!
  const line = { ...start, width: 60 }
  const bare = await restIn(page, line)

  const { compose, write } = await inputMethod(page)
  await compose("qi")
  await compose("qiao")
  await expect(first).toHaveValue(`qiao${before}`)
  await compose("桥灯")
  await expect(first).toHaveValue(`桥灯${before}`)
  expect((await field.boundingBox())!.x).toBeGreaterThan(start.x + 5)
  await expect.poll(() => movedIn(page, line, bare)).toBeGreaterThan(MOVED)
  await page.screenshot({ path: join("test-results", "text-composition.png") })
  await expect(page.getByTestId("saving")).toHaveText("已保存")

  // Given up, nothing is left: neither words nor a step to take back.
  await compose("")
  await expect(first).toHaveValue(before)
  expect((await field.boundingBox())!.x).toBeCloseTo(start.x, 0)
  await expect.poll(() => movedIn(page, line, bare)).toBeLessThan(SAME)

  await compose("桥")
  await write("桥灯")
  await page.keyboard.type("AB")
  await expect(first).toHaveValue(`桥灯AB${before}`)
  await page.keyboard.press("Control+z")
  await expect(first).toHaveValue(before)
  await expect(field).toBeFocused()
  await page.keyboard.press("Control+Shift+z")
  await expect(first).toHaveValue(`桥灯AB${before}`)
})

/** Pastes what a clipboard would carry. */
async function paste(page: Page, plain: string, rich: string | null = null): Promise<void> {
  await page.evaluate(
    ([text, html]) => {
      const carrier = new DataTransfer()
      carrier.setData("text/plain", text!)
      if (html) carrier.setData("text/html", html)
      const event = new ClipboardEvent("paste", { clipboardData: carrier, bubbles: true })
      document.activeElement!.dispatchEvent(event)
    },
    [plain, rich] as const,
  )
}

test("selecting by keys and mouse, cut, copy and paste with roles, one step each", async ({
  page,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  const { first } = await intoText(page)
  const before = await first.inputValue()
  const paragraphs = page.locator("textarea.paragraph")
  const count = await paragraphs.count()

  // Typed words replace what is selected with shift and arrows.
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("Shift+ArrowRight")
  await page.keyboard.press("Shift+ArrowRight")
  await page.keyboard.press("Control+x")
  await expect(first).toHaveValue(before.slice(2))
  await page.keyboard.press("Shift+End")
  await page.keyboard.press("Control+c")
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const rich = await item!.getType("text/html")
    return { plain: await navigator.clipboard.readText(), rich: await rich.text() }
  })
  expect(copied.plain.length).toBeGreaterThan(5)
  expect(before.slice(2).startsWith(copied.plain)).toBe(true)
  expect(copied.rich).toContain(`<p>${copied.plain}</p>`)
  await page.keyboard.press("ArrowLeft")
  await page.keyboard.press("Control+v")
  await expect(first).toHaveValue(copied.plain + before.slice(2))
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(first).toHaveValue(before.slice(2))
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(first).toHaveValue(before)

  // Rich text comes in as paragraphs with roles, its scripts and looks left behind.
  await page.keyboard.press("Control+Home")
  const rich =
    "<h2>渡口新船</h2><p>新船<b>试航</b>。<img src=x onerror='window.ran=1'></p><script>window.ran=1</script><p>票价不变。</p>"
  await paste(page, "渡口新船\n新船试航。\n票价不变。", rich)
  await expect(paragraphs).toHaveCount(count + 2)
  await expect(paragraphs.nth(0)).toHaveValue("渡口新船")
  await expect(paragraphs.nth(0)).toHaveClass(/subhead/)
  await expect(paragraphs.nth(1)).toHaveValue("新船试航。")
  await expect(paragraphs.nth(2)).toHaveValue(`票价不变。${before}`)
  expect(await page.evaluate("window.ran")).toBeUndefined()
  await page.screenshot({ path: join("test-results", "text-paste.png") })
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(paragraphs).toHaveCount(count)
  await expect(first).toHaveValue(before)

  // A word by a double press, a paragraph by a triple one.
  const field = (await page.getByLabel("版面文字").boundingBox())!
  const [x, y] = [field.x + 14, field.y + field.height / 2]
  await page.mouse.click(x, y, { clickCount: 3 })
  await page.keyboard.press("Control+c")
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(before)
  await page.mouse.dblclick(x + 12, y)
  await page.keyboard.press("Control+c")
  const word = String(await page.evaluate("navigator.clipboard.readText()"))
  expect(before).toContain(word)
  expect(word.length).toBeLessThan(6)

  // Enter parts, Backspace joins, Escape goes back to the frames.
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Enter")
  await expect(paragraphs.nth(1)).toHaveValue(before.slice(1))
  await page.keyboard.press("Backspace")
  await expect(paragraphs.nth(0)).toHaveValue(before)
  await page.keyboard.press("Escape")
  await page.keyboard.type("x")
  await expect(paragraphs.nth(0)).toHaveValue(before)
})

test("finding by words and by expression, replacing all as one step", async ({ page }) => {
  const { first } = await intoText(page)
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("Control+f")
  const words = page.getByRole("textbox", { name: "查找" })
  await expect(words).toBeFocused()
  await words.fill("瑞河")
  const count = page.locator(".find-count > span")
  await expect(count).toHaveText(/^– \/ \d+$/)
  const all = Number(/\d+$/.exec((await count.textContent())!)![0])
  expect(all).toBeGreaterThan(5)

  // Enter goes through the hits; each is selected on the page.
  await words.press("Enter")
  await expect(count).toHaveText(new RegExp(`^\\d+ / ${all}$`))
  const here = await count.textContent()
  await words.press("Shift+Enter")
  await expect(count).not.toHaveText(here!)
  await expect(words).toBeFocused()

  // All at once, and one step back.
  const before = await page.locator(".find-hits li").count()
  await page.getByLabel("替换为").fill("清河")
  await page.getByRole("button", { name: "全部替换" }).click()
  await expect(page.getByText(`已替换 ${all} 处`)).toBeVisible()
  await expect(count).toHaveText("没有找到")
  await expect(first).toHaveValue(/清河上的雾/)
  await page.screenshot({ path: join("test-results", "text-find.png") })
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(page.locator(".find-hits li")).toHaveCount(before)

  // An expression with groups; one that would never end is stopped, and the desk goes on.
  await page.getByRole("button", { name: "正则表达式" }).click()
  await words.fill("(\\d+)月(\\d+)日")
  await page.getByLabel("替换为").fill("$2/$1")
  await expect(count).toHaveText(/\/ \d+$/)
  await page.getByRole("button", { name: "全部替换" }).click()
  await expect(first).toHaveValue(/^18\/11/)
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(first).toHaveValue(/^11月18日/)
  await words.fill("(.+)+\\u0001")
  await expect(page.getByText("这个正则表达式太费时间")).toBeVisible()
  await words.fill("(")
  await expect(page.getByText("正则表达式写得不对")).toBeVisible()
})

test("the story pane and the page share one caret, one text and one undo", async ({ page }) => {
  const { first, field } = await intoText(page)
  const before = await first.inputValue()
  const head = page.getByLabel("引题", { exact: true })

  // A press in the pane puts the page's caret there; words typed in it stand on the page.
  await page.keyboard.press("Control+Home")
  const start = (await field.boundingBox())!
  await first.click({ position: { x: 30, y: 12 } })
  await first.press("Control+Home")
  await first.press("ArrowRight")
  await expect.poll(async () => (await field.boundingBox())!.x).toBeGreaterThan(start.x)
  await page.keyboard.type("新")
  await expect(first).toHaveValue(before.slice(0, 1) + "新" + before.slice(1))
  await page.keyboard.press("Shift+ArrowLeft")
  await expect(page.locator(".story-counts")).toContainText("选中 1 字")

  // Enter and Backspace go from field to field, and undo brings the caret back to the field.
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Enter")
  await page.keyboard.type("句")
  await expect(page.locator("textarea.paragraph").nth(1)).toHaveValue(`句${before.slice(1)}`)
  await page.keyboard.press("Backspace")
  await page.keyboard.press("Backspace")
  await expect(first).toHaveValue(before.slice(0, 1) + "新" + before.slice(1))
  await expect(first).toBeFocused()
  for (let i = 0; i < 6 && (await first.inputValue()) !== before; i += 1)
    await page.keyboard.press("Control+z")
  await expect(first).toHaveValue(before)
  await expect(first).toBeFocused()

  // An input method in the pane: shown on the page, given up without a trace.
  const { compose, write } = await inputMethod(page)
  await page.keyboard.press("Control+Home")
  await compose("qiao")
  await expect(first).toHaveValue(`qiao${before}`)
  await compose("")
  await expect(first).toHaveValue(before)
  await compose("桥")
  await write("桥")
  await expect(first).toHaveValue(`桥${before}`)
  await page.keyboard.press("Control+z")
  await expect(first).toHaveValue(before)

  // A heading that was not there is written, and is on the page for the caret to go to.
  await head.click()
  await page.keyboard.type("新岸线")
  await expect(head).toHaveValue("新岸线")
  await expect(field).not.toBeFocused()
  expect((await field.boundingBox())!.height).toBeGreaterThan(start.height)
  await page.screenshot({ path: join("test-results", "text-story.png") })

  // A credit that the story has not yet begins with its first words.
  const paragraphs = page.locator("textarea.paragraph")
  const count = await paragraphs.count()
  await page.getByLabel("加署名").fill("（江水）")
  await expect(paragraphs).toHaveCount(count + 1)
  await expect(paragraphs.last()).toHaveValue("（江水）")
  await expect(paragraphs.last()).toHaveClass(/credit/)
  await expect(paragraphs.last()).toBeFocused()
})

test("formats by hand and by style, undone one by one", async ({ page }) => {
  const { field } = await intoText(page)
  await page.keyboard.press("Control+1")
  await page.keyboard.press("Control+Home")
  const start = (await field.boundingBox())!
  const line = { ...start, width: 120 }
  const plain = await restIn(page, line)
  await page.getByRole("tab", { name: "样式" }).click()
  const styles = page.getByTestId("styles")
  await expect(styles).toContainText("第 1 段整段")
  await page.mouse.click(start.x + 1, start.y + start.height / 2)
  await expect(field).toBeFocused()

  // Selected characters in another face and size: the page shows them, the panel says so.
  await page.keyboard.press("Shift+End")
  await expect(styles).toContainText("选中")
  const choose = async (label: string, option: string): Promise<void> => {
    await styles.getByRole("combobox", { name: label }).first().click()
    await page.locator(".ant-select-item-option", { hasText: option }).first().click()
  }
  await choose("字体", "楷体")
  await expect(styles.locator(".ant-select-content").first()).toHaveText("楷体")
  await expect.poll(() => movedIn(page, line, plain)).toBeGreaterThan(MOVED)
  const size = styles.getByRole("combobox", { name: "字号" }).first()
  await size.fill("小四")
  await size.press("Enter")
  await expect(size).toHaveValue("小四 12")
  await page.screenshot({ path: join("test-results", "text-styles.png") })

  // A paragraph centred, the paper's body in another weight.
  await styles.getByTitle("居中").first().click()
  await expect(styles.getByRole("radio", { name: "居中" }).first()).toBeChecked()
  const undo = page.getByRole("button", { name: "撤销" })
  for (let i = 0; i < 3; i += 1) await undo.click()
  await expect(size).toHaveValue("小五 9")
  await expect.poll(() => movedIn(page, line, plain)).toBeLessThan(SAME)

  // A character style of the paper's own.
  const name = styles.getByPlaceholder("新字符样式的名称")
  await name.fill("人名")
  await name.press("Enter")
  await styles.getByRole("combobox", { name: "字体" }).last().click()
  await page.locator(".ant-select-item-option", { hasText: "黑体" }).last().click()
  await choose("字符样式", "人名")
  await expect(styles.locator(".ant-select-content").first()).toHaveText("黑体")
  await expect.poll(() => movedIn(page, line, plain)).toBeGreaterThan(MOVED)
})
