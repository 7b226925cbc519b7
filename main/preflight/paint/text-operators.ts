import type { Matrix } from "../../../layouts/display/list.ts"
import { times } from "../../../layouts/display/matrix.ts"
import type { PdfFont, ShownCode } from "../fonts/pdf-font.ts"
import { bytesOf, dictOf, listOf, nameOf, streamOf, type Value } from "../read/values.ts"
import { UNMOVED, movedRect } from "./matrix.ts"
import { fontCalled, numbersIn, placeOf, type Operator, type Run } from "./run.ts"
import { fillOf } from "./state.ts"

/** Parts of an em that text stands above and below its baseline. */
const [ABOVE, BELOW] = [0.88, 0.12]

/** Codes of one operator that are looked at. */
const MOST_CODES = 100_000

function moveLine(run: Run, x: number, y: number): void {
  run.lineMatrix = times(run.lineMatrix, [1, 0, 0, 1, x, y])
  run.textMatrix = run.lineMatrix
}

/** Operators of text. Source: PDF 1.7, tables 106 to 109 */
export const TEXT_OPERATORS: Readonly<Record<string, Operator>> = {
  BT: (run) => {
    run.textMatrix = UNMOVED
    run.lineMatrix = UNMOVED
  },
  Tf: (run, operands) => {
    run.state.font = fontCalled(run, nameOf(operands[0]))
    run.state.fontSize = numbersIn(operands)[0] ?? 0
  },
  Tm: (run, operands) => {
    const six = numbersIn(operands)
    if (six.length !== 6) return
    run.lineMatrix = six as unknown as Matrix
    run.textMatrix = run.lineMatrix
  },
  Td: (run, operands) => {
    const [x = 0, y = 0] = numbersIn(operands)
    moveLine(run, x, y)
  },
  TD: (run, operands) => {
    const [x = 0, y = 0] = numbersIn(operands)
    run.state.leading = -y
    moveLine(run, x, y)
  },
  "T*": (run) => moveLine(run, 0, -run.state.leading),
  Tj: (run, operands) => show(run, operands),
  TJ: (run, [list]) => show(run, listOf(list) ?? []),
  "'": (run, operands) => {
    moveLine(run, 0, -run.state.leading)
    show(run, operands)
  },
  '"': (run, operands) => {
    const [word = 0, letter = 0] = numbersIn(operands)
    run.state.wordSpace = word
    run.state.letterSpace = letter
    moveLine(run, 0, -run.state.leading)
    show(run, operands.slice(-1))
  },
}

/** Shows strings and moves on by their widths; numbers between them move back. */
function show(run: Run, items: readonly Value[]): void {
  const { state, walk } = run
  const { font, fontSize } = state
  if (!font) return
  const codes: ShownCode[] = []
  let along = 0
  for (const item of items) {
    if (typeof item === "number") along -= (item / 1000) * fontSize * stretchOf(run, font)
    const bytes = bytesOf(item)
    if (!bytes) continue
    for (const code of font.codes(bytes.subarray(0, MOST_CODES))) {
      const width = font.vertical ? font.em : code.width
      const gap = state.letterSpace + (code.blank ? state.wordSpace : 0)
      along += ((width / font.em) * fontSize + gap) * stretchOf(run, font)
      if (codes.length < MOST_CODES) codes.push(code)
    }
    walk.left -= bytes.length / 50
  }
  const onPaper = times(state.matrix, run.textMatrix)
  if (codes.length > 0) showCodes(run, { font, codes, along, onPaper })
  const step: Matrix = font.vertical ? [1, 0, 0, 1, 0, -along] : [1, 0, 0, 1, along, 0]
  run.textMatrix = times(run.textMatrix, step)
}

function stretchOf({ state }: Run, { vertical }: PdfFont): number {
  return vertical ? 1 : state.stretch
}

interface Shown {
  readonly font: PdfFont
  readonly codes: readonly ShownCode[]
  /** How far the text goes, in text space. */
  readonly along: number
  readonly onPaper: Matrix
}

function showCodes(run: Run, { font, codes, along, onPaper }: Shown): void {
  const { state, walk, scene } = run
  const { fontSize: size, rise, textMode } = state
  const box = font.vertical
    ? movedRect(onPaper, [-size / 2, Math.min(0, -along), size / 2, Math.max(0, -along)])
    : movedRect(onPaper, [
        Math.min(0, along),
        rise - BELOW * size,
        Math.max(0, along),
        rise + ABOVE * size,
      ])
  const place = placeOf(run, box)
  if (!place) return
  const tall = Math.hypot(onPaper[2], onPaper[3])
  const fill = scene.unprinted || ![0, 2, 4, 6].includes(textMode) ? null : fillOf(state)
  const paper = Math.abs(size) * tall
  walk.see({ kind: "text", box: place, font, size: paper, fill, codes })
  if (font.drawn) drawGlyphs(run, { font, codes, along, onPaper })
}

/** Shows each glyph of a Type 3 font once: what it is drawn with is what matters. */
function drawGlyphs(run: Run, { font, codes, onPaper }: Shown): void {
  const { walk, scene, state } = run
  const { font: dict, procedure } = font.drawn!
  const scale = state.fontSize / font.em
  for (const { code } of codes) {
    const stream = streamOf(procedure(code))
    if (!stream || walk.shown.has(stream)) continue
    walk.shown.add(stream)
    const bytes = walk.file.unpack(stream)?.bytes
    if (!bytes) continue
    const resources = dictOf(walk.file.get(dict.get("Resources"))) ?? scene.resources
    const matrix = times(onPaper, [scale, 0, 0, scale, 0, 0])
    const depth = scene.depth + 1
    walk.play(walk, { ...scene, bytes, resources, state: { ...state, matrix }, depth })
  }
}
