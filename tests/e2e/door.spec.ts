import { join, resolve } from "node:path"
import { newDocument, openDocument } from "../../layouts/issue/document.ts"
import { SAMPLE_DATE, sampleIssue } from "../build/sample.ts"
import { good } from "../build/machine.ts"
import { expect, test } from "./desk.ts"

test("the desk opens by its ticket, which leaves the address", async ({ page, desk }) => {
  expect(page.url()).toBe(`${desk.origin}/`)
  await expect(page).toHaveTitle(/版心/)
  const fresh = await page.context().newPage()
  await fresh.goto(String(/http:\S+#ticket=\S+/.exec(desk.printed())))
  await fresh.waitForLoadState()
  expect(await fresh.evaluate("sessionStorage.getItem('banxin.session')")).toBeNull()
})

test(
  "hello, import, an issue, an update, and it is there after a kill",
  { tag: "@shells" },
  async ({ mode, door, desk, startDesk, folder }) => {
    const hello = good(await door.call("hello"))
    expect(hello.shell).toBe(mode === "web" ? "browser" : "electron")
    const sample = resolve("tests/samples/ruihe/ruihe-a1.md")
    const copy = good(await door.call("importCopy", [{ path: sample }], {}))
    expect(copy.articles.length).toBeGreaterThan(5)

    const path = join(folder, "瑞河.issue")
    const made = good(await door.call("createIssue", path, "瑞河日报", SAMPLE_DATE))
    const issue = await sampleIssue()
    const update = newDocument(issue).state("content")
    good(await door.call("keepUpdate", made.path, "content", update))
    await desk.kill()

    const next = await startDesk(path)
    const second = await next.openDoor()
    await expect(next.page).toHaveTitle("瑞河 — Banxin 版心")
    expect(good(await second.call("hello")).recent).toEqual([path])
    const stored = good(await second.call("openIssue", path))
    const opened = openDocument(stored.documents.content, stored.documents.marks).issue()
    expect(stored.notices).toEqual([])
    expect(opened.articles).toEqual(issue.articles)
    second.close()
    expect(await next.stop()).toBe(0)
  },
)

test(
  "the page reaches nothing but its host, and runs no text as script",
  { tag: "@shells" },
  async ({ page }) => {
    const refused = await page.evaluate(`(async () => {
    const tries = {
      fetch: () => fetch("https://example.org/"),
      image: () => new Promise((ok, no) => {
        const image = new Image(); image.onload = ok; image.onerror = () => no(new Error("blocked"))
        image.src = "https://example.org/x.png"
      }),
      markup: () => { document.createElement("div").innerHTML = "<b>x</b>" },
      worker: () => new Worker("https://example.org/w.js"),
      script: () => (0, eval)("1"),
    }
    const refused = []
    for (const [name, run] of Object.entries(tries))
      await Promise.resolve().then(run).catch(() => refused.push(name))
    return refused
  })()`)
    expect(refused).toEqual(["fetch", "image", "markup", "worker", "script"])
  },
)
