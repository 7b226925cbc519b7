import { spawn, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { describe, expect, test } from "vitest"
import { findBrowser, type Place } from "../../main/shell/browser/find-browser.ts"
import { browserArguments } from "../../main/shell/browser/launch.ts"
import {
  electronPackage,
  electronProgram,
  fetchElectron,
  fetchRefusal,
} from "../../main/shell/electron-program.ts"
import { hasDisplay, sandboxOf } from "../../main/shell/start.ts"
import { ownFolder } from "../build/folder.ts"
import { openNodeDoor, redeem } from "../build/knock.ts"
import { good } from "../build/machine.ts"

const home = ownFolder()

/** The environment of a start: no display, no CI, its own folder. */
function bare(change: Record<string, string> = {}): NodeJS.ProcessEnv {
  const env = {
    ...process.env,
    BANXIN_HOME: join(home, "program"),
    BANXIN_NO_FETCH: "1",
    // Wherever Electron is installed, these starts do not find it, nor what was fetched before.
    ELECTRON_OVERRIDE_DIST_PATH: join(home, "no-electron"),
    electron_config_cache: join(home, "no-cache"),
  }
  for (const name of ["DISPLAY", "WAYLAND_DISPLAY", "CI"]) Reflect.deleteProperty(env, name)
  return { ...env, ...change }
}

/** Runs a start to its end, not blocking this thread. */
function ended(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ["main/cli/banxin.mjs", "start", ...args], {
    env: bare(env),
  })
  let said = ""
  child.stdout.on("data", (text: Buffer) => void (said += text.toString()))
  return new Promise<{ readonly code: number | null; readonly said: string }>((settle) =>
    child.on("exit", (code) => settle({ code, said })),
  )
}

describe("banxin start", () => {
  test("without a display prints the fit, says where the PDF is, and ends well", () => {
    const run = spawnSync(process.execPath, ["main/cli/banxin.mjs", "start"], {
      encoding: "utf8",
      env: bare(),
    })
    expect(run.status).toBe(0)
    expect(run.stdout).toMatch(/PDF: out\/ruihe\.pdf/)
    expect(run.stdout.trim().split("\n").at(-1)).toMatch(/no display; the PDF is out\/ruihe\.pdf/)
  }, 60_000)

  test("without a browser too", () => {
    const run = spawnSync(
      process.execPath,
      ["main/cli/banxin.mjs", "start", "--shell", "browser"],
      {
        encoding: "utf8",
        env: bare({ DISPLAY: ":77", PATH: home, BANXIN_BROWSER: join(home, "no-browser") }),
      },
    )
    expect(run.status).toBe(0)
    expect(run.stdout).toMatch(/no Chromium, Chrome or Edge was found/)
  }, 60_000)

  test("an unknown shell is bad usage", () => {
    const args = ["main/cli/banxin.mjs", "start", "--shell", "curtain"]
    expect(spawnSync(process.execPath, args, { env: bare() }).status).toBe(2)
  }, 60_000)

  test("opens the browser's window and ends once the window is gone", async () => {
    const browser = join(home, "browser.mjs")
    const knock = pathToFileURL(resolve("tests/build/knock.ts")).href
    const script = `#!${process.execPath}
      import { openNodeDoor, redeem } from "${knock}"
      const address = process.argv.find((arg) => arg.startsWith("--app=")).slice(6)
      const { secret } = await redeem(address)
      const door = await openNodeDoor(new URL(address).origin, secret)
      await door.call("hello")
      setTimeout(() => door.close(), 200)`
    writeFileSync(browser, script, { mode: 0o755 })
    const run = await ended(["--shell", "browser"], {
      DISPLAY: ":77",
      CI: "1",
      BANXIN_BROWSER: browser,
    })
    expect(run).toMatchObject({ code: 0 })
    expect(run.said).toMatch(/browser\.mjs\) — --shell browser$/m)
  }, 60_000)

  test("says so when the browser opens no window", async () => {
    const browser = join(home, "broken.mjs")
    writeFileSync(browser, `#!${process.execPath}\nprocess.exit(9)`, { mode: 0o755 })
    const run = await ended([], { DISPLAY: ":77", CI: "1", BANXIN_BROWSER: browser })
    expect(run).toMatchObject({ code: 0 })
    expect(run.said).toMatch(/no Electron binary/)
    expect(run.said).toMatch(/opened no window/)
  }, 60_000)

  /** A folder with a program that stands in for Electron's. */
  function electronThat(name: string, script: string): string {
    const folder = join(home, name)
    mkdirSync(folder)
    writeFileSync(join(folder, "electron"), `#!${process.execPath}\n${script}`, { mode: 0o755 })
    return folder
  }

  test.runIf(process.platform === "linux")(
    "opens Electron where its binary is",
    async () => {
      const noted = join(home, "electron-noted.json")
      const folder = electronThat(
        "electron-here",
        `require("node:fs").writeFileSync(${JSON.stringify(noted)},
        JSON.stringify([process.argv.slice(2), process.env.ELECTRON_RUN_AS_NODE ?? null]))`,
      )
      const run = await ended(["夜班.issue"], {
        DISPLAY: ":77",
        CI: "1",
        ELECTRON_OVERRIDE_DIST_PATH: folder,
        ELECTRON_RUN_AS_NODE: "1",
      })
      expect(run).toMatchObject({ code: 0 })
      expect(run.said).toMatch(/desk: Electron [\d.]+ \(.*electron-here\/electron\)$/m)
      expect(run.said).toMatch(/^PDF: out\/ruihe\.pdf/m)
      expect(run.said).not.toMatch(/Chromium/)
      const [args, asNode] = JSON.parse(readFileSync(noted, "utf8")) as [string[], string | null]
      expect(args.slice(-2)).toEqual([resolve("dist/electron/main.js"), resolve("夜班.issue")])
      expect(asNode).toBeNull()
    },
    60_000,
  )

  test.runIf(process.platform === "linux")(
    "falls back when Electron fails at once",
    async () => {
      const browser = join(home, "falling.mjs")
      writeFileSync(browser, `#!${process.execPath}\nprocess.exit(9)`, { mode: 0o755 })
      const run = await ended([], {
        DISPLAY: ":77",
        CI: "1",
        ELECTRON_OVERRIDE_DIST_PATH: electronThat("electron-broken", "process.exit(127)"),
        BANXIN_BROWSER: browser,
      })
      expect(run).toMatchObject({ code: 0 })
      expect(run.said).toMatch(/falling\.mjs\) — Electron 未能启动 failed to start \(exit 127\)$/m)
      expect(run.said.match(/^PDF: /gm)).toHaveLength(1)
    },
    60_000,
  )

  test("--shell electron opens nothing else, and says why it could not", async () => {
    const env = { DISPLAY: ":77", CI: "1", ELECTRON_MIRROR: "http://127.0.0.1:9/" }
    const run = await ended(["--shell", "electron"], env)
    expect(run).toMatchObject({ code: 0 })
    expect(run.said).toMatch(/fetching Electron [\d.]+, 120 s at most/)
    expect(run.said).toMatch(/Electron cannot be opened: .*no Electron binary/)
    expect(run.said).toMatch(/^PDF: out\/ruihe\.pdf/m)
    expect(run.said).not.toMatch(/Chromium/)
  }, 60_000)

  test("with BANXIN_NO_OPEN=1 says the address, stays, and ends well when told to", async () => {
    const child = spawn(process.execPath, ["main/cli/banxin.mjs", "start"], {
      env: bare({ BANXIN_NO_OPEN: "1" }),
    })
    let said = ""
    child.stdout.on("data", (text: Buffer) => void (said += text.toString()))
    const over = new Promise((settle) => child.on("exit", settle))
    await expect.poll(() => said, { timeout: 20_000 }).toMatch(/#ticket=/)
    const address = /http:\S+/.exec(said)![0]
    const { secret } = await redeem(address)
    const door = await openNodeDoor(new URL(address).origin, secret)
    if (typeof door === "number") throw new Error(`refused: ${door}`)
    const date = { year: 2031, month: 5, day: 4 }
    const issue = good(await door.call("createIssue", "", "瑞河日报", date))
    // A second start hands its issue to the desk that runs, which gives it a window of its own.
    const second = await ended(["--shell", "browser", issue.path], { BANXIN_NO_OPEN: "1" })
    expect(second).toMatchObject({ code: 0 })
    expect(second.said).toMatch(/running already/)
    await expect.poll(() => said.match(/#ticket=/g)).toHaveLength(2)
    const next = new URL([...said.matchAll(/http:\S+/g)].at(-1)![0])
    expect(new URLSearchParams(next.hash.slice(1)).get("issue")).toBe(issue.path)
    expect((await redeem(next.href)).status).toBe(200)
    child.kill("SIGTERM")
    expect(await over).toBe(0)
    expect(existsSync(join(issue.path, "issue.db-wal"))).toBe(false)
    expect(existsSync(join(home, "program", "desk-running.json"))).toBe(false)
  }, 60_000)
})

describe("finding a browser", () => {
  const place = (platform: NodeJS.Platform, there: readonly string[], env = {}): Place => ({
    platform,
    env: { PATH: "/usr/local/bin:/usr/bin", ...env },
    exists: (path) => there.includes(path.replaceAll("\\", "/")),
  })

  test("takes the best that is there", () => {
    expect(findBrowser(place("linux", ["/usr/bin/google-chrome", "/usr/bin/chromium"]))).toEqual({
      name: "Chromium",
      path: "/usr/bin/chromium",
    })
    expect(findBrowser(place("linux", []))).toBeNull()
    const mac = "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"
    expect(findBrowser(place("darwin", [mac]))?.path).toBe(mac)
    const edge = "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"
    const roots = { "ProgramFiles(x86)": "C:/Program Files (x86)" }
    expect(findBrowser(place("win32", [edge], roots))?.name).toBe("Edge")
  })

  test("BANXIN_BROWSER stands before all, and is not replaced when it is wrong", () => {
    const env = { BANXIN_BROWSER: "/opt/browser" }
    expect(findBrowser(place("linux", ["/opt/browser"], env))?.path).toBe("/opt/browser")
    expect(findBrowser(place("linux", ["/usr/bin/chromium"], env))).toBeNull()
  })

  test("its window has a profile of its own, no extensions and no network", () => {
    const later = { sandboxed: true, first: false }
    const args = browserArguments("http://127.0.0.1:1/#ticket=x", "/profile", later)
    expect(args).toContain("--app=http://127.0.0.1:1/#ticket=x")
    expect(args).toContain("--user-data-dir=/profile")
    expect(args).toContain("--disable-extensions")
    expect(args).toContain("--proxy-server=http://127.0.0.1:9")
    expect(args).not.toContain("--no-sandbox")
    expect(args).not.toContain("--start-maximized")
    const first = browserArguments("a", "b", { sandboxed: false, first: true })
    expect(first).toContain("--no-sandbox")
    expect(first).toContain("--start-maximized")
  })
})

describe("what a machine lends", () => {
  test("the sandbox is left out for root in CI alone", () => {
    expect(sandboxOf({}, 1000)).toBe("on")
    expect(sandboxOf({ CI: "true" }, 1000)).toBe("on")
    expect(sandboxOf({ CI: "true" }, 0)).toBe("off")
    expect(sandboxOf({}, 0)).toBe("refused")
    expect(sandboxOf({}, null)).toBe("on")
  })

  test("a display is asked for on Linux alone", () => {
    expect(hasDisplay({}, "linux")).toBe(false)
    expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true)
    expect(hasDisplay({}, "darwin")).toBe(true)
  })
})

describe("fetching Electron", () => {
  /** An Electron package whose installer does as it is told. */
  function packageWith(name: string, installer: string) {
    const folder = join(home, name)
    mkdirSync(join(folder, "dist"), { recursive: true })
    writeFileSync(join(folder, "install.js"), installer)
    return { folder, version: "45.4.1" }
  }

  test("is not tried where it was forbidden", () => {
    expect(fetchRefusal(home, "45.4.1", { BANXIN_NO_FETCH: "1" })).toBe("BANXIN_NO_FETCH=1")
    expect(fetchRefusal(home, "45.4.1", { CI: "true" })).toBe("CI")
    expect(fetchRefusal(home, "45.4.1", {})).toBeNull()
  })

  test("a failure is said, written down, and not tried again for that version", async () => {
    const own = join(home, "failing")
    const failing = packageWith("electron-failing", "console.error('no route'); process.exit(1)")
    const said: string[] = []
    expect(await fetchElectron(failing, own, (sentence) => said.push(sentence))).toBeNull()
    expect(said.at(-1)).toMatch(/no route.*install-electron/)
    expect(fetchRefusal(own, "45.4.1", {})).toMatch(/earlier download failed/)
    expect(fetchRefusal(own, "46.0.0", {})).toBeNull()
  })

  test("one that hangs is ended when its time is up, and not tried again either", async () => {
    const own = join(home, "hanging")
    const hanging = packageWith("electron-hanging", "setInterval(() => undefined, 1000)")
    const said: string[] = []
    const say = (sentence: string): void => void said.push(sentence)
    expect(await fetchElectron(hanging, own, say, 500)).toBeNull()
    expect(said[0]).toMatch(/0\.5 s at most/)
    expect(said.at(-1)).toMatch(/time is up/)
    expect(fetchRefusal(own, "45.4.1", {})).toMatch(/earlier download failed/)
  })

  test("a success gives the program", async () => {
    const good = packageWith(
      "electron-good",
      `const { writeFileSync } = require("node:fs")
       writeFileSync(__dirname + "/dist/electron", "")
       writeFileSync(__dirname + "/path.txt", "electron")`,
    )
    writeFileSync(join(good.folder, "package.json"), "{}")
    const program = await fetchElectron(good, join(home, "good"), () => undefined)
    expect(program).toBe(join(good.folder, "dist", "electron"))
    expect(electronProgram(good)).toBe(program)
  })

  test("the package is found without its index.js being run", () => {
    const { version } = JSON.parse(readFileSync("node_modules/electron/package.json", "utf8")) as {
      version: string
    }
    expect(electronPackage()?.version).toBe(version)
  })
})
