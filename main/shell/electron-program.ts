import { spawn } from "node:child_process"
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { makeFolder } from "../files/whole.ts"

/** How long the one try to fetch Electron may take, ms. */
const FETCH_TIME = 120_000

/** Electron's package as it lies here; its `index.js` is never run, for that fetches by itself. */
export interface ElectronPackage {
  readonly folder: string
  readonly version: string
}

/** The installed package, null when there is none (as in a packed program). */
export function electronPackage(): ElectronPackage | null {
  try {
    const file = createRequire(import.meta.url).resolve("electron/package.json")
    const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string }
    return { folder: dirname(file), version }
  } catch {
    return null
  }
}

/** Electron's program in its folder, where no path.txt names it. Source: its install.js. */
const PROGRAM: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "Electron.app/Contents/MacOS/Electron",
  win32: "electron.exe",
}

/**
 * Electron's binary, null when it was not fetched: its installer writes path.txt when it is done.
 * ELECTRON_OVERRIDE_DIST_PATH names a folder that was copied by hand, as for Electron itself.
 */
export function electronProgram({ folder }: ElectronPackage): string | null {
  const own = process.env["ELECTRON_OVERRIDE_DIST_PATH"]
  try {
    const program = own
      ? join(own, PROGRAM[process.platform] ?? "electron")
      : join(folder, "dist", readFileSync(join(folder, "path.txt"), "utf8").trim())
    return statSync(program).isFile() ? program : null
  } catch {
    return null
  }
}

/** Why Electron is not to be fetched now, null when it may be tried. */
export function fetchRefusal(
  home: string,
  version: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  if (env["BANXIN_NO_FETCH"] === "1") return "BANXIN_NO_FETCH=1"
  if (env["CI"]) return "CI"
  const note = fetchNote(home)
  return existsSync(note) && readFileSync(note, "utf8").split("\n")[0] === version
    ? "前次下载未成 an earlier download failed"
    : null
}

/**
 * Fetches Electron's binary by its own installer, once and for a limited time. A failure is written
 * down, so that the next start does not wait again. The installer checks sums of its own.
 */
export async function fetchElectron(
  { folder, version }: ElectronPackage,
  home: string,
  say: (sentence: string) => void,
  time = FETCH_TIME,
): Promise<string | null> {
  const most = time / 1000
  say(
    `下载 Electron ${version}（至多 ${most} 秒）… fetching Electron ${version}, ${most} s at most`,
  )
  const why = await install(folder, say, time)
  const program = electronProgram({ folder, version })
  if (program === null) {
    makeFolder(home)
    writeFileSync(fetchNote(home), `${version}\n${why}\n`)
    say(
      `Electron 没有下载成功（${why}）；以后可用 npx --no-install install-electron 再试。Electron could not be fetched; try again with npx --no-install install-electron.`,
    )
  }
  return program
}

/** Runs the installer; returns the last thing it said, or that its time was up. */
function install(folder: string, say: (sentence: string) => void, time: number): Promise<string> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [join(folder, "install.js")], {
      stdio: ["ignore", "inherit", "pipe"],
    })
    const began = performance.now()
    const ticks = setInterval(
      () => say(`… ${Math.round((performance.now() - began) / 1000)} s`),
      10_000,
    )
    const end = setTimeout(() => child.kill("SIGKILL"), time)
    let said = ""
    child.stderr.on("data", (text: Buffer) => {
      said += text.toString()
    })
    child.on("error", (cause) => settle(cause.message))
    child.on("close", (code) => {
      clearInterval(ticks)
      clearTimeout(end)
      const first = said.trim().split("\n")[0] ?? ""
      settle(code === null ? "超时 time is up" : first || `exit ${code}`)
    })
  })
}

function fetchNote(home: string): string {
  return join(home, "electron-not-fetched.txt")
}
