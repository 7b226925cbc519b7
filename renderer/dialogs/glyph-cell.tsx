import type { PointerEvent } from "react"
import { useTranslation } from "react-i18next"
import type { GlyphPart } from "../../layouts/issue/made-glyph.ts"
import { followPointer } from "../controls/follow-pointer.ts"

/** What is seen round the cell, thousandths of an em. */
const MARGIN = 60

/** Least that a part is wide or high. */
const LEAST = 60

/** Handles of a part: which of its edges each one moves, -1 the first, 1 the last, 0 none. */
const HANDLES = [-1, 0, 1]
  .flatMap((x) => [-1, 0, 1].map((y) => ({ x, y })))
  .filter(({ x, y }) => x !== 0 || y !== 0)

export interface GlyphCellProps {
  /** Path data that was drawn elsewhere. */
  readonly drawn: string
  readonly parts: readonly GlyphPart[]
  /** The outline of each part. */
  readonly paths: readonly string[]
  readonly chosen: number | null
  readonly onChoose: (part: number | null) => void
  readonly onChange: (part: number, to: GlyphPart) => void
}

/** The cell of a glyph, large, with the parts in it: they are moved, and made larger by their handles. */
export function GlyphCell({ drawn, parts, paths, chosen, onChoose, onChange }: GlyphCellProps) {
  const { t } = useTranslation()
  const drag = (
    event: PointerEvent<SVGElement>,
    i: number,
    moved: (part: GlyphPart, dx: number, dy: number) => GlyphPart,
  ): void => {
    const part = parts[i]!
    const cell = event.currentTarget.ownerSVGElement!.getBoundingClientRect()
    const unit = (1000 + 2 * MARGIN) / cell.width
    const { clientX, clientY } = event
    followPointer(event, {
      move: (now) =>
        onChange(i, moved(part, (now.clientX - clientX) * unit, (now.clientY - clientY) * unit)),
      end: () => undefined,
    })
  }
  const box = chosen === null ? undefined : parts[chosen]
  return (
    <svg
      className="glyph-cell"
      aria-label={t("glyphs.cell")}
      viewBox={`${-MARGIN} ${-MARGIN} ${1000 + 2 * MARGIN} ${1000 + 2 * MARGIN}`}
      onPointerDown={() => onChoose(null)}
    >
      <g className="glyph-grid">
        <path d="M0 0L1000 1000M1000 0L0 1000M500 0V1000M0 500H1000" />
        <path d="M80 80H920V920H80Z" />
        <path className="edge" d="M0 0H1000V1000H0Z" />
      </g>
      {drawn !== "" && <path className="glyph-ink" d={drawn} />}
      {paths.map((path, i) => (
        <path
          key={i}
          tabIndex={0}
          className={i === chosen ? "glyph-ink chosen" : "glyph-ink"}
          aria-label={parts[i]!.character}
          d={path}
          onPointerDown={(event) => {
            onChoose(i)
            drag(event, i, shifted)
          }}
          onKeyDown={(event) => {
            const step = STEPS[event.key]
            if (!step) return
            event.preventDefault()
            const far = event.shiftKey ? 50 : 5
            onChange(i, shifted(parts[i]!, step[0] * far, step[1] * far))
          }}
          onFocus={() => onChoose(i)}
        />
      ))}
      {box && chosen !== null && (
        <g className="glyph-box">
          <rect x={box.x} y={box.y} width={box.width} height={box.height} />
          {HANDLES.map((handle) => (
            <rect
              key={`${handle.x} ${handle.y}`}
              className="handle"
              tabIndex={-1}
              x={box.x + ((handle.x + 1) / 2) * box.width - 16}
              y={box.y + ((handle.y + 1) / 2) * box.height - 16}
              width={32}
              height={32}
              onPointerDown={(event) =>
                drag(event, chosen, (part, dx, dy) => resized(part, handle, [dx, dy]))
              }
            />
          ))}
        </g>
      )}
    </svg>
  )
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function shifted(part: GlyphPart, dx: number, dy: number): GlyphPart {
  return { ...part, x: Math.round(part.x + dx), y: Math.round(part.y + dy) }
}

/** A part with the edges of a handle moved. */
function resized(
  part: GlyphPart,
  handle: { readonly x: number; readonly y: number },
  [dx, dy]: readonly [number, number],
): GlyphPart {
  const across = edges([part.x, part.width], handle.x, dx)
  const down = edges([part.y, part.height], handle.y, dy)
  return { ...part, x: across[0], width: across[1], y: down[0], height: down[1] }
}

/** Where an edge pair begins and how long it is when one of them moved; they never meet. */
function edges(
  [from, length]: readonly [number, number],
  side: number,
  by: number,
): readonly [number, number] {
  if (side === 0) return [from, length]
  const long = Math.max(LEAST, Math.round(length + side * by))
  return [side < 0 ? from + length - long : from, long]
}
