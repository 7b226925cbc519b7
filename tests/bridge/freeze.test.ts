import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { madeFaces } from "../../fonts/made/made-face.ts"
import { composePage } from "../../layouts/compose.ts"
import type { MadeGlyph } from "../../layouts/issue/made-glyph.ts"
import { compareProofs } from "../../layouts/proof/compare-proofs.ts"
import { freezePage } from "../../layouts/proof/frozen-page.ts"
import { issueOf } from "../../main/bridge/documents.ts"
import { libraryWith } from "../../main/fonts/library.ts"
import { pressesOf } from "../../main/press.ts"
import { hashOfList } from "../../main/pressroom/frozen-draft.ts"
import { articleOf, para } from "../build/article.ts"
import { ownFolder } from "../build/folder.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { good, machineIn, said, sitDown } from "../build/machine.ts"
import { library, press } from "../build/type.ts"

const home = ownFolder()

const ORDER = {
  ...{ page: "A1", at: "2026-11-23T20:15:00+08:00", who: "高远", role: "校对", state: "一校" },
  breaks: "free",
} as const

test("a page is frozen with its PDF, its map and its hash, and stays over a restart", async () => {
  const articles = (await sampleArticles()).map((article) => ({ ...article, pictures: [] }))
  const { issue } = setPages(articles)
  const page = issue.pages[0]!.id
  const path = await keepIssue(home, "frozen", issue)
  const machine = machineIn(join(home, "desk"))
  const stored = issueOf(good(await machine.call("openIssue", path)).documents)
  const order = { ...ORDER, page, issue: path }
  expect(said(await machine.call("freezeProof", order))).toContain("profile alone")
  await sitDown(machine, "高远", "校对")
  const first = good(await machine.call("freezeProof", order))
  const second = good(await machine.call("freezeProof", order))
  expect([first.number, second.number]).toEqual([1, 2])
  expect(second.list).toBe(first.list)
  const composed = composePage(stored, page, press, "free")
  expect(first.list).toBe(hashOfList(composed.list))
  await machine.close()

  const again = machineIn(join(home, "desk"))
  good(await again.call("openIssue", path))
  expect(good(await again.call("proofs", path)).map(({ fault }) => fault)).toEqual([null, null])
  const { frozen, file } = good(await again.call("proof", path, page, 1))
  expect(readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-")
  expect(compareProofs(frozen, freezePage(composed, []))).toEqual([])
  expect(hashOfList(frozen.paper!)).toBe(first.list)
  expect(readdirSync(join(path, "proofs")).filter((name) => name.includes("draft"))).toEqual([])
  expect(said(await again.call("proof", path, page, 9))).toContain("no proof 9")
  const out = join(home, "taken-out.pdf")
  good(await again.call("copyProof", path, page, 1, out))
  expect(readFileSync(out).equals(readFileSync(file))).toBe(true)
  expect(said(await again.call("copyProof", path, page, 9, out))).toContain("no proof 9")
  expect(said(await again.call("copyProof", path, page, 1, out))).toContain("there already")
  expect(said(await again.call("copyProof", path, page, 1, join(out, "x.pdf")))).toContain(
    "cannot be written",
  )
  const { records, broken } = good(await again.call("records", path))
  expect(records.map(({ kind, page: on }) => [kind, on])).toEqual([
    ["freeze", page],
    ["freeze", page],
  ])
  expect(broken).toEqual([])
  await again.close()
})

test("a proof holds the made glyphs it prints as they were, and is asked anew for no others", async () => {
  const { issue } = setPages([articleOf("a", [para("站长陈\u{f0000}明到任。")])])
  const page = issue.pages[0]!.id
  const square = "M100 200L900 200L900 800L100 800Z"
  const used = { character: "\u{f0000}", reading: "⿰氵恩", path: square, parts: [] }
  const idle = { character: "\u{f0001}", reading: "⿰木恩", path: square, parts: [] }
  const path = await keepIssue(home, "made", { ...issue, glyphs: [used, idle] })
  const machine = machineIn(join(home, "made-desk"))
  good(await machine.call("openIssue", path))
  await sitDown(machine, "高远", "校对")
  const { list } = good(await machine.call("freezeProof", { ...ORDER, page, issue: path }))
  const { frozen } = good(await machine.call("proof", path, page, 1))
  expect(frozen.made).toEqual([{ character: "\u{f0000}", reading: "⿰氵恩", path: square }])
  await machine.close()

  const listWith = (glyphs: readonly MadeGlyph[]): string => {
    const { compose } = pressesOf(libraryWith(library, madeFaces(glyphs)), new Map())
    return hashOfList(composePage({ ...issue, glyphs }, page, compose, "free").list)
  }
  const flat = "M100 200L900 200L900 300L100 300Z"
  expect(listWith([used, idle])).toBe(list)
  expect(listWith([used])).toBe(list)
  expect(listWith([used, { ...idle, path: flat }])).toBe(list)
  expect(listWith([{ ...used, path: flat }, idle])).not.toBe(list)
})
