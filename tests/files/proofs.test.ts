import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, test } from "vitest"
import type { IssueStore } from "../../main/files/issue-store.ts"
import { proofFile } from "../../main/files/proofs.ts"
import { ownFolder } from "../build/folder.ts"
import { made, opened, update } from "../build/store.ts"

const home = ownFolder()
let count = 0

function newIssue(): string {
  const folder = join(home, `${++count}.issue`)
  made(folder)
  return folder
}

const PROOF = {
  ...{ page: "A1", at: "2026-11-23T20:15:00+08:00", who: "高远", role: "校对", state: "一校" },
  ...{ list: "0".repeat(64), content: update('{"form":1}') },
}

function freeze(store: IssueStore, pdf: string, page = "A1") {
  const kept = store.keepProof({
    ...PROOF,
    page,
    number: store.nextProof(page),
    pdf: update(pdf),
  })
  if (!kept.ok) throw new Error(kept.say.en)
  return kept.value
}

function tamper(folder: string, sql: string): void {
  const database = new DatabaseSync(join(folder, "issue.db"))
  try {
    database.exec(sql)
  } finally {
    database.close()
  }
}

describe("frozen proofs", () => {
  test("are numbered page by page and still there after a restart, and in a copy", async () => {
    const folder = newIssue()
    const store = opened(folder)
    freeze(store, "一")
    freeze(store, "二")
    freeze(store, "甲", "A2")
    const before = store.proofs()
    expect(before.map(({ page, number }) => `${page}/${number}`)).toEqual(["A1/1", "A1/2", "A2/1"])
    expect(store.copyTo(join(home, "copy.issue")).ok).toBe(true)
    await store.close()
    for (const path of [folder, join(home, "copy.issue")]) {
      const again = opened(path)
      expect(again.proofs()).toEqual(before)
      const read = again.proof("A1", 2)
      expect(read.ok && read.value.frozen).toEqual({ form: 1 })
      expect(again.records().records.map(({ kind }) => kind)).toEqual([
        "freeze",
        "freeze",
        "freeze",
      ])
      await again.close()
    }
  })

  test("say so when a file of theirs was changed or is gone", async () => {
    const store = opened(newIssue())
    const { pdf } = freeze(store, "一")
    const { content } = freeze(store, "二")
    writeFileSync(proofFile(store.path, pdf, "pdf"), "丨")
    expect(store.proofs().map(({ fault }) => fault !== null)).toEqual([true, false])
    expect(store.proof("A1", 1).ok).toBe(false)
    rmSync(proofFile(store.path, content, "json"))
    expect(store.proofs().map(({ fault }) => fault !== null)).toEqual([true, true])
    await store.close()
  })

  test("cannot be changed in the database, and say so when their seal was forged", async () => {
    const folder = newIssue()
    const store = opened(folder)
    freeze(store, "一")
    await store.close()
    expect(() => tamper(folder, "UPDATE proofs SET who = '某人'")).toThrow("never changed")
    expect(() => tamper(folder, "DELETE FROM proofs")).toThrow("never deleted")
    tamper(folder, "DROP TRIGGER proofs_stay; UPDATE proofs SET who = '某人'")
    const again = opened(folder)
    expect(again.proofs()[0]!.fault?.en).toContain("does not fit its seal")
    await again.close()
  })

  test("take no number twice", async () => {
    const store = opened(newIssue())
    freeze(store, "一")
    expect(() => store.keepProof({ ...PROOF, number: 1, pdf: update("又") })).not.toThrow()
    expect(store.proofs()).toHaveLength(1)
    expect(store.records().records).toHaveLength(1)
    await store.close()
  })
})

describe("records", () => {
  const record = (page: string) =>
    ({ who: "林青", role: "编辑", page, kind: "transition", body: { to: "S2" } }) as const

  async function issueWithRecords(): Promise<string> {
    const folder = newIssue()
    const store = opened(folder)
    for (const page of ["A1", "A2", "A3", "A4"])
      expect(store.keepRecord(record(page)).ok).toBe(true)
    await store.close()
    return folder
  }

  async function chainOf(folder: string) {
    const store = opened(folder)
    const { records, broken } = store.records()
    await store.close()
    return { pages: records.map(({ page }) => page), broken, notices: store.notices.length }
  }

  const ALL = ["A1", "A2", "A3", "A4"]

  test("hold the hash of the one before, and stay over a restart", async () => {
    const folder = await issueWithRecords()
    expect(await chainOf(folder)).toEqual({ pages: ALL, broken: [], notices: 0 })
    const store = opened(folder)
    const { records } = store.records()
    records.slice(1).forEach(({ before }, i) => expect(before).toBe(records[i]!.hash))
    await store.close()
  })

  test("SQLite refuses to change them", async () => {
    const folder = await issueWithRecords()
    expect(() => tamper(folder, "UPDATE records SET who = '某人'")).toThrow("never changed")
    expect(() => tamper(folder, "DELETE FROM records WHERE seq = 2")).toThrow("never deleted")
  })

  test.each([
    ["changed", "UPDATE records SET body = '{}' WHERE seq = 2", ALL, [2]],
    ["removed from the middle", "DELETE FROM records WHERE seq = 2", ["A1", "A3", "A4"], [2, 3]],
    ["removed from the end", "DELETE FROM records WHERE seq = 4", ["A1", "A2", "A3"], [4]],
    ["dated back", "UPDATE records SET at = 1 WHERE seq = 1", ALL, [1]],
  ])("a record that was %s is told, and nothing is dropped", async (_, sql, pages, broken) => {
    const folder = await issueWithRecords()
    tamper(folder, `DROP TRIGGER records_stay; DROP TRIGGER records_remain; ${sql}`)
    expect(await chainOf(folder)).toEqual({ pages, broken, notices: 1 })
  })
})
