import { join } from "node:path"
import type { Page } from "@playwright/test"
import type { Frame } from "../../layouts/issue/page.ts"
import { expect, test } from "./desk.ts"
import { handOn, inputMethod } from "./page-hand.ts"

/** Sets the words of the chosen frame down the page, in its panel. */
async function turn(page: Page): Promise<void> {
  await page.getByTestId("frame").getByText("竖排", { exact: true }).click()
}

test("words are turned, written with an input method, and set across again", async ({
  page,
  door,
}) => {
  await page.getByRole("button", { name: /打开样例/ }).click()
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
  await expect(page.locator(".tray .entry")).toHaveCount(10)
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
