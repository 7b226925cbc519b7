import type { PDFContext, PDFRef } from "pdf-lib"
import { PDFHexString, PDFRawStream, PDFString } from "pdf-lib"
import type { Note } from "../../../../layouts/display/notes.ts"
import { screenColour } from "../../../../layouts/display/screen-colour.ts"
import { thousandth } from "../numbers.ts"
import { outline } from "../paths.ts"
import { pack, type Plates } from "../plates.ts"
import type { Corners, Sheet } from "../sheet.ts"
import { cornersOf, partsOf } from "./corners.ts"

/** Print; and for windows that pop up also: neither zoomed nor turned. */
const PRINT = 4
const POPUP = 28

/** Size of a window that pops up, pt. */
const WINDOW = { width: 180, height: 100 } as const

/** The page that notes stand on. */
export interface NotedPage {
  readonly context: PDFContext
  readonly plates: Plates
  readonly sheet: Sheet
  readonly page: PDFRef
}

/**
 * The annotations of a page's notes. Each has an appearance of its own, so that every reader shows
 * the same; an answer stands behind what it answers, and one to a note that is not on the page stands
 * alone. Source: PDF 1.7, 12.5.6.
 */
export function annotationsOf(on: NotedPage, notes: readonly Note[]): readonly PDFRef[] {
  const refs = new Map(notes.map(({ id }) => [id, on.context.nextRef()]))
  const order: PDFRef[] = []
  for (const note of notes) {
    const ref = refs.get(note.id)!
    const popup = note.to ? null : on.context.nextRef()
    const rect = cornersOf(on.sheet, note)
    on.context.assign(ref, annotation(on, note, { rect, popup, refs }))
    order.push(ref)
    if (!popup) continue
    on.context.assign(popup, on.context.obj(popupOf(on, rect, ref)))
    order.push(popup)
  }
  return order
}

interface Tied {
  readonly rect: Corners
  readonly popup: PDFRef | null
  readonly refs: ReadonlyMap<string, PDFRef>
}

function annotation(on: NotedPage, note: Note, { rect, popup, refs }: Tied) {
  const { context, page } = on
  const to = note.to && refs.get(note.to.id)
  const date = PDFString.of(dateOf(note.at))
  return context.obj({
    ...{ Type: "Annot", Subtype: note.kind, Rect: [...rect], P: page, F: PRINT },
    NM: PDFHexString.fromText(note.id),
    T: PDFHexString.fromText(note.author),
    Subj: PDFHexString.fromText(note.subject),
    Contents: PDFHexString.fromText(note.say),
    ...{ CreationDate: date, M: date },
    C: screenColour(note.look.ink).map((channel) => thousandth(channel / 255)),
    AP: { N: appearance(on, note, rect) },
    Popup: popup ?? undefined,
    ...(to ? { IRT: to, RT: note.to.as === "group" ? "Group" : "R" } : {}),
    IT: note.intent ?? undefined,
    ...(note.state ? { State: PDFString.of(note.state), StateModel: modelOf(note.state) } : {}),
    ...partsOf(on.sheet, note, rect),
  })
}

function modelOf(state: NonNullable<Note["state"]>): PDFString {
  return PDFString.of(state === "Marked" ? "Marked" : "Review")
}

function popupOf({ sheet, page }: NotedPage, [, , right, top]: Corners, parent: PDFRef) {
  const [, , edge] = sheet.media
  const x = Math.min(right, edge - WINDOW.width)
  const rect = [x, top - WINDOW.height, x + WINDOW.width, top].map(thousandth)
  return {
    Type: "Annot",
    Subtype: "Popup",
    Rect: rect,
    Parent: parent,
    P: page,
    F: POPUP,
    Open: false,
  }
}

/**
 * The sign as it is drawn: strokes of one ink, with nothing of the page's to rely on. Its blend mode
 * lets the words show, and is what Poppler and Acrobat look for before they take a highlight's own
 * appearance in place of theirs. Measured: Poppler 22.12 paints over the words without it.
 */
function appearance({ context, plates, sheet }: NotedPage, { look }: Note, rect: Corners): PDFRef {
  const { ink, width, dash, outlines } = look
  const drawn = outlines.map((path) => `${outline(sheet, path)} S`)
  const pen = `${ink.cmyk.map(thousandth).join(" ")} K ${thousandth(width)} w 1 J 1 j`
  const dashes = dash.length > 0 ? ` [${dash.map(thousandth).join(" ")}] 0 d` : ""
  const operators = drawn.length > 0 ? `q /G gs ${pen}${dashes}\n${drawn.join("\n")}\nQ` : ""
  const raw = Buffer.from(operators, "latin1")
  const dict = context.obj({
    ...{ Type: "XObject", Subtype: "Form", FormType: 1, BBox: [...rect] },
    ...{ Filter: "FlateDecode" },
    Resources: { ExtGState: { G: { Type: "ExtGState", BM: "Multiply" } } },
  })
  return context.register(PDFRawStream.of(dict, pack(plates, `note ${rect.join(" ")}`, raw)))
}

/** A moment as PDF writes it, in universal time. Source: PDF 1.7, 7.9.4 */
export function dateOf(at: number): string {
  return `D:${new Date(at).toISOString().replace(/\D/g, "").slice(0, 14)}Z`
}
