import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { Caret } from "../state/caret.ts"
import type { Leaf } from "../state/spread.ts"
import { pxPerPt, type View } from "../state/view.ts"
import { caretBox, lineOf, selectionBoxes } from "../text/caret.ts"
import { placeBehind } from "../text/composition.ts"
import type { Area } from "../text/lines.ts"
import { endsOf, isCaret, type TextPlace } from "../text/place.ts"

const SELECTED = "rgb(22 104 220 / 26%)"
const INK = "#111"

/** What is drawn over the pages where text is written. */
export interface TextShown {
  readonly set: ComposedArticle
  readonly state: View
  /** The pages that are seen, the one worked on among them. */
  readonly leaves: readonly Leaf[]
  readonly caret: Caret
  /** False in the dark half of a blink. */
  readonly lit: boolean
}

/** Draws selection, composition line and caret over the pages that are shown, in CSS pixels. */
export function drawText(surface: CanvasRenderingContext2D, shown: TextShown | null): void {
  const ratio = window.devicePixelRatio
  surface.setTransform(1, 0, 0, 1, 0, 0)
  surface.clearRect(0, 0, surface.canvas.width, surface.canvas.height)
  surface.setTransform(ratio, 0, 0, ratio, 0, 0)
  for (const { page, offset } of shown?.leaves ?? []) {
    const { state } = shown!
    drawOnPage(surface, shown!, page, { ...state, left: state.left - offset })
  }
}

/** Draws what is of one page; `state` is as if it were the one worked on. */
function drawOnPage(
  surface: CanvasRenderingContext2D,
  { set, caret, lit }: TextShown,
  page: string,
  state: View,
): void {
  const { selection, composition } = caret
  if (!selection) return
  const [from, to] = endsOf(selection)
  surface.fillStyle = SELECTED
  if (!isCaret(selection))
    for (const area of selectionBoxes(set, page, from, to)) fillArea(surface, area, state)
  if (composition) {
    surface.fillStyle = INK
    const end = placeBehind(composition.from, composition.text)
    for (const area of selectionBoxes(set, page, composition.from, end))
      fillArea(surface, besideWords(area, isVertical(set, page, composition.from)), state)
  }
  const box = caretBox(set, selection.focus, page)
  if (lit && box?.page === page) drawCaret(surface, box, state)
}

function fillArea(surface: CanvasRenderingContext2D, area: Area, state: View): void {
  const { x, y, width, height } = pixelsOf(area, state)
  surface.fillRect(x, y, width, height)
}

function isVertical(set: ComposedArticle, page: string, place: TextPlace): boolean {
  return lineOf(set, place, page)?.vertical === true
}

/** The line that marks an input method's words: under them, or on the right of vertical ones. */
function besideWords(area: Area, vertical: boolean): Area {
  return vertical
    ? { ...area, x: area.x + area.width - 0.9, width: 0.6 }
    : { ...area, y: area.y + area.height - 0.9, height: 0.6 }
}

/** A hairline of whole pixels, at every zoom. */
function drawCaret(surface: CanvasRenderingContext2D, area: Area, state: View): void {
  const { x, y, width, height } = pixelsOf(area, state)
  surface.fillStyle = INK
  if (height > 0) surface.fillRect(Math.round(x) - 0.5, y, 1.5, height)
  else surface.fillRect(x, Math.round(y) - 0.5, width, 1.5)
}

/** An area of the page in CSS pixels of the canvas. */
export function pixelsOf({ x, y, width, height }: Area, state: View): Area {
  const px = pxPerPt(state)
  return {
    x: (x - state.left) * px,
    y: (y - state.top) * px,
    width: width * px,
    height: height * px,
  }
}
