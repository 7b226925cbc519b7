import type { PDFContext, PDFDict, PDFObject, PDFRef } from "pdf-lib"
import { PDFRawStream, PDFString } from "pdf-lib"
import type { Collection } from "../../../fonts/subset/cff.ts"
import { measureFace } from "../../../fonts/subset/measures.ts"
import type { FontProgram } from "../../../fonts/subset/program.ts"
import { EM_BOX } from "./hanging.ts"
import { codesToCids, OWN_NUMBERS, toUnicode } from "./character-map.ts"
import { pack } from "./plates.ts"
import type { CastFont, Plates } from "./plates.ts"
import type { Letter, Typecase } from "./typecase.ts"

/** Descriptor flag of a font whose characters are not the standard Latin ones. */
const SYMBOLIC = 4

/** The width that most Han letters have, thousandths of an em: only others are written down. */
const FULL_WIDTH = 1000

/** One face of a file while its objects are made. */
interface Matter {
  readonly context: PDFContext
  readonly plates: Plates
  readonly typecase: Typecase
  readonly cast: CastFont
  /** BaseFont: tag, plus sign, PostScript name. */
  readonly name: string
}

/**
 * Makes the objects of one face: a composite font that all pages share, by its resource name; where
 * letters stand one below the other, a second one that writes down, of the same letters.
 * TrueType: code = CID, a stream maps CIDs to glyphs, Identity-H. CFF: a map of codes to the CIDs
 * of the program, since such a font has no place for a map to glyphs.
 * Source: PDF 1.7, 9.7.
 */
export function fontObjects(
  context: PDFContext,
  typecase: Typecase,
  cast: CastFont,
  plates: Plates,
): ReadonlyMap<string, PDFRef> {
  const name = `${cast.tag}+${plainName(typecase.face.postScriptName)}`
  const matter = { context, plates, typecase, cast, name }
  const texts = typecase.letters.map((letter) => [letter.hex, readAs(letter, typecase)] as const)
  const letters = context.register(descendant(matter))
  const read = stream(matter, "ToUnicode", toUnicode(texts))
  const font = (mode: 0 | 1): PDFRef =>
    context.register(
      context.obj({
        Type: "Font",
        Subtype: "Type0",
        BaseFont: name,
        Encoding: encodingOf(matter, mode),
        DescendantFonts: [letters],
        ToUnicode: read,
      }),
    )
  const fonts = new Map([[typecase.name, font(0)]])
  if (typecase.down !== null) fonts.set(typecase.down, font(1))
  return fonts
}

/**
 * What readers take a letter for. The hyphen of a divided word stands for no character of its text; as
 * a soft hyphen it lets them join the word again. Other letters that stand for none, as the dots of a
 * leader do, are blanks. Source: PDF 1.7, 14.8.2.2.3
 */
function readAs({ glyph, text }: Letter, { face }: Typecase): string {
  if (text === "") return glyph === face.glyphOf(0x2d) ? "\u00ad" : " "
  return face.reading?.(text) ?? text
}

/** The CIDFont: widths, measures, and the program. */
function descendant(matter: Matter): PDFDict {
  const { context, typecase, cast, name } = matter
  const { program } = cast
  const glyf = program.kind === "glyf"
  const widths = widthsOf(cidsOf(program, typecase.letters))
  return context.obj({
    Type: "Font",
    Subtype: glyf ? "CIDFontType2" : "CIDFontType0",
    BaseFont: name,
    CIDSystemInfo: systemInfo(context, collectionOf(program)),
    FontDescriptor: descriptor(matter),
    DW: FULL_WIDTH,
    W: widths.length > 0 ? widths : undefined,
    ...(typecase.down === null ? {} : hangingEntries(typecase)),
    CIDToGIDMap: glyf ? glyphMap(matter, program.glyphs) : undefined,
  })
}

/** FontDescriptor with the font program. */
function descriptor(matter: Matter): PDFRef {
  const { context, typecase, cast, name } = matter
  const { bounds, ascent, descent, capHeight, italicAngle, weight } = measureFace(typecase.face)
  const glyf = cast.program.kind === "glyf"
  const file = context.obj({
    Filter: "FlateDecode",
    ...(glyf ? { Length1: cast.program.bytes.length } : { Subtype: "CIDFontType0C" }),
  })
  return context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: name,
      Flags: SYMBOLIC,
      FontBBox: [...bounds],
      ItalicAngle: italicAngle,
      Ascent: ascent,
      Descent: descent,
      CapHeight: capHeight,
      StemV: stemOf(weight),
      [glyf ? "FontFile2" : "FontFile3"]: context.register(PDFRawStream.of(file, cast.packed)),
    }),
  )
}

/** Identity-H for TrueType, Identity-V to write down, a map of our own for CFF. */
function encodingOf(matter: Matter, mode: 0 | 1): string | PDFRef {
  const { context, typecase, cast, name } = matter
  const { program } = cast
  if (program.kind === "glyf") return mode === 0 ? "Identity-H" : "Identity-V"
  const collection = collectionOf(program)
  const cids = cidsOf(program, typecase.letters)
  const called = mode === 0 ? name : `${name}-V`
  const map = codesToCids(
    { name: called, mode },
    collection,
    typecase.letters.map((letter, i) => [letter.hex, cids[i]![0]]),
  )
  return stream(matter, `Encoding ${mode}`, map, {
    Type: "CMap",
    CMapName: called,
    CIDSystemInfo: systemInfo(context, collection),
    WMode: mode,
  })
}

/** CID and width of each letter, in the order of the codes. */
function cidsOf(
  program: FontProgram,
  letters: readonly Letter[],
): readonly (readonly [cid: number, width: number])[] {
  return letters.map((letter) => {
    if (program.kind === "glyf") return [letter.code, letter.width]
    const cid = program.collection === null ? letter.glyph : (program.cids[letter.glyph] ?? 0)
    return [cid, letter.width]
  })
}

/** The W array: runs of consecutive CIDs that are not one em wide. */
function widthsOf(cids: readonly (readonly [cid: number, width: number])[]): (number | number[])[] {
  const byCid = new Map(cids)
  const others = [...byCid].filter(([, width]) => width !== FULL_WIDTH).sort((a, b) => a[0] - b[0])
  const widths: (number | number[])[] = []
  let run: number[] = []
  others.forEach(([cid, width], i) => {
    if (i === 0 || others[i - 1]![0] !== cid - 1) {
      run = []
      widths.push(cid, run)
    }
    run.push(width)
  })
  return widths
}

/** DW2 and W2: how letters hang from a pen that goes down. Source: PDF 1.7, 9.7.4.3 */
function hangingEntries({ letters }: Typecase): Record<string, (number | number[])[]> {
  const own = letters.flatMap(({ code, hanging }) =>
    hanging ? [code, [-hanging.step, hanging.left, hanging.below]] : [],
  )
  const usual = [EM_BOX.below, -EM_BOX.step]
  return own.length === 0 ? { DW2: usual } : { DW2: usual, W2: own }
}

/** The stream that gives each CID its glyph in the program, two bytes each, .notdef first. */
function glyphMap(matter: Matter, glyphs: readonly number[]): PDFRef {
  const newIds = new Map(glyphs.map((glyph, id) => [glyph, id]))
  const map = new Uint8Array(2 * (matter.typecase.letters.length + 1))
  for (const letter of matter.typecase.letters) {
    const id = newIds.get(letter.glyph) ?? 0
    map[2 * letter.code] = id >> 8
    map[2 * letter.code + 1] = id & 0xff
  }
  return stream(matter, "CIDToGIDMap", map)
}

/** A deflated stream of this face. */
function stream(
  matter: Matter,
  part: string,
  raw: string | Uint8Array,
  entries: Readonly<Record<string, string | number | PDFObject>> = {},
): PDFRef {
  const { context, plates, typecase } = matter
  const bytes = typeof raw === "string" ? Buffer.from(raw, "latin1") : raw
  const packed = pack(plates, `${part} ${typecase.face.id}`, bytes)
  const dict = context.obj({ ...entries, Filter: "FlateDecode" })
  return context.register(PDFRawStream.of(dict, packed))
}

function collectionOf(program: FontProgram): Collection {
  return (program.kind === "cff" ? program.collection : null) ?? OWN_NUMBERS
}

function systemInfo(context: PDFContext, collection: Collection): PDFDict {
  const { registry, ordering, supplement } = collection
  return context.obj({
    Registry: PDFString.of(registry),
    Ordering: PDFString.of(ordering),
    Supplement: supplement,
  })
}

/** A PostScript name without the characters that a PDF name or a PostScript token may not hold. */
function plainName(name: string): string {
  return name.replace(/[^A-Za-z0-9_.-]/g, "") || "Font"
}

/** Width of the upright stems, thousandths of an em, estimated from the weight class. */
function stemOf(weight: number): number {
  return Math.round(50 + (weight / 65) ** 2)
}
