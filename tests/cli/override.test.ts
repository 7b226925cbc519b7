import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Issue } from "../../layouts/issue/issue.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { retyped, sampleArticles, setPages } from "../build/issue.ts"
import { ofRule, preflighted } from "../build/preflighted.ts"

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "banxin-override-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

function banxin(...args: readonly string[]) {
  const run = spawnSync(process.execPath, ["main/cli/banxin.mjs", ...args], {
    encoding: "utf8",
    env: { ...process.env, BANXIN_HOME: folder },
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

/** An article that says it goes on on a page that there is not. */
function strayCopy(): string {
  const file = join(folder, "copy.md")
  const text = "河面开阔，渡船照常往来。".repeat(30)
  writeFileSync(file, `# 瑞河港春汛平稳\n\n本报讯 ${text}（下转第99版）\n`)
  return file
}

const SIGNED = ["--override", "梁知秋", "--reason", "末版已与印厂说定"]

describe("a page with errors, composed for a printer", () => {
  it("says in the file who signed for it, or that nobody did", async () => {
    const out = join(folder, "page.pdf")
    const order = ["compose", strayCopy(), "--standard", "x4", "--out", out]
    const unsigned = banxin(...order)
    expect(unsigned.code).toBe(1)
    expect(unsigned.err).toContain("无人签名")
    const [nobody] = ofRule(await preflighted(readFileSync(out), "x4"), "file/override")
    expect(nobody!.say.zh).toContain("不可付印")
    expect(banxin(...order, "--override", "梁知秋").code).toBe(2)

    expect(banxin(...order, ...SIGNED).code).toBe(1)
    const report = await preflighted(readFileSync(out), "x4")
    const [override] = ofRule(report, "file/override")
    expect(override!.say.zh).toContain("梁知秋")
    expect(override!.say.zh).toContain("末版已与印厂说定")
    expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([])
    const [, line] = readFileSync(join(folder, "overrides.log"), "utf8").trim().split("\n")
    expect(JSON.parse(line!)).toMatchObject({
      ...{ name: "梁知秋", reason: "末版已与印厂说定", standard: "x4", files: [out] },
      errors: [{ rule: "jump/broken" }],
    })
  }, 60_000)

  it("is a proof without being asked", () => {
    const out = join(folder, "proof.pdf")
    banxin("compose", strayCopy(), "--out", out)
    expect(existsSync(out)).toBe(true)
  }, 60_000)
})

describe("an issue with errors, exported for a printer", () => {
  it("is refused with its findings, and goes out signed in both standards", async () => {
    const { issue } = setPages(await sampleArticles())
    const [first] = issue.articles.filter(({ story }) => story[0]?.role === "body")
    const stray: Issue = retyped(issue, first!.id, 0, (text) => `（下转第99版）${text}`)
    const kept = await keepIssue(folder, "印厂", stray)
    const order = ["export", kept, "--out", folder, "--json", "--name", "x", "--replace"]
    const hashes: string[] = []
    for (const standard of ["x1a", "x4"] as const) {
      const refused = banxin(...order, "--standard", standard)
      expect(refused.code).toBe(1)
      expect(JSON.parse(refused.out)).toMatchObject({
        files: [],
        findings: [{ rule: "jump/broken" }],
      })
      const out = join(folder, "x.pdf")
      const signed = banxin(...order, "--standard", standard, ...SIGNED)
      expect(signed).toMatchObject({ code: 0 })
      const report = await preflighted(readFileSync(out), standard)
      expect(ofRule(report, "file/override")).toHaveLength(1)
      expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([])
      hashes.push(createHash("sha256").update(readFileSync(out)).digest("hex"))
      rmSync(out)
    }
    expect(banxin(...order).code).toBe(0)
    const lines = readFileSync(join(folder, "overrides.log"), "utf8").trim().split("\n")
    expect(lines.length).toBeGreaterThanOrEqual(2)
    const { records, broken } = JSON.parse(banxin("records", kept, "--json").out)
    const went = records.filter(({ kind }: { readonly kind: string }) => kind === "output")
    expect(went).toMatchObject(
      hashes.map((sha256) => ({ who: "梁知秋", body: { files: [{ sha256 }] } })),
    )
    expect(broken).toEqual([])
  }, 120_000)
})
