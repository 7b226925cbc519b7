import type { Page } from "@playwright/test"

/** Drops files of copy on the window: names and what stands in them. */
export async function dropCopy(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((held) => {
    const data = new DataTransfer()
    for (const [name, words] of Object.entries(held)) data.items.add(new File([words], name))
    const desk = document.querySelector(".desk")!
    desk.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }))
  }, files)
}
