import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Proposals } from "../../layouts/notes/proposal.ts"
import { openIssueFolder } from "../../main/files/open-issue.ts"
import { condensed } from "../../main/bridge/documents.ts"
import { openDocument } from "../../layouts/issue/document.ts"
import { ownFolder } from "../build/folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { everySign, markedDocument, notedProof } from "../build/noted-proof.ts"
import { keepIssue } from "../build/issue-folder.ts"

const home = ownFolder()
const { issue } = setPages(await sampleArticles())
let pdf = ""
let empty = ""
beforeAll(async () => {
  const document = markedDocument(issue, everySign(issue, "a1"))
  pdf = (await notedProof(home, document)).path
  empty = await keepIssue(home, "empty", newDocument(issue).issue())
}, 120_000)

function banxin(...args: readonly string[]) {
  const run = spawnSync(process.execPath, ["main/cli/banxin.mjs", ...args], { encoding: "utf8" })
  return { code: run.status, out: run.stdout }
}

function marks(...args: readonly string[]) {
  const { code, out } = banxin("marks", ...args)
  return { code, found: JSON.parse(out) as Proposals }
}

describe("banxin marks", () => {
  it("reads a proof's marks back through its PDF, and takes them in once", async () => {
    const { found } = marks(pdf, "--issue", empty, "--json", "--take")
    expect(found.marks.map(({ mark }) => mark.id).sort()).toEqual(
      everySign(issue, "a1")
        .map(({ id }) => id)
        .sort(),
    )
    expect(found.marks.filter(({ unsure }) => unsure)).toEqual([])
    const again = marks(pdf, "--issue", empty, "--json")
    expect(again.code).toBe(0)
    expect(again.found).toMatchObject({ marks: [], answers: [] })
    const opened = openIssueFolder(empty, condensed)
    if (!opened.ok) throw new Error(opened.say.en)
    const { content, marks: kept } = opened.value.documents()
    await opened.value.close()
    expect(openDocument(content, kept).marks()).toHaveLength(21)
  }, 60_000)

  it("says what is no file of comments", async () => {
    const none = join(home, "none.txt")
    writeFileSync(none, "hello")
    expect(banxin("marks", none, "--issue", empty).code).toBe(2)
    expect(banxin("marks", none).code).toBe(2)
  })
})
