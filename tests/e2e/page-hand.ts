import type { Page as Window } from "@playwright/test"
import { openDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import type { KnockedDoor } from "../build/knock.ts"
import { pointsOn } from "../build/page-points.ts"
import { expect } from "./desk.ts"

/** The issue as it is kept, once all is saved. */
async function keptIssue(page: Window, door: KnockedDoor): Promise<Issue> {
  await expect(page.getByTestId("saving")).toHaveText("已保存")
  const hello = await door.call("hello")
  const path = hello.ok ? hello.value.recent[0]! : ""
  const stored = await door.call("openIssue", path)
  if (!stored.ok) throw new Error(stored.say.en)
  const { content, marks } = stored.value.documents
  return openDocument(content, marks).issue()
}

/** An input method: what it composes is shown anew by each call, and at last written. */
export interface InputMethod {
  readonly compose: (text: string) => Promise<unknown>
  readonly write: (text: string) => Promise<unknown>
}

/** The input method of a window. */
export async function inputMethod(page: Window): Promise<InputMethod> {
  const protocol = await page.context().newCDPSession(page)
  return {
    compose: (text) =>
      protocol.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    write: (text) => protocol.send("Input.insertText", { text }),
  }
}

/** A hand over the page of the window, working on what is kept. */
export interface Hand {
  issue(): Promise<Issue>
  /** Where a part of a frame is in the window: 0, 0 is its top left. */
  at(frame: Frame, across?: number, down?: number): Promise<{ x: number; y: number }>
  click(frame: Frame, options?: Parameters<Window["mouse"]["click"]>[2]): Promise<void>
  /** Presses a part of a frame, goes to a part of another, and lets go. */
  drag(from: Grip, to: Grip): Promise<void>
  keys(...keys: readonly string[]): Promise<void>
}

/** A part of a frame: 0, 0 is its top left. */
export type Grip = readonly [frame: Frame, across: number, down: number]

/** A hand on the page of a window. */
export function handOn(page: Window, door: KnockedDoor): Hand {
  const hand: Hand = {
    issue: () => keptIssue(page, door),
    async at(frame, across = 0.5, down = 0.5) {
      const { pages } = await hand.issue()
      const { grid } = pages.find(({ frames }) => frames.some(({ id }) => id === frame.id))!
      return pointsOn(page, grid)(frame.region, across, down)
    },
    async click(frame, options) {
      const { x, y } = await hand.at(frame)
      await page.mouse.click(x, y, options)
    },
    async drag(from, to) {
      const [start, end] = [await hand.at(...from), await hand.at(...to)]
      await page.mouse.move(start.x, start.y)
      await page.mouse.down()
      await page.mouse.move(end.x, end.y, { steps: 5 })
      await page.mouse.up()
    },
    async keys(...keys) {
      for (const key of keys) await page.keyboard.press(key)
    },
  }
  return hand
}
