/** An attribute of a shape; undefined for one that it has not. */
export type Attribute = (name: string) => string | undefined

/** Shapes that are drawn as paths are. */
export const SHAPES: readonly string[] = [
  ...["path", "rect", "circle", "ellipse", "polygon", "polyline"],
]

/**
 * The path data of a shape, "" for one that shows nothing; null for what cannot be read, as lengths in
 * per cent. Source: SVG 2, 10 (basic shapes)
 */
export function shapeData(name: string, attribute: Attribute): string | null {
  if (name === "path") return attribute("d") ?? ""
  if (name === "polygon" || name === "polyline") return polygon(attribute("points") ?? "")
  const length = (of: string): number => lengthOf(attribute(of) ?? "0") ?? NaN
  if (name === "circle") return ellipse(length("cx"), length("cy"), [length("r"), length("r")])
  if (name === "ellipse") return ellipse(length("cx"), length("cy"), radiiOf(attribute))
  return rectangle(length, radiiOf(attribute))
}

/** A length in user units; null for another unit than px. */
export function lengthOf(text: string): number | null {
  const found = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:px)?\s*$/i.exec(text)
  return found ? Number(found[1]) : null
}

/** The radii of a shape: one that is not said is as the other. */
function radiiOf(attribute: Attribute): readonly [rx: number, ry: number] {
  const [rx, ry] = ["rx", "ry"].map((name) => {
    const said = attribute(name)?.trim() ?? "auto"
    return said === "auto" ? null : (lengthOf(said) ?? NaN)
  }) as [number | null, number | null]
  return [rx ?? ry ?? 0, ry ?? rx ?? 0]
}

function ellipse(cx: number, cy: number, [rx, ry]: readonly [number, number]): string | null {
  if (![cx, cy, rx, ry].every(Number.isFinite)) return null
  if (rx <= 0 || ry <= 0) return ""
  const half = `A${rx} ${ry} 0 0 1`
  return `M${cx - rx} ${cy}${half} ${cx + rx} ${cy}${half} ${cx - rx} ${cy}Z`
}

function polygon(points: string): string | null {
  const numbers = points.split(/[\s,]+/).filter((one) => one !== "")
  if (numbers.length < 4) return ""
  return numbers.length % 2 === 0 ? `M${numbers.join(" ")}Z` : null
}

function rectangle(
  length: (of: string) => number,
  [wishX, wishY]: readonly [number, number],
): string | null {
  const [x, y, width, height] = ["x", "y", "width", "height"].map(length) as [
    ...[number, number, number, number],
  ]
  if (![x, y, width, height, wishX, wishY].every(Number.isFinite)) return null
  if (width <= 0 || height <= 0) return ""
  const [rx, ry] = [Math.min(wishX, width / 2), Math.min(wishY, height / 2)]
  if (rx <= 0 || ry <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`
  const corner = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`
  return (
    `M${x + rx} ${y}h${width - 2 * rx}${corner(rx, ry)}v${height - 2 * ry}${corner(-rx, ry)}` +
    `h${2 * rx - width}${corner(-rx, -ry)}v${2 * ry - height}${corner(rx, -ry)}Z`
  )
}
