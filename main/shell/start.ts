import { spawn } from "node:child_process"
import { join, resolve } from "node:path"
import { appFolder } from "../files/app-folder.ts"
import { rootFolder } from "../root.ts"
import { findBrowser } from "./browser/find-browser.ts"
import { handOver } from "./browser/hand-over.ts"
import { runBrowserShell } from "./browser/run.ts"
import {
  electronPackage,
  electronProgram,
  fetchElectron,
  fetchRefusal,
} from "./electron-program.ts"

/** Which shell was asked for: `auto` takes Electron where it is or can be had. */
export type ShellChoice = "auto" | "electron" | "browser" | "none"

/** What a start of the desk is given. */
export interface StartOrder {
  readonly shell: ShellChoice
  readonly version: string
  /** Where the sample's PDF is, for those who get no desk. */
  readonly pdf: string
  /** An issue folder to open, null for none. */
  readonly issue: string | null
  /** Composes the sample, once: before it is said where the PDF is, or while Electron comes up. */
  compose(): Promise<unknown>
  /** The same beside this process, which has a window to answer. */
  composeBeside(): Promise<unknown>
  say(sentence: string): void
}

/** An Electron that ends sooner than this with a fault has not shown a window, ms. */
const TOO_SOON = 10_000

type Env = Readonly<Record<string, string | undefined>>

/** Whether a window can be shown at all: Linux and the BSDs name their display in the environment. */
export function hasDisplay(env: Env, platform: NodeJS.Platform): boolean {
  if (platform === "win32" || platform === "darwin") return true
  return Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"])
}

/**
 * Whether a desk that runs in the browser shell opened a window for this start, with its issue in it
 * or empty. Electron's shell does the same by itself.
 */
export async function handedOver({
  shell,
  issue,
  say,
}: Pick<StartOrder, "shell" | "issue" | "say">): Promise<boolean> {
  if (shell !== "auto" && shell !== "browser") return false
  const path = issue === null ? null : resolve(issue)
  if (!(await handOver(appFolder(process.env), path))) return false
  say("版心已在运行，已在那里打开窗口。Banxin is running already; the window was opened there.")
  return true
}

/**
 * Opens the desk and returns when it was closed; says which shell it is and why. Where no window can
 * be shown it says so and returns at once.
 */
export async function startDesk(order: StartOrder): Promise<void> {
  const { shell, say } = order
  const env = process.env
  if (shell === "none") return
  const unseen = env["BANXIN_NO_OPEN"] === "1"
  if (!unseen && !hasDisplay(env, process.platform))
    return withoutDesk(order, "没有显示器，不打开界面", "there is no display")
  if (unseen && shell !== "electron") return runInBrowser(order, "BANXIN_NO_OPEN=1")
  if (shell === "browser") return runInBrowser(order, "--shell browser")
  const why = await runInElectron(order, env)
  if (why === null) return
  if (shell === "electron")
    return say(`Electron 打不开：${why}。Electron cannot be opened: ${why}.`)
  return runInBrowser(order, why)
}

/** Runs the Electron shell until it is closed; a reason when it could not be. */
async function runInElectron(order: StartOrder, env: Env): Promise<string | null> {
  const sandbox = sandboxOf(env)
  if (sandbox === "refused") return "以 root 运行 running as root"
  const home = appFolder(env)
  const installed = electronPackage()
  if (!installed) return "没有 Electron 包 no Electron package"
  let program = electronProgram(installed)
  if (!program) {
    const refusal = order.shell === "electron" ? null : fetchRefusal(home, installed.version, env)
    if (refusal !== null) return `没有 Electron 程序 no Electron binary (${refusal})`
    const fetched = fetchElectron(installed, home, order.say)
    await order.compose()
    program = await fetched
    if (!program) return "没有 Electron 程序 no Electron binary"
  }
  order.say(`界面 desk: Electron ${installed.version} (${program})`)
  const ended = electronEnd(program, [
    ...(sandbox === "off" ? ["--no-sandbox"] : []),
    join(rootFolder(), "dist/electron/main.js"),
    ...(order.issue === null ? [] : [resolve(order.issue)]),
  ])
  await order.compose()
  const { code, lasted } = await ended
  return code !== 0 && lasted < TOO_SOON ? `Electron 未能启动 failed to start (exit ${code})` : null
}

/** Says where the PDF is to those who get no desk, and why they get none. */
async function withoutDesk(order: StartOrder, zh: string, en: string): Promise<void> {
  await order.compose()
  const { pdf } = order
  order.say(`${zh}；PDF 在 ${pdf}。No desk is opened, for ${en}; the PDF is ${pdf}.`)
}

function electronEnd(
  program: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly lasted: number }> {
  const env = { ...process.env }
  delete env["ELECTRON_RUN_AS_NODE"]
  const began = performance.now()
  return new Promise((settle) => {
    const end = (code: number | null): void => settle({ code, lasted: performance.now() - began })
    const child = spawn(program, args, { stdio: "inherit", env })
    child.on("error", () => end(null))
    child.on("exit", end)
  })
}

async function runInBrowser(order: StartOrder, why: string): Promise<void> {
  const { say, version, issue } = order
  const env = process.env
  const unseen = env["BANXIN_NO_OPEN"] === "1"
  const browser = unseen ? null : findBrowser()
  if (!unseen && !browser)
    return withoutDesk(
      order,
      `没有找到 Chromium、Chrome 或 Edge，不打开界面（${why}）`,
      "no Chromium, Chrome or Edge was found",
    )
  const sandbox = sandboxOf(env)
  if (browser && sandbox === "refused")
    return withoutDesk(order, "不以 root 身份打开界面", "this is root's account")
  if (browser) say(`界面 desk: ${browser.name} (${browser.path}) — ${why}`)
  const open = issue === null ? null : resolve(issue)
  const setting = { home: appFolder(env), version, open }
  const ending = await runBrowserShell({
    setting,
    browser,
    sandboxed: sandbox === "on",
    meanwhile: order.composeBeside,
    say,
  })
  if (ending === "no window")
    say(`${browser?.name} 没有打开窗口。${browser?.name} opened no window.`)
  if (ending === "stolen")
    say(
      "会话被别的程序取用，已结束；请重新启动。Another program took the session, so it was ended; start again.",
    )
}

/** Root has no sandbox in Chromium: in CI it goes without, elsewhere it is refused. */
export function sandboxOf(
  env: Env,
  user: number | null = process.getuid?.() ?? null,
): "on" | "off" | "refused" {
  if (user !== 0) return "on"
  return env["CI"] ? "off" : "refused"
}
