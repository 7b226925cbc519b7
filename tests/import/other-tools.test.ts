import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { replaceTexts } from "../../layouts/edits/replace-texts.ts"
import type { OpenDocument } from "../../layouts/issue/document.ts"
import type { ProofRecord } from "../../layouts/notes/proof-record.ts"
import { proposalsOf } from "../../layouts/notes/propose.ts"
import { xfdfOf } from "../../layouts/notes/write-xfdf.ts"
import { openNotes } from "../../main/import/annotations/open-notes.ts"
import { listOf, refOf } from "../../main/preflight/read/values.ts"
import { pagesOf } from "../../main/preflight/read/pages.ts"
import { annotated } from "../build/annotated.ts"
import { cornersOn } from "../build/foreign-notes.ts"
import { foundNotes } from "../build/found-notes.ts"
import { ownFolder } from "../build/folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { everySign, markedDocument, notedProof } from "../build/noted-proof.ts"
import { opened, pageNumber, updated, withEntries } from "../build/pdf-saved.ts"
import {
  acrobat,
  foxit,
  okular,
  preview,
  utf16Hex,
  withPage,
  type Remark,
} from "../build/reviewers.ts"

const home = ownFolder()
const { issue } = setPages(await sampleArticles())
let document: OpenDocument
let proof: Uint8Array
let proofPath = ""
let record: ProofRecord

beforeAll(async () => {
  document = markedDocument(issue, everySign(issue, "a1"))
  const made = await notedProof(home, document)
  proof = made.bytes
  proofPath = made.path
  record = openRecord(proofPath)
}, 120_000)

function openRecord(path: string): ProofRecord {
  const file = openNotes(path, [])
  if (!file.ok || !file.value.record) throw new Error("no record")
  return file.value.record
}

/** What a file's comments are for the issue as it stands. */
function found(bytes: Uint8Array, proofs: readonly string[] = [], on = document) {
  return foundNotes(home, on, { bytes, proofs })
}

/** The words of cells `from` to `to` of the n-th long line of a second article, and where they are. */
function wordsAt(n: number, from: number, to: number) {
  const lines = record.maps[0]!.lines.filter(
    ({ article, words, at }) => article === "a2" && words === null && at.length > 10,
  )
  const line = lines[n % lines.length]!
  const [sheet] = record.sheets
  const { scale, x, y } = sheet!.pages[0]!
  const [left, right] = [line.x[from]!, line.x[to]!]
  const box = { x: x + left * scale, y: y + line.y * scale }
  const size = { width: (right - left) * scale, height: line.height * scale }
  const story = issue.articles.find(({ id }) => id === "a2")!.story
  const text = story[line.paragraph]!.text.slice(line.at[from]!, line.at[to]!)
  const place = (offset: number) => ({ paragraph: line.paragraph, offset })
  const range = {
    ...{ kind: "text", words: null },
    ...{ from: place(line.at[from]!), to: place(line.at[to]!) },
  }
  const quad = cornersOn(sheet!, { ...box, ...size } as Parameters<typeof cornersOn>[1])
  return { quads: [quad], text, range }
}

const SPOTS = [0, 1, 2, 3, 4, 5, 6].map((n) => [n, 1 + (n % 4), 4 + (n % 4)] as const)
const spot = (n: number) => wordsAt(...SPOTS[n]!)

const remark = (n: number, does: Remark["does"], say: string): Remark => {
  return { does, say, quads: spot(n).quads }
}

/** A reader's work that every program can do, and what it must be for the issue. */
const plain = () => [
  remark(0, "replace", "清早"),
  remark(1, "delete", ""),
  remark(2, "highlight", "请核实"),
  remark(3, "underline", "改为：新港"),
]
const EXPECTED = [
  { n: 0, sign: "correct", payload: { text: "清早" } },
  { n: 1, sign: "delete", payload: {} },
  { n: 2, sign: "note", payload: { say: "请核实" } },
  { n: 3, sign: "correct", payload: { text: "新港" } },
]

function expectPlain(marks: ReturnType<typeof found>["marks"]): void {
  expect(
    marks.map(({ mark, quote, unsure }) => [mark.sign, mark.payload, mark.article, quote, unsure]),
  ).toEqual(EXPECTED.map(({ n, sign, payload }) => [sign, payload, "a2", spot(n).text, null]))
  expect(marks.map(({ mark }) => mark.range)).toEqual(EXPECTED.map(({ n }) => spot(n).range))
}

describe("a proof that a reader marked and saved", () => {
  it.each([
    ["Acrobat", acrobat, "刘校对"],
    ["Foxit", foxit, "周校对"],
    ["Okular", okular, "孙校对"],
    ["Preview", preview, "（未署名）"],
  ])("in %s: each remark on its words, and nothing of ours twice", (_, save, author) => {
    const { marks, answers } = found(save(proof, plain()), [proofPath])
    expectPlain(marks)
    expect(new Set(marks.map(({ mark }) => mark.author))).toEqual(new Set([author]))
    expect(answers).toEqual([])
  })

  it("in one program after the other: what each added, once", () => {
    const once = acrobat(proof, [remark(0, "replace", "清早")])
    const twice = okular(foxit(once, [remark(1, "delete", "")]), [remark(2, "highlight", "请核实")])
    const { marks } = found(twice)
    expect(marks.map(({ mark, unsure }) => [mark.sign, mark.author, unsure])).toEqual([
      ["correct", "刘校对", null],
      ["delete", "周校对", null],
      ["note", "孙校对", null],
    ])
    expect(marks[0]!.thread.map(({ say }) => say)).toEqual(["同意"])
  })

  it("with carets, slips, free text and drawings: the drawn ones a person must read", () => {
    const drawn = [
      remark(0, "insert", "又"),
      remark(1, "sticky", "这段太长"),
      remark(2, "freetext", "标题重拟"),
      remark(3, "ink", ""),
      remark(4, "polygon", ""),
      remark(5, "stamp", "已阅"),
      remark(6, "squiggly", "语气"),
    ]
    for (const save of [acrobat, foxit]) {
      const { marks } = found(save(proof, drawn))
      expect(marks.map(({ mark, unsure }) => [mark.sign, unsure === null])).toEqual([
        ...[
          ["insert", true],
          ["note", true],
          ["note", true],
          ["note", false],
        ],
        ...[
          ["note", false],
          ["note", false],
          ["note", true],
        ],
      ])
      expect(marks[0]!.mark.range).toEqual({ ...spot(0).range, from: spot(0).range.to })
      for (const { seen } of marks) expect(seen).not.toBeNull()
    }
  })

  it("whose other comments went: those are not read, though their objects are still in the file", () => {
    const marked = foxit(proof, plain())
    const file = opened(marked)
    const [page] = pagesOf(file)
    const list = listOf(file.get(page!.dict.get("Annots")))!
    const own = list.slice(-5)
    // Some programs only free the object, some only take its reference away.
    const freed = updated(marked, {
      objects: new Map(),
      freed: own.map((one) => refOf(one)!),
      form: "table",
    })
    expect(found(freed).marks).toEqual([])
    const gone = withPage(marked, () => {
      return {
        Annots: `[${list
          .slice(0, -5)
          .map((one) => `${refOf(one)} 0 R`)
          .join(" ")}]`,
      }
    })
    expect(found(gone).marks).toEqual([])
  })

  it("turned, cropped, on larger paper", () => {
    const turned = withPage(proof, () => {
      return { Rotate: "90", CropBox: "[30 40 400 500]", MediaBox: "[0 0 1400 1900]" }
    })
    for (const save of [acrobat, foxit, okular, preview])
      expectPlain(found(save(turned, plain()), [proofPath]).marks)
  })

  it("after qpdf, MuPDF or a library wrote it anew, and linearised", () => {
    const path = join(home, "marked.pdf")
    writeFileSync(path, acrobat(proof, plain()))
    const out = join(home, "again.pdf")
    for (const [program, ...args] of [
      ["qpdf", "--object-streams=generate", "--linearize", path, out],
      ["qpdf", "--qdf", "--object-streams=disable", path, out],
      ["mutool", "clean", "-gggg", "-z", path, out],
    ]) {
      if (spawnSync(program!, args).error) continue
      expectPlain(found(readFileSync(out)).marks)
      expectPlain(found(acrobat(readFileSync(out), plain())).marks.slice(0, 4))
    }
  })

  it("of text that was edited since: what stands is sure, what was touched is told, none is lost", () => {
    const later = markedDocument(issue, [])
    const { from } = spot(1).range
    const cut = { article: "a2", words: null, paragraph: from.paragraph }
    later.perform(
      replaceTexts([{ ...cut, from: from.offset, to: from.offset + 2, put: "另外写的" }]),
    )
    const { marks } = found(acrobat(proof, plain()), [], later)
    const own = marks.filter(({ mark }) => mark.author === "刘校对")
    expect(own.map(({ unsure }) => unsure === null)).toEqual([true, false, true, true])
    expect(own[1]!.quote).toBe(spot(1).text)
  })
})

describe("a proof that lost its record, its id and its names", () => {
  it("is known by its words among the proofs, else by the pages as they are", () => {
    const lost = preview(proof, plain())
    expectPlain(found(lost, [proofPath]).marks)
    expectPlain(found(lost, []).marks)
  })

  it("is unsure in all when its words are not those of the pages", () => {
    const later = markedDocument(issue, [])
    const edits = issue.articles
      .filter(({ story }) => story[0]!.text.length > 8)
      .map(({ id }) => ({
        article: id,
        words: null,
        paragraph: 0,
        from: 0,
        to: 0,
        put: "新加的一句话在段首。",
      }))
    later.perform(replaceTexts(edits))
    const { marks } = found(preview(proof, plain()), [], later)
    expect(marks.length).toBeGreaterThanOrEqual(4)
    for (const { unsure } of marks) expect(unsure).not.toBeNull()
  })

  it("answers our marks still: a reply to one that lost its name", () => {
    const file = opened(proof)
    const [page] = pagesOf(file)
    const list = listOf(file.get(page!.dict.get("Annots")))!
    const target = list.find((one) => {
      const dict = file.get(one) as ReadonlyMap<string, unknown>
      return JSON.stringify(dict.get("Subtype")) === '{"name":"StrikeOut"}' && !dict.has("IRT")
    })!
    const reply = `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /IRT ${refOf(target)} 0 R /T ${utf16Hex("编辑")} /Contents ${utf16Hex("原文如此")} /State (Rejected) /StateModel (Review) /M (D:20311105031000Z) >>`
    const objects = new Map([
      [9000, reply],
      [
        pageNumber(file, 0),
        withEntries(page!.dict, {
          Annots: `[${list.map((one) => `${refOf(one)} 0 R`).join(" ")} 9000 0 R]`,
        }),
      ],
    ])
    const { marks, answers } = found(preview(updated(proof, { objects, form: "table" }), []), [
      proofPath,
    ])
    expect(marks).toEqual([])
    expect(answers).toMatchObject([
      { mark: "delete", answer: { say: "原文如此", state: "refused", author: "编辑" } },
    ])
  })
})

describe("pages that are not in the proof's order", () => {
  it("are known by what is on them; a page of another paper is unsure", async () => {
    const first = issue.pages[0]!
    const second = { ...first, id: "A2", frames: first.frames.slice(0, 6) }
    const two = markedDocument({ ...issue, pages: [first, second] }, [])
    const made = await notedProof(home, two)
    const back = join(home, "turned-round.pdf")
    if (spawnSync("qpdf", [made.path, "--pages", ".", "2,1", "--", back]).error) return
    const one = join(home, "second-alone.pdf")
    spawnSync("qpdf", [made.path, "--pages", ".", "2", "--", one])
    const on = (page: number) => ({ ...remark(2, "highlight", "请核实"), page })
    const seenOn = (bytes: Uint8Array) =>
      found(bytes, [made.path], two).marks.map(({ seen, unsure }) => {
        return [seen?.page, unsure?.en.includes("pages") === true]
      })
    expect(seenOn(foxit(readFileSync(back), [on(0)]))).toEqual([["A2", false]])
    expect(seenOn(foxit(readFileSync(back), [on(1)]))).toEqual([["A1", false]])
    expect(seenOn(foxit(readFileSync(one), [on(0)]))).toEqual([["A2", false]])
    const other = join(home, "with-another.pdf")
    writeFileSync(join(home, "blank.pdf"), annotated([]))
    spawnSync("qpdf", ["--empty", "--pages", join(home, "blank.pdf"), made.path, "--", other])
    expect(seenOn(foxit(readFileSync(other), [on(1), on(0)]))).toEqual([
      [undefined, true],
      ["A1", false],
    ])
  }, 60_000)
})

describe("files that cannot be read", () => {
  it("are refused in a sentence: cut off", () => {
    const path = join(home, "open.pdf")
    writeFileSync(path, acrobat(proof, plain()))
    const whole = readFileSync(path)
    for (const part of [0.2, 0.5, 0.9, 0.999]) {
      writeFileSync(path, whole.subarray(0, Math.floor(whole.length * part)))
      const answer = openNotes(path, [])
      expect(answer.ok ? "read" : answer.say.zh).not.toBe("")
      if (answer.ok) expect(answer.value.notes.length).toBeGreaterThan(0)
    }
  })
})

describe("comments alone", () => {
  it("as Acrobat exports them, XFDF and FDF, are placed by the proof's id", () => {
    const file = openNotes(savedAs("c.pdf", acrobat(proof, plain())), [])
    if (!file.ok) throw new Error(file.say.en)
    const path = savedAs("c.xfdf", Buffer.from(xfdfOf(file.value)))
    const again = openNotes(path, [proofPath])
    if (!again.ok || !again.value.record) throw new Error("not known")
    const now = { issue: document.issue(), marks: document.marks() }
    const by = { pass: 1, role: "审读", at: 1 }
    const { marks } = proposalsOf({
      ...{ file: again.value, record: again.value.record, assumed: false, by },
      ...now,
    })
    expectPlain(marks)
  })
})

function savedAs(name: string, bytes: Uint8Array): string {
  const path = join(home, name)
  writeFileSync(path, bytes)
  return path
}
