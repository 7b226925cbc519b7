import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { heedHit, ignoreHit } from "../../layouts/edits/ignore-hit.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { firstStates } from "../../main/bridge/documents.ts"
import { importHouseTable } from "../../main/files/house-tables.ts"
import { createIssueFolder } from "../../main/files/issue-store.ts"
import { articleOf, para } from "../build/article.ts"
import { SAMPLE } from "../build/issue.ts"

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "banxin-check-"))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Report {
  readonly findings: readonly Readonly<Record<string, unknown>>[]
  readonly score: Readonly<Record<string, unknown>>
}

function check(...args: readonly string[]) {
  const run = spawnSync(process.execPath, ["main/cli/banxin.mjs", "check", ...args], {
    encoding: "utf8",
    env: { ...process.env, BANXIN_HOME: join(folder, "program") },
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test("check --json keeps to the contract and ends with 1 where there is an error", () => {
  const copy =
    "# 老码头迁到下游\n\n本报讯 市里编发应急知识知识手册，共三册。\n\n大家的的意见都记下了。\n"
  const { code, out } = check(file("copy.md", copy), "--json")
  expect(code).toBe(1)
  const { findings, score } = JSON.parse(out) as Report
  expect(findings).toHaveLength(2)
  expect(findings[0]).toMatchObject({
    ...{ rule: "words/doubled-word", severity: "error", article: "a1", paragraph: 0 },
    ...{ from: 10, to: 14, text: "知识知识", suggest: "知识" },
    ...{ say: { zh: "“知识”重复。", en: "“知识” stands twice." } },
  })
  expect(findings[1]).toMatchObject({ paragraph: 1, from: 2, to: 4, text: "的的", suggest: "的" })
  expect(score).toMatchObject({ errors: 3, limit: 3, passes: false })
})

test("nothing but the cut-off story is found on the sample", () => {
  const { findings } = JSON.parse(check(SAMPLE, "--json").out) as Report
  expect(findings.map(({ rule }) => rule)).toEqual(["sentences/cut-off"])
})

test("an issue folder is checked by its own day", () => {
  const story = [para("展览定于11月24日（星期三）开幕。")]
  const issue = {
    ...{ paper: "瑞河日报", date: { year: 2026, month: 11, day: 23 } },
    ...{ articles: [articleOf("a1", story)], pages: [] },
  }
  const path = join(folder, "day.issue")
  expect(createIssueFolder(path, firstStates(issue)).ok).toBe(true)
  const { findings } = JSON.parse(check(path, "--json").out) as Report
  expect(findings).toMatchObject([{ rule: "dates/weekday", from: 4, to: 14 }])
})

test("what was let stand with a reason is neither found nor counted", () => {
  const issue = {
    ...{ paper: "瑞河日报", date: { year: 2026, month: 11, day: 23 } },
    ...{ articles: [articleOf("a1", [para("大家的的意见都记下了。")])], pages: [] },
  }
  const document = newDocument(issue)
  const hit = { rule: "words/doubled-character", article: "a1", text: "的的" }
  const why = { reason: "原文如此", author: "高远", at: 1 }
  const kept = (name: string): Report => {
    const states = { content: document.state("content"), marks: document.state("marks") }
    expect(createIssueFolder(join(folder, name), states).ok).toBe(true)
    return JSON.parse(check(join(folder, name), "--json").out) as Report
  }
  document.perform(ignoreHit({ ...hit, ...why, reason: " " }))
  expect(document.ignored()).toEqual([])
  document.perform(ignoreHit({ ...hit, ...why }))
  expect(document.ignored()).toEqual([{ ...hit, ...why }])
  expect(kept("ignored.issue")).toMatchObject({ findings: [], score: { errors: 0 } })
  document.undo()
  expect(document.ignored()).toEqual([])
  document.redo()
  document.perform(heedHit(hit))
  expect(kept("heeded.issue").findings).toMatchObject([{ rule: hit.rule }])
})

test("the paper's own tables are read in GBK as in UTF-8; faulty rows are told", () => {
  // 类别,词语,误写 / 地名,望津桥,望京桥 / 怪,x, in GB18030.
  const gbk = Buffer.from(
    "c0e0b1f02cb4cad3ef2ccef3d0b40ab5d8c3fb2ccdfbbdf2c7c52ccdfbbea9c7c50ab9d62cb4cad3ef2c0a",
    "hex",
  )
  const copy = file("bridge.txt", "望京桥的检测已经结束，桥上恢复通行。\n")
  const { code, out, err } = check(copy, "--tables", file("house.csv", gbk), "--json")
  expect(code).toBe(1)
  const { findings } = JSON.parse(out) as Report
  expect(findings).toMatchObject([{ rule: "house/wording", text: "望京桥", suggest: "望津桥" }])
  expect(err).toContain("第 3 行")
})

test("the tables that the desk keeps are used where none are named", () => {
  const table = file("地名.csv", "类别,词语,误写\n地名,望津桥,望京桥\n")
  expect(importHouseTable(join(folder, "program"), table).ok).toBe(true)
  const copy = file("bridge-again.txt", "望京桥的检测已经结束，桥上恢复通行。\n")
  const { findings } = JSON.parse(check(copy, "--json").out) as Report
  expect(findings).toMatchObject([{ rule: "house/wording", text: "望京桥" }])
  expect(check(copy, "--tables", "none").code).toBe(0)
})
