import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { SAMPLE } from "../build/issue.ts"

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "banxin-"))
})

function banxin(...args: readonly string[]) {
  const run = spawnSync(process.execPath, ["main/cli/banxin.mjs", ...args], { encoding: "utf8" })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe("banxin", () => {
  test("says its version and help", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string }
    expect(banxin("--version")).toMatchObject({ code: 0, out: `${version}\n` })
    expect(banxin("--help").out).toContain("banxin compose")
    const commands = [
      "compose",
      "check",
      "export",
      "import",
      "templates",
      "page",
      "lines",
      "marks",
      "preflight",
      "proof",
      "start",
    ]
    for (const command of commands)
      expect(banxin(command, "--help")).toMatchObject({ code: 0, err: "" })
  })

  test.each([
    [[]],
    [["paste"]],
    [["compose"]],
    [["compose", "no-such-file.txt"]],
    [["preflight"]],
    [["preflight", "no-such-file.pdf"]],
    [["preflight", SAMPLE]],
    [["preflight", SAMPLE, "--standard", "x3"]],
    [["compose", SAMPLE, "--breaks", "sometimes"]],
    [["compose", SAMPLE, "--measure", "8"]],
    [["compose", SAMPLE, "--measure", "17.5"]],
    [["compose", SAMPLE, "--template", "no-such-template"]],
    [["compose", SAMPLE, "--standard", "x9"]],
    [["compose", SAMPLE, "--date", "2026-02-30"]],
    [["compose", SAMPLE, "--fonts", "no-such-folder"]],
    [["compose", SAMPLE, "--frobnicate"]],
    [["export"]],
    [["proof", "x", "--articles", "a1"]],
    [["export", "no-such-issue"]],
    [["import"]],
    [["import", "tests"]],
    [["check"]],
    [["check", "no-such-file.txt"]],
    [["check", SAMPLE, "--tables", "no-such-table.csv"]],
    [["check", SAMPLE, "--date", "2026-02-30"]],
  ])("%j: exit 2 and a sentence, no stack", (args) => {
    const { code, out, err } = banxin(...args)
    expect(code).toBe(2)
    expect(out).toBe("")
    expect(err).not.toMatch(/\n\s+at /)
    expect(err.trim().length).toBeGreaterThan(10)
  })

  test.each([
    ["empty.txt", ""],
    ["binary.txt", new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7, 0, 0, 3])],
  ])("%s is refused with a sentence", (name, content) => {
    expect(banxin("import", file(name, content), "--json")).toMatchObject({ code: 2, out: "" })
  })

  test("import --json keeps to the contract", () => {
    const { code, out } = banxin("import", SAMPLE, "--json")
    expect(code).toBe(0)
    const { encoding, articles } = JSON.parse(out) as { encoding: string; articles: object[] }
    expect(encoding).toBe("utf-8")
    expect(articles).toHaveLength(10)
    for (const article of articles)
      for (const key of [
        "id",
        "kind",
        "kicker",
        "headline",
        "headlineParts",
        "deck",
        "dateline",
        "credit",
        "closing",
        "subheads",
        "truncated",
        "paragraphs",
        "columnBreaks",
        "decisions",
      ])
        expect(article).toHaveProperty(key)
  })

  test("compose writes PDF, layout and report, the same bytes each time", () => {
    const paths = (n: number) =>
      ["pdf", "layout", "report"].map((kind) => join(folder, `${kind}${n}`))
    const run = (n: number): void => {
      const [pdf, layout, report] = paths(n) as [string, string, string]
      const { code, err } = banxin(
        ...["compose", SAMPLE, "--date", "2025-11-21", "--breaks", "original"],
        ...["--out", pdf, "--layout", layout, "--report", report],
      )
      expect(err).not.toMatch(/error/i)
      expect(code).toBe(0)
    }
    run(1)
    run(2)
    const [pdf, layout, report] = paths(1).map((path) => readFileSync(path)) as [
      Buffer,
      Buffer,
      Buffer,
    ]
    expect(pdf.equals(readFileSync(paths(2)[0]!))).toBe(true)
    const laid = JSON.parse(layout.toString()) as {
      pages: {
        trim: object
        frames: { role: string; columns: { lines: { width: number; end: string }[] }[] }[]
      }[]
    }
    expect(laid.pages[0]!.trim).toEqual({
      width: expect.closeTo(1105.51, 1) as number,
      height: expect.closeTo(1559.06, 1) as number,
    })
    const body = laid.pages[0]!.frames.filter(({ role }) => role === "body")
    const full = body
      .flatMap(({ columns }) => columns.flatMap(({ lines }) => lines))
      .filter(({ end }) => end !== "paragraph")
    expect(full.length).toBeGreaterThan(300)
    const told = JSON.parse(report.toString()) as {
      measure: { inferred: number }
      breaks: { honoured: boolean; fullLine: boolean }[]
      timing: object
    }
    expect(told.measure.inferred).toBe(17)
    expect(told.breaks.every(({ honoured, fullLine }) => honoured && fullLine)).toBe(true)
    expect(told.timing).toHaveProperty("pdfMs")
  })

  test("text that has no heading still makes a page with all of it", () => {
    const text = "江面起了雾。\n\n船都停了，汽笛一声长一声短。\n"
    const path = file("plain.txt", text)
    const { code, out } = banxin("page", path)
    expect(code).toBe(0)
    expect(out).toContain("江面起了雾。")
    expect(out).toContain("船都停了，汽笛一声长一声短。")
  })

  test("a template file of one's own is used, and one that is wrong is refused by its fields", () => {
    const shipped = JSON.parse(
      readFileSync("layouts/templates/broadsheet-inside-six.json", "utf8"),
    ) as {
      grid: object
    }
    const own = file("own.json", JSON.stringify({ ...shipped, id: "own-six" }))
    const { code, out } = banxin("compose", SAMPLE, "--template", own)
    expect(code).toBe(0)
    expect(out).toContain("own-six")
    const wrong = file(
      "wrong.json",
      JSON.stringify({ ...shipped, grid: { ...shipped.grid, columns: "six" } }),
    )
    const refused = banxin("compose", SAMPLE, "--template", wrong)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain("grid.columns")
  })

  test("templates --json lists what ships", () => {
    const templates = JSON.parse(banxin("templates", "--json").out) as { id: string }[]
    expect(templates.map(({ id }) => id)).toEqual([
      "broadsheet-front",
      "broadsheet-inside",
      "broadsheet-inside-six",
      "broadsheet-inside-six-across",
      "broadsheet-feature",
      "broadsheet-briefs",
      "tabloid-front",
      "tabloid-inside",
      "tabloid-special",
    ])
  })
})
