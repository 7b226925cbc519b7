import type { PDFRef } from "pdf-lib"
import { PDFContext, PDFHexString, PDFString } from "pdf-lib"
import type { DisplayList, Glyphs } from "../../../layouts/display/list.ts"
import { done, fault } from "../../result.ts"
import type { Result } from "../../result.ts"
import { joined, layFile, type LaidFile } from "./file.ts"
import { fontObjects } from "./fonts.ts"
import { outputIntent } from "./intent.ts"
import { identityOf, infoObject, xmpObject } from "./metadata.ts"
import type { PdfOptions, PdfPress } from "./order.ts"
import { layPackedFile } from "./packed-file.ts"
import { beginJob, pageObject } from "./page.ts"
import { castFont, freshPlates } from "./plates.ts"
import type { Plates } from "./plates.ts"
import { freshReading } from "./reading.ts"
import { slugLine } from "./slug.ts"
import { FORMS } from "./standard.ts"
import { structureTree } from "./structure.ts"
import { enclose } from "./notes/enclosures.ts"
import { fillTypecases } from "./typecase.ts"
import type { Typecase } from "./typecase.ts"

/**
 * Writes display lists as one PDF, a page each, glyph for glyph where the lists put them.
 * Colours are the lists' inks on the process plates, untouched; nothing is transparent; every font is
 * embedded. The same lists and options give the same bytes, with fresh plates or with old ones.
 * A fault comes back when a face's licence or its outlines keep it out of a PDF.
 */
export function writePdf(
  lists: readonly DisplayList[],
  press: PdfPress,
  options: PdfOptions,
  plates: Plates = freshPlates(),
): Result<Uint8Array> {
  const laid = layPdf(lists, press, options, plates)
  return laid.ok ? done(joined(laid.value)) : laid
}

/**
 * The same file in pieces: what a picture is made of is asked of the press once to lay it, and again
 * when its piece is written, so that a press may keep its pictures on the disk.
 */
export function layPdf(
  lists: readonly DisplayList[],
  press: PdfPress,
  options: PdfOptions,
  plates: Plates = freshPlates(),
): Result<LaidFile> {
  if (options.standard !== "proof" && options.intent === null)
    throw new Error(
      `a file to ${options.standard} is made for a printing condition, and none was given`,
    )
  const { notes = [], enclosures = [] } = options
  const noted = enclosures.length > 0 || notes.some((on) => on.length > 0)
  if (noted && options.standard !== "proof")
    throw new Error(`a file to ${options.standard} carries no notes`)
  const context = PDFContext.create()
  const slugs = slugLines(lists, press, options)
  const items = slugs.flatMap((slug) => slug ?? [])
  const typecases = fillTypecases([...lists, { items }], (id) => press.face(id))
  const fonts = setFonts(context, typecases, plates)
  if (!fonts.ok) return fonts
  const { minor, tagged, packed } = FORMS[options.standard]
  const reading = tagged ? freshReading() : null
  const matter = { context, press, plates, typecases, fonts: fonts.value, reading }
  const job = beginJob(matter, options.marks)
  const parent = context.nextRef()
  const pages = lists.map((list, i) =>
    pageObject(job, { list, slug: slugs[i]!, notes: notes[i] ?? [] }, parent),
  )
  context.assign(parent, context.obj({ Type: "Pages", Kids: pages, Count: pages.length }))
  const structure = reading && structureTree(context, reading, pages)
  close(context, { pages: parent, structure, plates }, options)
  return done((packed ? layPackedFile : layFile)(context, noted ? NOTED : minor))
}

/** Version of a file with notes: carets and their groups are of 1.5 and 1.6. */
const NOTED = 7

/** The slug line of each list; null where there is none. */
function slugLines(
  lists: readonly DisplayList[],
  press: PdfPress,
  { marks, slug }: PdfOptions,
): readonly (Glyphs | null)[] {
  if (!marks || !slug) return lists.map(() => null)
  const face = press.face(slug.face)
  return lists.map((list, i) => slugLine(slug.words[i] ?? "", face, list))
}

/** Makes the font objects of all faces, by their resource names. */
function setFonts(
  context: PDFContext,
  typecases: ReadonlyMap<string, Typecase>,
  plates: Plates,
): Result<ReadonlyMap<string, PDFRef>> {
  const fonts = new Map<string, PDFRef>()
  for (const typecase of typecases.values()) {
    const { face, letters } = typecase
    if (face.embedding === "forbidden" || face.embedding === "bitmapOnly") {
      return fault(
        `字体“${face.postScriptName}”的授权不允许嵌入 PDF，请换一种字体。`,
        `The licence of the font ${face.postScriptName} forbids embedding it in a PDF; choose another font.`,
      )
    }
    const glyphs = letters.map((letter) => letter.glyph)
    const cast = castFont(plates, face, glyphs)
    if (cast === null) {
      return fault(
        `字体“${face.postScriptName}”没有可以嵌入 PDF 的轮廓，文件可能已损坏。`,
        `The font ${face.postScriptName} has no outlines that a PDF can hold; its file may be damaged.`,
      )
    }
    for (const [name, font] of fontObjects(context, typecase, cast, plates)) fonts.set(name, font)
  }
  return done(fonts)
}

/** What the catalog names beside what it is made of. */
interface Trunk {
  readonly pages: PDFRef
  /** The structure tree; null for a file without tags. */
  readonly structure: PDFRef | null
  readonly plates: Plates
}

/** Adds what stands above the pages: metadata, the catalog, and the file's identity. */
function close(
  context: PDFContext,
  { pages, structure, plates }: Trunk,
  options: PdfOptions,
): void {
  const info = infoObject(context, options)
  const identity = identityOf(context)
  const root = context.register(
    context.obj({
      Type: "Catalog",
      Pages: pages,
      Lang: PDFString.of("zh-CN"),
      StructTreeRoot: structure ?? undefined,
      MarkInfo: structure ? { Marked: true } : undefined,
      Metadata: xmpObject(context, options, identity),
      ...enclose(context, options.enclosures ?? []),
      ViewerPreferences: { DisplayDocTitle: true },
      OutputIntents: options.intent ? [outputIntent(context, options.intent, plates)] : undefined,
    }),
  )
  const id = PDFHexString.of(identity)
  context.trailerInfo = { Root: root, Info: info, ID: context.obj([id, id]) }
}
