import { readdirSync } from "node:fs"
import { join } from "node:path"
import type { Page as Tab } from "@playwright/test"
import { openDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { setPages, sampleArticles } from "../build/issue.ts"
import type { KnockedDoor } from "../build/knock.ts"
import { good } from "../build/machine.ts"
import { readBack } from "../build/pdf-readers.ts"
import { expect, test } from "./desk.ts"

/** An issue folder with the sample's page, and so many empty ones of the same template behind it. */
async function sampleFolder(folder: string, more = 0): Promise<string> {
  const { issue } = setPages(await sampleArticles())
  const bare = { ...issue.pages[0]!, frames: [] }
  const behind = Array.from({ length: more }, (_, i) => ({ ...bare, id: `A${i + 2}` }))
  return keepIssue(folder, "瑞河", { ...issue, pages: [...issue.pages, ...behind] })
}

/** The issue as it is on the disk. */
async function stored(door: KnockedDoor, path: string): Promise<Issue> {
  const { documents } = good(await door.call("openIssue", path))
  return openDocument(documents.content, documents.marks).issue()
}

/** The text of the pages as they print. */
async function printed(door: KnockedDoor, issue: string, folder: string): Promise<string> {
  const out = join(folder, "清样.pdf")
  const wish = { issue, pages: [], kind: "pdf", dpi: 200, marks: false, out } as const
  good(await door.call("exportPages", wish))
  return readBack(out).mupdf
}

async function choose(page: Tab, menu: string, item: RegExp): Promise<void> {
  await page.getByRole("menuitem", { name: menu, exact: true }).first().click()
  await page.locator(".menu-list:visible").getByRole("menuitem", { name: item }).click()
}

function places(frames: readonly Frame[]): readonly string[] {
  const of = ({ role, region: r }: Frame): string =>
    `${role} ${r.column} ${r.line} ${r.columns} ${r.lines}`
  return frames.map(of).toSorted()
}

test("another template takes the page's articles, the rest wait, and undo gives the page back", async ({
  startDesk,
  folder,
}) => {
  const path = await sampleFolder(folder)
  const desk = await startDesk(path)
  const { page } = desk
  const door = await desk.openDoor()
  const before = await stored(door, path)
  await expect(page.locator(".tray .entry")).toHaveCount(10)
  await choose(page, "版面", /套用版式/)
  const dialog = page.getByRole("dialog", { name: "版式库" })
  await dialog.getByRole("option", { name: /四开头版/ }).click()
  await dialog.getByText("照版式不动").click()
  await expect(dialog.locator(".outcome")).toContainText(/上版 \d 篇/)
  await expect(dialog.locator(".outcome")).toContainText(/退回待上版 \d 篇/)
  await expect(dialog.locator(".trial canvas")).toHaveAttribute("data-sharp", "true")
  await page.screenshot({ path: join("test-results", "templates-gallery.png") })
  await dialog.getByRole("button", { name: "套用到 A1 版" }).click()
  await expect(page.locator(".foot")).toContainText("退回待上版")
  await expect.poll(async () => (await stored(door, path)).pages[0]!.template).toBe("tabloid-front")

  const after = await stored(door, path)
  expect(after.articles).toEqual(before.articles)
  const on = new Set(after.pages[0]!.frames.flatMap(({ article }) => article ?? []))
  await expect(page.locator(".tray-group").first()).toContainText(`${10 - on.size}`)
  expect(on.size).toBeGreaterThan(3)
  await page.keyboard.press("Control+z")
  await expect.poll(async () => (await stored(door, path)).pages).toEqual(before.pages)

  await choose(page, "版面", /套用版式/)
  await dialog.getByRole("option", { name: /对开专题版/ }).click()
  await expect(dialog.locator(".trial canvas")).toHaveAttribute("data-sharp", "true")
  await page.screenshot({ path: join("test-results", "templates-feature.png") })
  await dialog.getByRole("button", { name: "套用到 A1 版" }).click()
  const boxed = async (): Promise<readonly string[]> =>
    (await stored(door, path)).articles.flatMap(({ surround }) => surround?.line ?? [])
  await expect.poll(boxed).toEqual(["vine"])
  const { frames } = (await stored(door, path)).pages[0]!
  expect(frames.some(({ vertical, role }) => vertical && role === "headline")).toBe(true)
  expect(frames.some(({ ownColumns }) => ownColumns)).toBe(true)
  await page.keyboard.press("Control+z")
  await expect.poll(async () => (await stored(door, path)).pages).toEqual(before.pages)
  expect((await stored(door, path)).articles).toEqual(before.articles)
  door.close()
})

test("number, name and day of a page flow into what is printed; pages are moved and removed", async ({
  startDesk,
  folder,
}) => {
  const path = await sampleFolder(folder, 2)
  const desk = await startDesk(path)
  const { page } = desk
  const door = await desk.openDoor()
  await expect(page.locator(".pages button")).toHaveCount(3)
  await choose(page, "版面", /版面计划/)
  const dialog = page.getByRole("dialog", { name: "版面计划" })
  await dialog.getByLabel("A1 版的版次").fill("B7")
  await dialog.getByLabel("A1 版的版次").press("Enter")
  await dialog.getByLabel("B7 版的版名").fill("经济")
  await dialog.getByLabel("B7 版的版名").press("Enter")
  await dialog.getByLabel("日期").fill("2027-01-02")
  await dialog.getByLabel("日期").press("Enter")
  await dialog.getByLabel("责任编辑").fill("林一川")
  await dialog.getByLabel("责任编辑").press("Enter")
  await expect(dialog.locator(".plan-card canvas").first()).toHaveAttribute("data-sharp", "true")
  await page.screenshot({ path: join("test-results", "page-plan.png") })
  await expect.poll(async () => (await stored(door, path)).imprint?.editor).toBe("林一川")
  const text = await printed(door, path, folder)
  expect(text).toContain("B7经济")
  expect(text.split("2027年1月2日").length).toBe(4)
  expect(text.split("责任编辑林一川").length).toBe(4)
  expect(text).not.toContain("2025年")

  const order = async (): Promise<readonly string[]> =>
    (await stored(door, path)).pages.map(({ id }) => id)
  await dialog
    .locator(".plan-card")
    .first()
    .dragTo(dialog.locator(".plan-card").last(), {
      targetPosition: { x: 140, y: 40 },
    })
  await expect.poll(order).toEqual(["A2", "A3", "B7"])
  await dialog.getByRole("button", { name: "按次序重排版次" }).click()
  await expect.poll(order).toEqual(["A1", "A2", "B1"])
  await dialog.getByRole("button", { name: "删除 A2 版" }).click()
  await page
    .locator(".ant-popconfirm")
    .getByRole("button", { name: /删\s?除/ })
    .click()
  await expect.poll(order).toEqual(["A1", "B1"])
  await page.keyboard.press("Escape")
  await expect(page.locator(".pages button")).toHaveCount(2)
  await page.keyboard.press("Control+z")
  await page.keyboard.press("Control+z")
  await page.keyboard.press("Control+z")
  await expect.poll(order).toEqual(["B7", "A2", "A3"])
  door.close()
})

test("a page is kept as a template and a new page made from it", async ({ startDesk, folder }) => {
  const path = await sampleFolder(folder)
  const desk = await startDesk(path)
  const { page } = desk
  const door = await desk.openDoor()
  await expect(page.locator(".tray .entry")).toHaveCount(10)
  await choose(page, "版面", /本版存为版式/)
  await page.getByLabel("版式名").fill("周末大稿")
  await page.screenshot({ path: join("test-results", "template-save.png") })
  await page.getByRole("button", { name: "存为版式", exact: true }).click()
  await expect(page.locator(".foot")).toContainText("已存为版式“周末大稿”")
  expect(readdirSync(join(folder, "program", "templates"))).toEqual(["own-1.json"])

  await choose(page, "版面", /加版/)
  const dialog = page.getByRole("dialog", { name: "版式库" })
  await dialog.getByRole("option", { name: "周末大稿" }).click()
  await dialog.getByRole("button", { name: "加 A2 版" }).click()
  await expect(page.locator(".pages button")).toHaveCount(2)
  await expect.poll(async () => (await stored(door, path)).pages.length).toBe(2)
  const { pages } = await stored(door, path)
  expect(pages[1]).toMatchObject({ id: "A2", template: "own-1" })
  expect(places(pages[1]!.frames)).toEqual(places(pages[0]!.frames))
  expect(pages[1]!.frames.every(({ article }) => article === null)).toBe(true)
  await expect(page.locator(".slot-mark").first()).toHaveText("头条 · 题")
  await page.screenshot({ path: join("test-results", "template-page.png") })
  door.close()
})

test("a template is edited on the canvas while the issue waits", async ({ startDesk, folder }) => {
  const path = await sampleFolder(folder)
  const desk = await startDesk(path)
  const { page } = desk
  const door = await desk.openDoor()
  const before = await stored(door, path)
  await choose(page, "版面", /改本版的版式/)
  const bar = page.getByRole("region", { name: "正在改版式" })
  await expect(bar).toBeVisible()
  await expect(page.locator(".tray .entry")).toHaveCount(0)
  await page.locator(".page-canvas canvas").last().focus()
  const marks = page.locator(".slot-mark")
  const count = await marks.count()
  const mark = (await page.getByText("图片 · 图", { exact: true }).boundingBox())!
  await page.mouse.click(mark.x + 30, mark.y + 40)
  await page.keyboard.press("Delete")
  await expect(marks).toHaveCount(count - 1)
  await page.screenshot({ path: join("test-results", "template-draft.png") })
  await page.keyboard.press("Control+z")
  await expect(marks).toHaveCount(count)
  await page.keyboard.press("Control+Shift+Z")
  await expect(marks).toHaveCount(count - 1)
  await page.reload()
  await expect(bar).toBeVisible()
  await expect(marks).toHaveCount(count - 1)
  await choose(page, "版面", /版心/)
  await page.getByLabel("行数").fill("120")
  await page.getByLabel("行数").press("Enter")
  await expect(page.getByRole("dialog")).toContainText("111 字 × 120 行")
  await page.screenshot({ path: join("test-results", "page-setup.png") })
  await page.getByRole("button", { name: /确\s?定/ }).click()
  await bar.getByLabel("版式名").fill("无图版")
  await bar.getByRole("button", { name: "保存版式" }).click()
  await expect(bar).toBeHidden()
  await expect(page.locator(".tray .entry")).toHaveCount(10)
  expect(await stored(door, path)).toEqual(before)
  await expect(page.getByRole("button", { name: "撤销" })).toBeDisabled()

  await choose(page, "版面", /套用版式/)
  await page.getByRole("option", { name: "无图版" }).click()
  await expect(page.locator(".facts")).toContainText("6 栏 × 17 字 · 120 行")
  await page.getByRole("button", { name: "删 除" }).click()
  await page
    .locator(".ant-popconfirm")
    .getByRole("button", { name: /删\s?除/ })
    .click()
  await expect(page.getByRole("option", { name: "无图版" })).toHaveCount(0)
  expect(readdirSync(join(folder, "program", "templates"))).toEqual([])
  door.close()
})

test("furniture is edited once for all pages, as one step", async ({ startDesk, folder }) => {
  const path = await sampleFolder(folder, 2)
  const desk = await startDesk(path)
  const { page } = desk
  const door = await desk.openDoor()
  await expect(page.locator(".pages button")).toHaveCount(3)
  await choose(page, "版面", /报头报眉/)
  const dialog = page.getByRole("dialog", { name: /报头报眉/ })
  await dialog.getByRole("option", { name: "‹日期›" }).click()
  await dialog.getByLabel("文字", { exact: true }).fill("江城晨读 {date} 共 {pages} 版")
  await expect(dialog.locator(".furniture-trial canvas")).toHaveAttribute("data-sharp", "true")
  await page.screenshot({ path: join("test-results", "furniture.png") })
  await dialog.getByRole("button", { name: "改 3 个版" }).click()
  const printedTimes = async (word: string): Promise<number> =>
    (await printed(door, path, folder)).split(word).length - 1
  await expect.poll(() => printedTimes("江城晨读2025年11月21日星期五共3版")).toBe(3)
  await page.keyboard.press("Control+z")
  await expect.poll(() => printedTimes("江城晨读")).toBe(0)
  door.close()
})
