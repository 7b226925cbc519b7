import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { openNotesApart } from "../../main/import/annotations/open-apart.ts"
import { openNotes } from "../../main/import/annotations/open-notes.ts"
import { pageWords } from "../../main/import/annotations/page-words.ts"
import { rc4 } from "../../main/preflight/read/lock/rc4.ts"
import { ownFolder } from "../build/folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { lockPdf } from "../build/locked-pdf.ts"
import { everySign, markedDocument, notedProof } from "../build/noted-proof.ts"
import { rawPdf } from "../build/raw-pdf.ts"

const home = ownFolder()
let proof = ""

beforeAll(async () => {
  const { issue } = setPages(await sampleArticles())
  proof = (await notedProof(home, markedDocument(issue, everySign(issue, "a1")))).path
}, 120_000)

/** Lays bytes down in a file. */
function savedAs(name: string, bytes: Uint8Array): string {
  const path = join(home, name)
  writeFileSync(path, bytes)
  return path
}

describe("a file of comments", () => {
  it("is read in a thread of its own, to the same answer", async () => {
    const here = openNotes(proof, [])
    expect(await openNotesApart({ path: proof, proofs: [], password: "" })).toEqual(here)
    const lost = join(home, "nowhere.pdf")
    const told = await openNotesApart({ path: lost, proofs: [], password: "" })
    expect(told.ok ? "" : told.say.zh).toContain(lost)
  })
})

describe("locked files", () => {
  const LOCKS = [
    ["40"],
    ["128", "--use-aes=n"],
    ["128", "--use-aes=y"],
    ["128", "--use-aes=y", "--cleartext-metadata"],
    ["256"],
    ["256", "--force-R5"],
  ]
  /** The proof locked with a user's and an owner's password; null where qpdf is not at hand. */
  function locked(words: readonly [string, string], lock: readonly string[]) {
    const out = join(home, "locked.pdf")
    return lockPdf(proof, out, { words, lock }) ? out : null
  }

  it.for(LOCKS)("are read where only their owner's password is set: %s", (lock) => {
    const shut = locked(["", "owner"], lock)
    if (shut === null) return
    const [before, after] = [openNotes(proof, []), openNotes(shut, [])]
    if (!before.ok || !after.ok) throw new Error("not read")
    expect(after.value.notes.length).toBeGreaterThan(0)
    expect(after.value).toEqual(before.value)
  })

  it.for(LOCKS)("are read with either password, and said to be locked without: %s", (lock) => {
    const shut = locked(["reader", "owner"], lock)
    if (shut === null) return
    for (const wrong of ["", "Reader", "中"])
      expect(openNotes(shut, [], wrong)).toMatchObject({ ok: true, value: { locked: true } })
    for (const right of ["reader", "owner"]) {
      const file = openNotes(shut, [], right)
      if (!file.ok) throw new Error(file.say.en)
      expect(file.value.locked).toBeUndefined()
      expect(file.value.notes.length).toBeGreaterThan(0)
      expect(file.value.record).not.toBeNull()
    }
  })

  it("show their words where the proof's record was lost", () => {
    const shut = locked(["", "owner"], ["256"])
    if (shut === null) return
    const { "0": page } = pageWords(readFileSync(shut), "")
    expect(page!.length).toBeGreaterThan(10)
    expect(page).toEqual(pageWords(readFileSync(proof), "")[0])
  })

  it("that no password opens are refused in a sentence", () => {
    const lock = (entries: string) => Buffer.from(rawPdf({ trailer: `/Encrypt << ${entries} >>` }))
    const said = (bytes: Buffer) => {
      const file = openNotes(savedAs("odd.pdf", bytes), [])
      return file.ok ? "read" : file.say.zh
    }
    expect(said(lock("/Filter /Adobe.PubSec /V 4"))).toContain("证书")
    expect(said(lock("/Filter /Standard /V 9 /R 9"))).toContain("证书")
    for (const revision of [2, 3, 4, 5, 6]) {
      const version = revision < 4 ? revision - 1 : revision === 4 ? 4 : 5
      const file = lock(`/Filter /Standard /V ${version} /R ${revision} /O (x) /U (y) /P -4`)
      expect(openNotes(savedAs("odd.pdf", file), [])).toMatchObject({ value: { locked: true } })
    }
  })

  it("use RC4 as its published vectors have it", () => {
    const key = Uint8Array.from([1, 2, 3, 4, 5])
    const stream = Buffer.from(rc4(key, new Uint8Array(16))).toString("hex")
    expect(stream).toBe("b2396305f03dc027ccc3524a0a1118a8")
  })
})
