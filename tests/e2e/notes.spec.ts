import { join } from "node:path"
import { keepIssue } from "../build/issue-folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { lockPdf } from "../build/locked-pdf.ts"
import { everySign, markedDocument, notedProof } from "../build/noted-proof.ts"
import { expect, test } from "./desk.ts"

test("comments of a PDF are looked through, taken in as one step, and known the next time", async ({
  startDesk,
  folder,
}) => {
  const { issue } = setPages(await sampleArticles())
  const { path: pdf } = await notedProof(folder, markedDocument(issue, everySign(issue, "a1")))
  const desk = await startDesk(await keepIssue(folder, "clean", issue))
  const { page } = desk
  await expect(page.getByTestId("saving")).toHaveText("已保存")
  const importNotes = async (path = pdf): Promise<void> => {
    await page.getByRole("menuitem", { name: /^校对/ }).click()
    await page.getByRole("menuitem", { name: /导入批注/ }).click()
    await desk.choose(path)
  }
  await importNotes()
  const dialog = page.getByRole("dialog", { name: /导入批注/ })
  const rows = dialog.locator(".notes-row")
  await expect(rows).toHaveCount(21)
  await expect(dialog.locator(".notes-place canvas")).toHaveAttribute("data-sharp", "true")
  await expect(dialog.getByTestId("note-frame")).toBeVisible()
  await page.screenshot({ path: "test-results/import-notes.png" })
  await dialog.getByRole("checkbox", { name: "删除" }).uncheck()
  await dialog.getByRole("button", { name: /收入 20 条/ }).click()
  await expect(page.getByText("已收入 20 条批注。")).toBeVisible()
  await importNotes()
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText("删除")
  await dialog.getByRole("button", { name: /收入 1 条/ }).click()
  await page.keyboard.press("Control+z")
  await importNotes()
  await expect(rows).toHaveCount(1)

  const shut = join(folder, "锁.pdf")
  if (!lockPdf(pdf, shut, { words: ["审读", "owner"], lock: ["256"] })) return
  await dialog.getByRole("button", { name: "取消" }).or(dialog.getByLabel("Close")).first().click()
  await importNotes(shut)
  const asks = page.getByRole("dialog", { name: "锁.pdf 有打开密码" })
  await asks.getByLabel("密码").fill("猜的")
  await page.keyboard.press("Enter")
  await expect(asks.getByText("密码不对，请再试。")).toBeVisible()
  await page.screenshot({ path: "test-results/notes-password.png" })
  await asks.getByLabel("密码").fill("审读")
  await asks.getByRole("button", { name: /打\s*开/ }).click()
  await expect(rows).toHaveCount(1)
})
