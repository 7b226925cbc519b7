import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, test, vi } from "vitest"
import type { StoredIssue } from "../../main/bridge/contract.ts"
import { issueIn } from "../../main/shell/electron/arguments.ts"
import { boundsOn, loadWindowState, saveWindowState } from "../../main/shell/electron/bounds.ts"
import { runDesk } from "../../main/shell/electron/desk.ts"
import { menuFor } from "../../main/shell/electron/menu.ts"
import { standIn, type StandIn, type StandInWindow } from "../build/electron.ts"
import { ownFolder } from "../build/folder.ts"

const home = ownFolder()
const program = { version: "0.1.0", desk: join(home, "desk"), preload: "/built/preload.cjs" }
const date = { year: 2031, month: 5, day: 4 }
let runs = 0

beforeEach(() => {
  vi.stubEnv("BANXIN_HOME", join(home, String(++runs)))
  return () => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  }
})

/** A running desk, and calls as the page of one of its windows makes them. */
interface Started extends StandIn {
  call(window: StandInWindow, name: string, ...args: unknown[]): Promise<{ value: never }>
  /** Makes an issue in a window; its folder. */
  issueAt(window: StandInWindow, name: string): Promise<string>
}

async function started(order: Parameters<typeof standIn>[0] = {}): Promise<Started> {
  const electron = standIn(order)
  await runDesk(electron.parts, program)
  const [, answer] = electron.calls("ipcMain.handle")[0] as [string, (...a: unknown[]) => unknown]
  const call: Started["call"] = (window, name, ...args) => {
    const page = { url: "app://desk/" }
    const sender = Object.assign(window.webContents, { mainFrame: page })
    return answer({ senderFrame: page, sender }, name, args) as Promise<{ value: never }>
  }
  return {
    ...electron,
    call,
    async issueAt(window, name) {
      const path = join(home, String(runs), `${name}.issue`)
      const made = await call(window, "createIssue", path, "瑞河日报", date)
      expect(made).toMatchObject({ ok: true, value: { path } })
      return path
    },
  }
}

describe("an issue opened from outside", () => {
  test("is shown in the empty window, where it is already, or in a new window", async () => {
    const desk = await started()
    const { app, windows, call } = desk
    const [first] = windows as [StandInWindow]
    expect((await call(first, "hello")).value).toMatchObject({ open: null })
    app.emit("second-instance", {}, ["banxin", "/a/b.issue/"], "/")
    expect(first.webContents.sent).toEqual([["banxin:event", "openAsked", { path: "/a/b.issue" }]])

    await desk.issueAt(first, "甲")
    app.emit("second-instance", {}, ["banxin", "甲.issue"], join(home, String(runs)))
    expect(windows).toHaveLength(1)
    expect(desk.calls("focus")).toHaveLength(2)

    let opened = 0
    app.emit("open-file", { preventDefault: () => opened++ }, "/a/乙.issue")
    expect([opened, windows.length]).toEqual([1, 2])
    const second = windows[1]!
    expect(second.options).toMatchObject({ x: 38, y: 48, width: 1000, height: 700 })
    expect((await call(second, "hello")).value).toMatchObject({ open: "/a/乙.issue" })
    expect((await call(second, "hello")).value).toMatchObject({ open: null })
  })

  test("in two windows, each hears of the other's changes", async () => {
    const desk = await started()
    const { windows, call } = desk
    const [first] = windows as [StandInWindow]
    const path = await desk.issueAt(first, "两窗")
    desk.app.emit("second-instance", {}, ["banxin", "/a/另.issue"], "/")
    const second = windows[1]!
    const opened = (await call(second, "openIssue", path)).value as StoredIssue
    const [update] = opened.documents.content
    first.webContents.sent.length = 0
    await call(second, "keepUpdate", path, "content", update)
    expect(first.webContents.sent.map(([, name]) => name)).toEqual(["updateKept"])
    expect(second.webContents.sent).toEqual([])
    expect(second.close()).toBe(false)
    await call(second, "readyToClose", true)
    expect(await call(first, "pictures", path)).toMatchObject({ ok: true })
  })

  test("before the app is ready, it is what the first window shows", async () => {
    const electron = standIn()
    const ready = runDesk(electron.parts, program)
    electron.app.emit("open-file", { preventDefault: () => undefined }, "/a/早.issue")
    await ready
    const desk = electron.calls("ipcMain.handle")[0] as [string, (...a: unknown[]) => unknown]
    const page = { url: "app://desk/" }
    const sender = Object.assign(electron.windows[0]!.webContents, { mainFrame: page })
    expect(await desk[1]({ senderFrame: page, sender }, "hello", [])).toMatchObject({
      value: { open: "/a/早.issue" },
    })
    expect(electron.windows).toHaveLength(1)
  })

  test("a second start without one brings the window forward", async () => {
    const { app, calls } = await started()
    app.emit("second-instance", {}, ["banxin"], "/")
    expect([calls("restore").length, calls("focus").length]).toEqual([1, 1])
  })

  test("is named on the command line by an absolute or a relative path", () => {
    expect(issueIn(["--flag=x.issue", "/a/b.issue"], "/c")).toBe("/a/b.issue")
    expect(issueIn(["main.js", "b.issue/"], "/c")).toBe("/c/b.issue")
    expect(issueIn([], "/c")).toBeNull()
  })
})

describe("closing a window", () => {
  test("an empty one is closed at once", async () => {
    const { windows } = await started()
    expect(windows[0]!.close()).toBe(true)
  })

  test("waits until the desk has kept what was pending, and asks once", async () => {
    const desk = await started()
    const [window] = desk.windows as [StandInWindow]
    const path = await desk.issueAt(window, "丙")
    expect(window.close()).toBe(false)
    expect(window.close()).toBe(false)
    expect(window.webContents.sent).toEqual([["banxin:event", "closeAsked", null]])
    await desk.call(window, "readyToClose", true)
    expect(desk.windows).toEqual([])
    expect(desk.calls("showMessageBox")).toEqual([])
    const other = await started()
    expect(await other.call(other.windows[0]!, "openIssue", path)).toMatchObject({ ok: true })
  })

  test.each([
    ["keeps it open", 0, 1],
    ["closes it all the same", 1, 0],
  ])("a person who hears that changes are not kept %s", async (_what, button, left) => {
    const desk = await started({ button })
    const [window] = desk.windows as [StandInWindow]
    await desk.issueAt(window, "丁")
    window.close()
    await desk.call(window, "readyToClose", false)
    expect(desk.calls("showMessageBox")[0]![1]).toMatchObject({
      message: "有改动没有存到磁盘上。",
      cancelId: 0,
    })
    await expect.poll(() => desk.windows.length).toBe(left)
  })

  test("a desk that does not answer is waited for a few seconds only", async () => {
    const desk = await started({ button: 1 })
    const [window] = desk.windows as [StandInWindow]
    await desk.issueAt(window, "戊")
    vi.useFakeTimers()
    window.close()
    vi.advanceTimersByTime(4000)
    expect(desk.calls("showMessageBox")).toEqual([])
    vi.advanceTimersByTime(1500)
    expect(desk.calls("showMessageBox")[0]![1]).toMatchObject({ message: /没有回应/ })
    await vi.waitFor(() => expect(desk.windows).toEqual([]))
  })

  test("an answer that nobody asked for closes nothing", async () => {
    const desk = await started()
    await desk.call(desk.windows[0]!, "readyToClose", true)
    expect(desk.windows).toHaveLength(1)
  })

  test("what a page says on its way out does not hold the window", async () => {
    const { windows } = await started()
    let held = 0
    windows[0]!.webContents.emit("will-prevent-unload", { preventDefault: () => held++ })
    expect(held).toBe(1)
  })
})

describe("a page that crashed", () => {
  test("is loaded again, but not when it crashes at once, and is in the crash log", async () => {
    vi.useFakeTimers({ toFake: ["performance"] })
    const desk = await started()
    const [window] = desk.windows as [StandInWindow]
    const crash = (): boolean =>
      window.webContents.emit("render-process-gone", {}, { reason: "crashed", exitCode: 5 })
    crash()
    expect(desk.calls("loadURL")).toHaveLength(1)
    vi.advanceTimersByTime(20_000)
    crash()
    expect(desk.calls("loadURL")).toHaveLength(2)
    await vi.waitFor(async () =>
      expect((await desk.call(window, "crashLog")).value).toMatchObject({ tail: /crashed \(5\)/ }),
    )
  })
})

describe("where a window stands", () => {
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1080 },
    { x: 1920, y: 0, width: 1280, height: 1024 },
  ]

  test("is noted when it closes, and taken up by the next start", async () => {
    const { windows } = await started()
    windows[0]!.close()
    const folder = join(home, String(runs))
    const bounds = { x: 10, y: 20, width: 1000, height: 700 }
    expect(loadWindowState(folder)).toEqual({ bounds, maximized: false })
    saveWindowState(folder, bounds, true)
    const next = await started()
    expect(next.windows[0]!.options).toMatchObject(bounds)
    expect(next.calls("maximize")).toHaveLength(1)
  })

  test("is as at first when it cannot be read or written", () => {
    const folder = join(home, String(runs))
    saveWindowState("/proc/none", { x: 1, y: 1, width: 1, height: 1 }, false)
    saveWindowState(folder, { x: 1, y: 1, width: 1, height: 1 }, false)
    writeFileSync(join(folder, "window.json"), "{}")
    expect(loadWindowState(folder)).toEqual({
      bounds: { width: 1440, height: 900 },
      maximized: false,
    })
  })

  test("is on a screen that is there, and no larger than that", () => {
    const there = { x: 2000, y: 10, width: 1200, height: 800 }
    expect(boundsOn(there, screens)).toEqual(there)
    expect(boundsOn(there, screens.slice(0, 1))).toEqual({ width: 1200, height: 800 })
    expect(boundsOn({ ...there, width: 3000, height: 2000 }, screens)).toEqual({
      x: 2000,
      y: 10,
      width: 1280,
      height: 1024,
    })
    expect(boundsOn({ width: 1440, height: 900 }, [{ ...screens[0]!, width: 1366 }])).toEqual({
      width: 1366,
      height: 900,
    })
    for (const lost of [{ y: -40 }, { y: 1070 }, { x: -1150 }, { x: 3150 }])
      expect(boundsOn({ ...there, ...lost }, screens)).not.toHaveProperty("x")
  })
})

describe("the platform's menu", () => {
  test("is macOS's alone, in the person's language, with the keys that every program has there", () => {
    expect(menuFor("linux", "zh-CN")).toBeNull()
    expect(menuFor("win32", "en")).toBeNull()
    const rolesOf = (menu: ReturnType<typeof menuFor>): readonly unknown[] =>
      menu!.flatMap(({ submenu }) => (submenu as { role?: string }[]).map(({ role }) => role))
    const menu = menuFor("darwin", "zh-CN")!
    for (const role of ["quit", "hide", "close", "cut", "copy", "paste", "selectAll", "minimize"])
      expect(rolesOf(menu)).toContain(role)
    for (const role of ["undo", "redo", "reload", "toggleDevTools"])
      expect(rolesOf(menu)).not.toContain(role)
    expect(menu.map(({ label }) => label)).toEqual(["Banxin", "文件", "编辑", "窗口"])
    expect(menuFor("darwin", "en")!.map(({ label }) => label)).toEqual([
      "Banxin",
      "File",
      "Edit",
      "Window",
    ])
  })
})
