import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { setIssue } from "../../layouts/edits/set-issue.ts"
import { newDocument, openDocument } from "../../layouts/issue/document.ts"
import type { IssueRecord } from "../../layouts/proof/record.ts"
import type { Events, StoredIssue } from "../../main/bridge/contract.ts"
import { hide, openPath, show } from "../../renderer/state/actions.ts"
import { checks } from "../../renderer/state/checks.ts"
import { desk } from "../../renderer/state/desk.ts"
import type { Means } from "../../renderer/state/means.ts"
import { proof } from "../../renderer/state/proof.ts"
import { frozenOf, rounds } from "../../renderer/state/rounds.ts"
import { tracking } from "../../renderer/state/tracking.ts"

const DATE = { year: 2026, month: 3, day: 5 }

/** An issue of a folder without pages, as the machine answers it. */
function stored(path: string): StoredIssue {
  const document = newDocument({ paper: path, date: DATE, articles: [], pages: [] })
  const documents = { content: [document.state("content")], marks: [document.state("marks")] }
  return { path, documents, pictures: path, notices: [] }
}

/** Means without faces, whose machine answers about pictures when it is told to. */
function slowMeans() {
  const heard = new Set<(event: Events["updateKept"]) => void>()
  const frozen: string[] = []
  let pictures: Promise<unknown> = Promise.resolve()
  const answers: Record<string, (path: string, page: string) => unknown> = {
    pictures: () => [],
    records: (path) => ({ records: [{ kind: "transition", page: path }], broken: [] }),
    proofs: () => [],
    proof(path) {
      frozen.push(path)
      return { frozen: { map: { page: path } } }
    },
  }
  const door = {
    async call(name: string, path: string, page: string) {
      if (name === "pictures") await pictures
      return { ok: true, value: answers[name]!(path, page) }
    },
    on(_: string, listen: (event: Events["updateKept"]) => void) {
      heard.add(listen)
      return () => heard.delete(listen)
    },
  }
  const shelf = { whole: Promise.resolve(), faces: new Map(), lacking: () => [], entries: () => [] }
  const tiles = { setList: () => {}, setPictures: () => {} }
  return {
    means: { door, shelf, tiles } as unknown as Means,
    heard,
    frozen,
    /** Lets the next questions about pictures wait until the answer is called. */
    hold(): () => void {
      let go = (): void => {}
      pictures = new Promise<void>((settle) => (go = settle))
      return go
    },
    release: () => (pictures = Promise.resolve()),
  }
}

beforeEach(() => {
  vi.stubGlobal("window", globalThis)
  vi.stubGlobal("sessionStorage", { setItem: () => {} })
})
afterEach(() => {
  hide()
  vi.unstubAllGlobals()
})

it("of two issues that are opened the one asked for last is shown, and alone heard of", async () => {
  const { means, hold, release, heard } = slowMeans()
  const go = hold()
  const first = show(stored("甲"), means)
  await vi.waitFor(() => expect(heard.size).toBe(1))
  release()
  expect(await show(stored("乙"), means)).toBe(true)
  go()
  expect(await first).toBe(false)
  expect(openPath()).toBe("乙")
  expect(desk.getState().issue?.paper).toBe("乙")
  expect(heard.size).toBe(1)
})

it("what another window changes while an issue is opened is not lost", async () => {
  const { means, hold, heard } = slowMeans()
  const issue = stored("甲")
  const go = hold()
  const opened = show(issue, means)
  await vi.waitFor(() => expect(heard.size).toBe(1))
  const other = openDocument(issue.documents.content, issue.documents.marks)
  other.onUpdate((document, update) => {
    for (const listen of heard) listen({ issue: "甲", document, update })
  })
  other.perform(setIssue({ paper: "瑞河晚报" }))
  go()
  await opened
  expect(desk.getState().issue?.paper).toBe("瑞河晚报")
})

it("an issue appears with what was done with it: its states bind from the first edit", async () => {
  const { means } = slowMeans()
  const bound: (readonly IssueRecord[])[] = []
  const stop = desk.subscribe(({ path, issue }) => {
    if (path !== null && issue) bound.push(rounds.getState().kept.records)
  })
  await show(stored("甲"), means)
  stop()
  expect(bound[0]).toMatchObject([{ page: "甲" }])
})

it("nothing of the issue before is left in the window", async () => {
  const { means, frozen } = slowMeans()
  const big = { page: "A1", number: 1 } as Parameters<typeof frozenOf>[0]
  await show(stored("甲"), means)
  await frozenOf(big, means)
  proof.setState({ pass: 2, chosen: "m1", filter: { ...proof.getState().filter, author: "高远" } })
  checks.setState({ chosen: "h1", found: new Map([["lead", []]]) })
  tracking.setState({ on: true })
  await show(stored("乙"), means)
  expect(proof.getState()).toMatchObject({ pass: 2, chosen: null, filter: { author: null } })
  expect(checks.getState()).toEqual(checks.getInitialState())
  expect(tracking.getState().on).toBe(false)
  expect((await frozenOf(big, means))?.map.page).toBe("乙")
  expect(frozen).toEqual(["甲", "乙"])
})
