import { EventEmitter } from "node:events"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { handleCalls } from "../../main/shell/electron/calls.ts"
import { response, runDesk } from "../../main/shell/electron/desk.ts"
import { dialogAnswer } from "../../main/shell/electron/dialogs.ts"
import { isOurs } from "../../main/shell/electron/origin.ts"
import { doorOf } from "../../main/shell/electron/preload-door.ts"
import { windowOptions } from "../../main/shell/electron/window.ts"
import { standIn, type StandIn } from "../build/electron.ts"
import { ownFolder } from "../build/folder.ts"

const home = ownFolder()
const desk = join(home, "desk")
const program = { version: "0.1.0", desk, preload: "/built/preload.cjs" }

beforeAll(() => {
  mkdirSync(desk)
  writeFileSync(join(desk, "index.html"), "<!doctype html><title>desk</title>")
})

beforeEach(() => {
  vi.stubEnv("BANXIN_HOME", join(home, "program"))
  return () => vi.unstubAllEnvs()
})

/** A desk that was started on the stand-in. */
async function started(): Promise<StandIn> {
  const electron = standIn()
  await runDesk(electron.parts, program)
  return electron
}

describe("the window", () => {
  test("is sandboxed, isolated, and has no Node", () => {
    expect(windowOptions("/p.cjs", { width: 1, height: 1 }).webPreferences).toEqual({
      preload: "/p.cjs",
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
  })

  test("shows the desk and goes nowhere else", async () => {
    const { windows, calls } = await started()
    expect(calls("loadURL")).toEqual([["app://desk/"]])
    const { webContents, options } = windows[0]!
    expect(options).toMatchObject({ webPreferences: { preload: "/built/preload.cjs" } })
    const prevented = (name: string, url: string): boolean => {
      let stopped = false
      webContents.emit(name, { url, preventDefault: () => (stopped = true) })
      return stopped
    }
    for (const name of ["will-navigate", "will-redirect", "will-frame-navigate"]) {
      expect(prevented(name, "https://evil.example/")).toBe(true)
      expect(prevented(name, "app://other/")).toBe(true)
      expect(prevented(name, "file:///etc/passwd")).toBe(true)
      expect(prevented(name, "app://desk/pictures/1/2")).toBe(true)
      expect(prevented(name, "app://desk/")).toBe(false)
    }
    expect(prevented("will-attach-webview", "app://desk/")).toBe(true)
    expect(webContents.openHandler!()).toEqual({ action: "deny" })
  })
})

describe("the program", () => {
  test("sets sandbox, scheme and menu before any window", async () => {
    const { calls } = await started()
    expect(calls("enableSandbox")).toHaveLength(1)
    expect(calls("registerSchemesAsPrivileged")[0]![0]).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
    expect(calls("appendSwitch")).toEqual([["host-resolver-rules", "MAP * ~NOTFOUND"]])
    expect(calls("setApplicationMenu")).toEqual([[null]])
    expect(calls("setPath")).toEqual([["userData", join(home, "program", "electron")]])
  })

  test("runs once: a second instance only quits", async () => {
    const electron = standIn({ first: false })
    await runDesk(electron.parts, program)
    expect(electron.calls("quit")).toHaveLength(1)
    expect(electron.windows).toEqual([])
  })

  test("denies every permission and every address but its own", async () => {
    const { calls } = await started()
    const answers: unknown[] = []
    const ask = calls("setPermissionRequestHandler")[0]![0] as (...args: unknown[]) => void
    ask(null, "geolocation", (granted: boolean) => answers.push(granted))
    answers.push((calls("setPermissionCheckHandler")[0]![0] as () => boolean)())
    answers.push((calls("setDevicePermissionHandler")[0]![0] as () => boolean)())
    expect(answers).toEqual([false, false, false])
    const filter = calls("onBeforeRequest")[0]![0] as (
      request: { url: string },
      answer: (verdict: { cancel: boolean }) => void,
    ) => void
    const cancels = (url: string): boolean => {
      let cancelled = false
      filter({ url }, ({ cancel }) => (cancelled = cancel))
      return cancelled
    }
    for (const url of [
      "https://evil.example",
      "http://127.0.0.1",
      "file:///etc/passwd",
      "app://x/",
    ])
      expect(cancels(url)).toBe(true)
    for (const url of ["app://desk/assets/a.js", "blob:app://desk/1", "data:,x", "devtools://x"])
      expect(cancels(url)).toBe(false)
  })

  test("downloads nothing", async () => {
    const { calls } = await started()
    const [name, listen] = calls("session.on")[0] as [string, (event: object) => void]
    let held = 0
    listen({ preventDefault: () => held++ })
    expect([name, held]).toEqual(["will-download", 1])
  })

  test("confines every page that comes to be, not only its windows", async () => {
    const { app } = await started()
    const page = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => undefined })
    app.emit("web-contents-created", {}, page)
    let held = 0
    page.emit("will-navigate", { url: "https://evil.example/", preventDefault: () => held++ })
    expect(held).toBe(1)
  })

  test("closes the issues before it quits", async () => {
    const { app, calls } = await started()
    app.emit("window-all-closed")
    expect(calls("quit")).toHaveLength(1)
    let held = 0
    const event = { preventDefault: () => held++ }
    app.emit("will-quit", event)
    await expect.poll(() => calls("quit").length).toBe(2)
    app.emit("will-quit", event)
    expect(held).toBe(1)
  })
})

describe("calls", () => {
  const page = { url: "app://desk/" }

  test("are answered for the desk's own page alone", async () => {
    let handler: (...args: unknown[]) => unknown = () => undefined
    const ipc = { handle: (_channel: string, given: typeof handler) => void (handler = given) }
    const machine = { answer: (...call: unknown[]) => Promise.resolve({ ok: true, value: call }) }
    const contents = { mainFrame: null as unknown }
    const windows = {
      of: (sender: unknown) =>
        sender === contents ? { window: { webContents: contents } } : undefined,
    }
    handleCalls(ipc as never, machine as never, windows as never)
    const from = (senderFrame: unknown, mainFrame: unknown, sender = contents): unknown => {
      sender.mainFrame = mainFrame
      return handler({ senderFrame, sender }, "pictures", ["/x"])
    }
    expect(await from(page, page)).toEqual({ ok: true, value: ["pictures", ["/x"], contents] })
    expect(() => from(page, page, { mainFrame: page })).toThrow()
    const elsewhere = { url: "https://evil.example/" }
    expect(() => from(elsewhere, elsewhere)).toThrow()
    expect(() => from({ url: "app://desk/" }, page)).toThrow()
    expect(() => from(null, page)).toThrow()
  })

  test("the real table answers through the handler", async () => {
    const { calls, windows } = await started()
    const [channel, handler] = calls("ipcMain.handle")[0] as [string, (...a: unknown[]) => unknown]
    expect(channel).toBe("banxin:call")
    const sender = Object.assign(windows[0]!.webContents, { mainFrame: page })
    const event = { senderFrame: page, sender }
    expect(await handler(event, "hello", [])).toMatchObject({
      ok: true,
      value: { shell: "electron", version: "0.1.0" },
    })
    expect(await handler(event, "nonsense", [])).toMatchObject({ ok: false })
  })

  test("the preload gives the page two functions and no event of IPC", async () => {
    const ipc = Object.assign(new EventEmitter(), {
      invoke: (...args: unknown[]) => Promise.resolve(args),
    })
    const door = doorOf(ipc as never)
    expect(Object.keys(door)).toEqual(["call", "on"])
    expect(await door.call("openIssue", "/x")).toEqual(["banxin:call", "openIssue", ["/x"]])
    const heard: unknown[][] = []
    const stop = door.on("exportProgress", (...args) => heard.push(args))
    ipc.emit("banxin:event", { sender: "secret" }, "exportProgress", { done: 1 })
    ipc.emit("banxin:event", { sender: "secret" }, "other", {})
    stop()
    ipc.emit("banxin:event", { sender: "secret" }, "exportProgress", { done: 2 })
    expect(heard).toEqual([[{ done: 1 }]])
  })

  test("the built preload requires Electron and nothing else", () => {
    const built = readFileSync("dist/electron/preload.cjs", "utf8")
    expect([...built.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual([
      "electron",
    ])
  })
})

describe("the scheme", () => {
  const nothing = { picture: () => null, plates: () => null }

  test("serves the desk with its headers, and nothing of another host", async () => {
    const served = await response("app://desk/", desk, nothing)
    expect(await served.text()).toMatch(/<title>desk/)
    expect(served.headers.get("content-security-policy")).toMatch(/default-src 'none'/)
    expect((await response("app://desk/..%2f..%2fetc/passwd.txt", desk, nothing)).status).toBe(404)
    expect((await response("app://other/", desk, nothing)).status).toBe(403)
  })

  test("an address is ours by protocol and host", () => {
    expect(isOurs("app://desk/x?y#z")).toBe(true)
    for (const address of [
      "app://desk.evil/",
      "app:desk",
      "https://desk/",
      "",
      "app://user@other/",
    ])
      expect(isOurs(address)).toBe(false)
  })
})

describe("dialogs", () => {
  const ask = { title: "开", save: false, folder: false, many: true, endings: ["txt"], name: "" }

  test("are the platform's", async () => {
    const asked: unknown[] = []
    const dialog = {
      showOpenDialog: (options: unknown) => {
        asked.push(options)
        return Promise.resolve({ canceled: false, filePaths: ["/a.txt", "/b.txt"] })
      },
      showSaveDialog: (options: unknown) => {
        asked.push(options)
        return Promise.resolve({ canceled: true, filePath: "" })
      },
    }
    expect(await dialogAnswer(dialog as never, null, ask)).toEqual(["/a.txt", "/b.txt"])
    expect(await dialogAnswer(dialog as never, null, { ...ask, save: true, name: "x" })).toEqual([])
    expect(asked).toEqual([
      {
        title: "开",
        properties: ["openFile", "multiSelections"],
        filters: [{ name: "txt", extensions: ["txt"] }],
      },
      { title: "开", defaultPath: "x", filters: [{ name: "txt", extensions: ["txt"] }] },
    ])
  })
})
