import { execFileSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import sharp from "sharp"
import { keepIssue } from "../build/issue-folder.ts"
import { setPages, sampleArticles } from "../build/issue.ts"
import { expect, test } from "./desk.ts"

/** What a PDF of the sample is called when nothing was said: the paper's name and its day. */
const PDF = "瑞河日报-2025-11-21.pdf"

/** An issue folder with the sample's page and two that have furniture alone: A1, A2, A3. */
async function threePages(folder: string): Promise<string> {
  const { issue } = setPages(await sampleArticles())
  const bare = { ...issue.pages[0]!, frames: [] }
  const pages = [...issue.pages, { ...bare, id: "A2" }, { ...bare, id: "A3" }]
  return keepIssue(folder, "三版", { ...issue, pages })
}

/** Opens the export dialog by its key. */
async function openExport(page: Page): Promise<void> {
  await expect(page.locator(".pages button")).toHaveCount(3)
  await page.keyboard.press("Control+e")
  await expect(page.getByRole("dialog", { name: "输出" })).toBeVisible()
}

test("a range of pages goes out as one PDF, and as a PNG each", async ({ startDesk, folder }) => {
  const { page } = await startDesk(await threePages(folder))
  await openExport(page)
  await expect(page.getByLabel("存到")).toHaveValue(join(folder, PDF))
  await page.getByRole("textbox", { name: "范围" }).fill("A2-A9")
  await expect(page.getByText("没有版面“A2-A9”")).toBeVisible()
  await expect(page.getByRole("button", { name: /^输\s?出$/ })).toBeDisabled()
  await page.getByRole("textbox", { name: "范围" }).fill("2-A3")
  const pdf = join(folder, "出", "两版.pdf")
  await page.getByLabel("存到").fill(pdf)
  await page.screenshot({ path: join("test-results", "export-pdf.png") })
  await page.getByRole("button", { name: /^输\s?出$/ }).click()
  await expect(page.locator(".foot")).toContainText(`已输出 ${pdf}`)
  const facts = execFileSync("pdfinfo", ["-box", pdf], { encoding: "utf8" })
  expect(facts).toMatch(/^Pages: +2$/m)
  expect(facts).toMatch(/^TrimBox: .*1139\.53 +1593\.07$/m)

  // The dialog begins with the last wish; PNG takes the PDF's place in the name.
  await openExport(page)
  await page.getByText("PNG", { exact: true }).click()
  await expect(page.getByLabel("存到")).toHaveValue(join(folder, "出", "两版.png"))
  await page.getByRole("textbox", { name: "范围" }).fill("A1, A3")
  await page.getByLabel("分辨率").fill("40")
  await page.getByText("出血和裁切线").click()
  const names = page.getByLabel("输出的文件")
  await expect(names).toHaveText("两版-A1.png两版-A3.png")
  await page.screenshot({ path: join("test-results", "export-png.png") })
  await page.getByRole("button", { name: /^输\s?出$/ }).click()
  await expect(page.locator(".foot")).toContainText("已输出 2 个文件")
  expect(readdirSync(join(folder, "出")).sort()).toEqual(["两版-A1.png", "两版-A3.png", "两版.pdf"])
  const { width, height, density } = await sharp(join(folder, "出", "两版-A1.png")).metadata()
  expect([width, height]).toEqual([Math.ceil((390 * 40) / 25.4), Math.ceil((550 * 40) / 25.4)])
  expect(density).toBe(40)
  const [black] = (await sharp(join(folder, "出", "两版-A1.png")).stats()).channels
  expect(black!.min).toBeLessThan(60)
})

test("a PDF for each page is named by a pattern, shown before anything is written", async ({
  startDesk,
  folder,
}) => {
  const { page } = await startDesk(await threePages(folder))
  await openExport(page)
  const target = page.getByLabel("存到")
  const names = page.getByLabel("输出的文件")
  await expect(names).toHaveText("瑞河日报-2025-11-21.pdf")
  await page.getByText("每版一个文件").click()
  await expect(names).toHaveText(
    ["A1", "A2", "A3"].map((id) => `瑞河日报-2025-11-21-${id}.pdf`).join(""),
  )

  await target.fill(join(folder, "出", "第"))
  await page.getByRole("button", { name: "{版次}" }).click()
  await expect(target).toHaveValue(join(folder, "出", "第{版次}.pdf"))
  await expect(names).toHaveText("第A1.pdf第A2.pdf第A3.pdf")
  await target.fill(join(folder, "出", "{报名}{date}-{版}.pdf"))
  await expect(page.getByText(/文件名里的 \{版\} 不认识/)).toBeVisible()
  await expect(page.getByRole("button", { name: /^输\s?出$/ })).toBeDisabled()
  await target.fill(join(folder, "出", "{报名} {date} {page}{校次}.pdf"))
  await page.getByLabel("校次，如 三校").fill("三校")
  await expect(names).toContainText("瑞河日报 2025-11-21 A1三校.pdf")
  await page.screenshot({ path: join("test-results", "export-each.png") })
  await page.getByRole("button", { name: /^输\s?出$/ }).click()
  await expect(page.locator(".foot")).toContainText("已输出 3 个文件")
  const written = ["A1", "A2", "A3"].map((id) => `瑞河日报 2025-11-21 ${id}三校.pdf`)
  expect(readdirSync(join(folder, "出")).sort()).toEqual(written)

  await openExport(page)
  await expect(page.getByText("其中 3 个已有同名文件，会被替换。")).toBeVisible()
})

test("page proofs go out on A3 to be signed, and a galley of the article in hand on A4", async ({
  startDesk,
  folder,
}) => {
  const { page } = await startDesk(await threePages(folder))
  await openExport(page)
  await page.getByText("大样", { exact: true }).click()
  await expect(page.getByLabel("存到")).toHaveValue(join(folder, "瑞河日报-2025-11-21-大样.pdf"))
  await expect(page.getByText("PDF/X-4")).toBeHidden()
  await page.getByLabel("校次，如 三校").fill("二校")
  await page.getByText("本版 A1").click()
  await page.screenshot({ path: join("test-results", "export-proofs.png") })
  await page.getByRole("button", { name: /^输\s?出$/ }).click()
  const proof = join(folder, "瑞河日报-2025-11-21-大样.pdf")
  await expect(page.locator(".foot")).toContainText(`已输出 ${proof}`)
  expect(execFileSync("pdfinfo", [proof], { encoding: "utf8" })).toMatch(/\(A3\)/)
  const said = execFileSync("pdftotext", ["-raw", proof, "-"], { encoding: "utf8" })
  for (const word of ["二校", "签发", "三审", "大样"]) expect(said).toContain(word)

  await page.locator(".tray .entry").first().click()
  await openExport(page)
  await page.getByText("小样", { exact: true }).click()
  await page.getByText("选中的稿件").click()
  await page.screenshot({ path: join("test-results", "export-galley.png") })
  await page.getByRole("button", { name: /^输\s?出$/ }).click()
  const galley = join(folder, "瑞河日报-2025-11-21-小样.pdf")
  await expect(page.locator(".foot")).toContainText(`已输出 ${galley}`)
  expect(execFileSync("pdfinfo", [galley], { encoding: "utf8" })).toMatch(/\(A4\)/)
})

test("one page, and a file that is there already, which is said before it is replaced", async ({
  startDesk,
  folder,
}) => {
  const { page } = await startDesk(await threePages(folder))
  const out = join(folder, PDF)
  for (const round of ["first", "again"]) {
    await openExport(page)
    await page.getByText("本版 A1").click()
    if (round === "again") await expect(page.getByText("已有同名文件，会被替换。")).toBeVisible()
    await page.getByRole("button", { name: round === "again" ? "替换并输出" : /^输\s?出$/ }).click()
    await expect(page.locator(".foot")).toContainText(`已输出 ${out}`)
    await page.keyboard.press("Escape")
  }
  expect(execFileSync("pdfinfo", [out], { encoding: "utf8" })).toMatch(/^Pages: +1$/m)
})

test("the desk goes on while an export runs, and one that is cancelled leaves no file", async ({
  startDesk,
  folder,
}) => {
  const { page } = await startDesk(await threePages(folder))
  await openExport(page)
  await page.getByText("PNG", { exact: true }).click()
  await page.getByLabel("分辨率").fill("300")
  const out = join(folder, "取消", "版.png")
  await page.getByLabel("存到").fill(out)
  await page.getByRole("button", { name: /^输\s?出$/ }).click()
  await expect(page.locator(".export-progress")).toBeVisible()

  // Another page is shown and copy is typed meanwhile.
  await page.locator(".pages button").nth(1).click()
  await page.locator(".tray .entry").first().click()
  const first = page.locator("textarea.paragraph").first()
  await first.press("Control+Home")
  await page.keyboard.type("新")
  await expect(first).toHaveValue(/^新/)
  await expect(page.locator(".export-progress")).toBeVisible()

  await page.getByRole("button", { name: "取消输出" }).click()
  await expect(page.locator(".foot")).toContainText("已取消输出")
  await expect(page.locator(".export-progress")).toBeHidden()
  expect(existsSync(join(folder, "取消"))).toBe(false)
})
