import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { inDesk, opening, settled, storeIssue } from "./desk.ts"
import { median } from "./clock.ts"
import { mark, MARKS, type Times } from "./proof.ts"

/** What is felt of 3,000 marks on 16 pages in a real browser, ms. */
export interface ProofDeskFigures {
  /** From turning to the next page to all of it painted, with its marks and without any. */
  readonly turn: Times
  readonly bareTurn: Times
  /** From the click on a page farther on to all of it painted with its marks. */
  readonly jump: Times
  /** From the key to the list of marks. */
  readonly list: Times
  /** From the key that carries a mark out to the page painted with it. */
  readonly apply: Times
}

/** Pages that are turned to one after another, and in leaps; marks that are carried out. */
const NEXT = [1, 2, 3, 4, 5, 6, 7, 8]
const FAR = [12, 3, 15, 6, 10, 1, 13, 5]
const APPLIED = 12

/** Measures in a real browser what `proofFigures` measures of the engine alone. */
export async function proofDeskFigures(source: string): Promise<ProofDeskFigures> {
  const bareTurn = await withIssue(source, 0, (page) => turning(page, NEXT))
  return withIssue(source, MARKS, async (page) => {
    const turn = await turning(page, NEXT)
    const jump = await turning(page, FAR)
    const list = await listing(page)
    return { turn, bareTurn, jump, list, apply: await applying(page) }
  })
}

async function withIssue<T>(
  source: string,
  marks: number,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-bench-"))
  try {
    const home = join(folder, "program")
    await storeIssue(source, home, join(folder, "bench.issue"), (document) => mark(document, marks))
    return await inDesk(home, async (page) => {
      await opening(page)
      await settled(page)
      return work(page)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Milliseconds from an event to the end of the first frame in which something holds: when all that
 * the window draws in it is drawn.
 */
function timed(page: Page, event: string, holds: string): Promise<void> {
  return page.evaluate(`void (
    window.timed = new Promise((settle) => {
      addEventListener("${event}", ({ timeStamp }) => {
        const look = () => (${holds}) ? settle(performance.now() - timeStamp) : next()
        const next = () => requestAnimationFrame(() => setTimeout(look))
        next()
      }, { capture: true, once: true })
    })
  )`)
}

const SHARP = `document.querySelector(".page-canvas canvas").dataset.sharp === "true"`

async function turning(page: Page, to: readonly number[]): Promise<Times> {
  const spent: number[] = []
  for (const at of to) {
    await page.locator(".pages button").nth(at).scrollIntoViewIfNeeded()
    await timed(page, "click", SHARP)
    await page.locator(".pages button").nth(at).click()
    spent.push(await page.evaluate<number>("window.timed"))
    await settled(page)
  }
  return timesOf(spent)
}

async function listing(page: Page): Promise<Times> {
  const spent: number[] = []
  for (let i = 0; i < 3; i += 1) {
    await page
      .getByRole("tab", { name: "文稿" })
      .or(page.getByText("文稿", { exact: true }))
      .first()
      .click()
    await page.waitForTimeout(300)
    await timed(page, "keydown", `document.querySelector(".mark-row")?.offsetParent != null`)
    await page.keyboard.press("F9")
    spent.push(await page.evaluate<number>("window.timed"))
    await page.waitForTimeout(300)
  }
  return timesOf(spent)
}

async function applying(page: Page): Promise<Times> {
  await page.getByRole("listbox", { name: "校对批注" }).focus()
  const spent: number[] = []
  for (let i = 0; i < APPLIED; i += 1) {
    await page.keyboard.press("ArrowDown")
    await settled(page)
    await timed(page, "keydown", SHARP)
    await page.keyboard.press("g")
    spent.push(await page.evaluate<number>("window.timed"))
    await settled(page)
  }
  return timesOf(spent)
}

function timesOf(spent: readonly number[]): Times {
  return { usual: median(spent), slowest: Math.max(...spent) }
}
