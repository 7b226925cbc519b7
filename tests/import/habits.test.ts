import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { importText } from "../../main/import/import.ts"
import { outlineOf } from "../build/import-outline.ts"

/** Pieces of copy with one habit each, `@@@@ name`, the copy, `====`, what it must come out as. */
const CASES = readFileSync(resolve(import.meta.dirname, "habits.txt"), "utf8")
  .split(/^@@@@ /m)
  .slice(1)
  .map((one) => {
    const [name, rest] = [one.slice(0, one.indexOf("\n")), one.slice(one.indexOf("\n") + 1)]
    const [copy, outline] = rest.split("\n====\n")
    return { name, copy: copy ?? "", outline: (outline ?? "").trimEnd() }
  })

describe("habits of newspapers", () => {
  it.each(CASES)("$name", ({ name, copy, outline }) => {
    const format = name.startsWith("markdown") ? "markdown" : "text"
    const imported = importText(copy, { format })
    if (!imported.ok) throw new Error(imported.say.en)
    expect(outlineOf(imported.value.articles)).toBe(outline)
  })
})
