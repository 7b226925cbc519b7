import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { composePage } from "../../layouts/compose.ts"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { setIssue } from "../../layouts/edits/set-issue.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { openDocument } from "../../layouts/issue/document.ts"
import { freezePage } from "../../layouts/proof/frozen-page.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import type { KnockedDoor } from "../build/knock.ts"
import { good, sitDown } from "../build/machine.ts"
import { at, plainMark } from "../build/mark.ts"
import { opened } from "../build/store.ts"
import { press } from "../build/type.ts"
import { shortWorkflow } from "../build/workflow.ts"
import { expect, test } from "./desk.ts"
import { placeSample } from "./place-sample.ts"

/** Does an edit in another window of the same program. */
async function elsewhere(door: KnockedDoor, edit: Edit): Promise<void> {
  const { recent } = good(await door.call("hello"))
  const { path, documents } = good(await door.call("openIssue", recent[0]!))
  const document = openDocument(documents.content, documents.marks)
  const updates: (readonly ["content" | "marks", Uint8Array])[] = []
  document.onUpdate((part, update) => void updates.push([part, update]))
  document.perform(edit)
  for (const [part, update] of updates) good(await door.call("keepUpdate", path, part, update))
}

/** Sits somebody else down at the desk, whose panel of rounds is in front. */
async function become(page: Page, door: KnockedDoor, name: string, role: string): Promise<void> {
  const { preferences } = good(await door.call("preferences"))
  good(await door.call("keepPreferences", { ...preferences, person: { name, role } }))
  await expect(page.getByText(`署名：${name}（${role}）`)).toBeVisible()
}

/** A button's name: the library sets a blank between two characters. */
function spaced(name: string): RegExp {
  return new RegExp(`^${[...name].join("\\s?")}$`)
}

/** Goes on with the page as somebody else, who writes an opinion. */
function walker(page: Page, door: KnockedDoor) {
  const panel = page.locator(".rounds-panel")
  return async (who: string, role: string, way: string, state: string): Promise<void> => {
    await become(page, door, who, role)
    await panel.getByLabel("意见").fill("同意")
    await panel.getByRole("button", { name: spaced(way) }).click({ timeout: 30_000 })
    await expect(panel.locator(".rounds-state")).toHaveText(state, { timeout: 60_000 })
    await expect(panel.locator(".ant-btn-loading")).toHaveCount(0, { timeout: 60_000 })
  }
}

/** Opens the sample on its page, with the panel of rounds in front. */
async function toRounds(page: Page): Promise<void> {
  await placeSample(page)
  await page.getByText("流程/校样", { exact: true }).click()
  await expect(page.locator(".rounds-state")).toHaveText("起版")
}

test("a page is frozen, marked, corrected, rechecked and signed, and a change voids the signature", async ({
  page,
  desk,
  door,
  folder,
}) => {
  test.setTimeout(300_000)
  await toRounds(page)
  const panel = page.locator(".rounds-panel")
  const go = walker(page, door)
  await go("林青", "编辑", "送小样审", "小样审")
  await go("周岚", "部门主任", "初审通过，出大样", "一校")
  await expect(panel.locator(".rounds-proofs li")).toHaveCount(1)
  await panel.getByRole("button", { name: "取出 PDF…" }).click()
  const taken = join(folder, "大样一.pdf")
  await desk.choose(taken)
  await expect(page.getByText("大样的 PDF 已写到")).toBeVisible()
  expect(readFileSync(taken).subarray(0, 5).toString()).toBe("%PDF-")

  const { recent } = good(await door.call("hello"))
  const { documents } = good(await door.call("openIssue", recent[0]!))
  const { articles } = openDocument(documents.content, documents.marks).issue()
  const lead = articles.find(({ kind }) => kind === "lead")!
  const line = lead.story.findIndex(({ text }) => text.length > 20)
  const range = { kind: "text", words: null, from: at(line, 4), to: at(line, 6) } as const
  const mark = { ...plainMark("m1", at(0, 0), at(0, 0)), article: lead.id, range }
  await elsewhere(door, addMark({ ...mark, author: "高远", role: "校对", at: Date.now() }))

  await go("高远", "校对", "交一校", "一改")
  await panel.getByRole("button", { name: "1 处批注没有答复" }).click()
  await page.keyboard.press("F9")
  await expect(page.locator(".mark-row.chosen")).toHaveCount(1)
  await page.locator(".marks-list").focus()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("g")
  await expect(page.getByText("此刻不能这样改")).toBeVisible()
  await page.getByText("流程/校样", { exact: true }).click()
  await become(page, door, "林青", "编辑")
  await page.keyboard.press("F9")
  await page.locator(".marks-list").focus()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("g")
  await page.getByText("流程/校样", { exact: true }).click()
  await go("林青", "编辑", "出二样", "二校")
  await expect(panel.locator(".rounds-mark.done")).toHaveCount(1)
  await panel.getByRole("button", { name: "与现在对比" }).last().click()
  await expect(panel.locator(".rounds-differences li").first()).toContainText("新茶")
  // The comparison follows the page.
  const differences = await panel.locator(".rounds-differences li").count()
  await elsewhere(door, setIssue({ paper: "瑞河晚报" }))
  await expect(panel.locator(".rounds-differences li")).not.toHaveCount(differences)
  await elsewhere(door, setIssue({ paper: "瑞河日报" }))
  await expect(panel.locator(".rounds-differences li")).toHaveCount(differences)

  await go("江帆", "校对", "交二校", "二改")
  await go("林青", "编辑", "出三样", "三校/复审")
  await go("沈舟", "校对", "交三校", "三校/复审")
  await go("何川", "复审", "复审通过", "三校/复审")
  await go("沈舟", "校对", "交三改", "三改")
  await go("林青", "编辑", "出清样", "终审")
  await panel.getByRole("button", { name: "批准图片" }).first().click()
  await go("梁总", "总编", "签发", "付印")
  await expect(panel.getByTestId("signature")).toContainText("签样有效")

  await elsewhere(door, setIssue({ paper: "瑞河晚报" }))
  await expect(panel.getByTestId("signature")).toContainText("作废")
  const { records, broken } = good(await door.call("records", recent[0]!))
  expect(records.filter(({ kind }) => kind === "sign")).toHaveLength(1)
  expect(broken).toEqual([])
})

test("a paper's own workflow is taken in, and judges the pages of the issue", async ({
  page,
  desk,
  door,
  folder,
}) => {
  await toRounds(page)
  const panel = page.locator(".rounds-panel")
  const faulty = join(folder, "faulty.json")
  const sound = join(folder, "瑞河流程.json")
  writeFileSync(faulty, JSON.stringify({ ...shortWorkflow(), start: "哪里" }))
  writeFileSync(sound, JSON.stringify(shortWorkflow()))
  await panel.getByRole("button", { name: "版心流程" }).click()
  const dialog = page.getByRole("dialog", { name: "流程", exact: true })
  const take = async (path: string): Promise<void> => {
    await dialog.getByRole("button", { name: /导入 JSON/ }).click()
    await desk.choose(path)
  }
  await take(faulty)
  await expect(dialog.getByText("没有状态“哪里”")).toBeVisible()
  await take(sound)
  await expect(dialog.getByText("没有状态“哪里”")).toHaveCount(0)
  await expect(dialog.getByRole("cell", { name: "读样", exact: true })).toBeVisible()
  await dialog.getByRole("button", { name: "用于本期" }).click()
  await expect(dialog.getByRole("button", { name: "本期正用" })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(panel.locator(".rounds-state")).toHaveText("编排")
  const go = walker(page, door)
  await go("周岚", "主任", "出样", "读样")
  await expect(panel.getByText("轮到：校对")).toBeVisible()
  const { recent } = good(await door.call("hello"))
  const { records } = good(await door.call("records", recent[0]!))
  expect(records.map(({ kind }) => kind)).toEqual(["workflow", "freeze", "transition"])
})

test("two old proofs are compared, painted beside the page, and their differences stay shown", async ({
  page,
  door,
}) => {
  test.setTimeout(120_000)
  await toRounds(page)
  const { recent } = good(await door.call("hello"))
  const issue = recent[0]!
  const { documents } = good(await door.call("openIssue", issue))
  const { articles, pages } = openDocument(documents.content, documents.marks).issue()
  const lead = articles.find(({ kind }) => kind === "lead")!
  const line = lead.story.findIndex(({ text }) => text.length > 20)
  const order = {
    ...{ issue, page: pages[0]!.id, who: "林青", role: "编辑", state: "起版" },
    ...{ at: "2026-11-23T20:15:00+08:00", breaks: "free" as const },
  }
  await sitDown(door, "林青", "编辑")
  good(await door.call("freezeProof", order))
  await elsewhere(door, retype(lead.id, { from: at(line, 4), to: at(line, 6) }, "青灯"))
  good(await door.call("freezeProof", order))
  await elsewhere(door, setIssue({ paper: "瑞河晚报" }))
  await walker(page, door)("林青", "编辑", "送小样审", "小样审")

  const panel = page.locator(".rounds-panel")
  const list = panel.locator(".rounds-differences")
  const onPage = page.locator(".page-canvas").getByTestId("difference")
  await panel.getByRole("button", { name: "与现在对比" }).last().click()
  await expect(list.locator("h4")).toHaveText([/老港口/, "版面"])
  await expect(list.getByText(/“.+”改为“青灯”/)).toBeVisible()
  await expect(onPage.first()).toBeVisible()
  const all = await list.getByRole("button").count()
  await page.keyboard.press("Alt+F9")
  await expect(list.locator("[aria-current=true]")).toHaveCount(1)
  await expect(onPage.and(page.locator(".chosen")).first()).toBeVisible()

  await panel.getByLabel("与哪一版比").click()
  await page.locator(".ant-select-item-option", { hasText: "大样 2" }).click()
  await expect(list.locator("h4")).toHaveText([/老港口/])
  expect(await list.getByRole("button").count()).toBeLessThan(all)
  await expect(onPage).toHaveCount(0)
  const beside = page.locator(".proof-beside")
  await expect(beside.locator("canvas[data-sharp=true]")).toBeVisible()
  await expect(beside.getByText("与 PDF 同版")).toBeVisible()
  await expect(beside.getByRole("button", { name: "取出 PDF" })).toBeVisible()
  await page.screenshot({ path: "test-results/proof-seal.png" })
  await expect(beside.getByTestId("difference").first()).toBeVisible()
  await beside.getByText("大样 2").click()
  await page.keyboard.press("Alt+F9")
  await expect(beside.locator(".difference.chosen").first()).toBeVisible()
  await expect(beside.locator("canvas[data-sharp=true]")).toBeVisible()
  await page.getByRole("button", { name: "收起对比" }).click()
  await expect(beside).toHaveCount(0)
  await expect(list).toHaveCount(0)
})

test("a proof of an older Banxin that kept nothing to paint says so, and gives its PDF", async ({
  startDesk,
  folder,
}) => {
  const { issue } = setPages((await sampleArticles()).map((one) => ({ ...one, pictures: [] })))
  const page = issue.pages[0]!.id
  const path = await keepIssue(folder, "older", issue)
  const frozen = freezePage(composePage(issue, page, press, "free"), [])
  const store = opened(path)
  const bytes = (text: string) => new TextEncoder().encode(text)
  const kept = store.keepProof({
    ...{ page, number: 1, at: "2025-11-23T20:15:00+08:00", who: "高远", role: "校对" },
    ...{ state: "一校", list: "0".repeat(64), pdf: bytes("%PDF-1.4 旧样") },
    content: bytes(JSON.stringify({ ...frozen, paper: undefined })),
  })
  expect(kept.ok).toBe(true)
  await store.close()

  const desk = await startDesk(path)
  await desk.page.getByText("流程/校样", { exact: true }).click()
  await desk.page.getByRole("button", { name: "与现在对比" }).click()
  await desk.page.getByRole("button", { name: "并排看样" }).click()
  const beside = desk.page.locator(".proof-beside")
  await expect(beside.getByText("这份大样没有留下可画的版面，请看它的 PDF。")).toBeVisible()
  await desk.page.screenshot({ path: "test-results/proof-without-list.png" })
  await beside.getByRole("button", { name: "取出 PDF" }).click()
  const out = join(folder, "旧样.pdf")
  await desk.choose(out)
  await expect.poll(() => existsSync(out) && readFileSync(out, "utf8")).toBe("%PDF-1.4 旧样")
})
