import { PDFContext, PDFDocument, PDFRawStream, PDFString } from "pdf-lib"
import { describe, expect, it } from "vitest"
import { joined, layFile } from "../../main/export/pdf/file.ts"
import type { OutputIntent } from "../../main/export/pdf/order.ts"
import { layPackedFile } from "../../main/export/pdf/packed-file.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { OPTIONS, pageOf, PRESS, setLine } from "../build/pdf-page.ts"

/** A context with objects of several kinds, one of them without a number before it. */
function objects(): PDFContext {
  const context = PDFContext.create()
  const pages = context.register(context.obj({ Type: "Pages", Kids: [], Count: 0 }))
  const intent = context.register(context.obj({ Type: "OutputIntent", S: "GTS_PDFX" }))
  context.nextRef()
  context.register(context.obj([1, 2.5, "Name", PDFString.of("a (b) \\ c")]))
  context.register(PDFRawStream.of(context.obj({}), Buffer.from("stream of bytes")))
  const info = context.register(context.obj({ Title: PDFString.of("Ruihe") }))
  const root = context.register(
    context.obj({ Type: "Catalog", Pages: pages, OutputIntents: [intent] }),
  )
  const id = PDFString.of("0123456789abcdef")
  context.trailerInfo = { Root: root, Info: info, ID: context.obj([id, id]) }
  return context
}

/** All objects of a file as a reader finds them, without those that only hold others. */
async function readObjects(file: Uint8Array): Promise<readonly string[]> {
  const { context } = await PDFDocument.load(file, { updateMetadata: false })
  return context
    .enumerateIndirectObjects()
    .map(([ref, object]) => `${ref.objectNumber} ${object.toString()}`)
    .filter((text) => !/\/Type \/(ObjStm|XRef)/.test(text))
}

function latin1(file: Uint8Array): string {
  return Buffer.from(file).toString("latin1")
}

const INTENT: OutputIntent = {
  ...{ identifier: "IFRA26", note: "newspaper", registered: true },
  profile: Buffer.from("a profile of nothing"),
}

describe("a packed file", () => {
  it("holds the objects of a plain one", async () => {
    const plain = await readObjects(joined(layFile(objects(), 4)))
    expect(plain).toHaveLength(6)
    expect(await readObjects(joined(layPackedFile(objects(), 6)))).toEqual(plain)
  })

  it("says in the open what it is", () => {
    const file = latin1(joined(layPackedFile(objects(), 6)))
    expect(file).toMatch(/^%PDF-1\.6\n%/)
    expect(file).toContain("/Type /Catalog")
    expect(file).toContain("/S /GTS_PDFX")
    expect(file).toContain("/Title (Ruihe)")
    expect(file).not.toContain("/Type /Pages")
  })

  it("is what X-4 is, and X-1a and a proof are not", () => {
    const packed = (["x4", "x1a", "proof"] as const).map((standard) => {
      const options = { ...OPTIONS, standard, intent: standard === "proof" ? null : INTENT }
      return latin1(pdfOf([pageOf([setLine("瑞河港口")])], PRESS, options)).includes("/ObjStm")
    })
    expect(packed).toEqual([true, false, false])
  })
})
