import type { Item, Segment } from "../../layouts/display/list.ts"

export interface DrawnItemsProps {
  readonly items: readonly Item[]
  /** Size of the drawing, pt, and how many pixels a point is shown as. */
  readonly width: number
  readonly height: number
  readonly scale?: number
}

/** Lines and grounds of a display list as a small picture, in the colour of the words beside it. */
export function DrawnItems({ items, width, height, scale = 1 }: DrawnItemsProps) {
  return (
    <svg
      className="drawn-items"
      viewBox={`0 0 ${width} ${height}`}
      width={width * scale}
      height={height * scale}
      aria-hidden="true"
    >
      {items.map((item, i) =>
        item.kind === "fill" ? (
          <path key={i} d={pathWords(item.path)} fill="currentColor" />
        ) : item.kind === "stroke" ? (
          <path
            key={i}
            d={pathWords(item.path)}
            fill="none"
            stroke="currentColor"
            strokeWidth={item.width}
            strokeDasharray={item.dash.join(" ")}
          />
        ) : null,
      )}
    </svg>
  )
}

/** An outline as SVG writes it. */
function pathWords(path: readonly Segment[]): string {
  return path.map(([letter, ...numbers]) => `${letter}${numbers.join(" ")}`).join("")
}
