import { existsSync, readFileSync, readdirSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import type { Page } from "@playwright/test"
import { composePage } from "../../layouts/compose.ts"
import { openDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { openLibrary } from "../../main/fonts/library.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import { pressesOf } from "../../main/press.ts"
import { distance, type Drawn } from "../build/drawn.ts"
import type { KnockedDoor } from "../build/knock.ts"
import { paintedInPdf } from "../build/pdf-plate.ts"
import { expect, test } from "./desk.ts"

const SEED = "../shared/seed"
const COPY = [
  { name: "sample", file: "tests/samples/ruihe/ruihe-a1.md" },
  ...seedFiles().map((file) => ({ name: "seed", file })),
]

function seedFiles(): readonly string[] {
  if (!existsSync(SEED)) {
    console.log(`no ${SEED} here: the whole job is done on our own sample alone`)
    return []
  }
  return readdirSync(SEED)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => join(SEED, name))
}

for (const { name, file } of COPY)
  test(
    `the ${name} page, from import to plate`,
    { tag: name === "sample" ? "@shells" : [] },
    async ({ page, desk, door, folder, mode }) => {
      test.setTimeout(180_000)
      const look = (step: string): Promise<Buffer> =>
        page.screenshot({ path: join("test-results", "whole-job", `${name}-${mode}-${step}.png`) })

      // Import: what was recognised is looked at; one choice is flipped and flipped back.
      await page
        .getByRole("button", { name: /导入稿件/ })
        .first()
        .click()
      await desk.choose(resolve(file))
      const review = page.locator(".review-dialog")
      await expect(review).toBeVisible()
      await look("1-review")
      await review.getByRole("button", { name: /^上\s?版$/ }).click()

      // Every article stands on the page, and nothing is over.
      const entries = page.locator(".tray .entry")
      await expect(entries).not.toHaveCount(0)
      await expect(page.getByTestId("saving")).toHaveText("已保存")
      await expect(page.locator(".foot")).toContainText("余 0 字")
      const begun = await issueIn(door)
      await expect(entries).toHaveCount(begun.articles.length)
      await page.keyboard.press("Control+0")
      await look("2-placed")

      // Another template: the page is made up anew on it, and no article is lost.
      await page.getByRole("menuitem", { name: "版面", exact: true }).first().click()
      await page
        .locator(".menu-list:visible")
        .getByRole("menuitem", { name: /套用版式/ })
        .click()
      const gallery = page.getByRole("dialog", { name: "版式库" })
      await gallery.getByRole("option", { name: /头条通栏/ }).click()
      await expect(gallery.locator(".trial canvas")).toHaveAttribute("data-sharp", "true")
      await gallery.getByRole("button", { name: "套用到 A1 版" }).click()
      await expect(gallery).toBeHidden()
      await expect(page.getByTestId("saving")).toHaveText("已保存")
      const across = await issueIn(door)
      expect(across.pages[0]!.template).toBe("broadsheet-inside-six-across")
      expect(across.articles.map(({ story }) => story)).toEqual(
        begun.articles.map(({ story }) => story),
      )
      await expect(entries).toHaveCount(begun.articles.length)
      await look("3-template")

      // Retouch: words typed on the page itself stand in the story, and undo takes them back.
      await entries.first().click()
      const first = page.locator("textarea.paragraph").first()
      const before = await first.inputValue()
      await intoFirstColumn(page)
      await page.keyboard.press("Control+Home")
      await page.keyboard.insertText("今晚改定")
      await expect(first).toHaveValue(`今晚改定${before}`)
      await look("4-typed")
      await page.keyboard.press("Control+Z")
      await expect(first).toHaveValue(before)
      await page.keyboard.press("Control+Shift+Z")
      await expect(first).toHaveValue(`今晚改定${before}`)
      await page.keyboard.press("Escape")

      // Saved by itself; closed and opened again it is the same.
      await expect(page.getByTestId("saving")).toHaveText("已保存")
      const saved = await issueIn(door)
      expect(saved.articles[0]!.story[0]!.text).toBe(`今晚改定${before}`)
      await page.getByRole("menuitem", { name: "文件" }).click()
      await page.getByText("关闭期", { exact: true }).click()
      await expect(page.locator(".start")).toBeVisible()
      await page.reload()
      await page.locator(".start-recent button").first().click()
      await expect(entries).toHaveCount(saved.articles.length)
      await look("5-reopened")
      expect(await issueIn(door)).toEqual(saved)

      // The plate: every glyph, rule, ground and picture where the engine prints it.
      await page.keyboard.press("Control+E")
      const out = join(folder, `${name}.pdf`)
      await page.getByLabel("存到").fill(out)
      for (const box of await page.locator(".export input[type=checkbox]").all())
        await box.uncheck()
      await page.getByRole("button", { name: /^输\s?出$/ }).click()
      await expect.poll(() => existsSync(out)).toBe(true)
      const plate = await paintedInPdf(readFileSync(out))
      const engine = await paintedInPdf(await plateOf(saved, folder))
      expect(engine.length).toBeGreaterThan(3000)
      expect(strays(engine, plate)).toEqual([])
    },
  )

/** How far a file's numbers, rounded to a thousandth of a point from two corners, may be apart. */
const ROUNDING = 0.003

/** What the engine paints and the plate has not in the same order; marks and slug stand around it. */
function strays(engine: readonly Drawn[], plate: readonly Drawn[]): readonly Drawn[] {
  let from = 0
  return engine.filter((drawn) => {
    const at = plate.findIndex((one, i) => i >= from && distance(drawn, one) <= ROUNDING)
    if (at >= 0) from = at + 1
    return at < 0
  })
}

/** The open issue as it is kept. */
async function issueIn(door: KnockedDoor): Promise<Issue> {
  const hello = await door.call("hello")
  const path = hello.ok ? hello.value.recent[0]! : ""
  const stored = await door.call("openIssue", path)
  if (!stored.ok) throw new Error(stored.say.en)
  return openDocument(stored.value.documents.content, stored.value.documents.marks).issue()
}

/** Goes into the text under the middle of the page's first column. */
async function intoFirstColumn(page: Page): Promise<void> {
  const box = (await page.locator(".page-canvas canvas").nth(1).boundingBox())!
  await page.mouse.dblclick(box.x + box.width / 2 - 120, box.y + box.height * 0.35)
  await expect(page.getByLabel("版面文字")).toBeFocused()
}

/** What the engine prints of an issue, with the pictures that it keeps. */
async function plateOf(issue: Issue, folder: string): Promise<Uint8Array> {
  const files = picturesUnder(folder)
  const kept = issue.articles.map((article) => ({
    ...article,
    pictures: article.pictures.map((one) => ({ ...one, id: files.get(one.id) ?? one.id })),
  }))
  const loaded = await loadPictures(kept)
  const ids = issue.articles.flatMap(({ pictures }) => pictures.map(({ id }) => id))
  const byId = new Map(
    ids.flatMap((id) => {
      const bytes = loaded.get(files.get(id) ?? id)
      return bytes ? [[id, bytes] as const] : []
    }),
  )
  const presses = pressesOf(openLibrary([]), byId)
  const lists = issue.pages.map(({ id }) => composePage(issue, id, presses.compose, "free").list)
  const { year, month, day } = issue.date
  const date = [year, month, day].map((n) => String(n).padStart(2, "0")).join("-")
  const pdf = writePdf(lists, presses.pdf, {
    title: `${issue.paper} ${date}`,
    creator: "Banxin",
    producer: "Banxin",
    at: `${date}T00:00:00+08:00`,
    marks: false,
    standard: "proof",
    intent: null,
  })
  if (!pdf.ok) throw new Error(pdf.say.en)
  return pdf.value
}

/** Picture files of all issues under a folder, by the name without its ending, which is the picture's id. */
function picturesUnder(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  return new Map(
    names
      .filter((path) => /\.(jpe?g|png|tiff?|webp)$/i.test(path))
      .map((path) => [basename(path).replace(/\.[^.]*$/, ""), join(folder, path)]),
  )
}
