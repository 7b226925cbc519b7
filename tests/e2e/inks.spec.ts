import { execFileSync } from "node:child_process"
import { join } from "node:path"
import sharp from "sharp"
import type { Page as Window } from "@playwright/test"
import { expect, test } from "./desk.ts"
import { handOn } from "./page-hand.ts"
import { placeSample } from "./place-sample.ts"

/** Brings a panel to the front, by its tab's left edge: the middle of a short one closes it. */
function toFront(page: Window, name: string): Promise<void> {
  return page.getByRole("tab", { name, exact: true }).click({ position: { x: 8, y: 10 } })
}

/** Chooses from an antd list that is open. */
async function choose(page: Window, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click()
  const list = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)")
  await list.getByText(option, { exact: true }).click()
}

/** Makes an ink of the issue's table in the panel. */
async function makeInk(
  page: Window,
  { name, kind, shares }: { name: string; kind: string; shares: readonly number[] },
): Promise<void> {
  const inks = page.getByTestId("inks")
  await inks.getByRole("button", { name: "新墨色" }).first().click()
  const field = inks.getByRole("textbox", { name: "名称" })
  await expect(field).toHaveValue("新墨色")
  await field.fill(name)
  await field.press("Enter")
  await expect(field).toHaveValue(name)
  await inks.getByText(kind, { exact: true }).click()
  for (const [i, plate] of ["C", "M", "Y", "K"].entries()) {
    const share = inks.getByRole("spinbutton", { name: new RegExp(`^${plate}`) })
    await share.fill(String(shares[i]))
    await share.press("Enter")
  }
}

/** Dots of the window that have the colour of what is above the ink limit. */
async function reds(
  page: Window,
  clip: { x: number; y: number; width: number; height: number },
): Promise<number> {
  const shot = sharp(await page.screenshot({ clip }))
    .removeAlpha()
    .raw()
  const { data } = await shot.toBuffer({ resolveWithObject: true })
  let count = 0
  for (let i = 0; i < data.length; i += 3)
    if (data[i]! > 200 && data[i + 1]! < 90 && data[i + 2]! < 90) count += 1
  return count
}

test.beforeEach(async ({ page }) => {
  await placeSample(page)
  await page.keyboard.press("Control+0")
})

test("inks are made, used and given up for others; plates are seen, read and found in the file", async ({
  page,
  door,
  folder,
}) => {
  test.setTimeout(90_000)
  page.setDefaultTimeout(10_000)
  const hand = handOn(page, door)
  const inks = page.getByTestId("inks")
  const start = await hand.issue()
  const heads = start.pages[0]!.frames.filter(({ role }) => role === "headline")
  const photo = start.pages[0]!.frames.find(({ role }) => role === "picture")!

  await test.step("two inks stand in the table", async () => {
    await toFront(page, "墨色")
    await expect(inks).toContainText("这一期只有黑墨")
    await makeInk(page, { name: "报头红", kind: "印刷色", shares: [80, 100, 90, 0] })
    await makeInk(page, { name: "江蓝", kind: "专色", shares: [100, 40, 0, 0] })
    expect((await hand.issue()).inks).toEqual({
      报头红: { kind: "process", cmyk: [0.8, 1, 0.9, 0] },
      江蓝: { kind: "spot", cmyk: [1, 0.4, 0, 0], overprint: false },
    })
    await page.screenshot({ path: join("test-results", "inks-panel.png") })
  })

  await test.step("headlines are printed in them", async () => {
    await toFront(page, "框")
    await expect(page.locator('[data-panel="frame"]')).toBeVisible()
    for (const [i, ink] of ["报头红", "江蓝"].entries()) {
      await hand.click(heads[i]!)
      await choose(page, "墨色", ink)
    }
    const framed = (await hand.issue()).pages[0]!.frames
    expect(heads.slice(0, 2).map(({ id }) => framed.find((one) => one.id === id)?.ink)).toEqual([
      "报头红",
      "江蓝",
    ])
    await page.screenshot({ path: join("test-results", "inks-headlines.png") })
  })

  await test.step("the plates are shown and read under the pointer", async () => {
    await hand.click(photo)
    await page.keyboard.press("Shift+F6")
    const plates = page.getByTestId("separations")
    const share = (plate: string) => plates.locator(`[data-plate="${plate}"]`)
    await expect(plates).toBeVisible()
    const [bounds, foot] = [await hand.at(heads[0]!, 0, 0), await hand.at(heads[0]!, 1, 1)]
    const clip = { ...bounds, width: foot.x - bounds.x, height: foot.y - bounds.y }
    const at = await hand.at(photo)
    await page.mouse.move(at.x, at.y)
    await expect(share("total")).toHaveText(/^[1-9]\d*%$/)
    await expect(share("江蓝")).toHaveText("0%")
    await page.screenshot({ path: join("test-results", "separations-all.png") })
    await plates.getByText("青 C", { exact: true }).click()
    await expect.poll(() => reds(page, clip)).toBe(0)
    await page.screenshot({ path: join("test-results", "separations-cyan.png") })
    await plates.getByText("江蓝", { exact: true }).click()
    await page.screenshot({ path: join("test-results", "separations-spot.png") })
    await plates.getByText("江蓝", { exact: true }).click()
    await plates.getByRole("checkbox").check()
    await expect.poll(() => reds(page, clip)).toBeGreaterThan(50)
    await hand.click(photo)
    await page.screenshot({ path: join("test-results", "separations-over.png") })
    await plates.getByRole("checkbox").uncheck()
    await page.keyboard.press("Shift+F6")
  })

  await test.step("an ink in use gives way to another only", async () => {
    await toFront(page, "墨色")
    await inks.getByRole("button", { name: /^报头红/ }).click()
    await expect(inks).toContainText("用了 1 处")
    const remove = inks.getByRole("button", { name: /删\s?除/ })
    await expect(remove).toBeDisabled()
    await choose(page, "换成哪种墨色", "江蓝")
    await remove.click()
    await expect(inks.getByRole("button", { name: /^报头红/ })).toHaveCount(0)
    expect(Object.keys((await hand.issue()).inks ?? {})).toEqual(["江蓝"])
    await page.keyboard.press("Control+z")
    await expect(inks.getByRole("button", { name: /^报头红/ })).toHaveCount(1)
  })

  await test.step("the file has the spot's plate", async () => {
    const out = join(folder, "inks.pdf")
    const hello = await door.call("hello")
    const issue = hello.ok ? hello.value.recent[0]! : ""
    const answer = await door.call("exportPages", {
      ...{ issue, pages: ["A1"], kind: "pdf", dpi: 150, marks: true, breaks: "free", out },
      ...{ standard: "x4", condition: "newsprint-ifra26s", pictures: "colour" },
      at: "2031-05-03T22:15:00+08:00",
      // The red is over the condition's ink limit, on purpose.
      override: { name: "梁知秋", reason: "试印" },
    })
    expect(answer.ok).toBe(true)
    const told = execFileSync("mutool", ["show", out, "grep"], { encoding: "utf8" })
    expect(told).toContain("/Separation/#E6#B1#9F#E8#93#9D/DeviceCMYK")
  })
})
