import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"

interface Answered {
  readonly cases: readonly {
    readonly lines: readonly string[]
    readonly advances: readonly (readonly number[])[]
  }[]
}

function lines(cases: readonly object[]): Answered {
  const file = join(mkdtempSync(join(tmpdir(), "banxin-")), "cases.json")
  writeFileSync(file, JSON.stringify({ cases }))
  const run = spawnSync(process.execPath, ["main/cli/banxin.mjs", "lines", file], {
    encoding: "utf8",
  })
  expect(run.stderr).toBe("")
  return JSON.parse(run.stdout) as Answered
}

describe("banxin lines", () => {
  test("gives each case its lines and every character's advance in em", () => {
    const { cases } = lines([{ text: "城里的“夜市”，开了。", measureEm: 20 }])
    expect(cases[0]!.lines).toEqual(["城里的“夜市”，开了。"])
    expect(cases[0]!.advances).toEqual([[1, 1, 1, 1, 1, 1, 0.5, 1, 1, 1, 0.5]])
  })

  test("a comma hangs where it is told to, and only where it would not fit", () => {
    const text = "灯火渐明了，江风徐来吧"
    const [hung, half] = lines([
      { text, measureEm: 5, options: { hang: true } },
      { text, measureEm: 5 },
    ]).cases
    expect(hung!.lines[0]).toBe("灯火渐明了，")
    expect(half!.lines[0]).toBe("灯火渐明")
  })

  const SHARED = "../shared/cases/15-clreq-kinsoku-lines.json"
  test.skipIf(!existsSync(SHARED))(
    "marks keep off line edges as CLREQ has it (skipped without ../shared)",
    () => {
      const { cases } = JSON.parse(readFileSync(SHARED, "utf8")) as {
        cases: readonly { text: string; measureEm: number; level: string; lines: string[] }[]
      }
      const options = { greedy: true, trim: "none" }
      const answered = lines(
        cases.map(({ text, measureEm, level }) => ({
          text,
          measureEm,
          level,
          justify: false,
          options,
        })),
      )
      const wrong = cases.filter(
        (one, i) => one.lines.join("|") !== answered.cases[i]!.lines.join("|"),
      )
      // A solidus may neither end nor begin a line (GB/T 15834 5.1.9); the file's gb rows let it begin one.
      expect(wrong.filter(({ text }) => !/[/／]/.test(text)).map(({ text }) => text)).toEqual([])
    },
  )
})
