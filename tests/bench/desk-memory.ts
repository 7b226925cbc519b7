import { join } from "node:path"
import { addressOf, startHost } from "./host.ts"
import { openPlainWindow, type PlainWindow } from "./plain-window.ts"
import { isRenderer, memoryOf, tree } from "./process-memory.ts"
import { FRAMES, wave } from "./wheel.ts"
import { findBrowser } from "../../main/shell/browser/find-browser.ts"

/** Memory of the desk at work, MiB: of its window with its workers, and of all processes together. */
export interface DeskMemory {
  readonly window: number
  readonly all: number
}

/** The most that was seen, looking each second of a night's work on the issue that `home` knows last. */
export async function deskMemory(home: string): Promise<DeskMemory> {
  const host = startHost(home)
  const found = findBrowser()
  if (!found) throw new Error("no Chromium, Chrome or Edge here")
  const window = await openPlainWindow(found.path, join(home, "browser"), await addressOf(host))
  const looks: DeskMemory[] = []
  const beat = setInterval(() => void looks.push(memoryNow()), 1000)
  try {
    await work(window)
  } finally {
    clearInterval(beat)
    await window.close()
    host.kill("SIGTERM")
  }
  const most = (of: keyof DeskMemory) => Math.max(...looks.map((look) => look[of]))
  return { window: most("window"), all: most("all") }
}

/** Opens the issue, writes, pans and zooms, and shows every page. */
async function work(window: PlainWindow): Promise<void> {
  await click(window, ".start-recent button")
  await come(window, `document.querySelector(".pages[aria-busy=false] button")`)
  await sharp(window)
  await press(window, { key: "0", code: "Digit0", windowsVirtualKeyCode: 48, modifiers: CONTROL })
  await click(window, ".tray .entry")
  await come(window, `document.querySelectorAll("textarea.paragraph")[2]`)
  await window.evaluate(`document.querySelectorAll("textarea.paragraph")[2].focus()`)
  for (let n = 0; n < 20; n += 1) {
    await press(window, { key: "a", code: "KeyA", windowsVirtualKeyCode: 65, text: "a" })
    await pause(250)
  }
  await turn(window, (n) => ({ deltaX: 0, deltaY: wave(n) * 6 }))
  await turn(window, (n) => ({ deltaX: 0, deltaY: wave(n) * -12, modifiers: CONTROL }))
  await press(window, { key: "4", code: "Digit4", windowsVirtualKeyCode: 52, modifiers: CONTROL })
  await turn(window, (n) => ({ deltaX: 8, deltaY: wave(n) * 30 }))
  await press(window, { key: "0", code: "Digit0", windowsVirtualKeyCode: 48, modifiers: CONTROL })
  const pages = await window.evaluate<number>(`document.querySelectorAll(".pages button").length`)
  for (let n = 0; n < pages; n += 1) {
    await window.evaluate(`document.querySelectorAll(".pages button")[${n}].click()`)
    await pause(200)
    await sharp(window)
  }
}

async function click(window: PlainWindow, selector: string): Promise<void> {
  await come(window, `document.querySelector("${selector}")`)
  await window.evaluate(`document.querySelector("${selector}").click()`)
}

/** The Control key, as the protocol counts keys that are held. */
const CONTROL = 2

async function press(window: PlainWindow, key: object): Promise<void> {
  await window.send("Input.dispatchKeyEvent", { type: "keyDown", ...key })
  await window.send("Input.dispatchKeyEvent", { type: "keyUp", ...key })
}

/** Turns the wheel over the middle of the page, sixty steps a second. */
async function turn(window: PlainWindow, step: (n: number) => object): Promise<void> {
  const at = await window.evaluate<{ readonly x: number; readonly y: number }>(`(() => {
    const { x, y, width, height } = document.querySelector(".page-canvas").getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  })()`)
  for (let n = 0; n < FRAMES; n += 1) {
    void window.send("Input.dispatchMouseEvent", { type: "mouseWheel", ...at, ...step(n) })
    await pause(16)
  }
  await sharp(window)
}

async function sharp(window: PlainWindow): Promise<void> {
  await come(window, `document.querySelector(".page-canvas canvas")?.dataset.sharp === "true"`)
}

/** Waits until something is so in the window. */
async function come(window: PlainWindow, expression: string): Promise<void> {
  for (let n = 0; n < 1200; n += 1) {
    if (await window.evaluate<boolean>(`Boolean(${expression})`)) return
    await pause(50)
  }
  throw new Error(`never in a minute: ${expression}`)
}

function pause(ms: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, ms))
}

function memoryNow(): DeskMemory {
  const own = tree(process.pid).filter((pid) => pid !== process.pid)
  return {
    window: Math.max(...own.filter((pid) => isRenderer(pid)).map(memoryOf)),
    all: own.map(memoryOf).reduce((sum, one) => sum + one, 0),
  }
}
