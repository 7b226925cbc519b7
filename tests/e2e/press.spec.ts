import { execFileSync } from "node:child_process"
import { copyFileSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { profileFile, SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { expect, test } from "./desk.ts"

/** An issue folder with the sample's page. */
async function sampleIn(folder: string): Promise<string> {
  return keepIssue(folder, "印厂", setPages(await sampleArticles()).issue)
}

test("a page goes out as PDF/X-4 for a condition of one's own", async ({ startDesk, folder }) => {
  const { page } = await startDesk(await sampleIn(folder))
  await expect(page.locator(".pages button")).toHaveCount(1)
  await page.keyboard.press("Control+e")
  const dialog = page.getByRole("dialog", { name: "输出" })
  await dialog.getByText("PDF/X-4", { exact: true }).click()

  // The registered name alone is refused for X-4 before anything is exported.
  await dialog.getByLabel("印刷条件").click()
  await page.getByTitle("冷固胶印新闻纸，IFRA26（注册名）").click()
  await expect(dialog.getByText("PDF/X-4 须嵌入特性文件")).toBeVisible()
  await expect(dialog.getByRole("button", { name: /^输\s?出$/ })).toBeDisabled()

  copyFileSync(profileFile(SHIPPED_CONDITIONS[0]!)!, join(folder, "ruihe-press.icc"))
  await dialog.getByRole("button", { name: "自建…" }).click()
  const own = page.getByRole("dialog", { name: "自建印刷条件" })
  await own.getByRole("button", { name: "选择…" }).click()
  const browser = page.getByRole("dialog", { name: "ICC 特性文件" })
  await browser.getByLabel("文件夹", { exact: true }).fill(folder)
  await browser.getByLabel("文件名").fill("ruihe-press.icc")
  await browser.getByRole("button", { name: /^(确\s?定|OK)$/ }).click()
  await expect(own.getByLabel("ICC 特性文件")).toHaveValue(join(folder, "ruihe-press.icc"))
  await own.getByLabel("名称").fill("瑞河印务一号机")
  await own.getByLabel("总墨量上限").fill("225")
  await page.screenshot({ path: join("test-results", "own-condition.png") })
  await own.getByRole("button", { name: /^存\s?下$/ }).click()
  await expect(own).toBeHidden()
  await expect(dialog.getByTitle("瑞河印务一号机")).toBeVisible()

  await dialog.getByText("彩色", { exact: true }).click()
  await dialog.getByRole("spinbutton", { name: "出血" }).fill("4")
  await dialog.getByLabel("进度，如 清样").fill("清样")
  await page.screenshot({ path: join("test-results", "export-press.png") })
  await dialog.getByRole("button", { name: /^输\s?出$/ }).click()
  const out = join(folder, "瑞河日报-2025-11-21.pdf")
  await expect(page.locator(".foot")).toContainText(`已输出 ${out}`)
  expect(readFileSync(out).subarray(0, 8).toString()).toBe("%PDF-1.6")
  expect(execFileSync("pdftotext", ["-raw", out, "-"], { encoding: "utf8" })).toContain("清样 输出")
})
