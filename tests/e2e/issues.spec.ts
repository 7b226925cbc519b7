import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Locator, Page as Window } from "@playwright/test"
import { expect, test } from "./desk.ts"

const entries = (page: Window): Locator => page.locator(".tray .entry")

async function placeSample(page: Window): Promise<void> {
  await page.getByRole("button", { name: /打开样例/ }).click()
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
  await expect(entries(page)).toHaveCount(10)
}

async function inFileMenu(page: Window, name: RegExp): Promise<void> {
  await page.getByText("文件", { exact: true }).first().click()
  await page.getByRole("menuitem", { name }).first().click()
}

test("an issue that was closed is offered at once, on the empty desk and in the menu", async ({
  page,
}) => {
  await placeSample(page)
  await inFileMenu(page, /关闭期/)
  await page.locator(".start-recent button").click()
  await expect(entries(page)).toHaveCount(10)
  await inFileMenu(page, /关闭期/)
  await expect(page.locator(".start-recent")).toBeVisible()
  await inFileMenu(page, /\.issue/)
  await expect(entries(page)).toHaveCount(10)
})

test("the desk's own browser goes up, takes several files, and shows issues to open", async ({
  page,
  folder,
}) => {
  const copy = join(folder, "瑞河", "稿件")
  mkdirSync(copy, { recursive: true })
  for (const name of ["渡口", "夜校", "路灯"])
    writeFileSync(join(copy, `${name}.md`), `### ${name}有新事\n\n本报讯 ${name}昨天有了新事。\n`)
  const browser = page.getByRole("dialog")
  const file = (name: string): Locator => browser.getByRole("button", { name, exact: true })

  await page.locator(".way").first().click()
  await browser.getByLabel("文件夹").fill("")
  await expect(browser).toContainText("没有这个文件夹")
  await expect(browser.getByLabel("文件夹")).toHaveValue("")
  await browser.getByLabel("文件夹").fill(join(copy, "没有"))
  await expect(browser).toContainText("没有这个文件夹")
  await browser.getByLabel("上一级").click()
  await browser.getByLabel("上一级").click()
  await file("稿件").click()
  await file("渡口.md").click()
  await file("夜校.md").click({ modifiers: ["Control"] })
  await browser.getByRole("button", { name: /^确\s?定$/ }).click()
  await expect(page.locator(".review-file")).toHaveCount(2)
  await page.getByRole("button", { name: "只入稿库" }).click()
  await expect(entries(page)).toHaveCount(2)

  await page.keyboard.press("Control+i")
  await expect(browser.getByLabel("文件夹")).toHaveValue(copy)
  await page.keyboard.press("Escape")

  await inFileMenu(page, /关闭期/)
  await page.keyboard.press("Control+o")
  await browser.getByLabel("文件夹").fill(join(folder, "program", "untitled"))
  await browser.getByRole("button", { name: /\.issue$/ }).dblclick()
  await expect(entries(page)).toHaveCount(2)
})
