import { arcCurves, type Pair } from "./arc.ts"
import { mapped, type Matrix } from "./matrix.ts"

/** Numbers that each command takes. */
const TAKES: Readonly<Record<string, number>> = {
  ...{ M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 },
}

const BLANK = /[\s,]*/y
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy

/** Path data while it is read. */
interface Reading {
  readonly data: string
  at: number
}

/** A path while it is drawn anew. */
interface Pen {
  readonly matrix: Matrix
  at: Pair
  start: Pair
  /** The last control point that S or T mirrors, and the command that left it. */
  control: { readonly point: Pair; readonly of: "C" | "Q" } | null
  drawn: string
}

/**
 * Path data with every point mapped, in absolute M, L, C, Q and Z alone: arcs are cubic curves.
 * Null for data that is none. Source: SVG 2, 9.3 (path data)
 */
export function placedPath(data: string, matrix: Matrix): string | null {
  const reading = { data, at: 0 }
  const pen: Pen = { matrix, at: [0, 0], start: [0, 0], control: null, drawn: "" }
  skip(reading, BLANK)
  let command = ""
  while (reading.at < data.length) {
    const letter = data[reading.at]!
    if (TAKES[letter.toUpperCase()] !== undefined && /[a-z]/i.test(letter)) {
      command = letter
      reading.at += 1
    } else if (command === "" || TAKES[command.toUpperCase()] === 0) return null
    if (pen.drawn === "" && command.toUpperCase() !== "M") return null
    const numbers = numbersOf(reading, command.toUpperCase())
    if (!numbers) return null
    draw(pen, command, numbers)
    if (command === "M") command = "L"
    if (command === "m") command = "l"
    skip(reading, BLANK)
  }
  return pen.drawn
}

/** The numbers of one command; the flags of an arc are one digit each, with nothing between them. */
function numbersOf(reading: Reading, kind: string): readonly number[] | null {
  const numbers: number[] = []
  for (let i = 0; i < TAKES[kind]!; i += 1) {
    skip(reading, BLANK)
    const flag = kind === "A" && (i === 3 || i === 4)
    const found = skip(reading, flag ? /[01]/y : NUMBER)
    if (found === null || found === "") return null
    numbers.push(Number(found))
  }
  return numbers
}

/** What stands next of a sort, read over; null for nothing. */
function skip(reading: Reading, sort: RegExp): string | null {
  sort.lastIndex = reading.at
  const [found] = sort.exec(reading.data) ?? [null]
  reading.at += found?.length ?? 0
  return found
}

function draw(pen: Pen, command: string, given: readonly number[]): void {
  const kind = command.toUpperCase()
  const [x0, y0] = command === kind ? [0, 0] : pen.at
  const pair = (i: number): Pair => [x0 + given[i]!, y0 + given[i + 1]!]
  if (kind === "Z") close(pen)
  else if (kind === "M") move(pen, pair(0))
  else if (kind === "L") line(pen, pair(0))
  else if (kind === "H") line(pen, [x0 + given[0]!, pen.at[1]])
  else if (kind === "V") line(pen, [pen.at[0], y0 + given[0]!])
  else if (kind === "C") curve(pen, "C", [pair(0), pair(2), pair(4)])
  else if (kind === "S") curve(pen, "C", [mirrored(pen, "C"), pair(0), pair(2)])
  else if (kind === "Q") curve(pen, "Q", [pair(0), pair(2)])
  else if (kind === "T") curve(pen, "Q", [mirrored(pen, "Q"), pair(0)])
  else arc(pen, given, pair(5))
}

function move(pen: Pen, to: Pair): void {
  pen.drawn += `M${written(pen, to)}`
  pen.at = to
  pen.start = to
  pen.control = null
}

function line(pen: Pen, to: Pair): void {
  pen.drawn += `L${written(pen, to)}`
  pen.at = to
  pen.control = null
}

function curve(pen: Pen, of: "C" | "Q", points: readonly Pair[]): void {
  pen.drawn += of + points.map((point) => written(pen, point)).join(" ")
  pen.at = points.at(-1)!
  pen.control = { point: points.at(-2)!, of }
}

function arc(pen: Pen, [rx, ry, turn, large, sweep]: readonly number[], to: Pair): void {
  const shape = { rx: rx!, ry: ry!, turn: turn!, large: large === 1, sweep: sweep === 1 }
  for (const cubic of arcCurves(pen.at, shape, to)) curve(pen, "C", cubic)
  pen.at = to
  pen.control = null
}

/** What follows a closed path goes on where that path began. */
function close(pen: Pen): void {
  pen.drawn += "Z"
  pen.at = pen.start
  pen.control = null
}

/** The last control point mirrored at the pen; the pen's place behind another command. */
function mirrored({ at, control }: Pen, of: "C" | "Q"): Pair {
  if (control?.of !== of) return at
  return [2 * at[0] - control.point[0], 2 * at[1] - control.point[1]]
}

function written({ matrix }: Pen, [x, y]: Pair): string {
  return mapped(matrix, x, y)
    .map((one) => Number(one.toFixed(4)))
    .join(" ")
}
