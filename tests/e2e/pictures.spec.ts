import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import sharp from "sharp"
import type { Frame } from "../../layouts/issue/page.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { expect, test } from "./desk.ts"
import { handOn } from "./page-hand.ts"
import { placeSample } from "./place-sample.ts"

const PICTURE = "tests/samples/ruihe/ruihe-a1.jpg"

test("a picture is cropped and fitted in its frame, replaced by a drop, and undone", async ({
  page,
}) => {
  await page.getByRole("button", { name: /打开样例/ }).click()
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
  await page.locator(".tray .entry").nth(9).waitFor()
  await page.locator(".tray .entry", { hasText: "11月19日傍晚" }).click()
  await page.locator(".dv-tab", { hasText: "图片" }).click()
  const panel = page.getByTestId("picture")
  await expect(panel.getByRole("slider", { name: "显示的部分" })).toBeVisible()
  const ppi = async (): Promise<number> =>
    Number(/\d+/.exec((await panel.locator(".ppi").textContent()) ?? "")?.[0])
  const coarse = await ppi()
  expect(coarse).toBeGreaterThan(50)

  // Enlarging shows a smaller part, which prints coarser; the caption stands with its picture.
  const scale = panel.getByRole("slider").nth(1)
  await scale.focus()
  await page.keyboard.press("PageUp")
  await page.keyboard.press("PageUp")
  await expect.poll(ppi).toBeLessThan(coarse)
  await page.getByRole("button", { name: "撤销" }).click()
  await page.getByRole("button", { name: "撤销" }).click()
  await expect.poll(ppi).toBe(coarse)

  // Whole shows all of it; the arrow keys slide a part.
  await panel.getByText("整幅").click()
  await expect
    .poll(async () => (await panel.locator(".crop-part").getAttribute("style")) ?? "")
    .toMatch(/width: 100%/)
  await page.getByRole("button", { name: "撤销" }).click()

  // The caption is written beside the picture and stands in the story.
  const caption = panel.getByLabel("说明")
  await caption.fill("渡口晚照，瑞河港迁建后的第一个冬天。")
  await expect(caption).toHaveValue(/第一个冬天/)

  // A file dropped on the frame takes the place of its picture.
  await page.keyboard.press("Control+0")
  const before = await panel.locator(".crop img").getAttribute("src")
  await drop(page, await greyPicture(), "新图.jpg", { across: 0.42, down: 0.68 })
  await expect(panel.locator(".crop img")).not.toHaveAttribute("src", before!)
  await expect(panel).toContainText("640 × 400")
  await page.screenshot({ path: join("test-results", "picture.png") })
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(panel.locator(".crop img")).toHaveAttribute("src", before!)

  // One dropped on bare desk waits in the tray as a photo article of its own.
  await drop(page, new Uint8Array(readFileSync(PICTURE)), "码头.jpg", { across: 0.01, down: 0.01 })
  await expect(page.locator(".tray .entry", { hasText: "码头" })).toHaveCount(1)
})

test("a picture is moved and scaled in its frame on the page, a step of undo each", async ({
  startDesk,
  folder,
}) => {
  const issue = setPages(await sampleArticles()).issue
  const desk = await startDesk(await keepIssue(folder, "瑞河", issue))
  const { page } = desk
  const hand = handOn(page, await desk.openDoor())
  await page.keyboard.press("Control+0")
  const [photo] = (await hand.issue()).pages[0]!.frames.filter(({ role }) => role === "picture")
  const { x, y } = await hand.at(photo!)
  const canvas = (await page.locator(".page-canvas canvas").first().boundingBox())!
  const at = { across: (x - canvas.x) / canvas.width, down: (y - canvas.y) / canvas.height }
  const crop = async () =>
    (await hand.issue()).articles.find(({ id }) => id === photo!.article)!.pictures[0]!.crop
  const mark = page.getByTestId("crop-mark")
  const corner = mark.locator(".crop-corner").last()
  await drop(page, await greyPicture(), "新图.jpg", at)
  await expect(page.getByRole("button", { name: "撤销" })).toBeEnabled()
  await page.mouse.dblclick(x, y)
  await expect(mark.locator(".crop-frame")).toBeVisible()
  await page.screenshot({ path: join("test-results", "picture-crop.png") })

  const from = (await corner.boundingBox())!
  await page.mouse.move(from.x + 4, from.y + 4)
  await page.mouse.down()
  await page.mouse.move(from.x + 104, from.y + 84, { steps: 4 })
  await page.mouse.up()
  const larger = (await crop())!
  expect(larger.width).toBeLessThan(0.95)

  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 20, y, { steps: 4 })
  await page.screenshot({ path: join("test-results", "picture-crop-drag.png") })
  await page.mouse.up()
  const moved = (await crop())!
  expect(moved.x).toBeLessThan(larger.x)
  expect(moved.width).toBeCloseTo(larger.width)

  await page.keyboard.press("Escape")
  await expect(mark).toHaveCount(0)
  await page.getByRole("button", { name: "撤销" }).click()
  expect(await crop()).toEqual(larger)
})

async function greyPicture(): Promise<Uint8Array> {
  const grey = { width: 640, height: 400, channels: 3 as const, background: "#777" }
  return new Uint8Array(await sharp({ create: grey }).jpeg().toBuffer())
}

/** Drops a file on the page canvas, at shares of its width and height. */
async function drop(
  page: Page,
  bytes: Uint8Array,
  name: string,
  at: { readonly across: number; readonly down: number },
): Promise<void> {
  await page.evaluate(
    ({ data, file, across, down }) => {
      const files = new DataTransfer()
      files.items.add(new File([new Uint8Array(data)], file, { type: "image/jpeg" }))
      const canvas = document.querySelector(".page-canvas canvas")!
      const { left, top, width, height } = canvas.getBoundingClientRect()
      const place = { clientX: left + width * across, clientY: top + height * down }
      canvas.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, ...place }))
    },
    { data: [...bytes], file: name, ...at },
  )
}

test("text goes round a picture astride two columns, along its outline, and through it again", async ({
  page,
  door,
}) => {
  await placeSample(page)
  await page.keyboard.press("Control+0")
  const hand = handOn(page, door)
  const start = await hand.issue()
  const photo = start.pages[0]!.frames.find(({ role }) => role === "picture")!
  const photoNow = async (): Promise<Frame> =>
    (await hand.issue()).pages[0]!.frames.find(({ id }) => id === photo.id)!
  await hand.click(photo)
  await page.getByText("框", { exact: true }).last().click()
  const panel = page.getByTestId("frame")
  const set = async (name: RegExp, value: string): Promise<void> => {
    await panel.getByRole("spinbutton", { name }).first().fill(value)
    await panel.getByRole("spinbutton", { name }).first().press("Enter")
  }
  await set(/^行数/, "22")
  await set(/^栏数/, "2")
  await set(/^起栏/, "2")
  await set(/^起行/, "24")
  const wraps = panel.getByRole("region", { name: "绕排" })
  await wraps.getByText("矩形").click()
  await set(/^左缩/, "6")
  await set(/^右缩/, "6")
  expect(await photoNow()).toMatchObject({
    wrap: { shape: "box", sides: "wider", clearance: 1, least: 5 },
    inset: { left: 6, right: 6 },
  })
  await page.screenshot({ path: join("test-results", "frames-wrap-box.png") })
  await wraps.getByText("沿轮廓").click()
  await set(/^空/, "0.5")
  expect((await photoNow()).wrap).toMatchObject({ shape: "outline", clearance: 0.5 })
  expect((await photoNow()).wrap!.outline!.length).toBeGreaterThan(40)
  await wraps.getByRole("button", { name: "手画轮廓" }).click()
  const stage = wraps.getByTestId("outline")
  const { width, height } = (await stage.boundingBox())!
  for (const [x, y] of [
    [0.5, 0.05],
    [0.95, 0.9],
    [0.05, 0.9],
  ] as const)
    await stage.click({ position: { x: x * width, y: y * height } })
  await wraps.getByRole("button", { name: /闭\s?合/ }).click()
  expect((await photoNow()).wrap!.outline).toHaveLength(3)
  await page.screenshot({ path: join("test-results", "frames-wrap-outline.png") })

  // On the page: a point is dragged, one is added on an edge, and both are taken back.
  const drawn = (await photoNow()).wrap!.outline!
  const mark = page.getByTestId("outline-mark")
  const points = mark.getByRole("button")
  await expect(points).toHaveCount(3)
  const box = (await points.first().boundingBox())!
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + 20, at.y + 10)
  await page.mouse.move(at.x + 40, at.y + 30)
  await page.screenshot({ path: join("test-results", "frames-outline-drag.png") })
  expect((await photoNow()).wrap!.outline).toEqual(drawn)
  await page.mouse.up()
  const [moved, ...rest] = (await photoNow()).wrap!.outline!
  expect(moved![0]).toBeGreaterThan(drawn[0]![0] + 0.03)
  expect(moved![1]).toBeGreaterThan(drawn[0]![1] + 0.03)
  expect(rest).toEqual(drawn.slice(1))
  const stood = (await mark.boundingBox())!
  const onFoot = (drawn[1]![0] + drawn[2]![0]) / 2
  await page.mouse.dblclick(stood.x + onFoot * stood.width, stood.y + drawn[1]![1] * stood.height)
  await expect(points).toHaveCount(4)
  await expect.poll(async () => (await photoNow()).wrap!.outline!.length).toBe(4)
  await points.nth(2).press("Delete")
  await expect(points).toHaveCount(3)
  expect((await photoNow()).wrap!.outline).toEqual([moved, ...rest])
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+z")
  await expect.poll(async () => (await photoNow()).wrap!.outline).toEqual(drawn)
  await wraps.getByText("无", { exact: true }).click()
  expect(await photoNow()).not.toHaveProperty("wrap")
})
