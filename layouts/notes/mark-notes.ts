import type { ComposedPage } from "../compose.ts"
import type { Note, NoteKind, NoteLook } from "../display/notes.ts"
import type { Mark } from "../issue/mark.ts"
import { isWaiting } from "../issue/mark.ts"
import { boxesOf, passLook, SIGN_WIDTH, targetOf } from "../proof/draw-marks.ts"
import { rectsOf, type MarkBox } from "../proof/mark-rects.ts"
import { spotsOf, wordsOfMark, type Marked } from "../proof/mark-words.ts"
import { signStrokes, type Outline } from "../proof/sign-strokes.ts"
import { SIGNS } from "../proof/signs.ts"
import { pt, type Box } from "../units.ts"
import { NOTE_STATES, STATE_WORDS } from "./mark-states.ts"
import { placeAt } from "./places.ts"

/** Widths of the line through words that a caret replaces, and of the signs of marks that are done. */
const THROUGH = 0.3
const DONE = { width: 0.4, dash: [1.2, 1] } as const

/**
 * The notes that a page's proof carries for the marks on it, by the table of domain.md 3: a caret
 * with the words struck out for 改正, and so on, then what was answered. A mark that was carried out
 * stands at what it changed. Marks without a place on the page have none.
 */
export function markNotes(page: ComposedPage, marked: Marked): readonly Note[] {
  const standing = marked.marks.flatMap((mark) => {
    const now = moved(mark)
    const boxes = boxesOf(page, now)
    return boxes.length > 0 ? [{ mark, boxes, target: targetOf(page, now) }] : []
  })
  const on = new Set(standing.map(({ mark }) => mark.id))
  return standing.flatMap((placed) => [
    ...ownNotes(page, marked, placed),
    ...stetNotes(placed, on),
    ...answerNotes(placed),
  ])
}

interface Placed {
  readonly mark: Mark
  readonly boxes: readonly MarkBox[]
  readonly target: Box | null
}

/** A mark that was carried out, on the first place that it changed. */
function moved(mark: Mark): Mark {
  const [piece] = mark.change
  if (mark.state !== "executed" || !piece || piece.standing === "lost") return mark
  const { words, from, to, standing } = piece
  return { ...mark, range: { kind: "text", words, from, to }, standing }
}

function ownNotes(page: ComposedPage, marked: Marked, placed: Placed): readonly Note[] {
  const { mark, boxes, target } = placed
  const on = boxes.some(({ width, height, vertical }) => (vertical ? height : width) > 0)
  const lead = lookOf(mark, signStrokes({ mark, boxes, target }))
  switch (mark.sign) {
    case "correct":
      return on ? replacing(placed, lead) : [caret(placed, lead)]
    case "transpose":
      return on ? [...replacing(placed, bare(lead)), ink(placed, lead)] : [caret(placed, lead)]
    case "move":
      return movedTo(placed, lead)
    case "substitute":
      return [...replacing(placed, lead), ...otherPlaces(page, marked, placed)]
    case "insert":
    case "split":
    case "join":
    case "space":
    case "separate":
      return [caret(placed, lead)]
    case "delete":
      return [note(placed, on ? "StrikeOut" : "Caret", lead)]
    case "narrow":
      return [note(placed, mark.quote.text.trim() === "" && on ? "StrikeOut" : "Highlight", lead)]
    case "step":
      return [note(placed, "Ink", lead)]
    case "straighten":
    case "stet":
      return [note(placed, "Text", lead)]
    default:
      return [note(placed, mark.range.kind === "text" && on ? "Highlight" : "Text", lead)]
  }
}

/** A note of a mark with all that notes of a kind have in common. */
function note({ mark, boxes }: Placed, kind: NoteKind, look: NoteLook): Note {
  return {
    ...{ id: mark.id, kind, boxes, look, author: mark.author, at: mark.at },
    subject: SIGNS[mark.sign].name.zh,
    say: wordsOfMark(mark),
    ...{ to: null, intent: null, paragraph: false, state: null },
  }
}

/** A caret behind the last of a mark's words. */
function caret(placed: Placed, look: NoteLook): Note {
  const last = placed.boxes.at(-1)!
  const { x, y, width, height } = last
  const point = last.vertical
    ? { x, y: pt(y + height), width, height: pt(0) }
    : { x: pt(x + width), y, width: pt(0), height }
  const paragraph = placed.mark.sign === "split"
  return { ...note(placed, "Caret", look), boxes: [point], paragraph }
}

/** A caret with the words struck out that are to go: the caret has the sign. */
function replacing(placed: Placed, look: NoteLook): readonly Note[] {
  return [{ ...caret(placed, look), intent: "Replace" }, struck(placed)]
}

function struck(placed: Placed): Note {
  const { mark, boxes } = placed
  const through = boxes.map(({ x, y, width, height, vertical }): Outline => {
    if (vertical)
      return [
        ["M", x + width / 2, y],
        ["L", x + width / 2, y + height],
      ]
    return [
      ["M", x, y + height / 2],
      ["L", x + width, y + height / 2],
    ]
  })
  const look = { ...lookOf(mark, through), width: THROUGH }
  const own = note(placed, "StrikeOut", look)
  const to = { id: mark.id, as: "group" as const }
  return { ...own, id: `${mark.id}/strike`, say: "", to, intent: "StrikeOutTextEdit" }
}

/** The curve of 对调, which is drawn and not said. */
function ink(placed: Placed, look: NoteLook): Note {
  const to = { id: placed.mark.id, as: "group" as const }
  return { ...note(placed, "Ink", look), id: `${placed.mark.id}/curve`, say: "", to }
}

/** The words struck out where they are, a caret with them where they go. */
function movedTo(placed: Placed, look: NoteLook): readonly Note[] {
  const { mark, target } = placed
  if (!target) return [{ ...note(placed, "StrikeOut", look), say: `转移：${mark.quote.text}` }]
  const there = { ...placed, boxes: [target] }
  return [{ ...caret(there, look), intent: "Replace" }, struck(placed)]
}

/** The other places of 代替, each a caret with the words struck out. */
function otherPlaces(page: ComposedPage, marked: Marked, placed: Placed): readonly Note[] {
  const { mark } = placed
  const set = page.articles.find(({ article }) => article.id === mark.article)
  if (!set || mark.range.kind !== "text" || !isWaiting(mark)) return []
  return spotsOf(marked, mark).flatMap(({ words, from, to }, i) => {
    const range = {
      words,
      from: placeAt(set.article, words, from),
      to: placeAt(set.article, words, to),
    }
    const boxes = rectsOf(set, page.page.id, range)
    const own = boxes.some(({ x, y }) => x === placed.boxes[0]!.x && y === placed.boxes[0]!.y)
    if (boxes.length === 0 || own) return []
    const there = { mark: { ...mark, id: `${mark.id}/place${i + 1}` }, boxes, target: null }
    return replacing(there, lookOf(mark, signStrokes({ mark, boxes, target: null })))
  })
}

/** What 保留 makes of the mark that it cancels, where that is on the page too. */
function stetNotes(placed: Placed, on: ReadonlySet<string>): readonly Note[] {
  const { mark } = placed
  if (mark.sign !== "stet" || !on.has(mark.payload.mark)) return []
  const to = { id: mark.payload.mark, as: "reply" as const }
  const look = bare(lookOf(mark, []))
  return [
    { ...note(placed, "Text", look), id: `${mark.id}/stet`, say: "保留", to, state: "Rejected" },
  ]
}

function answerNotes(placed: Placed): readonly Note[] {
  const { mark } = placed
  const look = bare(lookOf(mark, []))
  return mark.thread.map(({ author, at, say, state }, n) => {
    const words = say !== "" ? say : state === null ? "" : STATE_WORDS[state]
    const known = state === null ? null : NOTE_STATES[state]
    const to = { id: mark.id, as: "reply" as const }
    const own = { ...note(placed, "Text", look), id: answerId(mark.id, n), say: words, to }
    return {
      ...own,
      author,
      at,
      state: known,
      subject: state === null ? "答复" : STATE_WORDS[state],
    }
  })
}

/** What the n-th answer of a mark is called in a file. */
export function answerId(mark: string, n: number): string {
  return `${mark}/answer${n + 1}`
}

function lookOf(mark: Mark, outlines: readonly Outline[]): NoteLook {
  const { ink } = passLook(mark.pass)
  return isWaiting(mark)
    ? { ink, outlines, width: SIGN_WIDTH, dash: [] }
    : { ink, outlines, ...DONE }
}

function bare(look: NoteLook): NoteLook {
  return { ...look, outlines: [] }
}
