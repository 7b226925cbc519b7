import { join } from "node:path"
import { expect, test } from "./desk.ts"
import { intoText } from "./into-text.ts"

test("a character that no face has is composed of others, shown, found and kept", async ({
  page,
}) => {
  const { first, field } = await intoText(page)
  await page.keyboard.press("Control+2")
  await page.keyboard.press("Control+Home")
  const before = await first.inputValue()

  // What Unicode has and the faces have not is found, and made from there.
  await page.keyboard.insertText("\u{30f54}")
  const row = page.locator('.findings li[data-rule="fonts/missing-glyph"]')
  await row.getByRole("button", { name: /^补\s?字$/ }).click()
  const dialog = page.getByRole("dialog", { name: "补字" })
  const reading = dialog.getByRole("textbox", { name: "字，或拆字描述" })
  await expect(reading).toHaveValue("\u{30f54}")
  const part = dialog.getByRole("textbox", { name: "加部件：一个字" })
  for (const one of ["木", "恩"]) {
    await part.fill(one)
    await part.press("Enter")
  }
  const parts = dialog.getByRole("group", { name: "部件" })
  await parts.getByRole("spinbutton", { name: "宽" }).first().fill("400")
  await parts.getByRole("spinbutton", { name: "宽" }).last().fill("640")
  await parts.getByRole("spinbutton", { name: "左" }).last().fill("370")
  await dialog.getByRole("button", { name: "存入本期" }).click()
  await expect(row).toHaveCount(0)

  // What Unicode has not is composed by its description, and put into the text.
  await dialog.getByRole("button", { name: "补一个新字" }).click()
  await reading.fill("⿰氵恩")
  await reading.press("Enter")
  await expect(dialog.locator(".glyph-cell path.glyph-ink")).toHaveCount(2)
  const water = dialog.locator(".glyph-cell path.glyph-ink").first()
  await water.focus()
  await page.keyboard.press("ArrowRight")
  await page.screenshot({ path: join("test-results", "made-glyphs.png") })
  await dialog.getByRole("button", { name: "存入并插到光标处" }).click()
  await expect(dialog).toHaveCount(0)
  await expect(first).toHaveValue(`\u{30f54}\u{f0000}${before}`)

  // It is looked for by its description.
  await field.focus()
  await page.keyboard.press("Control+f")
  await page.getByRole("textbox", { name: "查找" }).first().fill("⿰氵恩")
  await expect(page.locator(".find-hits li, .find li").first()).toBeVisible()
  await page.screenshot({ path: join("test-results", "made-glyphs-page.png") })
})
