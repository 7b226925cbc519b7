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
  const description = dialog.getByRole("textbox", { name: "拆字" })
  await expect(dialog.getByRole("textbox", { name: "字", exact: true })).toHaveValue("\u{30f54}")
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

  // What Unicode has not is composed of two characters and a sign, at once, and put into the text.
  await dialog.getByRole("button", { name: "补一个新字" }).click()
  await description.fill("氵恩")
  await dialog.getByRole("button", { name: "⿱" }).click()
  await dialog.getByRole("button", { name: "⿰" }).click()
  await expect(description).toHaveValue("⿰氵恩")
  const ink = dialog.locator(".glyph-cell path.glyph-ink")
  await expect(ink).toHaveCount(2)
  const narrow = await ink.first().getAttribute("d")
  await dialog.getByRole("slider").press("ArrowRight")
  await expect(ink.first()).not.toHaveAttribute("d", narrow!)
  await ink.first().focus()
  await page.keyboard.press("ArrowRight")

  // A part stays in the cell, however far it is put.
  const x = parts.getByRole("spinbutton", { name: "左" }).last()
  await x.fill("3000")
  await x.press("Enter")
  expect(Number(await x.inputValue())).toBeLessThan(1000)

  // What cannot be an outline says why.
  const paste = dialog.getByRole("textbox", { name: "或贴 SVG 路径" })
  await paste.fill('<svg><path stroke="#000" d="M0 0h9v9z"/></svg>')
  await expect(dialog.getByRole("alert")).toContainText("描边")
  await paste.fill("")
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

  // Read as a character that Unicode has since, it is made anew, and what stands in texts stays.
  await page.getByRole("menuitem", { name: /^文字/ }).click()
  await page.getByRole("menuitem", { name: /补字/ }).click()
  await dialog.getByRole("button", { name: "⿰氵恩" }).click()
  await dialog.getByRole("textbox", { name: "字", exact: true }).fill("\u{30f55}")
  await dialog.getByRole("button", { name: "存入本期" }).click()
  await expect(dialog.getByRole("button", { name: "\u{30f55}" })).toHaveCount(1)
  await expect(dialog.getByRole("button", { name: "⿰氵恩" })).toHaveCount(1)
  await expect(row).toHaveCount(0)
})
