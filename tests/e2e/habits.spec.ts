import { join } from "node:path"
import type { Page as Window } from "@playwright/test"
import { keepIssue } from "../build/issue-folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { expect, test } from "./desk.ts"
import { handOn } from "./page-hand.ts"
import { placeSample } from "./place-sample.ts"

/** What people expect of any window: menus that stay in it, questions before a loss, keys as printed. */

async function openMenu(page: Window, name: string): Promise<void> {
  await page.getByRole("menuitem", { name, exact: true }).first().click()
  await expect(page.locator(".menu-list:visible")).toBeVisible()
}

test("with no issue open nothing of a page can be switched; a shortcut is shown as it is printed", async ({
  page,
}) => {
  await expect(page.getByRole("button", { name: /打开样例/ })).toBeVisible()
  await openMenu(page, "视图")
  for (const name of [/^标尺/, /^参考线/, /^基线/, /^显示续排链/, /^分色/])
    await expect(page.getByRole("menuitem", { name })).toHaveAttribute("aria-disabled", "true")
  await page.keyboard.press("Escape")
  await openMenu(page, "框")
  await expect(page.getByRole("menuitem", { name: /^置于顶层/ })).toContainText("Ctrl+Shift+]")
})

test("an import with decisions is given up only after a question", async ({ page }) => {
  await page.getByRole("button", { name: /打开样例/ }).click()
  const review = page.locator(".review-dialog")
  const choice = review.locator(".ant-segmented-item:not(.ant-segmented-item-selected)").first()
  await choice.click()
  await expect(review.getByRole("button", { name: "还原" }).first()).toBeVisible()
  await page.keyboard.press("Escape")
  const question = page.locator(".ant-modal-confirm")
  await expect(question).toContainText("1 处认定")
  await page.screenshot({ path: join("test-results", "habits-discard.png") })
  await question.getByRole("button", { name: "接着看" }).click()
  await expect(question).toBeHidden()
  await expect(review).toBeVisible()
  await page.keyboard.press("Escape")
  await question.getByRole("button", { name: /^丢\s?下$/ }).click()
  await expect(review).toBeHidden()
})

test("a context menu stays in the window, and a picture's has another picture", async ({
  startDesk,
  folder,
}) => {
  const issue = setPages(await sampleArticles()).issue
  const { page, openDoor } = await startDesk(await keepIssue(folder, "瑞河", issue))
  await expect(page.locator("[data-strip-page]")).toHaveCount(1)
  await page.keyboard.press("Control+0")
  const hand = handOn(page, await openDoor())
  const [photo] = (await hand.issue()).pages[0]!.frames.filter(({ role }) => role === "picture")
  await hand.click(photo!, { button: "right" })
  const menu = page.locator(".menu-list:visible")
  await expect(menu.getByRole("menuitem", { name: "换图…" })).toBeEnabled()
  await page.keyboard.press("Escape")
  for (const height of [640, 400]) {
    await page.setViewportSize({ width: 1000, height })
    const canvas = (await page.locator(".page-canvas").boundingBox())!
    await page.mouse.click(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2, {
      button: "right",
    })
    await expect(menu).toBeVisible()
    await page.screenshot({ path: join("test-results", `habits-menu-${height}.png`) })
    await expect
      .poll(async () => {
        const box = (await menu.boundingBox())!
        return box.y >= 0 && box.y + box.height <= height
      })
      .toBe(true)
    await page.keyboard.press("Escape")
    await expect(menu).toBeHidden()
  }
})

test("undoing another sheet size fits the page into the window again", async ({ page, door }) => {
  await placeSample(page)
  await page.keyboard.press("Control+0")
  const zoom = page.getByRole("combobox", { name: "缩放" })
  const start = await handOn(page, door).issue()
  const fitted = await zoom.inputValue()
  await openMenu(page, "版面")
  await page.getByRole("menuitem", { name: /^版心/ }).click()
  const setup = page.getByRole("dialog")
  await setup.getByLabel("高").first().fill("900")
  await setup.getByLabel("高").first().press("Tab")
  await setup.locator(".ant-btn-primary").click()
  await expect(zoom).not.toHaveValue(fitted)
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(zoom).toHaveValue(fitted)
  expect(await handOn(page, door).issue()).toEqual(start)
})
