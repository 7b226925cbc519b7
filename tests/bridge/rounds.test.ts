import { join } from "node:path"
import { expect, test } from "vitest"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { retype } from "../../layouts/edits/retype.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { openDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import { ownFolder } from "../build/folder.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { good, machineIn, said, sitDown, type TriedMachine } from "../build/machine.ts"
import { at, plainMark } from "../build/mark.ts"

const home = ownFolder()

const FACTS = {
  ...{ openMarks: 0, unexecuted: 0, overset: 0, missingGlyphs: 0, errors: 0, brokenJumps: 0 },
  ...{ unapproved: 0, unlisted: 0, list: "a".repeat(64), proofList: null, readers: [] },
}

async function atDesk(name: string) {
  const articles = (await sampleArticles()).map((article) => ({ ...article, pictures: [] }))
  const { issue } = setPages(articles)
  const path = await keepIssue(home, name, issue)
  const machine = machineIn(join(home, `${name}-desk`))
  const { documents } = good(await machine.call("openIssue", path))
  return {
    machine,
    path,
    page: issue.pages[0]!,
    document: openDocument(documents.content, documents.marks),
  }
}

/** Sits somebody down at the machine, who then goes a way. */
async function go(
  machine: TriedMachine,
  issue: string,
  way: readonly [string, string, string, string],
) {
  const [page, transition, who, role] = way
  await sitDown(machine, who, role)
  return machine.call("goOn", {
    ...{
      issue,
      page,
      transition,
      who,
      role,
      opinion: "同意",
      waived: {},
      listed: [],
      facts: FACTS,
    },
    ...{ at: "2026-11-23T20:15:00+08:00", breaks: "free" },
    press: { standard: "x4", condition: "newsprint-ifra26s" },
  })
}

/** The updates of an edit. */
function updatesOf(document: OpenDocument, edit: Edit, allows?: () => boolean) {
  const updates: (readonly ["content" | "marks", Uint8Array])[] = []
  const stop = document.onUpdate((part, update) => void updates.push([part, update]))
  document.perform(edit, allows)
  stop()
  return updates
}

test("a page on its way takes marks and no edits, whatever desk sends them", async () => {
  const { machine, path, page, document } = await atDesk("guarded")
  const article = page.frames.find(({ role }) => role === "body")!.article!
  const edit = retype(article, { from: at(0, 1), to: at(0, 2) }, "春")
  const other = retype(article, { from: at(0, 1), to: at(0, 2) }, "夏")
  const mark = addMark({ ...plainMark("m1", at(0, 1), at(0, 2)), article })
  const send = async (updates: ReturnType<typeof updatesOf>) =>
    Promise.all(updates.map(([part, update]) => machine.call("keepUpdate", path, part, update)))

  for (const answer of await send(updatesOf(document, edit))) good(answer)
  good(await go(machine, path, [page.id, "to-galley", "林青", "编辑"]))
  const read = good(await go(machine, path, [page.id, "galley-passed", "周岚", "部门主任"]))
  expect(read).toMatchObject({ state: "S3", proof: 1 })
  expect(good(await machine.call("proofs", path)).map(({ state }) => state)).toEqual(["一校"])

  const refused = await send(updatesOf(document, other, () => false))
  expect(refused.length).toBeGreaterThan(0)
  for (const answer of refused) good(answer)
  for (const answer of await send(updatesOf(document, mark))) good(answer)
  const [changed] = await send(
    updatesOf(document, retype(article, { from: at(0, 3), to: at(0, 4) }, "潮")),
  )
  expect(said(changed!)).toContain("may not be changed")
  expect(said(await go(machine, path, [page.id, "read-1", "林青", "编辑"]))).toContain(
    "Proofreader",
  )
  good(await go(machine, path, [page.id, "read-1", "高远", "校对"]))
  expect(said(await go(machine, path, [page.id, "proof-2", "林青", "编辑"]))).toContain(
    "1 marks wait",
  )
  const { records, broken } = good(await machine.call("records", path))
  expect(records.map(({ kind, who }) => [kind, who])).toEqual([
    ["transition", "林青"],
    ["freeze", "周岚"],
    ["transition", "周岚"],
    ["transition", "高远"],
  ])
  expect(broken).toEqual([])
  await machine.close()
})

test("whoever's role marks never edits, though the page went no step yet", async () => {
  const { machine, path, page, document } = await atDesk("proofreader")
  const sit = (name: string, role: string) => sitDown(machine, name, role)
  const article = page.frames.find(({ role }) => role === "body")!.article!
  const edits = updatesOf(document, retype(article, { from: at(0, 1), to: at(0, 2) }, "春"))
  const marks = updatesOf(document, addMark({ ...plainMark("m1", at(0, 1), at(0, 2)), article }))
  await sit("高远", "校对")
  for (const [part, update] of edits)
    expect(said(await machine.call("keepUpdate", path, part, update))).toContain("not be changed")
  for (const [part, update] of marks) good(await machine.call("keepUpdate", path, part, update))
  await sit("林青", "编辑")
  for (const [part, update] of edits) good(await machine.call("keepUpdate", path, part, update))
  await machine.close()
})

test("records are told by who sits here, in their turn, of what is in the issue", async () => {
  const { machine, path, page, document } = await atDesk("recorded")
  const article = page.frames.find(({ role }) => role === "body")!.article!
  const mark = addMark({ ...plainMark("m1", at(0, 1), at(0, 2)), article })
  for (const [part, update] of updatesOf(document, mark))
    good(await machine.call("keepUpdate", path, part, update))
  const seen = (who: string, role: string, ids: readonly string[], on = page.id) =>
    machine.call("keepRecord", path, { who, role, page: on, kind: "seen", body: { ids } })
  for (const blank of ["", " \u3000"]) {
    await sitDown(machine, blank, "编辑")
    expect(said(await seen(blank, "编辑", ["m1"]))).toContain("Write your name")
    const order = { issue: path, page: page.id, who: blank, role: "编辑", state: "S1" }
    const how = { breaks: "free" as const, at: "2026-11-23T20:15:00+08:00" }
    const frozen = machine.call("freezeProof", { ...order, ...how })
    expect(said(await frozen)).toContain("Write your name")
  }
  await sitDown(machine, "林青", "编辑")
  expect(said(await seen("高远", "校对", ["m1"]))).toContain("profile alone")
  expect(said(await seen("林青", "编辑", ["none"]))).toContain("nothing in this issue")
  expect(said(await seen("林青", "编辑", [], "Z9"))).toContain("nothing in this issue")
  good(await seen(" 林青", "编辑", ["m1"]))
  await sitDown(machine, "高远", "校对")
  expect(said(await seen("高远", "校对", ["m1"]))).toContain("this role's turn")
  await sitDown(machine, "梁印", "出版")
  const hit = { deed: "ignore", rule: "words/confused", article, text: "按步就班" }
  const ignore = (who: string, role: string, body: Readonly<Record<string, unknown>>) =>
    machine.call("keepRecord", path, { who, role, page: null, kind: "ignore", body })
  expect(said(await ignore("梁印", "出版", { ...hit, reason: "原话" }))).toContain("role's turn")
  await sitDown(machine, "高远", "校对")
  expect(said(await ignore("高远", "校对", { ...hit, reason: " " }))).toContain("nothing in this")
  expect(said(await ignore("高远", "校对", { deed: "ignore" }))).toContain("nothing in this")
  good(await ignore("高远", "校对", { ...hit, reason: "原话" }))
  const { records } = good(await machine.call("records", path))
  expect(records.map(({ kind, who }) => [kind, who])).toEqual([
    ["seen", " 林青"],
    ["ignore", "高远"],
  ])
  await machine.close()
})

test("a page that was sent back while its proof was made does not go on", async () => {
  const { machine, path, page } = await atDesk("overtaken")
  good(await go(machine, path, [page.id, "to-galley", "林青", "编辑"]))
  const [passed, back] = await Promise.all([
    go(machine, path, [page.id, "galley-passed", "周岚", "部门主任"]),
    go(machine, path, [page.id, "galley-back", "周岚", "部门主任"]),
  ])
  expect(good(back).state).toBe("S1")
  expect(said(passed)).toContain("no way on")
  const { records } = good(await machine.call("records", path))
  const steps = records.flatMap(({ kind, body }) => (kind === "transition" ? [body] : []))
  expect(steps.map(({ from, to }) => [from, to])).toEqual([
    ["S1", "S2"],
    ["S2", "S1"],
  ])
  await machine.close()
})

test("what a desk refuses leaves the issue as it was, and undo too", async () => {
  const { machine, page, document } = await atDesk("refused")
  const article = page.frames.find(({ role }) => role === "body")!.article!
  const text = () => document.issue().articles.find(({ id }) => id === article)!.story[0]!.text
  const before = text()
  const edit = retype(article, { from: at(0, 1), to: at(0, 2) }, "春")
  document.perform(edit, () => false)
  expect(text()).toBe(before)
  expect(document.canUndo()).toBe(null)
  document.perform(edit)
  const after = text()
  expect(document.undo(() => false)).toBe(false)
  expect(text()).toBe(after)
  expect(document.undo()).toBe(true)
  expect(text()).toBe(before)
  await machine.close()
})
