import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRawStream,
} from "pdf-lib"
import { glyfPath } from "../../fonts/shaping/glyf-path.ts"
import { outlinesOf } from "../../fonts/subset/outline.ts"
import type { Matrix } from "../../layouts/display/list.ts"
import { moved, type At, type Drawn } from "./drawn.ts"
import { tableFace } from "./pdf-face.ts"

/** A font of a file as a reader knows it: the outline and width of each code. */
interface ReadFont {
  outline(code: number): string
  /** Thousandths of an em. */
  width(code: number): number
}

/** What PDF remembers between operators, of the part that our pages use. */
interface State {
  matrix: Matrix
  fill: string
  stroke: string
  width: number
  dash: readonly number[]
  font: ReadFont | null
  size: number
  clip: readonly At[] | null
}

/**
 * What the first page of a file paints, read from its content stream and its embedded fonts as
 * PDF 1.7, 8 and 9 say, with none of the code that writes. Places are pt from the trim's top left.
 */
export async function paintedInPdf(file: Uint8Array): Promise<readonly Drawn[]> {
  const page = (await PDFDocument.load(file)).getPage(0)
  const fonts = readFonts(page)
  const trim = page.getTrimBox()
  const top = trim.y + trim.height
  const read: Reading = {
    fonts,
    state: {
      matrix: [1, 0, 0, 1, 0, 0],
      fill: "0 0 0 1",
      stroke: "0 0 0 1",
      width: 1,
      dash: [],
      font: null,
      size: 0,
      clip: null,
    },
    saved: [],
    path: [],
    line: [1, 0, 0, 1, 0, 0],
    drawn: [],
    onPage: ([x, y]) => [x - trim.x, top - y],
  }
  const operands: Operand[] = []
  for (const token of tokensOf(contentOf(page))) {
    if (typeof token !== "object" || !("operator" in token)) operands.push(token)
    else {
      run(read, token.operator, operands)
      operands.length = 0
    }
  }
  return read.drawn
}

interface Reading {
  readonly fonts: ReadonlyMap<string, ReadFont>
  state: State
  readonly saved: State[]
  path: At[]
  line: Matrix
  readonly drawn: Drawn[]
  /** A point of the sheet as one of the page. */
  onPage(at: At): At
}

/** What TJ shows: codes, and adjustments between them. */
type Codes = readonly (number | { readonly hex: string })[]
type Operand = number | string | Codes
type Token = Operand | { readonly operator: string }

/** Splits a content stream into numbers, names, arrays and operators. */
function* tokensOf(content: string): Iterable<Token> {
  for (const [, array, name, word] of content.matchAll(/\[([^\]]*)\]|\/(\S+)|([^\s[\]/<>]+)/g)) {
    if (array !== undefined)
      yield [...array.matchAll(/<([0-9a-f]*)>|(-?[\d.]+)/g)].map(([, hex, number]) =>
        number === undefined ? { hex: hex! } : Number(number),
      )
    else if (name !== undefined) yield name
    else if (/^[-+.\d]/.test(word!)) yield Number(word)
    else yield { operator: word! }
  }
}

function run(read: Reading, operator: string, operands: readonly Operand[]): void {
  const perform = OPERATORS[operator]
  if (!perform) throw new Error(`the reader does not know the operator ${operator}`)
  perform(
    read,
    operands.filter((operand) => typeof operand === "number"),
    operands,
  )
}

type Perform = (read: Reading, numbers: readonly number[], operands: readonly Operand[]) => void

const nothing: Perform = () => {}

const lineTo: Perform = (read, [x, y]) => void read.path.push(placed(read, [x!, y!]))

/** The operators that our pages use. */
const OPERATORS: Readonly<Record<string, Perform>> = {
  q: (read) => void read.saved.push({ ...read.state }),
  Q: (read) => void (read.state = read.saved.pop()!),
  cm: ({ state }, numbers) =>
    void (state.matrix = after(state.matrix, numbers as unknown as Matrix)),
  k: ({ state }, numbers) => void (state.fill = colour(numbers)),
  K: ({ state }, numbers) => void (state.stroke = colour(numbers)),
  w: ({ state }, [width]) => void (state.width = width!),
  d: ({ state }, _, [dash]) => void (state.dash = dash as readonly number[]),
  m: lineTo,
  l: lineTo,
  c(read, numbers) {
    for (let i = 0; i < 6; i += 2) lineTo(read, numbers.slice(i), [])
  },
  re(read, [x, y, width, height]) {
    const [left, bottom, right, top] = [x!, y!, x! + width!, y! + height!]
    for (const at of [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ] as const)
      read.path.push(placed(read, at))
  },
  f(read) {
    read.drawn.push({ kind: "fill", path: read.path, ink: read.state.fill })
    read.path = []
  },
  S(read) {
    const { width, dash, stroke } = read.state
    read.drawn.push({ kind: "stroke", path: read.path, width, dash, ink: stroke })
    read.path = []
  },
  W: (read) => void (read.state.clip = read.path),
  n: (read) => void (read.path = []),
  Tf({ state, fonts }, [size], [name]) {
    state.font = fonts.get(name as string)!
    state.size = size!
  },
  Tm: (read, numbers) => void (read.line = numbers as unknown as Matrix),
  TJ: (read, _, [codes]) => show(read, codes as Codes),
  Do(read) {
    const whole = UNIT.map((corner) => placed(read, corner))
    read.drawn.push({ kind: "image", whole, seen: read.state.clip ?? whole })
  },
  h: nothing,
  gs: nothing,
  BMC: nothing,
  BDC: nothing,
  EMC: nothing,
  BT: nothing,
  ET: nothing,
}

/** Corners of the unit square that a picture fills, from its top left. */
const UNIT: readonly At[] = [
  [0, 1],
  [1, 1],
  [1, 0],
  [0, 0],
]

function placed({ state, onPage }: Reading, at: At): At {
  return onPage(moved(state.matrix, at))
}

/** Shows codes one after another, as the pen of a reader moves: PDF 1.7, 9.4.4. */
function show(read: Reading, codes: Codes): void {
  const { state } = read
  let pen = 0
  for (const part of codes) {
    if (typeof part === "number") pen -= (part / 1000) * state.size
    else
      for (const [digits] of part.hex.matchAll(/.{4}/g)) {
        const code = Number.parseInt(digits, 16)
        const at = placed(read, moved(read.line, [pen, 0]))
        const { size, fill } = state
        const outline = state.font!.outline(code)
        read.drawn.push({ kind: "glyph", outline, at, size, ink: fill })
        pen += (state.font!.width(code) / 1000) * size
      }
  }
}

/** The matrix that first does `inner`, then `outer`. */
function after(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d] = inner
  const [e, f] = moved(outer, [inner[4], inner[5]])
  const [zeroX, zeroY] = moved(outer, [0, 0])
  const [p, q] = moved(outer, [a, b])
  const [r, s] = moved(outer, [c, d])
  return [p - zeroX, q - zeroY, r - zeroX, s - zeroY, e, f]
}

/** A CMYK colour as a screen without profiles shows it. */
function colour([c, m, y, k]: readonly number[]): string {
  const channel = (ink: number): number => Math.round(255 * (1 - ink) * (1 - k!))
  return `rgb(${channel(c!)} ${channel(m!)} ${channel(y!)})`
}

function contentOf(page: PDFPage): string {
  return Buffer.from(bytesOf(page.node.Contents() as PDFRawStream)).toString("latin1")
}

function bytesOf(stream: PDFRawStream): Uint8Array {
  return decodePDFRawStream(stream).decode()
}

/** The page's fonts by resource name: embedded TrueType programs behind a map of codes to glyphs. */
function readFonts(page: PDFPage): ReadonlyMap<string, ReadFont> {
  const fonts = page.node.Resources()!.lookup(PDFName.of("Font"), PDFDict)
  return new Map(
    fonts.entries().map(([name]) => [name.decodeText(), readFont(fonts.lookup(name, PDFDict))]),
  )
}

function readFont(font: PDFDict): ReadFont {
  const descendants = font.lookup(PDFName.of("DescendantFonts"), PDFArray)
  const cid = descendants.lookup(0, PDFDict)
  const map = bytesOf(cid.lookup(PDFName.of("CIDToGIDMap")) as PDFRawStream)
  const descriptor = cid.lookup(PDFName.of("FontDescriptor"), PDFDict)
  const program = bytesOf(descriptor.lookup(PDFName.of("FontFile2")) as PDFRawStream)
  const contours = outlinesOf(tableFace(tablesIn(program)))!
  const widths = widthsOf(cid)
  const usual = cid.lookup(PDFName.of("DW"), PDFNumber).asNumber()
  const outlines = new Map<number, string>()
  return {
    outline(code) {
      const glyph = map[2 * code]! * 256 + map[2 * code + 1]!
      if (!outlines.has(glyph)) outlines.set(glyph, glyfPath(contours, glyph))
      return outlines.get(glyph)!
    },
    width: (code) => widths.get(code) ?? usual,
  }
}

/** The tables of a TrueType program, by tag. */
function tablesIn(program: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const bytes = Buffer.from(program)
  const entries = Array.from({ length: bytes.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  return new Map(
    entries.map((at) => {
      const from = bytes.readUInt32BE(at + 8)
      const table = new Uint8Array(bytes.subarray(from, from + bytes.readUInt32BE(at + 12)))
      return [bytes.toString("latin1", at, at + 4), table]
    }),
  )
}

/** The W array as widths by code. */
function widthsOf(cid: PDFDict): ReadonlyMap<number, number> {
  const array = cid.lookupMaybe(PDFName.of("W"), PDFArray)
  const widths = new Map<number, number>()
  for (let i = 0; array && i < array.size(); i += 2) {
    const first = array.lookup(i, PDFNumber).asNumber()
    const run = array.lookup(i + 1, PDFArray)
    for (let j = 0; j < run.size(); j += 1)
      widths.set(first + j, run.lookup(j, PDFNumber).asNumber())
  }
  return widths
}
