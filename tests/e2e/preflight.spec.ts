import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Locator, Page } from "@playwright/test"
import { keepIssue } from "../build/issue-folder.ts"
import { retyped, sampleArticles, setPages } from "../build/issue.ts"
import { expect, test } from "./desk.ts"

/** An issue folder with the sample's page, whose first story says that it goes on on a page that there is not. */
async function strayIn(folder: string): Promise<string> {
  const { issue } = setPages(await sampleArticles())
  const [first] = issue.articles.filter(({ story }) => story[0]?.role === "body")
  const stray = retyped(issue, first!.id, 0, (text) => `（下转第99版）${text}`)
  return keepIssue(folder, "印前", stray)
}

/** The preflight panel, brought to the front by its command. */
async function preflightOf(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+k")
  await page.getByPlaceholder(/./).last().fill("印前检查")
  await page.keyboard.press("Enter")
  const panel = page.locator("section.preflight")
  await expect(panel).toBeVisible()
  return panel
}

test("the panel lists by page what a press would stumble over, and goes there", async ({
  startDesk,
  folder,
}) => {
  const { page } = await startDesk(await strayIn(folder))
  await expect(page.locator(".pages button")).toHaveCount(1)
  const panel = await preflightOf(page)
  const row = panel.locator('[data-rule="jump/broken"]')
  await expect(row).toContainText("没有这个版")
  await expect(row.getByLabel("错误")).toBeVisible()
  await expect(panel.getByRole("heading").first()).toContainText("版")
  await page.screenshot({ path: join("test-results", "preflight-panel.png") })
  await row.getByRole("button").click()
  await expect(page.getByText("选一篇稿件，在这里改文字。")).toBeHidden()

  // On paper that is read over, the same is a warning.
  await panel.getByLabel("标准").click()
  await page.getByTitle("校样 PDF").click()
  await expect(row.getByLabel("提醒")).toBeVisible()
})

test("pages with errors go to a printer signed for, and to proof without a word", async ({
  startDesk,
  folder,
}) => {
  const { page } = await startDesk(await strayIn(folder))
  await expect(page.locator(".pages button")).toHaveCount(1)
  await page.keyboard.press("Control+e")
  const dialog = page.getByRole("dialog", { name: "输出" })
  const begin = dialog.getByRole("button", { name: /^(替换并)?输\s?出$/ })
  await expect(begin).toBeEnabled()
  await expect(dialog.getByLabel("谁同意带错输出")).toHaveCount(0)

  await dialog.getByText("PDF/X-4", { exact: true }).click()
  await expect(dialog.getByRole("list", { name: "1 处错误" })).toContainText("没有这个版")
  await expect(begin).toBeDisabled()
  await dialog.getByLabel("谁同意带错输出").fill("梁知秋")
  await expect(begin).toBeDisabled()
  await dialog.getByRole("textbox", { name: "理由" }).fill("末版另行付印")
  await page.screenshot({ path: join("test-results", "preflight-override.png") })
  await begin.click()
  const out = join(folder, "瑞河日报-2025-11-21.pdf")
  await expect(page.locator(".foot")).toContainText(`已输出 ${out}`)
  expect(existsSync(out)).toBe(true)
  const xmp = readFileSync(out).toString("utf8")
  expect(xmp).toContain("<banxin:OverriddenBy>梁知秋</banxin:OverriddenBy>")
  expect(xmp).toContain("<banxin:OverrideReason>末版另行付印</banxin:OverrideReason>")
  const log = readFileSync(join(folder, "program", "overrides.log"), "utf8")
  expect(JSON.parse(log.trim())).toMatchObject({ name: "梁知秋", reason: "末版另行付印" })
})
