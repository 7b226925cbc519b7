import { useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setWrap } from "../../layouts/edits/set-wrap.ts"
import { wrapBox } from "../../layouts/grid/obstacles.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import type { OutlinePoint } from "../../layouts/issue/wrap.ts"
import type { Box } from "../../layouts/units.ts"
import { followPointer } from "../controls/follow-pointer.ts"
import { perform, showTrial } from "../state/actions.ts"
import { cropping } from "../state/cropping.ts"
import { view } from "../state/view.ts"
import { OUTLINE_STEPS, pointAdded, pointMoved, pointRemoved } from "../tools/outline.ts"
import type { MarkedPage } from "./flash-mark.tsx"
import { areaStyle } from "./pixels.ts"

/** The outline that text goes round of the one chosen frame, with its points, while frames are chosen. */
export function OutlineMark({ page, px }: MarkedPage) {
  const chosen = useStore(view, ({ tool, preview, selection }) =>
    tool === "select" && !preview && selection.length === 1 ? selection[0] : null,
  )
  const cropped = useStore(cropping, (state) => state.frame)
  const frame = page.page.frames.find(({ id }) => id === chosen)
  if (!frame || frame.locked || cropped === frame.id) return null
  if (frame.wrap?.shape !== "outline" || !frame.wrap.outline) return null
  const box = wrapBox(page.page, frame)
  return <Outlined key={frame.id} frame={frame} outline={frame.wrap.outline} box={box} px={px} />
}

interface OutlinedProps {
  readonly frame: Frame
  readonly outline: readonly OutlinePoint[]
  readonly box: Box
  readonly px: number
}

/**
 * An outline whose points are dragged, moved by arrows and removed by Delete, and that gets one more
 * where its line is pressed twice. Text flows anew while a point is dragged; the edit is done at the end.
 */
function Outlined({ frame, outline, box, px }: OutlinedProps) {
  const { t } = useTranslation()
  const lines = useRef<SVGSVGElement>(null)
  const [point, setPoint] = useState(0)
  const [width, height] = [box.width * px, box.height * px]
  const keep = (next: readonly OutlinePoint[]): void => {
    if (next !== outline) perform(setWrap([frame.id], { outline: next }))
  }

  const onDrag = (down: PointerEvent, at: number): void => {
    if (down.button !== 0) return
    setPoint(at)
    let latest = outline
    followPointer(down, {
      move({ clientX, clientY }) {
        const by = [(clientX - down.clientX) / width, (clientY - down.clientY) / height] as const
        latest = pointMoved(outline, at, by)
        showTrial({ frame: frame.id, outline: latest })
      },
      end() {
        keep(latest)
        showTrial(null)
      },
    })
  }
  const onKey = (event: KeyboardEvent, at: number): void => {
    const step = OUTLINE_STEPS[event.key]
    if (step) keep(pointMoved(outline, at, step))
    else if (event.key === "Delete" || event.key === "Backspace") {
      keep(pointRemoved(outline, at))
      setPoint(0)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onAdd = (event: MouseEvent): void => {
    const { left, top } = lines.current!.getBoundingClientRect()
    const place = [(event.clientX - left) / width, (event.clientY - top) / height] as const
    const added = pointAdded(outline, place, box)
    if (!added) return
    keep(added.outline)
    setPoint(added.at)
  }

  const corners = outline.map(([x, y]) => `${x * width},${y * height}`).join(" ")
  return (
    <div className="outline-mark" data-testid="outline-mark" style={areaStyle(box, px)}>
      <svg ref={lines} width={width} height={height} aria-hidden="true">
        <polygon points={corners} />
        <polygon className="edge" points={corners} onDoubleClick={onAdd}>
          <title>{t("wrap.addPoint")}</title>
        </polygon>
      </svg>
      {outline.map(([x, y], i) => (
        <button
          key={i}
          type="button"
          className={i === point ? "chosen" : undefined}
          tabIndex={i === point ? 0 : -1}
          aria-label={t("wrap.point", { number: i + 1 })}
          style={{ left: x * width, top: y * height }}
          onFocus={() => setPoint(i)}
          onPointerDown={(event) => onDrag(event, i)}
          onKeyDown={(event) => onKey(event, i)}
        />
      ))}
    </div>
  )
}
