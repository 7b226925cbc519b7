/** Flattened curves lie so near the true ones, in the units of the result. */
const NEAR = 0.1

/** An outline as straight edges. */
export interface FlatOutline {
  /** x and y of both ends, edge after edge. */
  readonly edges: readonly number[]
  /** What holds them all; left is beyond right where there are none. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly foot: number
}

/**
 * An outline (SVG path data as faces give it: M L Q C Z, each with its letter, y up) scaled, y down,
 * its curves as straight edges. Every contour is closed; level edges are left out.
 */
export function flatOutline(path: string, scale: number): FlatOutline {
  const words: Words = { path, at: 0, scale }
  const pen: Pen = { ...NOTHING, edges: [], x: 0, y: 0, startX: 0, startY: 0 }
  for (;;) {
    const command = nextCommand(words)
    if (command === "L") lineTo(pen, number(words), -number(words))
    else if (command === "Q") quadraticTo(pen, words)
    else if (command === "C") cubicTo(pen, words)
    else {
      lineTo(pen, pen.startX, pen.startY)
      if (command === "") return pen
      if (command === "M") {
        pen.x = pen.startX = number(words)
        pen.y = pen.startY = -number(words)
      }
    }
  }
}

const NOTHING = { left: Infinity, top: Infinity, right: -Infinity, foot: -Infinity }

/** What is read, how far it was read, and what numbers are multiplied by. */
interface Words {
  readonly path: string
  at: number
  readonly scale: number
}

/** The next letter; "" at the end. */
function nextCommand(words: Words): string {
  while (words.at < words.path.length) {
    const code = words.path.charCodeAt(words.at)
    words.at += 1
    if (code >= 65 && code <= 90) return words.path[words.at - 1]!
  }
  return ""
}

/** The next number, scaled. Read digit by digit: a page has a million of them. */
function number(words: Words): number {
  const { path } = words
  let { at } = words
  let code = path.charCodeAt(at)
  while (code === SPACE || code === COMMA) code = path.charCodeAt((at += 1))
  const minus = code === MINUS
  if (minus) code = path.charCodeAt((at += 1))
  let [value, unit] = [0, 0]
  for (; code === DOT || (code >= 48 && code <= 57); code = path.charCodeAt((at += 1)))
    if (code === DOT) unit = 1
    else {
      value = value * 10 + code - 48
      unit *= 10
    }
  words.at = at
  const size = (unit > 1 ? value / unit : value) * words.scale
  return minus ? -size : size
}

const [SPACE, COMMA, MINUS, DOT] = [32, 44, 45, 46]

interface Pen {
  readonly edges: number[]
  left: number
  top: number
  right: number
  foot: number
  x: number
  y: number
  startX: number
  startY: number
}

function lineTo(pen: Pen, x: number, y: number): void {
  if (y !== pen.y) {
    pen.edges.push(pen.x, pen.y, x, y)
    if (Math.min(pen.x, x) < pen.left) pen.left = Math.min(pen.x, x)
    if (Math.max(pen.x, x) > pen.right) pen.right = Math.max(pen.x, x)
    if (Math.min(pen.y, y) < pen.top) pen.top = Math.min(pen.y, y)
    if (Math.max(pen.y, y) > pen.foot) pen.foot = Math.max(pen.y, y)
  }
  pen.x = x
  pen.y = y
}

function quadraticTo(pen: Pen, words: Words): void {
  const { x, y } = pen
  const [x1, y1, x2, y2] = [number(words), -number(words), number(words), -number(words)]
  const [bendX, bendY] = [x - 2 * x1 + x2, y - 2 * y1 + y2]
  const parts = partsOf(Math.hypot(bendX, bendY) / 4)
  for (let i = 1; i <= parts; i += 1) {
    const t = i / parts
    lineTo(pen, x + t * (2 * (x1 - x) + t * bendX), y + t * (2 * (y1 - y) + t * bendY))
  }
}

function cubicTo(pen: Pen, words: Words): void {
  const { x, y } = pen
  const [x1, y1, x2, y2] = [number(words), -number(words), number(words), -number(words)]
  const [x3, y3] = [number(words), -number(words)]
  const first = Math.hypot(x - 2 * x1 + x2, y - 2 * y1 + y2)
  const last = Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3)
  const parts = partsOf(0.75 * Math.max(first, last))
  for (let i = 1; i <= parts; i += 1) {
    const [t, s] = [i / parts, 1 - i / parts]
    const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    lineTo(pen, a * x + b * x1 + c * x2 + d * x3, a * y + b * y1 + c * y2 + d * y3)
  }
}

/** Straight parts that stand in for a curve that one of them would miss by so much. */
function partsOf(miss: number): number {
  return miss <= NEAR ? 1 : Math.ceil(Math.sqrt(miss / NEAR))
}
