import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { openDocument } from "../../layouts/issue/document.ts"
import { good, machineIn } from "../build/machine.ts"
import { expect, test } from "./desk.ts"
import { placeSample } from "./place-sample.ts"

test(
  "the window stays on the desk and opens no other",
  { tag: "@shells" },
  async ({ page, desk }) => {
    const left = await page.evaluate(async () => {
      const going = window.navigation.navigate("https://example.org/")
      return going.committed!.then(
        () => "went",
        (cause: Error) => cause.name,
      )
    })
    expect(left).toBe("AbortError")
    expect(await page.evaluate(() => window.open("https://example.org/") === null)).toBe(true)
    expect(page.url()).toBe(`${desk.origin}/`)
    await expect(page.getByRole("button", { name: /打开样例/ })).toBeVisible()
  },
)

test("what a page can ask a browser for is denied", { tag: "@shells" }, async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = ["geolocation", "camera", "microphone", "midi"] as PermissionName[]
    const asked = names.map((name) => navigator.permissions.query({ name }))
    return (await Promise.all(asked)).map(({ state }) => state)
  })
  expect(states).toEqual(["denied", "denied", "denied", "denied"])
})

test(
  "what leads out of the desk past the page is refused by the shell",
  { tag: "@electron" },
  async ({ electron: { page } }) => {
    await page.evaluate(() => {
      const link = Object.assign(document.createElement("a"), {
        href: "https://example.org/",
        target: "_blank",
        id: "out",
        textContent: "out",
      })
      document.body.prepend(link)
      link.click()
    })
    await expect(page.getByRole("button", { name: /打开样例/ })).toBeVisible()
    await expect.poll(() => page.context().pages().length).toBe(1)
    await expect(page.goto("https://example.org/")).rejects.toThrow()
    await expect(page.getByRole("button", { name: /打开样例/ })).toBeVisible()
  },
)

test(
  "the page has the door and nothing of Electron or Node",
  { tag: "@electron" },
  async ({ electron: { page } }) => {
    const seen = await page.evaluate(() => {
      const own = window as unknown as Record<string, unknown>
      const door = own["banxin"] as object
      const names = ["require", "process", "module", "Buffer", "electron", "ipcRenderer"]
      return [Object.keys(door), Object.isFrozen(door), names.filter((name) => name in own)]
    })
    expect(seen).toEqual([["call", "on"], true, []])
  },
)

test(
  "a window tells its issue by its title, and closes when all is kept",
  { tag: "@electron" },
  async ({ electron, folder }) => {
    const { page } = electron
    expect(await electron.titles()).toEqual(["Banxin 版心"])
    await placeSample(page)
    await expect(page).toHaveTitle(/^\d{8} — Banxin 版心$/)
    expect(await electron.titles()).toEqual([await page.title()])
    await electron.closeWindow()
    expect(await electron.ended, electron.printed()).toBe(0)

    const [name] = readdirSync(join(folder, "program", "untitled"))
    const path = join(folder, "program", "untitled", name!)
    expect(existsSync(join(path, "issue.db-wal"))).toBe(false)
    const machine = machineIn(join(folder, "after"))
    const { documents } = good(await machine.call("openIssue", path))
    expect(openDocument(documents.content, documents.marks).issue().articles).toHaveLength(10)
    await machine.close()
  },
)

test(
  "an issue opened from outside has a window of its own, and one only",
  { tag: "@electron" },
  async ({ electron, folder }) => {
    const { page } = electron
    await placeSample(page)
    const other = join(folder, "晚刊.issue")
    const date = { year: 2031, month: 5, day: 4 }
    const machine = machineIn(join(folder, "before"))
    good(await machine.call("createIssue", other, "瑞河晚报", date))
    await machine.close()

    await electron.startAgain("banxin", other)
    const second = await electron.window(1)
    await expect(second).toHaveTitle("晚刊 — Banxin 版心")
    await electron.openFile(other)
    expect(await electron.titles()).toHaveLength(2)
  },
)
