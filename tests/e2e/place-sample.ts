import { expect, type Page } from "@playwright/test"

/** Opens the sample issue from the first window, and places its articles on a page. */
export async function placeSample(page: Page): Promise<void> {
  await page.getByRole("button", { name: /打开样例/ }).click()
  await page.getByRole("button", { name: /^上\s?版$/ }).click()
  await expect(page.locator(".tray .entry")).toHaveCount(10)
}
