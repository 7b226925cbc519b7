/** An affine map: x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The map that does the inner one first. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    ...([a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j] as const),
    ...([a * k + c * l + e, b * k + d * l + f] as const),
  ]
}

export function mapped([a, b, c, d, e, f]: Matrix, x: number, y: number) {
  return [a * x + c * y + e, b * x + d * y + f] as const
}

/** One function of a transform list, and all that may stand between two. */
const FUNCTION = /([a-z]+)\s*\(([^()]*)\)[\s,]*/giu

/** Numbers that each function takes. */
const TAKES: Readonly<Record<string, readonly number[]>> = {
  ...{ matrix: [6], translate: [1, 2], scale: [1, 2], rotate: [1, 3], skewX: [1], skewY: [1] },
}

/**
 * What a transform attribute says, its functions from left to right; null for what is none.
 * Source: CSS Transforms 1, 8 (the SVG transform attribute)
 */
export function readTransform(text: string): Matrix | null {
  let all = IDENTITY
  let at = 0
  const trimmed = text.trim()
  for (const [whole, name, list] of trimmed.matchAll(FUNCTION)) {
    if (!trimmed.startsWith(whole, at)) return null
    at += whole.length
    const numbers = list!.split(/[\s,]+/).filter((one) => one !== "")
    const values = numbers.map((one) => Number(one.replace(/(?:px|deg)$/, "")))
    if (!values.every(Number.isFinite) || !TAKES[name!]?.includes(values.length)) return null
    all = times(all, matrixOf(name!, values))
  }
  return at === trimmed.length ? all : null
}

function matrixOf(name: string, values: readonly number[]): Matrix {
  const [first = 0, second, third] = values
  if (name === "matrix") return values as unknown as Matrix
  if (name === "translate") return [1, 0, 0, 1, first, second ?? 0]
  if (name === "scale") return [first, 0, 0, second ?? first, 0, 0]
  const angle = (first * Math.PI) / 180
  if (name === "skewX") return [1, 0, Math.tan(angle), 1, 0, 0]
  if (name === "skewY") return [1, Math.tan(angle), 0, 1, 0, 0]
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const turn: Matrix = [cos, sin, -sin, cos, 0, 0]
  if (second === undefined) return turn
  const [x, y] = [second, third!]
  return times(times([1, 0, 0, 1, x, y], turn), [1, 0, 0, 1, -x, -y])
}
