import { join } from "node:path"
import type { Page } from "@playwright/test"
import type { Frame } from "../../layouts/issue/page.ts"
import { BAND_FRAMES, bandIssue, FERRY } from "../build/band-page.ts"
import { frame } from "../build/frame.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { expect, test } from "./desk.ts"
import { handOn, inputMethod } from "./page-hand.ts"
import { placeSample } from "./place-sample.ts"

/** Sets the words of the chosen frame down the page, in its panel. */
async function turn(page: Page): Promise<void> {
  await page.getByTestId("frame").getByText("竖排", { exact: true }).click()
}

test("words are turned, written with an input method, and set across again", async ({
  page,
  door,
}) => {
  await placeSample(page)
  await page.keyboard.press("Control+0")
  const hand = handOn(page, door)
  const start = await hand.issue()
  const frames = (issue: typeof start): readonly Frame[] => issue.pages.flatMap((one) => one.frames)
  const news = start.articles.find(({ headline }) => headline?.startsWith("听水声"))!
  const own = (issue: typeof start, role: Frame["role"]): readonly Frame[] =>
    frames(issue)
      .filter((frame) => frame.article === news.id && frame.role === role)
      .toSorted((a, b) => a.region.column - b.region.column)
  const [body] = own(start, "body")
  const [head] = own(start, "headline")

  await test.step("the panel turns a text frame, and a headline", async () => {
    await hand.click(body!)
    await page.getByText("框", { exact: true }).last().click()
    await turn(page)
    const turned = own(await hand.issue(), "body")
    expect(turned.every(({ vertical }) => vertical)).toBe(true)
    const orders = turned.map(({ order }) => order)
    expect(orders).toEqual(orders.toSorted((a, b) => b - a))
    await hand.click(head!)
    await turn(page)
    expect(own(await hand.issue(), "headline")[0]!.vertical).toBe(true)
    await page.screenshot({ path: join("test-results", "vertical-turned.png") })
  })

  await test.step("a click goes into the words; what is composed shows in its strip", async () => {
    const { x, y } = await hand.at(own(start, "body").at(-1)!, 0.9, 0.4)
    await page.mouse.dblclick(x, y)
    const field = page.getByLabel("版面文字")
    await expect(field).toBeFocused()
    await page.keyboard.press("Control+1")
    await page.keyboard.press("Control+Home")
    const top = (await field.boundingBox())!
    const { compose, write } = await inputMethod(page)
    await compose("qiao")
    await compose("桥灯")
    await expect.poll(async () => (await field.boundingBox())!.y).toBeGreaterThan(top.y + 5)
    expect((await field.boundingBox())!.x).toBeCloseTo(top.x, 0)
    await page.screenshot({ path: join("test-results", "vertical-composing.png") })
    await write("桥灯")
    const words = async (): Promise<string> =>
      (await hand.issue()).articles.find(({ id }) => id === news.id)!.story[0]!.text
    await expect.poll(words).toBe(`桥灯${news.story[0]!.text}`)

    // Down is the next character, left the next line, in one strip to the left.
    const before = (await field.boundingBox())!
    await page.keyboard.press("ArrowDown")
    await expect.poll(async () => (await field.boundingBox())!.y).toBeGreaterThan(before.y + 5)
    await page.keyboard.press("ArrowLeft")
    await expect.poll(async () => (await field.boundingBox())!.x).toBeLessThan(before.x - 5)
  })

  await test.step("undone step by step, all of it stands across again", async () => {
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+z")
    await expect.poll(async () => (await hand.issue()).pages).toEqual(start.pages)
  })
})

test("a vertical article is cut into bands, threaded, and written in", async ({
  startDesk,
  folder,
}) => {
  const [right, left, photo] = BAND_FRAMES
  const tall: Frame = { ...frame("body ferry 2+2 1+34"), id: right!.id, vertical: true }
  const empty: Frame = { ...frame("body - 0+2 1+34"), id: left!.id }
  const path = await keepIssue(folder, "渡口", bandIssue(FERRY, [tall, empty, photo!]))
  const desk = await startDesk(path)
  const { page } = desk
  const hand = handOn(page, await desk.openDoor())
  const own = async (id: string): Promise<Frame> =>
    (await hand.issue()).pages[0]!.frames.find((one) => one.id === id)!
  await page.keyboard.press("Control+0")

  await test.step("the panel cuts it into bands, whole 字 each", async () => {
    await hand.click(tall)
    await page.getByText("框", { exact: true }).last().click()
    const panel = page.getByTestId("frame")
    await panel.getByLabel("分档数").fill("3")
    await panel.getByLabel("分档数").press("Enter")
    await expect(panel.getByText("3 × 13 字，档空 1.75 字")).toBeVisible()
    expect((await own("right")).bands).toMatchObject({ count: 3, mode: "absolute" })
  })

  await test.step("its text goes on from the plus at the bottom left into another frame", async () => {
    await page.screenshot({ path: join("test-results", "bands-over.png") })
    const plus = await hand.at(tall, 0, 1)
    await page.mouse.click(plus.x, plus.y)
    await hand.click(empty)
    expect(await own("left")).toMatchObject({ article: "ferry", order: 1, vertical: true })
    await page.keyboard.press("Escape")
    await page.screenshot({ path: join("test-results", "bands-threaded.png") })
  })

  await test.step("its last bands are made level, and one undo brings them back", async () => {
    await hand.click({ ...empty, region: { ...empty.region, columns: 1 } })
    const panel = page.getByTestId("frame")
    await panel.getByLabel("分档数").fill("2")
    await panel.getByLabel("分档数").press("Enter")
    await panel.getByLabel("末档拉平").check()
    expect((await own("left")).bands).toMatchObject({ count: 2, level: true })
    await page.screenshot({ path: join("test-results", "bands-level.png") })
    await page.locator(".page-canvas canvas").nth(1).focus()
    await page.keyboard.press("Control+z")
    await expect.poll(async () => (await own("left")).bands?.level).toBeUndefined()
  })

  await test.step("a click goes into a band; left of its last line is the next band's first", async () => {
    const { x, y } = await hand.at(tall, 0.02, 0.2)
    await page.mouse.dblclick(x, y)
    const field = page.getByLabel("版面文字")
    await expect(field).toBeFocused()
    const before = (await field.boundingBox())!
    await page.keyboard.press("ArrowLeft")
    await expect.poll(async () => (await field.boundingBox())!.x).toBeGreaterThan(before.x + 50)
    expect((await field.boundingBox())!.y).toBeGreaterThan(before.y + 20)
    await page.keyboard.type("旧")
    await expect.poll(async () => (await hand.issue()).articles[0]!.story).not.toEqual(FERRY.story)
    await page.keyboard.press("Control+z")
    await expect.poll(async () => (await hand.issue()).articles[0]!.story).toEqual(FERRY.story)
  })

  await test.step("words are found in their bands, and a mark stands on them", async () => {
    await page.keyboard.press("Control+f")
    const words = page.getByRole("textbox", { name: "查找" })
    await words.fill("樟树")
    await words.press("Enter")
    await words.press("Enter")
    await expect(page.locator(".find-count > span")).toHaveText("3 / 3")
    await page.screenshot({ path: join("test-results", "bands-found.png") })
    await page.keyboard.press("Escape")
    await page.keyboard.press("F9")
    await page.keyboard.press("Escape")
    await page.locator(".page-canvas canvas").nth(1).focus()
    await page.keyboard.press("m")
    const { x, y } = await hand.at(tall, 0.9, 0.5)
    await page.mouse.dblclick(x, y)
    await expect(page.getByLabel("批注内容")).toBeFocused()
    await page.keyboard.type("老书")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mark-row")).toHaveCount(1)
    await page.screenshot({ path: join("test-results", "bands-marked.png") })
  })
})
