import type { Segment } from "../../display/list.ts"

/** A drawing in its own coordinates: filled outlines, and strokes by their weight. */
export interface Motif {
  readonly fills: readonly Segment[]
  readonly strokes: readonly { readonly path: readonly Segment[]; readonly weight: number }[]
}

const PIECES = /([MLCZ])([^MLCZ]*)/g

/** An outline written as in SVG: absolute M, L, C and Z, numbers parted by blanks. */
export function outline(words: string): readonly Segment[] {
  return [...words.matchAll(PIECES)].flatMap(([, letter, rest]): readonly Segment[] => {
    const at = rest!.trim().split(/\s+/).map(Number)
    if (letter === "Z") return [["Z"]]
    if (letter === "C")
      return every(at, 6).map(([a, b, c, d, e, f]) => ["C", a!, b!, c!, d!, e!, f!])
    return every(at, 2).map(([x, y], i) => [letter === "M" && i === 0 ? "M" : "L", x!, y!])
  })
}

/** Numbers in groups of so many. */
function every(numbers: readonly number[], size: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.floor(numbers.length / size) }, (_, i) =>
    numbers.slice(i * size, (i + 1) * size),
  )
}

/** A leaf from one point to another, `belly` times its length broad to each side. */
export function leaf(
  from: readonly [number, number],
  to: readonly [number, number],
  belly: number,
): readonly Segment[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const [nx, ny] = [-dy * belly * 1.33, dx * belly * 1.33]
  const [ax, ay] = [from[0] + dx * 0.3, from[1] + dy * 0.3]
  const [bx, by] = [from[0] + dx * 0.75, from[1] + dy * 0.75]
  return [
    ["M", ...from],
    ["C", ax + nx, ay + ny, bx + nx, by + ny, ...to],
    ["C", bx - nx, by - ny, ax - nx, ay - ny, ...from],
    ["Z"],
  ]
}

/** An outline with each of its points somewhere else. */
export function moved(
  path: readonly Segment[],
  to: (x: number, y: number) => readonly [number, number],
): readonly Segment[] {
  return path.map((segment): Segment => {
    if (segment[0] === "Z") return segment
    if (segment[0] !== "C") return [segment[0], ...to(segment[1], segment[2])]
    const [, ax, ay, bx, by, x, y] = segment
    return ["C", ...to(ax, ay), ...to(bx, by), ...to(x, y)]
  })
}
