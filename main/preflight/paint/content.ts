import { END, isWhite, lexerOf, nextValue, type Lexer } from "../read/lexer.ts"
import { unpack } from "../read/filters.ts"
import { overlapOf, type PageBoxes, type PdfPage, type Rect } from "../read/pages.ts"
import type { PdfFile } from "../read/pdf-file.ts"
import { dictOf, listOf, nameOf, streamOf, wordOf, type Value } from "../read/values.ts"
import type { Mark } from "./marks.ts"
import { UNMOVED } from "./matrix.ts"
import { PAINT_OPERATORS, seeGroup, showPicture } from "./paint-operators.ts"
import { beginRun, type Operator, type Run, type Walk } from "./run.ts"
import { STATE_OPERATORS } from "./state-operators.ts"
import { firstState } from "./state.ts"
import { TEXT_OPERATORS } from "./text-operators.ts"

/** Operators of one page that are read, with all that it shows. */
const MOST_OPERATORS = 4_000_000

/** Operands that an operator may have; more are dropped. */
const MOST_OPERANDS = 200

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries({ ...STATE_OPERATORS, ...TEXT_OPERATORS, ...PAINT_OPERATORS }),
)

/** What a page's content came to. */
export interface Shown {
  /** False when it was too long to be read to its end. */
  readonly whole: boolean
  /** Streams of the page that cannot be unpacked. */
  readonly damaged: number
}

/** Goes through everything that a page shows and says each mark that is seen of it. */
export function showPage(
  file: PdfFile,
  { dict, inherited }: PdfPage,
  boxes: PageBoxes,
  see: (mark: Mark) => void,
): Shown {
  const resources = dictOf(file.get(inherited.get("Resources")))
  const clip: Rect = sheetOf(boxes)
  const { bytes, damaged } = contentOf(file, dict.get("Contents"))
  const walk: Walk = {
    file,
    see,
    left: MOST_OPERATORS,
    fonts: new Map(),
    shown: new Set(),
    play,
  }
  const scene = {
    ...{ bytes, resources, depth: 0, frame: null, ground: UNMOVED, unprinted: false },
    state: firstState(clip),
  }
  const group = dictOf(file.get(dict.get("Group")))
  if (group) seeGroup({ walk, scene }, group, clip)
  play(walk, scene)
  return { whole: walk.left > 0, damaged }
}

/** What is seen of a page: its media, cut to the crop. A4 where neither says anything. */
function sheetOf({ media, crop }: PageBoxes): Rect {
  const sheet = media ?? crop ?? [0, 0, 595, 842]
  return (crop && overlapOf(sheet, crop)) ?? sheet
}

/** The content streams of a page, one after the other. */
function contentOf(
  file: PdfFile,
  value: Value | undefined,
): { readonly bytes: Uint8Array; readonly damaged: number } {
  const given = file.get(value)
  const streams = (listOf(given) ?? [given]).map((one) => streamOf(file.get(one)))
  const parts = streams.map((stream) => (stream ? (file.unpack(stream)?.bytes ?? null) : null))
  const damaged = parts.filter((part, i) => part === null && streams[i] !== null).length
  const line = new Uint8Array([10])
  const bytes = Buffer.concat(parts.flatMap((part) => (part ? [part, line] : [])))
  return { bytes, damaged }
}

function play(walk: Walk, scene: Run["scene"]): void {
  const run = beginRun(walk, scene)
  const lexer = lexerOf(scene.bytes)
  let operands: Value[] = []
  for (let item = nextValue(lexer); item !== END; item = nextValue(lexer)) {
    const word = wordOf(item)
    if (word === null) {
      if (operands.length < MOST_OPERANDS) operands.push(item)
      continue
    }
    if (--walk.left < 0) return
    if (word === "BI") inlinePicture(run, lexer)
    else OPERATORS.get(word)?.(run, operands)
    operands = []
  }
}

/** A picture that stands in the content itself. Source: PDF 1.7, 8.9.7 */
function inlinePicture(run: Run, lexer: Lexer): void {
  const dict = new Map<string, Value>()
  let key: string | null = null
  for (let item = nextValue(lexer); item !== END; item = nextValue(lexer)) {
    if (wordOf(item) === "ID") break
    if (key === null) key = nameOf(item)
    else {
      dict.set(key, item)
      key = null
    }
  }
  const start = lexer.at + 1
  const end = pictureEnd(lexer.bytes, start)
  lexer.at = end + 2
  const raw = lexer.bytes.subarray(start, end)
  const get = (value: Value | undefined): Value => run.walk.file.get(value)
  if (unpack(raw, dict, get)) showPicture(run, { dict, raw })
}

/** Where the EI stands that ends an inline picture: alone between white space, with text after it. */
function pictureEnd(bytes: Uint8Array, from: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = buffer.indexOf("EI", from); at >= 0; at = buffer.indexOf("EI", at + 2)) {
    const after = bytes[at + 2]
    if (!isWhite(bytes[at - 1]) || !(after === undefined || isWhite(after))) continue
    if (bytes.subarray(at + 3, at + 13).every((byte) => isWhite(byte) || (byte > 31 && byte < 127)))
      return at
  }
  return bytes.length
}
