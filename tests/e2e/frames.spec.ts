import { join } from "node:path"
import type { Page as Window } from "@playwright/test"
import { brokenInvariants } from "../../layouts/issue/invariants.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { expect, test } from "./desk.ts"
import { dropCopy } from "./drop-copy.ts"
import { handOn } from "./page-hand.ts"
import { placeSample } from "./place-sample.ts"

/** Frames of a page, of a role. */
function framesOn(issue: Issue, page: string, role: Frame["role"]): readonly Frame[] {
  return issue.pages.find(({ id }) => id === page)!.frames.filter((frame) => frame.role === role)
}

/** An article's text frames in the order of its thread, as `page:id`. */
function threadOf(issue: Issue, article: string | null): readonly string[] {
  return issue.pages
    .flatMap(({ id, frames }) => frames.map((frame) => ({ page: id, frame })))
    .filter(({ frame }) => frame.role === "body" && frame.article === article)
    .toSorted((a, b) => a.frame.order - b.frame.order)
    .map(({ page, frame }) => `${page}:${frame.id}`)
}

test.beforeEach(async ({ page }) => {
  await placeSample(page)
  await page.keyboard.press("Control+0")
})

test("frames are drawn, threaded, split, merged, aligned, grouped, copied, and all of it undone", async ({
  page,
  door,
}) => {
  const hand = handOn(page, door)
  const chosen = page.locator("#chosen-words")
  const start = await hand.issue()
  const lead = start.articles[0]!.id
  const bodies = framesOn(start, "A1", "body").filter(({ article }) => article === lead)
  const [first, last] = [bodies[0], bodies.at(-1)]
  const [photo] = framesOn(start, "A1", "picture")
  let steps = 0

  await test.step("a text frame is drawn with its measures told, and chosen", async () => {
    await hand.keys("f")
    await expect(page.getByRole("button", { name: "画文字框" })).toHaveAttribute(
      "aria-pressed",
      "true",
    )
    const from = await hand.at(photo!, 0.1, 0.2)
    const to = await hand.at(photo!, 0.4, 0.7)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 5 })
    await page.screenshot({ path: join("test-results", "frames-drawing.png") })
    await page.mouse.up()
    steps += 1
    await expect(chosen).toHaveText(/^正文框，空，/)
    await expect(page.getByRole("button", { name: "选择工具" })).toHaveAttribute(
      "aria-pressed",
      "true",
    )
  })

  const drawn = (await hand.issue()).pages[0]!.frames.at(-1)!
  await test.step("the lead runs on into it", async () => {
    expect(drawn).toMatchObject({ role: "body", article: null })
    await hand.keys("n")
    await hand.click(last!)
    await hand.click(drawn)
    steps += 1
    await hand.keys("Escape", "v")
    const thread = threadOf(await hand.issue(), lead)
    expect(thread).toEqual([...threadOf(start, lead), `A1:${drawn.id}`])
    expect(thread.at(-2)).toBe(`A1:${last!.id}`)
    await hand.click(drawn)
    await expect(chosen).toHaveText(new RegExp(`续排第 ${bodies.length + 1} 框$`))
    await page.screenshot({ path: join("test-results", "frames-thread.png") })
  })

  await test.step("the first frame is split between its columns by the context menu, and merged", async () => {
    await hand.click(first!, { button: "right" })
    await page.getByRole("menuitem", { name: "按栏拆成两框" }).click()
    steps += 1
    const split = await hand.issue()
    const made = threadOf(split, lead)[1]!.split(":")[1]!
    expect(threadOf(split, lead)).toHaveLength(bodies.length + 2)
    const second = framesOn(split, "A1", "body").find(({ id }) => id === made)!
    const half = framesOn(split, "A1", "body").find(({ id }) => id === first!.id)!
    expect(half.region.columns + second.region.columns).toBe(first!.region.columns)
    await hand.click(half)
    await page.keyboard.down("Shift")
    await hand.click(second)
    await page.keyboard.up("Shift")
    await expect(chosen).toHaveText("选中 2 个框")
    await hand.keys("Control+m")
    steps += 1
    const merged = framesOn(await hand.issue(), "A1", "body").find(({ id }) => id === first!.id)!
    expect(merged).toEqual(first)
  })

  const heads = framesOn(start, "A1", "headline").slice(1, 3)
  await test.step("two headlines are aligned by their tops, grouped and nudged", async () => {
    await hand.click(heads[0]!)
    await page.keyboard.down("Shift")
    await hand.click(heads[1]!)
    await page.keyboard.up("Shift")
    const before = (await hand.issue()).pages[0]!.frames
    await page.getByRole("menuitem", { name: "框" }).click()
    await page.getByRole("menuitem", { name: "顶对齐" }).click()
    await hand.keys("Control+g", "ArrowDown", "Shift+ArrowDown")
    steps += 4
    const after = (await hand.issue()).pages[0]!.frames
    const regions = heads.map(({ id }) => after.find((frame) => frame.id === id)!)
    const top = Math.min(...heads.map(({ id }) => before.find((one) => one.id === id)!.region.line))
    expect(regions.map(({ region }) => region.line)).toEqual([top + 6, top + 6])
    expect(regions[0]!.group).toBe(regions[1]!.group)
    expect(typeof regions[0]!.group).toBe("string")
  })

  await test.step("a copy of the drawn frame goes to another page and threads on", async () => {
    await hand.click(drawn)
    await hand.keys("Control+c")
    await placeCopy(page)
    steps += 1
    await expect(page.locator(".pages button")).toHaveCount(2)
    await page.locator(".pages button").last().click()
    await hand.keys("Control+0", "Control+v")
    steps += 1
    await expect(chosen).toHaveText(new RegExp(`续排第 ${bodies.length + 2} 框$`))
    const issue = await hand.issue()
    expect(threadOf(issue, lead).at(-1)).toMatch(/^A2:/)
    const copy = issue.pages[1]!.frames.at(-1)!
    expect(copy.region).toEqual(drawn.region)
    expect(brokenInvariants(issue)).toEqual([])
  })

  await test.step("undo goes back to the start, redo to the end", async () => {
    const end = await hand.issue()
    for (let step = 0; step < steps; step += 1) await hand.keys("Control+z")
    expect(await hand.issue()).toEqual(start)
    for (let step = 0; step < steps; step += 1) await hand.keys("Control+Shift+z")
    expect(await hand.issue()).toEqual(end)
  })
})

test("text takes its headline along when it is dragged or nudged, with Ctrl it goes alone", async ({
  page,
  door,
}) => {
  const hand = handOn(page, door)
  const start = await hand.issue()
  const lead = start.articles[0]!.id
  const [text] = framesOn(start, "A1", "body").filter(({ article }) => article === lead)
  const linesOf = async (role: Frame["role"]): Promise<number> => {
    const [frame] = framesOn(await hand.issue(), "A1", role).filter((one) => one.article === lead)
    return frame!.region.line
  }
  const [head, body] = [await linesOf("headline"), await linesOf("body")]

  await hand.drag([text!, 0.5, 0.2], [text!, 0.5, 0.6])
  const gone = (await linesOf("body")) - body
  expect(gone).toBeGreaterThan(0)
  expect((await linesOf("headline")) - head).toBe(gone)

  await hand.keys("ArrowUp", "Control+ArrowDown")
  expect((await linesOf("body")) - body).toBe(gone)
  expect((await linesOf("headline")) - head).toBe(gone - 1)
  await hand.keys("Control+z", "Control+z", "Control+z")
  expect(await hand.issue()).toEqual(start)
})

test("text gets columns of its own in the four modes, and its columns are levelled", async ({
  page,
  door,
}) => {
  const hand = handOn(page, door)
  const start = await hand.issue()
  // The broad text at the page's foot: all of its frames can end on the page's last line.
  const text = framesOn(start, "A1", "body")
    .filter(({ region }) => region.columns > 2)
    .toSorted((a, b) => b.region.line - a.region.line)[0]!
  const now = async (): Promise<Frame> =>
    (await hand.issue()).pages[0]!.frames.find(({ id }) => id === text.id)!
  await hand.click(text)
  await page.getByText("框", { exact: true }).last().click()
  const panel = page.getByTestId("frame")
  const basic = text.region.columns

  await panel.getByLabel("分栏数").fill(String(basic + 1))
  await panel.getByLabel("分栏数").press("Enter")
  await expect(panel.getByText(/栏空 [\d.]+ 字$/)).toHaveText(
    new RegExp(String.raw`^${basic + 1} × \d+ 字，`),
  )
  expect((await now()).ownColumns).toMatchObject({ count: basic + 1, mode: "absolute" })
  for (const [words, mode] of [
    ["相对", "relative"],
    ["自由", "free"],
  ] as const) {
    await panel.getByRole("combobox", { name: "栏式" }).click()
    await page.getByTitle(/./).getByText(words, { exact: true }).last().click()
    expect((await now()).ownColumns?.mode).toBe(mode)
  }
  await page.screenshot({ path: join("test-results", "frames-own-columns.png") })

  await page.locator(".menu-bar").getByText("稿件", { exact: true }).click()
  await page.getByText("拉平各栏", { exact: true }).click()
  const level = await hand.issue()
  const feet = level.pages[0]!.frames.filter(
    ({ role, article }) => role === "body" && article === text.article,
  ).map(({ region }) => region.line + region.lines)
  expect(new Set(feet).size).toBe(1)
  expect(brokenInvariants(level)).toEqual([])
  await hand.keys("Control+z", "Control+z", "Control+z", "Control+z")
  expect(await hand.issue()).toEqual(start)
})

test("rules and boxes are drawn and stand, locked frames stay, a copy is dragged off", async ({
  page,
  door,
}) => {
  const hand = handOn(page, door)
  const start = await hand.issue()
  const [photo] = framesOn(start, "A1", "picture")
  const frameOf = async (id: string): Promise<Frame> =>
    (await hand.issue()).pages[0]!.frames.find((frame) => frame.id === id)!
  const drawnLast = async (): Promise<Frame> => (await hand.issue()).pages[0]!.frames.at(-1)!

  await test.step("a rule across, an upright one, a box with a ground", async () => {
    await hand.keys("l")
    await hand.drag([photo!, 0.1, 0.3], [photo!, 0.9, 0.31])
    const rule = await drawnLast()
    expect(rule).toMatchObject({ role: "rule", look: { rule: 0.5, tint: 0 } })
    expect(rule.region.lines).toBe(1)
    await hand.keys("l")
    await hand.drag([photo!, 0.4, 0.1], [photo!, 0.41, 0.9])
    expect(await drawnLast()).toMatchObject({ role: "rule", look: { upright: true } })
    await hand.keys("b")
    await hand.drag([photo!, 0.1, 0.4], [photo!, 0.6, 0.8])
    await page.getByText("框", { exact: true }).last().click()
    const tint = page.getByTestId("frame").getByRole("spinbutton", { name: /^底纹/ })
    await tint.fill("20")
    await tint.press("Enter")
    expect(await drawnLast()).toMatchObject({ role: "box", look: { rule: 0.5, tint: 0.2 } })
    const panel = page.getByTestId("frame")
    await panel.getByRole("button", { name: "线型" }).click()
    await page.screenshot({ path: join("test-results", "frames-lines.png") })
    await page.getByRole("option", { name: "回纹" }).click()
    await panel.getByRole("radio", { name: "斜线" }).click()
    await panel.getByRole("button", { name: "左边" }).click()
    expect((await drawnLast()).look).toEqual({
      ...{ rule: 6, line: "meander", tint: 0.2, pattern: "slant", open: ["left"] },
    })
    await panel.getByRole("button", { name: "线型" }).click()
    await page.getByRole("option", { name: "正线" }).click()
    expect((await drawnLast()).look).toMatchObject({ rule: 0.4, pattern: "slant" })
    await hand.keys("Control+z")
    await page.screenshot({ path: join("test-results", "frames-rules.png") })
  })

  await test.step("the panel moves the box, its lock holds it", async () => {
    const panel = page.getByTestId("frame")
    await panel.getByLabel("起行").fill("60")
    await panel.getByLabel("起行").press("Enter")
    const box = await drawnLast()
    expect(box.region.line).toBe(59)
    await panel.getByRole("button", { name: "锁定" }).click()
    await expect(panel.getByLabel("起行")).toBeDisabled()
    await page.locator(".page-canvas canvas").nth(1).focus()
    await hand.keys("ArrowDown", "Delete")
    expect(await frameOf(box.id)).toEqual({ ...box, locked: true })
  })

  await test.step("Alt drags a copy, Escape in a drag leaves all as it was", async () => {
    const before = await hand.issue()
    const from = await hand.at(photo!)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x, from.y + 80, { steps: 4 })
    await page.keyboard.press("Escape")
    await page.mouse.up()
    expect(await hand.issue()).toEqual(before)
    await page.keyboard.down("Alt")
    await hand.drag([photo!, 0.9, 0.9], [photo!, 0.9, 1.1])
    await page.keyboard.up("Alt")
    const after = await hand.issue()
    const known = new Set(before.pages[0]!.frames.map(({ id }) => id))
    const copies = after.pages[0]!.frames.filter(({ id }) => !known.has(id))
    expect(copies.map(({ role }) => role)).toEqual(["picture", "caption"])
    expect(copies.every(({ article }) => article === photo!.article)).toBe(true)
    expect(copies[0]!.region.line).toBeGreaterThan(photo!.region.line)
    expect(await frameOf(photo!.id)).toEqual(photo)
  })

  await test.step("an article is boxed, and has rules between its columns", async () => {
    const [text] = framesOn(start, "A1", "body")
    await hand.keys("v")
    await hand.click(text!)
    const panel = page.getByTestId("frame")
    await panel.getByRole("button", { name: "加框" }).click()
    await page.getByRole("option", { name: "双线" }).click()
    await panel.getByRole("button", { name: "栏线" }).click()
    await page.getByRole("option", { name: "点线" }).click()
    const articleNow = async () =>
      (await hand.issue()).articles.find(({ id }) => id === text!.article)!
    expect(await articleNow()).toMatchObject({
      surround: { line: "double", rule: 0.4 },
      columnRule: { line: "dots" },
    })
    await page.screenshot({ path: join("test-results", "frames-boxed.png") })
    await hand.keys("Control+z", "Control+z")
    expect(await articleNow()).not.toHaveProperty("surround")
  })
})

test("the keyboard goes through the frames, and the page tells what is chosen", async ({
  page,
  door,
}) => {
  const hand = handOn(page, door)
  const chosen = page.locator("#chosen-words")
  const canvas = page.locator(".page-canvas canvas").nth(1)
  await canvas.focus()
  await hand.keys("Tab")
  await expect(chosen).toHaveText(/^标题框，老港口长出新岸线/)
  await hand.keys("Tab", "Tab", "Shift+Tab")
  await expect(chosen).not.toHaveText(/^标题框，老港口长出新岸线/)
  await hand.keys("Control+a")
  await expect(chosen).toHaveText(/^选中 \d+ 个框$/)
  await hand.keys("Escape")
  await expect(chosen).toHaveText("")

  // The page's own menu offers what can be done on bare page.
  const [house] = framesOn(await hand.issue(), "A1", "headline")
  const { x, y } = await hand.at(house!, 0, 0)
  await page.mouse.click(x - 8, y - 20, { button: "right" })
  await expect(page.getByRole("menuitem", { name: "画文字框" })).toBeVisible()
  await page.getByRole("menuitem", { name: "显示续排链" }).click()
  await page.screenshot({ path: join("test-results", "frames-threads.png") })
})

/** Drops copy on the window and places it, on a page of its own. */
async function placeCopy(page: Window): Promise<void> {
  const text = "### 渡口添新船\n\n本报讯 11月20日，柳林渡口的新船试航，摆渡时间缩短一半。\n"
  await dropCopy(page, { "渡口.md": text })
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
}
