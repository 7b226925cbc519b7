import { readFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { expect, test } from "vitest"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { applyMark } from "../../layouts/edits/apply-mark.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { faultRegister } from "../../layouts/proof/error-register.ts"
import { ignoredRecords, ignoredRegister } from "../../layouts/proof/ignored-records.ts"
import { recordsCommand, registerCsv } from "../../main/cli/records.ts"
import { small } from "../build/document-small.ts"
import { ownFolder } from "../build/folder.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { good, machineIn, sitDown } from "../build/machine.ts"
import { ran } from "../build/ran.ts"
import { at, plainMark } from "../build/mark.ts"

const home = ownFolder()

test("prints the records and verifies their chain", async () => {
  const path = await keepIssue(home, "told", small)
  const machine = machineIn(join(home, "desk"))
  good(await machine.call("openIssue", path))
  const record = {
    who: "林青",
    role: "编辑",
    page: "A1",
    kind: "seen",
    body: { ids: [] },
  } as const
  await sitDown(machine, "林青", "编辑")
  good(await machine.call("keepRecord", path, record))
  await sitDown(machine, "高远", "编辑")
  good(await machine.call("keepRecord", path, { ...record, who: "高远" }))
  await machine.close()
  const [exit, text] = await ran(recordsCommand, [path])
  expect(exit).toBe(0)
  expect(text).toContain("高远（编辑）")
  expect(text).toContain("The chain of records is whole.")
  const database = new DatabaseSync(join(path, "issue.db"))
  database.exec("DROP TRIGGER records_stay; UPDATE records SET who = '某人' WHERE seq = 1")
  database.close()
  const [bad, json] = await ran(recordsCommand, [path, "--json", "--csv", join(home, "faults.csv")])
  expect(bad).toBe(1)
  expect((JSON.parse(json) as { broken: unknown }).broken).toEqual([1])
  expect(readFileSync(join(home, "faults.csv"), "utf8").startsWith("\ufeff版次,")).toBe(true)
})

test("counts units of fault: by length, double in headlines, at most three of the same", () => {
  const document = newDocument(small)
  const by = { author: "林青", role: "编辑", at: 2000 }
  const correct = (id: string, from: number, to: number, text: string) =>
    plainMark(id, at(0, from), at(0, to), { sign: "correct", payload: { text } })
  const head = { kind: "text", words: "headline", from: at(0, 0), to: at(0, 2) } as const
  for (const mark of [
    correct("m1", 4, 5, "睿"),
    correct("m2", 6, 8, "海区"),
    { ...correct("m3", 0, 2, "新河"), range: head },
    correct("m4", 10, 12, "=SUM(A1)"),
  ])
    document.perform(addMark(mark))
  document.perform(
    addMark(plainMark("m5", at(0, 14), at(0, 14), { sign: "insert", payload: { text: "，" } })),
  )
  for (const id of ["m1", "m2", "m3", "m5"]) document.perform(applyMark(id, by))
  document.perform(answerMark("m4", { ...by, say: "原稿如此", state: "refused" }))
  const faults = faultRegister(document.issue(), document.marks())
  expect(faults.map(({ mark, units }) => [mark, units])).toEqual([
    ["m1", 1],
    ["m2", 2],
    ["m3", 4],
    ["m4", 0],
    ["m5", 0.1],
  ])
  const csv = registerCsv(faults)
  expect(csv.split("\r\n")[4]).toContain(",'=SUM(A1),")
  expect(csv.split("\r\n")[4]).toContain("不改,林青,原稿如此,0")
})

test("registers what was let stand with its reason, and that it is minded again", async () => {
  const path = await keepIssue(home, "ignored", small)
  const machine = machineIn(join(home, "ignoring"))
  good(await machine.call("openIssue", path))
  const article = small.articles[0]!.id
  const hit = { rule: "words/confused", article, text: "按步就班", author: "高远", at: 1 }
  const first = { ...hit, reason: "人物原话" }
  const by = { who: "高远", role: "校对" }
  const deeds = [
    ...ignoredRecords([], [first], by),
    ...ignoredRecords([first], [first], by),
    ...ignoredRecords([first], [{ ...first, reason: "=已核对" }], by),
    ...ignoredRecords([first], [], { who: "林青", role: "编辑" }),
  ]
  for (const record of deeds) {
    await sitDown(machine, record.who, record.role)
    good(await machine.call("keepRecord", path, record))
  }
  const { records, broken } = good(await machine.call("records", path))
  expect(broken).toEqual([])
  const ignored = ignoredRegister(small, records)
  expect(ignored.map(({ deed, who, reason }) => [deed, who, reason])).toEqual([
    ["ignore", "高远", "人物原话"],
    ["ignore", "高远", "=已核对"],
    ["heed", "林青", "人物原话"],
  ])
  expect(ignored[0]!.pages).toEqual(
    small.pages.flatMap(({ id, frames }) =>
      frames.some((frame) => frame.article === article) ? [id] : [],
    ),
  )
  const [, ...rows] = registerCsv([], ignored).trim().split("\r\n")
  expect(rows).toHaveLength(3)
  expect(rows[0]).toContain("按步就班,,高远,")
  expect(rows[0]).toContain("忽略,高远,人物原话,0")
  expect(rows[1]).toContain("'=已核对")
  await machine.close()
  const [exit, json] = await ran(recordsCommand, [path, "--json"])
  expect(exit).toBe(0)
  expect((JSON.parse(json) as { ignored: unknown[] }).ignored).toHaveLength(3)
})
