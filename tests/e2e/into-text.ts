import type { Locator, Page } from "@playwright/test"
import { expect } from "./desk.ts"
import { placeSample } from "./place-sample.ts"

/** Opens the sample, placed on its page, and goes into the lead's text with a double click. */
export async function intoText(
  page: Page,
): Promise<{ readonly first: Locator; readonly field: Locator }> {
  await placeSample(page)
  await page.keyboard.press("Control+0")
  const box = (await page.locator(".page-canvas canvas").nth(1).boundingBox())!
  await page.mouse.dblclick(box.x + box.width / 2 - 120, box.y + box.height * 0.35)
  const field = page.getByLabel("版面文字")
  await expect(field).toBeFocused()
  return { first: page.locator("textarea.paragraph").first(), field }
}
