import type { PDFContext, PDFDict, PDFRef } from "pdf-lib"
import { PDFRawStream } from "pdf-lib"
import type { DisplayList, Glyphs } from "../../../layouts/display/list.ts"
import { colourBars } from "./bars.ts"
import { paintPage } from "./content.ts"
import type { PageContent } from "./content.ts"
import { imageObject } from "./images.ts"
import type { Note } from "../../../layouts/display/notes.ts"
import { OVERPRINT_OFF, OVERPRINT_ON } from "./inks.ts"
import { cropMarks } from "./marks.ts"
import { annotationsOf } from "./notes/annotations.ts"
import type { PdfPress, PictureBytes } from "./order.ts"
import { pack } from "./plates.ts"
import type { Plates } from "./plates.ts"
import type { Reading } from "./reading.ts"
import { registrationMarks } from "./registration.ts"
import { allPlates, pageSpaces } from "./separation.ts"
import type { Separations } from "./separation.ts"
import { sheetOf } from "./sheet.ts"
import type { Sheet } from "./sheet.ts"
import { slugText } from "./slug.ts"
import type { Typecase } from "./typecase.ts"

/** One file while its pages are made. */
export interface Job {
  readonly context: PDFContext
  readonly press: PdfPress
  readonly plates: Plates
  readonly typecases: ReadonlyMap<string, Typecase>
  /** Font objects by face id. */
  readonly fonts: ReadonlyMap<string, PDFRef>
  /** Picture objects made so far, by picture id: a picture on two pages is stored once. */
  readonly pictures: Map<string, PDFRef>
  /** The two overprint states, which every page may name. */
  readonly states: PDFRef
  /** The colour space of the marks; null when there are to be none. */
  readonly allPlates: PDFRef | null
  /** The colour spaces of the spot plates made so far. */
  readonly separations: Separations
  /** The file's reading order so far; null for a file without tags. */
  readonly reading: Reading | null
}

/** Begins the pages of a file: makes what all of them share. */
export function beginJob(
  plan: Pick<Job, "context" | "press" | "plates" | "typecases" | "fonts" | "reading">,
  marks: boolean,
): Job {
  const { context } = plan
  const states = context.obj({
    [OVERPRINT_ON]: { Type: "ExtGState", OP: true, op: true, OPM: 1 },
    [OVERPRINT_OFF]: { Type: "ExtGState", OP: false, op: false, OPM: 0 },
  })
  return {
    ...plan,
    pictures: new Map(),
    separations: new Map(),
    states: context.register(states),
    allPlates: marks ? allPlates(context) : null,
  }
}

/** What stands on a page: its list, the slug line beside it where there is one, and its notes. */
interface PageMatter {
  readonly list: DisplayList
  readonly slug: Glyphs | null
  readonly notes: readonly Note[]
}

/** Paints a page and makes its dictionary, as a child of `parent`. */
export function pageObject(job: Job, { list, slug, notes }: PageMatter, parent: PDFRef): PDFRef {
  const { context, plates } = job
  const marks = job.allPlates !== null
  const sheet = sheetOf(list, marks)
  const content = paintPage(list, sheet, {
    typecases: job.typecases,
    picture: (id) => job.press.picture(id),
    reading: job.reading,
  })
  // Marks come first, while the page's state is still the one that PDF starts with.
  const operators = (marks ? `${surround(job, sheet, slug)}\n` : "") + content.operators
  const packed = pack(plates, `page ${list.page}`, Buffer.from(operators, "latin1"))
  const ref = context.nextRef()
  const annotations = annotationsOf({ context, plates, sheet, page: ref }, notes)
  const page = context.obj({
    Type: "Page",
    Parent: parent,
    // The boxes stand on the page itself: PDF/X takes none that is inherited.
    MediaBox: [...sheet.media],
    BleedBox: [...sheet.bleed],
    TrimBox: [...sheet.trim],
    Resources: resources(job, content, { list, slug, notes }),
    StructParents: job.reading ? job.reading.pages.length - 1 : undefined,
    Contents: context.register(PDFRawStream.of(context.obj({ Filter: "FlateDecode" }), packed)),
    Annots: annotations.length > 0 ? [...annotations] : undefined,
  })
  context.assign(ref, page)
  return ref
}

/** All that stands outside the bleed: marks, bars, slug line; in a file with tags no part of what is read. */
function surround({ reading, typecases }: Job, sheet: Sheet, slug: Glyphs | null): string {
  const drawn = [
    cropMarks(sheet),
    registrationMarks(sheet),
    colourBars(sheet),
    slug ? slugText(sheet, slug, typecases.get(slug.face)!) : "",
  ]
  const operators = drawn.filter((part) => part !== "").join("\n")
  return reading ? `/Artifact BMC\n${operators}\nEMC` : operators
}

/** The objects behind the names in a page's operators. */
function resources(job: Job, content: PageContent, { list, slug }: PageMatter): PDFDict {
  const fonts: Record<string, PDFRef> = {}
  const names = new Set(content.fonts)
  if (slug) names.add(job.typecases.get(slug.face)!.name)
  for (const name of names) fonts[name] = job.fonts.get(name)!
  const pictures: Record<string, PDFRef> = {}
  for (const [id, { name, bytes }] of content.pictures)
    pictures[name] = pictureObject(job, id, bytes)
  return job.context.obj({
    Font: fonts,
    XObject: content.pictures.size > 0 ? pictures : undefined,
    ExtGState: job.states,
    ColorSpace: pageSpaces(job.context, job.separations, list.inks, job.allPlates),
  })
}

function pictureObject(job: Job, id: string, bytes: PictureBytes): PDFRef {
  const known = job.pictures.get(id)
  if (known !== undefined) return known
  const made = imageObject(job.context, bytes, job.plates)
  job.pictures.set(id, made)
  return made
}
