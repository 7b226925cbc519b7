/** A point. */
export type Pair = readonly [x: number, y: number]

/** A cubic curve from where the pen is. */
export type Cubic = readonly [one: Pair, two: Pair, to: Pair]

/** What an arc command says of its ellipse; `turn` in degrees. */
export interface Arc {
  readonly rx: number
  readonly ry: number
  readonly turn: number
  readonly large: boolean
  readonly sweep: boolean
}

/** The ellipse that an arc is part of, and the angles it begins and ends at, radians. */
interface Ellipse {
  readonly centre: Pair
  readonly rx: number
  readonly ry: number
  readonly cos: number
  readonly sin: number
  readonly from: number
  readonly span: number
}

/**
 * An elliptical arc as cubic curves, a quarter of the ellipse each at most: within a thirtieth of a
 * per cent of its radius. None for an arc that ends where it begins; a straight one for one without a
 * radius. Source: SVG 2, 9.5.1 and B.2 (elliptical arc implementation notes)
 */
export function arcCurves(from: Pair, arc: Arc, to: Pair): readonly Cubic[] {
  if (from[0] === to[0] && from[1] === to[1]) return []
  if (arc.rx === 0 || arc.ry === 0) return [[from, to, to]]
  const ellipse = ellipseOf(from, arc, to)
  const count = Math.max(1, Math.ceil(Math.abs(ellipse.span) / (Math.PI / 2) - 1e-9))
  return Array.from({ length: count }, (_, i): Cubic => {
    const [one, two, end] = quarter(ellipse, i / count, (i + 1) / count)
    return [one, two, i === count - 1 ? to : end]
  })
}

/** The centre and angles of an arc; radii too small for its ends grow until they reach. */
function ellipseOf([x1, y1]: Pair, { rx, ry, turn, large, sweep }: Arc, [x2, y2]: Pair): Ellipse {
  const angle = ((turn % 360) * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const [dx, dy] = [(x1 - x2) / 2, (y1 - y2) / 2]
  const [x, y] = [cos * dx + sin * dy, -sin * dx + cos * dy]
  const [wide, high] = [Math.abs(rx), Math.abs(ry)]
  const over = (x / wide) ** 2 + (y / high) ** 2
  const grown = Math.sqrt(Math.max(1, over))
  const [a, b] = [wide * grown, high * grown]
  const far = (x / a) ** 2 + (y / b) ** 2
  const root = Math.sqrt(Math.max(0, 1 / far - 1)) * (large === sweep ? -1 : 1)
  const [cx, cy] = [(root * a * y) / b, (-root * b * x) / a]
  const begin = Math.atan2((y - cy) / b, (x - cx) / a)
  const end = Math.atan2((-y - cy) / b, (-x - cx) / a)
  const round = 2 * Math.PI
  const span = end - begin
  return {
    centre: [cos * cx - sin * cy + (x1 + x2) / 2, sin * cx + cos * cy + (y1 + y2) / 2],
    ...{ rx: a, ry: b, cos, sin, from: begin },
    span: sweep ? (span < 0 ? span + round : span) : span > 0 ? span - round : span,
  }
}

/** A piece of an ellipse, shares of its span, as the cubic curve that leaves and reaches it as it does. */
function quarter(ellipse: Ellipse, from: number, to: number): Cubic {
  const [begin, end] = [from, to].map((share) => ellipse.from + share * ellipse.span) as [
    number,
    number,
  ]
  const reach = (4 / 3) * Math.tan((end - begin) / 4)
  return [
    on(
      ellipse,
      Math.cos(begin) - reach * Math.sin(begin),
      Math.sin(begin) + reach * Math.cos(begin),
    ),
    on(ellipse, Math.cos(end) + reach * Math.sin(end), Math.sin(end) - reach * Math.cos(end)),
    on(ellipse, Math.cos(end), Math.sin(end)),
  ]
}

/** A point of the unit circle, or near it, on the ellipse. */
function on({ centre, rx, ry, cos, sin }: Ellipse, x: number, y: number): Pair {
  return [centre[0] + cos * rx * x - sin * ry * y, centre[1] + sin * rx * x + cos * ry * y]
}
