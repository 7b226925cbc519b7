import { spawn } from "node:child_process"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { keepIssue } from "../build/issue-folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { expect, test } from "./desk.ts"
import type { StartedDesk } from "./started-desk.ts"

/** An issue folder with the sample's page under a paper's name. */
async function sampleIssueIn(folder: string, paper: string): Promise<string> {
  return keepIssue(folder, paper, { ...setPages(await sampleArticles()).issue, paper })
}

/** Starts the program again with an issue, and opens the window that the running desk then has. */
async function startAgain(desk: StartedDesk, folder: string, issue: string): Promise<Page> {
  const before = addresses(desk).length
  const child = spawn(process.execPath, ["main/cli/banxin.mjs", "start", issue], {
    env: { ...process.env, BANXIN_HOME: join(folder, "program"), BANXIN_NO_OPEN: "1" },
  })
  expect(await new Promise((settle) => child.on("exit", settle))).toBe(0)
  await expect.poll(() => addresses(desk)).toHaveLength(before + 1)
  const page = await desk.page.context().newPage()
  await page.goto(addresses(desk).at(-1)!)
  return page
}

function addresses(desk: StartedDesk): readonly string[] {
  return [...desk.printed().matchAll(/http:\S+#ticket=\S+/g)].map(([address]) => address)
}

test("a second start opens its issue in a window of the running desk", async ({
  startDesk,
  folder,
}) => {
  const first = await startDesk(await sampleIssueIn(folder, "瑞河日报"))
  await expect(first.page).toHaveTitle(/^瑞河日报/)
  const second = await startAgain(first, folder, await sampleIssueIn(folder, "茶山晚报"))
  await expect(second).toHaveTitle(/^茶山晚报/)
  await second.reload()
  await expect(second).toHaveTitle(/^茶山晚报/)
  await expect(first.page).toHaveTitle(/^瑞河日报/)
})

test("an issue in two windows: what one changes the other shows, and both are kept", async ({
  startDesk,
  folder,
}) => {
  const issue = await sampleIssueIn(folder, "瑞河日报")
  const first = await startDesk(issue)
  await expect(first.page.locator(".tray .entry")).toHaveCount(10)
  const second = await startAgain(first, folder, issue)
  const story = (page: Page) => page.locator("textarea.paragraph").first()
  for (const page of [first.page, second]) {
    await page.locator(".tray .entry").first().click()
    await expect(story(page)).toBeVisible()
  }
  const before = await story(first.page).inputValue()
  await story(first.page).press("Control+Home")
  await first.page.keyboard.type("甲")
  await expect(story(second)).toHaveValue(`甲${before}`)
  await story(second).press("Control+End")
  await second.keyboard.type("乙")
  await expect(story(first.page)).toHaveValue(`甲${before}乙`)
  // Each takes back its own.
  await first.page.getByRole("button", { name: "撤销" }).click()
  await expect(story(second)).toHaveValue(`${before}乙`)
  await expect(second.getByTestId("saving")).toHaveText("已保存")
  await second.close()
  await first.page.reload()
  await first.page.locator(".tray .entry").first().click()
  await expect(story(first.page)).toHaveValue(`${before}乙`)
})
