import type { PDFContext, PDFRef } from "pdf-lib"
import { PDFHexString, PDFRawStream, PDFString } from "pdf-lib"
import type { Enclosure } from "../../../../layouts/display/notes.ts"
import { deflate } from "../plates.ts"

/** What the catalog says of the files that go with the pages; nothing without any. */
export interface EnclosureEntries {
  readonly Names?: { readonly EmbeddedFiles: { readonly Names: readonly unknown[] } }
  readonly AF?: readonly PDFRef[]
}

/** Lays files into a PDF. Names are ASCII, sorted by the caller's order. Source: PDF 1.7, 7.11.4; AF of PDF 2.0 */
export function enclose(context: PDFContext, files: readonly Enclosure[]): EnclosureEntries {
  if (files.length === 0) return {}
  const specs = files.map((file) => specOf(context, file))
  const names = files.flatMap(({ name }, i) => [PDFString.of(name), specs[i]!])
  return { Names: { EmbeddedFiles: { Names: names } }, AF: specs }
}

function specOf(context: PDFContext, { name, mime, bytes, note }: Enclosure): PDFRef {
  const dict = context.obj({
    ...{ Type: "EmbeddedFile", Subtype: mime, Filter: "FlateDecode" },
    Params: { Size: bytes.length },
  })
  const file = context.register(PDFRawStream.of(dict, deflate(bytes)))
  return context.register(
    context.obj({
      ...{ Type: "Filespec", F: PDFString.of(name), UF: PDFHexString.fromText(name) },
      ...{ EF: { F: file, UF: file }, AFRelationship: "Data", Desc: PDFHexString.fromText(note) },
    }),
  )
}
