import type { PDFContext, PDFObject, PDFRef } from "pdf-lib"
import { PDFCrossRefSection, PDFHeader, PDFTrailer, PDFTrailerDict } from "pdf-lib"

/** A piece of the file: something that knows its length and writes itself. */
export interface Piece {
  sizeInBytes(): number
  copyBytesInto(buffer: Uint8Array, offset: number): number
}

/** A file in pieces, one after another, and how many bytes they are together. */
export interface LaidFile {
  readonly pieces: readonly Piece[]
  readonly size: number
}

/** A line of ASCII as a piece. */
export function line(text: string): Piece {
  return {
    sizeInBytes: () => text.length,
    copyBytesInto: (buffer, offset) => {
      for (let i = 0; i < text.length; i++) buffer[offset + i] = text.charCodeAt(i)
      return text.length
    },
  }
}

/**
 * Lays all objects of a context as one file with a plain cross-reference table.
 * Our own few lines in place of the library's save: that one waits for the event loop between
 * objects, writes %PDF-1.7 whatever was asked for, and leaves /ID out.
 * Source: PDF 1.7, 7.5.
 */
export function layFile(context: PDFContext, minor: number): LaidFile {
  const pieces: Piece[] = [PDFHeader.forVersion(1, minor), line("\n")]
  const xref = PDFCrossRefSection.create()
  let size = pieces.reduce((sum, piece) => sum + piece.sizeInBytes(), 0)
  const add = (piece: Piece): void => {
    pieces.push(piece)
    size += piece.sizeInBytes()
  }
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    xref.addEntry(ref, size)
    addObject(add, ref, object)
  }

  const start = size
  const { Root, Info, ID } = context.trailerInfo
  add(xref)
  add(PDFTrailerDict.of(context.obj({ Size: context.largestObjectNumber + 1, Root, Info, ID })))
  add(line("\n"))
  add(PDFTrailer.forLastCrossRefSectionOffset(start))
  add(line("\n"))

  return { pieces, size }
}

/** The whole file's bytes. */
export function joined({ pieces, size }: LaidFile): Uint8Array {
  const file = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) at += piece.copyBytesInto(file, at)
  return file
}

/** Bytes that small pieces are gathered to. */
const GATHERED = 1 << 20

/**
 * The file's bytes part by part, each to be written before the next is asked for, for all stand in
 * one buffer, which is as large as the largest picture and no larger.
 */
export function* partsOf({ pieces }: LaidFile): Generator<Uint8Array> {
  let buffer = new Uint8Array(GATHERED)
  let end = 0
  for (const piece of pieces) {
    const size = piece.sizeInBytes()
    if (end > 0 && end + size > buffer.length) {
      yield buffer.subarray(0, end)
      end = 0
    }
    if (size > buffer.length) buffer = new Uint8Array(size)
    end += piece.copyBytesInto(buffer, end)
  }
  if (end > 0) yield buffer.subarray(0, end)
}

function addObject(add: (piece: Piece) => void, ref: PDFRef, object: PDFObject): void {
  add(line(`${ref.objectNumber} ${ref.generationNumber} obj\n`))
  add(object)
  add(line("\nendobj\n"))
}
