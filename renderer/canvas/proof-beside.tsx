import { Segmented } from "antd"
import { X } from "lucide-react"
import { useEffect, useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { isMadeFace } from "../../fonts/made/made-face.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import type { FrozenPage } from "../../layouts/proof/frozen-page.ts"
import { comparing, showBeside, type Comparison } from "../state/comparing.ts"
import { shownLeaves } from "../state/fit.ts"
import type { Means } from "../state/means.ts"
import { pxPerPt, view, type View } from "../state/view.ts"
import { keepDrawings } from "../type/made-faces.ts"
import "../style/compare.css"
import { DifferenceBoxes } from "../marks/difference-marks.tsx"
import { drawDesk } from "./draw-desk.ts"
import { useWheel } from "./hand.ts"
import { ProofSeal } from "./proof-seal.tsx"
import { placesOn, sheetOf, type Sheet } from "./sheets.ts"
import type { TileStore } from "./tile-store.ts"

/**
 * A frozen proof beside the page, painted by the page's own painter from what it printed, at the
 * page's scale and place: what is at one spot of the one is at the same spot of the other. Of two
 * proofs the one takes the other's place, so that what differs leaps to the eye.
 */
export function ProofBeside({ means }: { readonly means: Means }) {
  const { comparison, beside } = useStore(comparing)
  if (!comparison || beside === null) return null
  return <BesidePane comparison={comparison} side={beside} means={means} />
}

interface BesidePaneProps {
  readonly comparison: Comparison
  readonly side: "was" | "now"
  readonly means: Means
}

function BesidePane({ comparison, side, means }: BesidePaneProps) {
  const { t } = useTranslation()
  const { page, was, now } = comparison
  const shown = side === "now" && now ? now : was
  const sides = [
    { value: "was" as const, label: t("rounds.number", { number: was.number }) },
    ...(now ? [{ value: "now" as const, label: t("rounds.number", { number: now.number }) }] : []),
  ]
  return (
    <section className="proof-beside" aria-label={t("compare.beside")}>
      <header>
        <Segmented size="small" value={side} options={sides} onChange={showBeside} />
        <ProofSeal {...{ page, means, number: shown.number, paper: shown.frozen.paper }} />
        <button type="button" aria-label={t("compare.close")} onClick={() => showBeside(null)}>
          <X size={16} />
        </button>
      </header>
      {shown.frozen.paper ? (
        <ProofSheet
          {...{ page, side, means, number: shown.number, frozen: shown.frozen }}
          paper={shown.frozen.paper}
        />
      ) : (
        <p className="quiet">{t("compare.noPaper")}</p>
      )}
    </section>
  )
}

interface ProofSheetProps {
  readonly page: string
  readonly number: number
  readonly side: "was" | "now"
  readonly frozen: FrozenPage
  readonly paper: DisplayList
  readonly means: Means
}

/** The proof's sheet, with what differs on it. */
function ProofSheet({ page, number, side, frozen, paper, means }: ProofSheetProps) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const state = useStore(view)
  const list = useTold(`${page} proof ${number}`, paper, frozen.made, means)
  const size = useSize(room)
  useWheel(room)
  useEffect(() => {
    const surface = canvas.current?.getContext("2d", { alpha: false })
    if (!surface || !list) return
    const draw = (): void => drawProof(surface, sheetFor(list, page, state), means.tiles, state)
    draw()
    return means.tiles.onTile(draw)
  }, [list, page, state, size, means])
  useEffect(() => () => means.tiles.wish("beside", []), [means])
  const px = pxPerPt(state)
  const [left, top] = [(offsetOf(page) - state.left) * px, -state.top * px]
  const ratio = window.devicePixelRatio
  return (
    <div ref={room} className="proof-sheet">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t("rounds.number", { number })}
        width={Math.round(size.width * ratio)}
        height={Math.round(size.height * ratio)}
      />
      <div className="page-marks">
        <div style={{ transform: `translate(${left}px, ${top}px)` }}>
          <DifferenceBoxes side={side} px={px} />
        </div>
      </div>
    </div>
  )
}

/** How far a page lies from the one that is worked on, pt; 0 for one that is not seen. */
function offsetOf(page: string): number {
  return shownLeaves().find((leaf) => leaf.page === page)?.offset ?? 0
}

function sheetFor(list: DisplayList, page: string, state: View): Sheet {
  const { width, height } = list.trim
  const paper = { list, offset: offsetOf(page), width, height }
  return sheetOf(paper, state, window.devicePixelRatio)
}

/** Draws the proof and wishes for what is lacking; `data-sharp` tells whether all has come. */
function drawProof(
  surface: CanvasRenderingContext2D,
  sheet: Sheet,
  tiles: TileStore,
  state: View,
): void {
  const places = placesOn(sheet, surface.canvas)
  tiles.wish("beside", places)
  drawDesk(surface, [sheet], tiles, state)
  surface.canvas.dataset["sharp"] = String(places.every((place) => tiles.isSharp(place)))
}

/** A proof's list under a name of its own, once its faces are here, with the made glyphs it was frozen with, and the tile workers know it. */
function useTold(
  name: string,
  paper: DisplayList,
  made: FrozenPage["made"],
  { tiles, shelf }: Means,
): DisplayList | null {
  const list = useMemo(() => ({ ...paper, page: name }), [name, paper])
  const [told, setTold] = useState<DisplayList | null>(null)
  useEffect(() => {
    let stale = false
    const faces = new Set(list.items.flatMap((item) => (item.kind === "glyphs" ? item.face : [])))
    void shelf
      .fetch([...faces].filter((id) => !shelf.faces.has(id) && !isMadeFace(id)))
      .then(() => {
        if (stale) return
        keepDrawings(made ?? [])
        tiles.setList(list)
        setTold(list)
      })
    return () => {
      stale = true
    }
  }, [list, made, tiles, shelf])
  return told === list ? told : null
}

/** The room's size in CSS pixels. */
function useSize(room: { readonly current: HTMLElement | null }) {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    if (!room.current) return
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      setSize({ width, height })
    })
    watch.observe(room.current)
    return () => watch.disconnect()
  }, [room])
  return size
}
