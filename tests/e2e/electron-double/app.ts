import { EventEmitter } from "node:events"
import { existsSync, mkdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findBrowser } from "../../../main/shell/browser/find-browser.ts"
import { startChromium, type Chromium } from "./chromium.ts"

const paths = new Map<string, string>([["userData", join(tmpdir(), "electron-double")]])
const switches: string[] = []
let running: Promise<Chromium> | null = null

/** Electron's life: ready, quit, and the questions asked on the way out. */
export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  /** Closes the windows of a program that quits; false when one of them would not. */
  closeAll: (): Promise<boolean> => Promise.resolve(true),
  quitting: false,
  setName: () => undefined,
  getVersion: () => "0.0.0",
  setPath: (name: string, path: string) => void paths.set(name, path),
  getPath: (name: string) => paths.get(name) ?? tmpdir(),
  requestSingleInstanceLock: () => true,
  enableSandbox: () => undefined,
  focus: () => undefined,
  addRecentDocument: () => undefined,
  commandLine: {
    appendSwitch: (name: string, value?: string) =>
      void switches.push(value === undefined ? `--${name}` : `--${name}=${value}`),
  },
  whenReady: () => chromium().then(() => undefined),
  exit: (code = 0) => process.exit(code),
  quit: () => void quit(),
})

/** The Chromium that stands in for Electron's own, started when the app first waits to be ready. */
export function chromium(): Promise<Chromium> {
  return (running ??= start())
}

async function start(): Promise<Chromium> {
  const browser = findBrowser()
  if (!browser || !existsSync(browser.path)) throw new Error("no Chromium, Chrome or Edge here")
  const profile = app.getPath("userData")
  mkdirSync(profile, { recursive: true })
  const started = await startChromium(browser.path, profile, switches)
  started.onEnd(() => process.exit(process.exitCode ?? 0))
  return started
}

/** Emits an event whose default can be prevented; true when nobody did. */
export function allowed(emitter: EventEmitter, name: string): boolean {
  let prevented = false
  emitter.emit(name, { preventDefault: () => void (prevented = true) })
  return !prevented
}

async function quit(): Promise<void> {
  if (!allowed(app, "before-quit")) return
  app.quitting = true
  if (!(await app.closeAll())) {
    app.quitting = false
    return
  }
  if (!allowed(app, "will-quit")) return
  app.emit("quit", {}, 0)
  process.exit(0)
}
