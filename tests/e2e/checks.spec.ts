import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Locator, Page } from "@playwright/test"
import { keepIssue } from "../build/issue-folder.ts"
import { retyped, sampleArticles, setPages } from "../build/issue.ts"
import { good } from "../build/machine.ts"
import { expect, test } from "./desk.ts"
import { handOn } from "./page-hand.ts"

/** What is wrong in the lead of the issue: a doubled character, an idiom, a half-width mark, a place. */
const FAULTY = "港口的的二期工程按步就班,进展顺利，望京桥一带恢复通行。"

/** An issue folder with the sample's page, whose lead begins with faults. */
async function faultyIn(folder: string): Promise<string> {
  const { issue } = setPages(await sampleArticles())
  const lead = issue.articles.find(({ kind }) => kind === "lead")!
  const body = lead.story.findIndex(({ role }) => role === "body")
  return keepIssue(
    folder,
    "检查",
    retyped(issue, lead.id, body + 1, (text) => FAULTY + text),
  )
}

/** The panel of the checks, brought to the front by its key. */
async function checksOf(page: Page): Promise<Locator> {
  await expect(page.locator(".pages button")).toHaveCount(1)
  await page.keyboard.press("F7")
  const panel = page.locator("section.checks")
  await expect(panel.locator('[data-rule="words/doubled-character"]')).toBeVisible()
  return panel
}

test("hits are listed, go to their words, and are taken up and undone by keys", async ({
  startDesk,
  folder,
}) => {
  const { page, openDoor } = await startDesk(await faultyIn(folder))
  const door = await openDoor()
  const panel = await checksOf(page)
  await expect(panel.getByLabel("编校差错率")).toContainText("不合格")
  await panel.getByRole("button", { name: "校对提示" }).click()
  await expect(page.locator('.hit-mark.error[data-rule="words/confused"]')).toBeVisible()

  const idiom = panel.locator('[data-rule="words/confused"]')
  await idiom.click()
  await expect(idiom).toContainText("成语有定字")
  await expect(page.getByText("选中 4 字").first()).toBeVisible()
  await page.screenshot({ path: join("test-results", "checks-panel.png") })
  await panel.getByRole("listbox").focus()
  await page.keyboard.press("Enter")
  await expect(idiom).toHaveCount(0)
  const kept = async (): Promise<string> => {
    const { articles } = await handOn(page, door).issue()
    return articles.flatMap(({ story }) => story.map(({ text }) => text)).join("\n")
  }
  await expect.poll(kept).toContain("工程按部就班,进展")
  await expect(page.locator('.hit-mark[data-rule="words/confused"]')).toHaveCount(0)
  await page.keyboard.press("Control+z")
  await expect(idiom).toHaveCount(1)
  await expect.poll(kept).toContain("工程按步就班,进展")

  await panel.getByText("按规则").click()
  await expect(panel.getByRole("group", { name: "衍字" })).toBeVisible()
  door.close()
})

test("a hit is let stand for a reason, and minded again", async ({ startDesk, folder }) => {
  const { page, openDoor } = await startDesk(await faultyIn(folder))
  const panel = await checksOf(page)
  const idiom = panel.locator('[data-rule="words/confused"]')
  await idiom.click()
  await panel.getByRole("listbox").focus()
  await page.keyboard.press("i")
  await page.keyboard.press("Enter")
  await expect(idiom).toBeVisible()
  await page.keyboard.type("人物原话")
  await page.keyboard.press("Enter")
  await expect(idiom).toHaveCount(0)
  await panel.getByRole("button", { name: "已忽略 1 处" }).click()
  const row = panel.getByRole("list", { name: "已忽略 1 处" }).getByRole("listitem")
  await expect(row).toContainText("按步就班")
  await expect(row).toContainText("人物原话")
  await expect(row).toContainText("未署名")
  await page.screenshot({ path: join("test-results", "checks-ignored.png") })
  await row.getByRole("button", { name: "取消忽略" }).click()
  await expect(idiom).toBeVisible()
  await page.keyboard.press("Control+z")
  await expect(idiom).toHaveCount(0)
  const door = await openDoor()
  const { recent } = good(await door.call("hello"))
  const told = async (): Promise<readonly unknown[]> => {
    const { records } = good(await door.call("records", recent[0]!))
    return records.map(({ kind, body }) => [kind, body["deed"], body["text"], body["reason"]])
  }
  const hit = ["按步就班", "人物原话"]
  const deeds = ["ignore", "heed", "ignore"].map((deed) => ["ignore", deed, ...hit])
  await expect.poll(told).toEqual(deeds)
  door.close()
})

test("who only marks is decided by how far the page is, and by the role", async ({
  startDesk,
  folder,
}) => {
  const { page, openDoor } = await startDesk(await faultyIn(folder))
  const panel = await checksOf(page)
  const door = await openDoor()
  const sit = async (name: string, role: string): Promise<void> => {
    const { preferences } = good(await door.call("preferences"))
    good(await door.call("keepPreferences", { ...preferences, person: { name, role } }))
  }
  await panel.locator('[data-rule="words/confused"]').click()
  const button = (name: string) => panel.getByRole("button", { name })
  await sit("林青", "编辑")
  await expect(button("改：按部就班")).toBeVisible()
  await sit("高远", "一校")
  await expect(button("批：按部就班")).toBeVisible()
  await sit("印务甲", "印务")
  await expect(button("改：按部就班")).toBeDisabled()
  door.close()
})

test("a proofreader's suggestion becomes a mark, and the text stays", async ({
  startDesk,
  folder,
}) => {
  const { page } = await startDesk(await faultyIn(folder))
  const panel = await checksOf(page)
  await page.locator(".page-canvas canvas").nth(1).focus()
  await page.keyboard.press("m")
  const idiom = panel.locator('[data-rule="words/confused"]')
  await idiom.click()
  await panel.getByRole("button", { name: "批：按部就班" }).click()
  await expect(page.locator(".proof-note").first()).toHaveAttribute("title", /部.*未署名.*一校/)
  await expect(idiom).toBeVisible()
  await expect(panel.getByRole("button", { name: "已有批注" })).toBeDisabled()
  await page.screenshot({ path: join("test-results", "checks-marked.png") })
})

test("the paper's own tables are taken in, searched, switched off and removed", async ({
  startDesk,
  folder,
}) => {
  const rows = "类别,词语,误写,重要\n地名,望津桥,望京桥,是\n河流,瑞河,\n地名,盐埠街,\n"
  writeFileSync(join(folder, "地名.csv"), rows)
  const desk = await startDesk(await faultyIn(folder))
  const { page } = desk
  const panel = await checksOf(page)
  const place = panel.locator('[data-rule="house/wording"]')
  await expect(place).toHaveCount(0)
  await panel.getByRole("button", { name: "本报用语表" }).click()
  const dialog = page.getByRole("dialog", { name: "本报用语表" })
  await dialog.getByRole("button", { name: "导入" }).click()
  await desk.choose(join(folder, "地名.csv"))
  await expect(dialog.getByRole("alert")).toContainText("第 3 行")
  const table = dialog.getByRole("table", { name: "地名" })
  await expect(table.getByRole("row")).toHaveCount(3)
  await page.screenshot({ path: join("test-results", "house-tables.png") })
  await dialog.getByLabel("查找词语").fill("望京")
  await expect(table.getByRole("row")).toHaveCount(2)
  await expect(place).toContainText("望津桥")
  await expect(table.getByRole("img", { name: "重要名称" })).toBeVisible()
  await expect(page.getByText("重要名称 1 处，加倍")).toBeVisible()

  await table.getByLabel("启用望津桥").uncheck()
  await expect(place).toHaveCount(0)
  await table.getByLabel("启用望津桥").check()
  await expect(place).toHaveCount(1)
  await dialog.getByLabel("启用地名").uncheck()
  await expect(place).toHaveCount(0)
  await dialog.getByRole("button", { name: "删除 地名" }).click()
  await expect(table).toHaveCount(0)
})
