import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { describe, expect, test } from "vitest"
import { ownFolder } from "../build/folder.ts"
import { SAMPLE } from "../build/issue.ts"

const folder = ownFolder()
const at = (name: string): string => join(folder, name)

function banxin(
  args: readonly string[],
  node: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
) {
  const run = spawnSync(process.execPath, [...node, "main/cli/banxin.mjs", ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

function file(name: string, content: string): string {
  writeFileSync(at(name), content)
  return at(name)
}

const COPY = "瑞河港迎春茶\n\n江面起了雾，船都停了，汽笛一声长一声短。\n"

describe("banxin page --png", () => {
  test("pictures the page at the dots that were asked for, and never over what it reads", async () => {
    const copy = file("pictured.txt", COPY)
    const args = ["page", copy, "--template", "tabloid-inside", "--no-marks", "--png"]
    expect(banxin([...args, at("pictured"), "--dpi", "30"]).code).toBe(0)
    const { width, height } = await sharp(at("pictured.png")).metadata()
    expect([width, height]).toEqual([Math.ceil((275 * 30) / 25.4), Math.ceil((390 * 30) / 25.4)])
    symlinkSync(copy, at("linked.png"))
    expect(banxin([...args, at("linked")])).toMatchObject({ code: 2, out: "" })
    expect(banxin([...args, at("pictured"), "--dpi", "nine"]).code).toBe(2)
    expect(readFileSync(copy, "utf8")).toBe(COPY)
  }, 60_000)
})

describe("banxin compose refuses", () => {
  test("results that would overwrite what it reads or one another, before anything is written", () => {
    const copy = file("copy.txt", COPY)
    symlinkSync(copy, at("link.txt"))
    const imprint = file("paper.json", "{}")
    const cases = [
      ["--out", copy],
      ["--layout", at("link.txt")],
      ["--report", join(folder, "..", folder.split("/").at(-1)!, "copy.txt")],
      ["--imprint", imprint, "--report", imprint],
      ["--out", at("same"), "--layout", at("same")],
      ["--layout", at("same"), "--report", at("./same")],
      ["--out", ""],
    ]
    for (const options of cases) {
      const { code, out, err } = banxin(["compose", copy, ...options])
      expect(code, options.join(" ")).toBe(2)
      expect(out).toBe("")
      expect(err).not.toContain("importing")
    }
    expect(readFileSync(copy, "utf8")).toBe(COPY)
    expect(readFileSync(imprint, "utf8")).toBe("{}")
    expect(existsSync(at("same"))).toBe(false)
  }, 30_000)

  test.each([
    [["--measure", "17", "--template", "broadsheet-inside"], "--measure"],
    [["--template", "no-such-template"], "broadsheet-inside"],
    [["--template", ""], "broadsheet-inside"],
    [["--template", "measure-8"], "measure-8"],
  ])("%j before importing", (options, word) => {
    const { code, out, err } = banxin(["compose", SAMPLE, ...options])
    expect(code).toBe(2)
    expect(out).toBe("")
    expect(err).toContain(word)
    expect(err).not.toContain("importing")
  })

  test.each([
    ["not json", "JSON"],
    ["[]", "group of fields"],
    ['{"editor": 7}', "editor must be text"],
    ['{"editer": "林一川"}', "no field editer"],
    ['{"cn": "CN\\n00"}', "cn must be one line"],
    [JSON.stringify({ address: "江".repeat(121) }), "address has more than 120"],
  ])("the imprint %s", (content, sentence) => {
    const imprint = file("wrong.json", content)
    const { code, err } = banxin(["compose", SAMPLE, "--imprint", imprint])
    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })
})

interface Layout {
  readonly pages: readonly {
    readonly frames: readonly {
      readonly role: string
      readonly article: string | null
      readonly columns: readonly {
        readonly width: number
        readonly lines: readonly { readonly text: string; readonly width: number }[]
      }[]
    }[]
  }[]
}

/** A composed page of one short article: its layout's frames and the report's findings. */
function composed(options: readonly string[]) {
  const [layout, report] = [at("layout.json"), at("report.json")]
  const run = banxin([
    ...["compose", file("short.txt", COPY), "--paper", "青屿晚报", "--date", "2026-11-23"],
    ...["--template", "broadsheet-front", "--layout", layout, "--report", report, ...options],
  ])
  expect(run.code, run.err).toBe(0)
  const { pages } = JSON.parse(readFileSync(layout, "utf8")) as Layout
  const { findings } = JSON.parse(readFileSync(report, "utf8")) as {
    findings: { rule: string; article: string | null; page: string | null }[]
  }
  return { frames: pages.flatMap(({ frames }) => frames), findings, out: run.out }
}

describe("banxin compose reports", () => {
  test("an imprint's facts, and of a paper without one no fact at all", () => {
    const imprint = file("qingyu.json", JSON.stringify({ editor: "林一川", publisher: "青屿社" }))
    const texts = (options: readonly string[]): string =>
      composed(options)
        .frames.flatMap(({ columns }) => columns.flatMap(({ lines }) => lines))
        .map(({ text }) => text)
        .join("\n")
    const own = texts(["--imprint", imprint])
    expect(own).toContain("责任编辑 林一川")
    expect(own).toContain("青屿社主办、出版")
    expect(texts([])).not.toMatch(/瑞河日报|责任编辑|CN|0000/)
  })

  test("masthead and notices as frames, and findings with their page", () => {
    const { frames, findings } = composed([])
    const masthead = frames.filter(({ role }) => role === "masthead")
    expect(masthead.flatMap(({ columns }) => columns[0]!.lines[0]!.text)).toContain("青屿晚报")
    for (const { article, columns } of masthead) {
      expect(article).toBeNull()
      expect(columns[0]!.width).toBeCloseTo(columns[0]!.lines[0]!.width, 6)
      expect(columns[0]!.width).toBeGreaterThan(10)
    }
    const notices = frames.filter(({ role, article }) => role === "filler" && article === null)
    expect(notices.length).toBeGreaterThan(0)
    for (const { columns } of notices)
      expect(columns[0]!.lines.map(({ text }) => text).join("")).toContain("公益广告")
    expect(findings.map(({ rule }) => rule)).toContain("page/imprint-missing")
    for (const { page } of findings) expect(page).toBe("A1")
  })

  test("the folio line of an inside page", () => {
    const { frames } = composed(["--template", "broadsheet-inside"])
    const folio = frames.filter(({ role }) => role === "folio")
    expect(folio.map(({ columns }) => columns[0]!.lines[0]!.text)).toContain("A1")
  })

  test("the page of an article's first frame with each of its findings", () => {
    const report = at("sample-report.json")
    banxin(["compose", SAMPLE, "--breaks", "original", "--report", report])
    const { findings } = JSON.parse(readFileSync(report, "utf8")) as {
      findings: { article: string | null; page: string | null }[]
    }
    expect(findings.some(({ article }) => article !== null)).toBe(true)
    for (const { article, page } of findings) if (article !== null) expect(page).toBe("A1")
  })
})

describe("banxin.mjs on an older Node", () => {
  const older = (node: string) => {
    const code = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${node}" } })`
    return ["--import", `data:text/javascript,${encodeURIComponent(code)}`]
  }

  test("hands the command over to its own Node, with its exit code", () => {
    expect(banxin(["templates"], older("20.20.2")).out).toContain("broadsheet-front")
    expect(banxin(["templates", "--frobnicate"], older("22.12.0"))).toMatchObject({ code: 2 })
  })

  test("says that Node 24 is needed where there is no other", () => {
    const { code, out, err } = banxin(["templates"], older("20.20.2"), { BANXIN_HANDED_OVER: "1" })
    expect(code).toBe(2)
    expect(out).toBe("")
    expect(err).toMatch(/^需要 Node 24.*20\.20\.2.*\n$/)
  })
})
