import { join } from "node:path"
import type { Page as Window } from "@playwright/test"
import { openDocument } from "../../layouts/issue/document.ts"
import { brokenInvariants } from "../../layouts/issue/invariants.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { pointsOn } from "../build/page-points.ts"
import type { KnockedDoor } from "../build/knock.ts"
import { expect, test } from "./desk.ts"

/** The issue as it is kept, once all is saved. */
async function keptIssue(page: Window, door: KnockedDoor): Promise<Issue> {
  await expect(page.getByTestId("saving")).toHaveText("已保存")
  const hello = await door.call("hello")
  const path = hello.ok ? hello.value.recent[0]! : ""
  const stored = await door.call("openIssue", path)
  if (!stored.ok) throw new Error(stored.say.en)
  const { content, marks } = stored.value.documents
  return openDocument(content, marks).issue()
}

/** A hand over the page of the window, working on what is kept. */
interface Hand {
  issue(): Promise<Issue>
  /** Where a part of a frame is in the window: 0, 0 is its top left. */
  at(frame: Frame, across?: number, down?: number): Promise<{ x: number; y: number }>
  click(frame: Frame, options?: Parameters<Window["mouse"]["click"]>[2]): Promise<void>
  keys(...keys: readonly string[]): Promise<void>
}

function handOn(page: Window, door: KnockedDoor): Hand {
  const hand: Hand = {
    issue: () => keptIssue(page, door),
    async at(frame, across = 0.5, down = 0.5) {
      const { pages } = await hand.issue()
      const { grid } = pages.find(({ frames }) => frames.some(({ id }) => id === frame.id))!
      return pointsOn(page, grid)(frame.region, across, down)
    },
    async click(frame, options) {
      const { x, y } = await hand.at(frame)
      await page.mouse.click(x, y, options)
    },
    async keys(...keys) {
      for (const key of keys) await page.keyboard.press(key)
    },
  }
  return hand
}

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
  await page.getByRole("button", { name: /打开样例/ }).click()
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
  await expect(page.locator(".tray .entry")).toHaveCount(10)
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
  const [first, , third] = framesOn(start, "A1", "body").filter(({ article }) => article === lead)
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
    await hand.click(third!)
    await hand.click(drawn)
    steps += 1
    await hand.keys("Escape", "v")
    const thread = threadOf(await hand.issue(), lead)
    expect(thread.slice(2)).toEqual([`A1:${third!.id}`, `A1:${drawn.id}`])
    await hand.click(drawn)
    await expect(chosen).toHaveText(/续排第 4 框$/)
    await page.screenshot({ path: join("test-results", "frames-thread.png") })
  })

  await test.step("the first frame is split between its columns by the context menu, and merged", async () => {
    await hand.click(first!, { button: "right" })
    await page.getByRole("menuitem", { name: "按栏拆成两框" }).click()
    steps += 1
    const split = await hand.issue()
    const made = threadOf(split, lead)[1]!.split(":")[1]!
    expect(threadOf(split, lead)).toHaveLength(5)
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
    await page.locator(".page-canvas canvas").nth(1).focus()
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
    await dropCopy(page)
    steps += 1
    await expect(page.locator(".pages button")).toHaveCount(2)
    await page.locator(".pages button").last().click()
    await hand.keys("Control+0", "Control+v")
    steps += 1
    await expect(chosen).toHaveText(/续排第 5 框$/)
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

/** Drops copy on the window and places it, on a page of its own. */
async function dropCopy(page: Window): Promise<void> {
  const text = "### 渡口添新船\n\n本报讯 11月20日，柳林渡口的新船试航，摆渡时间缩短一半。\n"
  await page.evaluate((words) => {
    const files = new DataTransfer()
    files.items.add(new File([words], "渡口.md", { type: "text/markdown" }))
    const desk = document.querySelector(".desk")!
    desk.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true }))
  }, text)
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
}
