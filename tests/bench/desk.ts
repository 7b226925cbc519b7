import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium, type Browser, type CDPSession, type Page } from "@playwright/test"
import { newDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import { makeUp } from "../../layouts/make-up.ts"
import { openLibrary } from "../../main/fonts/library.ts"
import { importFiles } from "../../main/import/open.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import { pressesOf } from "../../main/press.ts"
import { findBrowser } from "../../main/shell/browser/find-browser.ts"
import { good, machineIn } from "../build/machine.ts"
import { median } from "./clock.ts"
import { addressOf, startHost } from "./host.ts"
import { FRAMES, wave } from "./wheel.ts"
import { deskMemory, type DeskMemory } from "./desk-memory.ts"
import { reworded } from "./multiplied.ts"

/** Pages of the issue that is opened. */
const PAGES = 16

/** Milliseconds between two frames above which one was lost. */
const LOST = 25

/** What is measured of the desk in a real browser. */
export interface DeskFigures {
  /** From the start of the program to a window that can be used, s. */
  readonly window: number
  /** From the click on an issue to its page, sharp, s. */
  readonly open: number
  /** From the click to all pages composed, s. */
  readonly composed: number
  /** From a key press in a story to the page painted with it, ms: usual, and the slowest in twenty. */
  readonly key: number
  readonly slowestKey: number
  /** Frames lost in a hundred while panning at fit and at 400 %, and while zooming. */
  readonly panFit: FrameTimes
  readonly panClose: FrameTimes
  readonly zoom: FrameTimes
  readonly memory: DeskMemory
}

/** Times between frames, ms. */
export interface FrameTimes {
  readonly median: number
  readonly p95: number
  readonly worst: number
  /** Share of frames that came too late, 0 to 1. */
  readonly lost: number
}

/** Opens a large issue in the desk and measures what a person feels. */
export async function deskFigures(source: string): Promise<DeskFigures> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-bench-"))
  const home = join(folder, "program")
  await storeIssue(source, home, join(folder, "bench.issue"))
  const began = performance.now()
  try {
    const felt = await inDesk(home, async (page) => {
      const window = (performance.now() - began) / 1000
      return { window, ...(await opening(page)), ...(await working(page)) }
    })
    return { ...felt, memory: await deskMemory(home) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Does something in a window of the desk, begun with the list of recent issues. */
export async function inDesk<T>(home: string, work: (page: Page) => Promise<T>): Promise<T> {
  const host = startHost(home)
  const browser = await launch()
  try {
    const page = await (
      await browser.newContext({ viewport: { width: 1600, height: 1000 } })
    ).newPage()
    await page.goto(await addressOf(host))
    await page.locator(".start-recent button").waitFor()
    return await work(page)
  } finally {
    await browser.close()
    host.kill("SIGTERM")
  }
}

/** Keeps an issue of many pages in a folder, as a night's work leaves it; `work` is done on it first. */
export async function storeIssue(
  source: string,
  home: string,
  path: string,
  work: (document: OpenDocument) => void = () => undefined,
): Promise<void> {
  const imported = await importFiles([source], { tray: tmpdir() })
  if (!imported.ok) throw new Error(imported.say.en)
  const { articles } = imported.value
  const { compose } = pressesOf(openLibrary([]), await loadPictures(articles))
  const date = { year: 2026, month: 11, day: 23 }
  const order = { template: null, measure: null, breaks: "free", paper: "版心日报", date } as const
  const set = makeUp(articles, order, compose)
  if (!set.ok) throw new Error(set.say.en)
  const machine = machineIn(home)
  const made = good(await machine.call("createIssue", path, order.paper, date))
  const document = newDocument(reworded(set.value.issue, PAGES))
  work(document)
  for (const part of ["content", "marks"] as const)
    good(await machine.call("keepUpdate", made.path, part, document.state(part)))
  await machine.close()
}

/** The system's browser without a GPU, as on a machine that has none. */
async function launch(): Promise<Browser> {
  const found = findBrowser()
  if (!found) throw new Error("no Chromium, Chrome or Edge here")
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : []
  return chromium.launch({ executablePath: found.path, args: ["--disable-gpu", ...root] })
}

/** Opens the issue by its name in the list of recent ones. */
export async function opening(page: Page): Promise<Pick<DeskFigures, "open" | "composed">> {
  await page.evaluate(`void (window.opened = new Promise((settle) => {
    const times = {}
    let began = 0
    addEventListener("click", (event) => (began ||= event.timeStamp), { capture: true })
    const look = () => {
      const sharp = document.querySelector(".page-canvas canvas")?.dataset.sharp === "true"
      if (sharp) times.open ??= (performance.now() - began) / 1000
      const pages = document.querySelectorAll(".pages[aria-busy=false] button").length
      if (pages === ${PAGES}) times.composed ??= (performance.now() - began) / 1000
      if (times.open && times.composed) settle(times)
      else requestAnimationFrame(look)
    }
    look()
  }))`)
  await page.locator(".start-recent button").click()
  return page.evaluate("window.opened")
}

async function working(
  page: Page,
): Promise<Omit<DeskFigures, "window" | "open" | "composed" | "memory">> {
  const protocol = await page.context().newCDPSession(page)
  await page.keyboard.press("Control+0")
  await settled(page)
  const keys = await typing(page)
  const panFit = await frames(page, protocol, (n) => ({ deltaX: 0, deltaY: wave(n) * 6 }))
  await zoomTo(page, 4)
  const panClose = await frames(page, protocol, (n) => ({ deltaX: 8, deltaY: wave(n) * 30 }))
  await page.keyboard.press("Control+0")
  await settled(page)
  const zoom = await frames(page, protocol, (n) => ({
    deltaX: 0,
    deltaY: wave(n) * -12,
    zoom: true,
  }))
  return {
    key: median(keys),
    slowestKey: keys.toSorted((a, b) => a - b).at(-1)!,
    panFit,
    panClose,
    zoom,
  }
}

/** Waits until the page is sharp and stays so. */
export async function settled(page: Page): Promise<void> {
  const canvas = page.locator(".page-canvas canvas").first()
  let calm = 0
  while (calm < 4) {
    await page.waitForTimeout(50)
    calm = (await canvas.getAttribute("data-sharp")) === "true" ? calm + 1 : 0
  }
}

async function zoomTo(page: Page, times: number): Promise<void> {
  const canvas = page.locator(".page-canvas canvas").first()
  const box = (await canvas.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const scale = Number((await canvas.getAttribute("data-sheet"))!.split(" ")[2])
  await page.keyboard.down("Control")
  await page.mouse.wheel(0, -300 * Math.log((times * 96) / 72 / scale))
  await page.keyboard.up("Control")
  await settled(page)
}

/** Key presses in the first story of the page, ms from the press to a sharp page. */
async function typing(page: Page): Promise<readonly number[]> {
  await page.locator(".tray .entry").first().click()
  const paragraph = page.locator("textarea.paragraph").nth(2)
  await paragraph.click()
  await page.evaluate(`{
    window.presses = []
    let pressed = null
    addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true })
    const canvas = document.querySelector(".page-canvas canvas")
    new MutationObserver(() => {
      if (pressed === null || canvas.dataset.sharp !== "true") return
      window.presses.push(performance.now() - pressed)
      pressed = null
    }).observe(canvas, { attributeFilter: ["data-sharp"] })
  }`)
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press("a")
    await page.waitForTimeout(250)
  }
  return page.evaluate<number[]>("window.presses")
}

/** Times between frames while a wheel turns at sixty steps a second. */
async function frames(
  page: Page,
  protocol: CDPSession,
  step: (n: number) => { deltaX: number; deltaY: number; zoom?: boolean },
): Promise<FrameTimes> {
  const box = (await page.locator(".page-canvas canvas").first().boundingBox())!
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.evaluate(`{
    window.frameTimes = []
    let last = 0
    const look = (now) => {
      if (last) window.frameTimes.push(now - last)
      last = now
      if (window.frameTimes.length < ${FRAMES}) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }`)
  for (let n = 0; n < FRAMES; n += 1) {
    const { zoom, ...delta } = step(n)
    const wheel = { type: "mouseWheel", ...at, ...delta, modifiers: zoom ? 2 : 0 } as const
    void protocol.send("Input.dispatchMouseEvent", wheel)
    await new Promise((settle) => setTimeout(settle, 16))
  }
  await page.waitForTimeout(500)
  const times = (await page.evaluate<number[]>("window.frameTimes")).toSorted((a, b) => a - b)
  return {
    median: median(times),
    p95: times[Math.floor(times.length * 0.95)]!,
    worst: times.at(-1)!,
    lost: times.filter((time) => time > LOST).length / times.length,
  }
}
