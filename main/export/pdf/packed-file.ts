import type { PDFContext, PDFObject, PDFRef } from "pdf-lib"
import {
  PDFArray,
  PDFDict,
  PDFHeader,
  PDFName,
  PDFRawStream,
  PDFRef as Ref,
  PDFStream,
} from "pdf-lib"
import { line } from "./file.ts"
import type { LaidFile, Piece } from "./file.ts"
import { deflate } from "./plates.ts"

/** Bytes of an entry of the cross-reference stream: kind, place, index. */
const ENTRY = [1, 4, 2] as const

/** Where an object stands: so many bytes into the file, or as the n-th of an object stream. */
type Entry = readonly [kind: 0 | 1 | 2, place: number, index: number]

/** A file while it is written. */
interface Writing {
  readonly context: PDFContext
  readonly pieces: Piece[]
  size: number
  /** By object number. */
  readonly entries: Map<number, Entry>
}

/**
 * Lays all objects of a context as one file with an object stream and a cross-reference stream,
 * which take a fifth of what plain objects and a table do. What says what the file is (catalog,
 * Info, output intent) stays in the open beside the metadata, for programs that only look for it.
 * Source: PDF 1.7, 7.5.7 and 7.5.8; forbidden in PDF 1.4.
 */
export function layPackedFile(context: PDFContext, minor: number): LaidFile {
  const writing: Writing = { context, pieces: [], size: 0, entries: new Map() }
  add(writing, PDFHeader.forVersion(1, minor))
  add(writing, line("\n"))
  const open = openRefs(context)
  const packed: (readonly [PDFRef, PDFObject])[] = []
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream || open.has(ref)) addObject(writing, ref, object)
    else packed.push([ref, object])
  }
  if (packed.length > 0) addObjectStream(writing, packed)
  addReferences(writing)
  return { pieces: writing.pieces, size: writing.size }
}

/** The catalog, Info and output intents. */
function openRefs(context: PDFContext): ReadonlySet<PDFRef> {
  const { Root, Info } = context.trailerInfo
  const intents = context.lookup(Root, PDFDict).lookup(PDFName.of("OutputIntents"))
  const named = intents instanceof PDFArray ? intents.asArray() : []
  return new Set([Root, Info, ...named].filter((object) => object instanceof Ref))
}

function add(writing: Writing, piece: Piece): void {
  writing.pieces.push(piece)
  writing.size += piece.sizeInBytes()
}

function addObject(writing: Writing, ref: PDFRef, object: PDFObject): void {
  writing.entries.set(ref.objectNumber, [1, writing.size, ref.generationNumber])
  add(writing, line(`${ref.objectNumber} ${ref.generationNumber} obj\n`))
  add(writing, object)
  add(writing, line("\nendobj\n"))
}

/** The objects one after another in a stream, their numbers and places before them. */
function addObjectStream(
  writing: Writing,
  objects: readonly (readonly [PDFRef, PDFObject])[],
): void {
  const { context, entries } = writing
  const stream = context.nextRef()
  let numbers = ""
  let body = ""
  objects.forEach(([ref, object], i) => {
    numbers += `${ref.objectNumber} ${body.length} `
    body += `${object.toString()}\n`
    entries.set(ref.objectNumber, [2, stream.objectNumber, i])
  })
  const dict = context.obj({
    ...{ Type: "ObjStm", N: objects.length, First: numbers.length, Filter: "FlateDecode" },
  })
  const packed = deflate(Buffer.from(numbers + body, "latin1"))
  addObject(writing, stream, PDFRawStream.of(dict, packed))
}

/** The cross-reference stream, which is the trailer too, and where it begins. */
function addReferences(writing: Writing): void {
  const { context, entries } = writing
  const { Root, Info, ID } = context.trailerInfo
  const ref = context.nextRef()
  const start = writing.size
  entries.set(0, [0, 0, 0xffff])
  entries.set(ref.objectNumber, [1, start, 0])
  const count = ref.objectNumber + 1
  const row = ENTRY.reduce((sum, width) => sum + width, 0)
  const rows = Buffer.alloc(count * row)
  for (let number = 0; number < count; number += 1) {
    const [kind, place, index] = entries.get(number) ?? [0, 0, 0]
    rows.writeUIntBE(kind, number * row, ENTRY[0])
    rows.writeUIntBE(place, number * row + ENTRY[0], ENTRY[1])
    rows.writeUIntBE(index, number * row + ENTRY[0] + ENTRY[1], ENTRY[2])
  }
  const dict = context.obj({
    ...{ Type: "XRef", Size: count, W: [...ENTRY], Filter: "FlateDecode" },
    ...{ Root, Info, ID },
  })
  addObject(writing, ref, PDFRawStream.of(dict, deflate(rows)))
  add(writing, line(`startxref\n${start}\n%%EOF\n`))
}
