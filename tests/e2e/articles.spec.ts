import { join } from "node:path"
import type { Locator, Page as Window } from "@playwright/test"
import { settingOf } from "../../layouts/issue/setting.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import { templateById } from "../../layouts/templates/shelf.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { expect, test } from "./desk.ts"
import { dropCopy } from "./drop-copy.ts"
import { handOn } from "./page-hand.ts"
import { placeSample } from "./place-sample.ts"

/** Two files: one whose importer asks what it is unsure of, one with a column break. */
const FERRY =
  "### 渡口添新船\n\n本报讯 11月20日，柳林渡口的新船试航，摆渡时间缩短一半。“等船的人少了。” 船工老梁说，新船一次能坐六十人，过一趟河只要八分钟，早晚各加两班。\n"
const SCHOOL =
  "### 瑞河夜校开了三门新课\n\n本报讯 瑞河夜校本月添了木工、剪纸和急救三门新课，报名的人比去年多了一\n\n成，多是附近厂里的青年工人。木工课设在老船坞，第一课做的是一只小板凳。\n\n### 盐埠头路灯换新\n\n本报讯（记者 唐越）盐埠头老街的一百二十盏路灯昨天全部换完，夜里逛街亮堂多了。\n"

async function openSample(page: Window): Promise<void> {
  await placeSample(page)
  await page.keyboard.press("Control+0")
}

const group = (page: Window, name: string): Locator => page.getByRole("rowgroup", { name })

test("two files are reviewed, wait in the tray, and one is dragged onto a page", async ({
  page,
  door,
}) => {
  const hand = handOn(page, door)
  await expect(page.getByRole("button", { name: /打开样例/ })).toBeVisible()
  await dropCopy(page, { "渡口.md": FERRY, "夜校.md": SCHOOL })

  await test.step("each file has its articles; what is in doubt comes first and is flipped", async () => {
    const review = page.getByRole("dialog")
    await expect(review.locator(".review-file")).toHaveText(["渡口.md", "夜校.md"])
    await expect(review.locator(".review-article")).toHaveCount(3)
    const swallowed = review.locator("[data-decision^='swallowed']")
    await expect(swallowed).toContainText("70%")
    await page.screenshot({ path: join("test-results", "articles-review.png") })
    await swallowed.getByText("分开").click()
    await expect(swallowed).toContainText("编辑选定")
    await review.locator(".review-article").nth(1).click()
    await expect(review.locator("[data-decision^='2/break']")).toContainText("‖")
    await review.getByRole("button", { name: "只入稿库" }).click()
  })

  await test.step("the articles wait, and are searched", async () => {
    await expect(group(page, "待上版").locator(".entry")).toHaveCount(3)
    await expect(group(page, "已上版").locator(".entry")).toHaveCount(0)
    const [ferry] = (await hand.issue()).articles
    expect(ferry!.story.map(({ text }) => text)).toHaveLength(2)
    await page.getByRole("textbox", { name: "找稿件" }).fill("木工")
    await expect(page.locator(".tray .entry")).toHaveCount(1)
    await page.getByRole("textbox", { name: "找稿件" }).fill("")
  })

  await test.step("a page is added and the article carried onto its bare room", async () => {
    await page.getByRole("menuitem", { name: "版面" }).click()
    await page.getByRole("menuitem", { name: /^加版…/ }).click()
    await page.getByRole("button", { name: "加 A1 版" }).click()
    await page.keyboard.press("Control+0")
    const row = group(page, "待上版").locator(".entry").first()
    const from = (await row.boundingBox())!
    const canvas = (await page.locator(".page-canvas").boundingBox())!
    const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height * 0.4]
    await page.mouse.move(from.x + 60, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(x, y, { steps: 6 })
    await expect(page.getByTestId("carry-frame").first()).toBeVisible()
    await page.screenshot({ path: join("test-results", "articles-carry.png") })
    await page.keyboard.press("Escape")
    await page.mouse.up()
    await expect(group(page, "待上版").locator(".entry")).toHaveCount(3)

    await page.mouse.move(from.x + 60, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(x, y, { steps: 6 })
    await page.mouse.up()
    await expect(group(page, "已上版").locator(".entry")).toHaveCount(1)
    const placed = group(page, "已上版").locator(".entry").first()
    await expect(placed).toContainText("渡口添新船")
    await expect(placed).toContainText("A1")
    await expect(placed.locator(".length.over")).toHaveCount(0)
    await page.getByRole("button", { name: "撤销" }).click()
    await expect(group(page, "待上版").locator(".entry")).toHaveCount(3)
  })

  await test.step("another goes where there is room by command", async () => {
    await group(page, "待上版").locator(".entry").nth(1).click({ button: "right" })
    await page
      .getByRole("menuitem", { name: /^放到本版/ })
      .last()
      .click()
    await expect(group(page, "已上版").locator(".entry")).toHaveCount(1)
    await expect(group(page, "已上版").locator(".entry")).toContainText("夜校")
  })
})

test("copy goes into a free slot of the page shown, else onto a new page, and the desk says which", async ({
  startDesk,
  folder,
}) => {
  const { issue } = setPages(await sampleArticles())
  const blank = blankPage(templateById("broadsheet-inside-six")!, "A1")
  const path = await keepIssue(folder, "空版", { ...issue, articles: [], pages: [blank] })
  const { page } = await startDesk(path)
  const foot = page.locator(".foot")
  const place = page.getByRole("button", { name: /^上\s?版$/ })
  await expect(page.locator(".pages button")).toHaveCount(1)

  await dropCopy(page, { "渡口.md": FERRY })
  await expect(page.getByTestId("where-to")).toHaveText("上版将放进 A1 版的空位")
  await page.screenshot({ path: join("test-results", "articles-where-to.png") })
  await place.click()
  await expect(group(page, "已上版").locator(".entry")).toHaveCount(1)
  await expect(page.locator(".pages button")).toHaveCount(1)
  await expect(foot).toContainText("1 篇放进了 A1 版的空位。")

  const sentence = "等船的人一年比一年少，过河的车却一年比一年多。"
  await dropCopy(page, { "长稿.md": `### 三十年的渡口\n\n${sentence.repeat(600)}\n` })
  await expect(page.getByTestId("where-to")).toHaveText("上版将新开第 2 版")
  await place.click()
  await expect(group(page, "已上版").locator(".entry")).toHaveCount(2)
  await expect(foot).toContainText("新开了第 2")

  await page.getByRole("button", { name: "撤销" }).click()
  await expect(page.locator(".pages button")).toHaveCount(1)
  await expect(foot).not.toContainText("新开了")
})

test("column breaks are switched for one story, put in, dragged and taken away", async ({
  page,
  door,
}) => {
  const hand = handOn(page, door)
  await openSample(page)
  const marks = page.locator(".break")
  const undo = page.getByRole("button", { name: "撤销" })
  await expect(marks).toHaveCount(8)
  await expect(page.locator(".break.free")).toHaveCount(8)

  await test.step("one story's columns end as the original's did", async () => {
    const entry = page.locator(".tray .entry", { hasText: "盐埠头夜市" })
    await entry.click({ button: "right" })
    await page.getByRole("menuitem", { name: "照原栏断点" }).last().click()
    await expect(page.locator(".break.free")).toHaveCount(7)
    const article = (await hand.issue()).articles.find(({ headline }) => headline?.includes("夜市"))
    expect(settingOf(article!).breaks).toBe("original")
    await page.screenshot({ path: join("test-results", "articles-breaks.png") })
  })

  await test.step("a break is put between two characters of the page", async () => {
    const issue = await hand.issue()
    const [lead] = issue.articles
    const body = issue.pages[0]!.frames.find(
      ({ role, article }) => role === "body" && article === lead!.id,
    )!
    await page.keyboard.press("k")
    const at = await hand.at(body, 0.4, 0.3)
    await page.mouse.click(at.x, at.y)
    await expect(marks).toHaveCount(9)
    await page.keyboard.press("v")
    await undo.click()
    await expect(marks).toHaveCount(8)
  })

  await test.step("a flag is dragged to another place, and back by undo", async () => {
    const flag = page.locator(".break-flag").first()
    const words = await marks.first().getAttribute("data-break")
    const box = (await flag.boundingBox())!
    await page.mouse.move(box.x + 4, box.y + 4)
    await page.mouse.down()
    await page.mouse.move(box.x - 40, box.y - 60, { steps: 5 })
    await page.mouse.up()
    await expect(page.locator(`.break[data-break="${words}"]`)).toHaveCount(0)
    await expect(marks).toHaveCount(8)
    await undo.click()
    await expect(page.locator(`.break[data-break="${words}"]`)).toHaveCount(1)
  })

  await test.step("a chosen break is removed by its key, and found again by undo", async () => {
    await page.locator(".break-flag").first().focus()
    await page.keyboard.press("Delete")
    await expect(marks).toHaveCount(7)
    await undo.click()
    await expect(marks).toHaveCount(8)
  })

  await test.step("the measure's panel draws the lines before the breaks, and goes to them", async () => {
    await page.locator(".dv-default-tab-content", { hasText: "原栏宽" }).click()
    await expect(page.locator(".measure-best")).toContainText("推断为 17 字")
    await expect(page.locator(".measure-lines .full")).toHaveCount(8)
    await page.locator(".measure-ranking button").nth(1).click()
    await expect(page.locator(".measure-lines .full")).toHaveCount(5)
    await page.screenshot({ path: join("test-results", "articles-measure.png") })
    await page.locator(".measure-lines button").first().click()
    await expect(page.getByTestId("flash").locator("i")).toBeVisible()
  })
})

/** Opens the sample: the tray's row of the story of the bridge, and its article's id. */
async function bridgeStory(page: Window) {
  await openSample(page)
  const entry = page.locator(".tray .entry", { hasText: "望津桥" })
  return { entry, id: (await entry.getAttribute("data-article"))! }
}

test("an over-long story is told, seen fitted, and fits when a way is chosen", async ({
  page,
  door,
}) => {
  const hand = handOn(page, door)
  const { entry, id } = await bridgeStory(page)
  // A way to fit changes how the article is set, or the frames that it stands in.
  const setAs = async () => {
    const { articles, pages } = await hand.issue()
    return [settingOf(articles.find((article) => article.id === id)!), pages]
  }
  const plain = await setAs()
  await entry.click()
  await page.locator("textarea.paragraph").nth(1).click()
  await page.keyboard.press("Control+Home")
  await page.keyboard.insertText("又添了一句现场文字，看看排得下排不下，行不行。")
  await expect(entry.locator(".length")).toHaveText(/^余 \d+ 字$/)
  await expect(page.locator(".foot .over")).toHaveText(/^余 \d+ 字$/)
  await expect(page.locator("[data-strip-page=A1] .length")).toHaveText(/^余 \d+ 字$/)

  // The tag at the article's foot opens the ways to fit; one that is pointed at is shown, not done.
  await page.locator(".length-mark.over").click()
  const way = page.locator(".fit-ways button", { hasText: "正好" }).first()
  await way.hover()
  await expect(entry.locator(".length")).toHaveText("正好")
  expect(await setAs()).toEqual(plain)
  await page.screenshot({ path: join("test-results", "articles-fit.png") })
  await page.locator(".fit-name").hover()
  await expect(entry.locator(".length")).toHaveText(/^余 \d+ 字$/)

  await way.click()
  await expect(entry.locator(".length")).toHaveText("正好")
  await expect.poll(setAs).not.toEqual(plain)
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(entry.locator(".length")).toHaveText(/^余 \d+ 字$/)
  expect(await setAs()).toEqual(plain)
})

test("the tray is worked by keys: chosen, opened, changed in kind, removed and found again", async ({
  page,
  door,
}) => {
  const hand = handOn(page, door)
  await openSample(page)
  const tray = page.getByRole("grid", { name: "稿件" })
  const chosen = page.locator(".tray .entry.chosen")
  await tray.focus()
  await hand.keys("Home", "ArrowDown", "ArrowDown", "ArrowUp")
  await expect(chosen).toContainText("望津桥")
  await hand.keys("End")
  await expect(chosen).toContainText("读者热线")

  await chosen.getByRole("combobox").selectOption("ad")
  const kinds = async () => (await hand.issue()).articles.map(({ kind }) => kind)
  await expect.poll(async () => (await kinds()).at(-1)).toBe("ad")
  await page.getByRole("button", { name: "撤销" }).click()
  await expect.poll(async () => (await kinds()).at(-1)).toBe("filler")

  await tray.focus()
  await hand.keys("Delete")
  await expect(page.locator(".tray .entry")).toHaveCount(9)
  await expect(page.locator(".foot")).toContainText("“撤销”可以找回")
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(page.locator(".tray .entry")).toHaveCount(10)

  await page.getByRole("button", { name: "新稿件" }).click()
  await expect(group(page, "待上版").locator(".entry")).toHaveCount(1)
  await page.getByRole("button", { name: "排序" }).click()
  await page.getByRole("menuitem", { name: "字数" }).click()
  await expect(group(page, "已上版").locator(".entry").first()).toContainText("老港口")
  await tray.focus()
  await hand.keys("End", "Enter")
  await expect(page.locator("[data-panel=story] :focus")).toHaveCount(1)
})

test("a finding is filtered and goes to its place on the page", async ({ page }) => {
  await openSample(page)
  const rows = page.locator(".findings li")
  await expect(page.locator(".findings [data-rule='article/cut-off']")).toHaveCount(1)
  const all = await rows.count()
  await page.getByRole("button", { name: /^提醒 \d+$/ }).click()
  await expect(page.locator(".findings [data-rule='article/cut-off']")).toHaveCount(0)
  await page.getByRole("button", { name: /^提醒 \d+$/ }).click()
  await expect(rows).toHaveCount(all)
  for (let i = 0; i < 5; i += 1) await page.keyboard.press("Control+=")
  await page.locator(".findings [data-rule='article/cut-off'] button").click()
  await expect(page.getByTestId("flash").locator("i").first()).toBeInViewport()
  await expect(page.locator(".tray .entry.chosen")).toContainText("慢火车")
})

test("a headline is spread, narrowed and broken by hand in its panel, and told what was done", async ({
  page,
  door,
}) => {
  const hand = handOn(page, door)
  const { entry, id } = await bridgeStory(page)
  const own = async () => (await hand.issue()).articles.find((article) => article.id === id)!
  const head = async () => settingOf(await own()).head
  await entry.click()
  await page.locator(".dv-default-tab-content", { hasText: /^标题$/ }).click()
  const panel = page.locator(".headline")
  await expect(panel.getByTestId("headline-done")).toContainText("点")

  const lines = panel.getByRole("textbox", { name: "折行" })
  const words = (await own()).headline!
  const broken = `${words.slice(0, 5)}／${words.slice(5)}`
  await lines.fill(broken)
  await lines.press("Enter")
  await expect.poll(head).toEqual({ byHand: true })
  await expect(lines).toHaveValue(broken)
  await expect(panel.getByTestId("headline-done")).toContainText("2 行")

  await panel.getByRole("switch", { name: "撑满" }).click()
  await expect.poll(head).toEqual({ byHand: true, fill: true })
  await panel.getByRole("spinbutton", { name: "字宽" }).fill("80")
  await panel.getByRole("spinbutton", { name: "字宽" }).press("Enter")
  await expect.poll(head).toEqual({ byHand: true, fill: true, stretch: 0.8 })
  await expect(panel.getByTestId("headline-done")).toContainText("字宽 80%")
  await page.screenshot({ path: join("test-results", "articles-headline.png") })

  await panel.getByRole("button", { name: "按意思折" }).click()
  await expect.poll(head).toEqual({ fill: true, stretch: 0.8 })
  await page.getByRole("button", { name: "撤销" }).click()
  await expect.poll(head).toEqual({ byHand: true, fill: true, stretch: 0.8 })

  const frames = async () =>
    (await hand.issue()).pages[0]!.frames.filter(({ article }) => article === id)
  const before = await frames()
  await panel.getByRole("combobox", { name: "题文位置" }).click()
  await page.locator(".ant-select-item-option", { hasText: "左串文" }).click()
  const wide = (some: typeof before): number =>
    some.find(({ role }) => role === "headline")!.region.columns
  await expect.poll(async () => wide(await frames())).toBe(wide(before) / 2)
  await page.screenshot({ path: join("test-results", "articles-headline-left.png") })

  await panel.getByText("本报字号表").click()
  const sizes = panel.getByRole("textbox", { name: "标题字号" })
  await sizes.fill("小初 二号 16")
  await sizes.press("Enter")
  await expect.poll(async () => (await hand.issue()).styles?.heads?.sizes).toEqual([36, 21, 16])
})
