import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { PDFDocument, PDFHexString, PDFName, type PDFRef } from "pdf-lib"
import { beforeAll, describe, expect, it } from "vitest"
import type { OpenDocument } from "../../layouts/issue/document.ts"
import type { ProofRecord } from "../../layouts/notes/proof-record.ts"
import { proposalsOf } from "../../layouts/notes/propose.ts"
import { openNotes } from "../../main/import/annotations/open-notes.ts"
import { cornersOn } from "../build/foreign-notes.ts"
import { ownFolder } from "../build/folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { everySign, markedDocument, notedProof } from "../build/noted-proof.ts"
import { ask, judge } from "../build/pdf-readers.ts"

const home = ownFolder()
const { issue } = setPages(await sampleArticles())
let document: OpenDocument
let proof = ""
let record: ProofRecord
let words = { text: "", range: {} }
let quad: readonly number[] = []

function opened(path: string, proofs: readonly string[] = []) {
  const file = openNotes(path, proofs)
  if (!file.ok) throw new Error(file.say.en)
  return file.value
}

function found(path: string, proofs: readonly string[] = []) {
  const file = opened(path, proofs)
  if (!file.record) throw new Error("the record is lost")
  const by = { pass: 1, role: "审读", at: 1 }
  const now = { issue: document.issue(), marks: document.marks() }
  return proposalsOf({ file, record: file.record, assumed: false, ...now, by })
}

/** The proof with a highlight that names nothing, saved anew by a library that others use. */
async function highlighted(name: string, change: (pdf: PDFDocument) => void): Promise<string> {
  const pdf = await PDFDocument.load(readFileSync(proof), { updateMetadata: false })
  const note = pdf.context.obj({
    ...{ Type: "Annot", Subtype: "Highlight", QuadPoints: [...quad], Rect: [0, 0, 1, 1] },
    Contents: PDFHexString.fromText("核"),
  })
  const page = pdf.getPages()[0]!
  page.node.addAnnot(pdf.context.register(note) as PDFRef)
  change(pdf)
  const path = join(home, name)
  writeFileSync(path, await pdf.save())
  return path
}

beforeAll(async () => {
  document = markedDocument(issue, everySign(issue, "a1"))
  proof = (await notedProof(home, document)).path
  record = opened(proof).record!
  const [sheet] = record.sheets
  const { scale, x, y } = sheet!.pages[0]!
  const line = record.maps[0]!.lines.find((one) => one.article === "a2" && one.words === null)!
  const [left, right] = [line.x[1]!, line.x[5]!]
  const box = { x: x + left * scale, y: y + line.y * scale }
  const size = { width: (right - left) * scale, height: line.height * scale }
  const [l, f, r, t] = cornersOn(sheet!, { ...box, ...size } as Parameters<typeof cornersOn>[1])
  quad = [l, f, r, f, r, t, l, t]
  const { text } = issue.articles.find(({ id }) => id === "a2")!.story[line.paragraph]!
  const place = (offset: number) => ({ paragraph: line.paragraph, offset })
  const [from, to] = [line.at[1]!, line.at[5]!]
  const range = { kind: "text", words: null, from: place(from), to: place(to) }
  words = { text: text.slice(from, to), range }
}, 120_000)

describe("a proof that others saved", () => {
  it.each([
    ["qpdf", ["--object-streams=generate", "--linearize"]],
    ["qpdf", ["--qdf", "--object-streams=disable"]],
  ])("has its marks and its record still: %s %j", (program, options) => {
    const path = join(home, `${options.join("")}.pdf`)
    ask(program, ...options, proof, path)
    expect(found(path)).toMatchObject({ marks: [], answers: [] })
  })

  it("has them after MuPDF cleaned it", () => {
    const path = join(home, "clean.pdf")
    ask("mutool", "clean", "-ggz", proof, path)
    expect(found(path)).toMatchObject({ marks: [], answers: [] })
  })

  it("gives a new highlight back on its words, turned and cropped too", async () => {
    const saved = await Promise.all([
      highlighted("plain.pdf", () => undefined),
      highlighted("turned.pdf", (pdf) => {
        const [page] = pdf.getPages()
        page!.node.set(PDFName.of("Rotate"), pdf.context.obj(90))
        page!.setCropBox(40, 60, 300, 400)
      }),
    ])
    for (const path of saved) {
      expect(judge("qpdf", "--check", path).code).toBe(0)
      const { marks } = found(path)
      expect(marks).toHaveLength(1)
      const [{ mark, quote, unsure }] = marks as [(typeof marks)[number]]
      expect({ text: quote, range: mark.range }).toEqual(words)
      expect([mark.article, mark.sign, unsure]).toEqual(["a2", "note", null])
    }
  })

  it("is known by its id when the record is lost, and unsure when its pages are others", async () => {
    const bare = await highlighted("bare.pdf", ({ catalog }) => {
      catalog.delete(PDFName.of("AF"))
      catalog.delete(PDFName.of("Names"))
    })
    expect(opened(bare).record).toBeNull()
    expect(found(bare, [proof]).marks).toMatchObject([{ quote: words.text, unsure: null }])
    const larger = await highlighted("larger.pdf", (pdf) => pdf.getPages()[0]!.setSize(500, 500))
    expect(found(larger).marks[0]!.unsure).not.toBeNull()
  })
})
