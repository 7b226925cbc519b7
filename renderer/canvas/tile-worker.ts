import type { DisplayList } from "../../layouts/display/list.ts"
import { NO_ITEMS, patched } from "./list-patch.ts"
import { outlineCase } from "./outlines.ts"
import { paint } from "./paint.ts"
import { openProofs } from "./proofs.ts"
import { layOver, paintPlates, sharesAt } from "./plates.ts"
import {
  areaOf,
  type PlateLook,
  type Probe,
  type ProbeAnswer,
  type TileAnswer,
  type TileOrder,
} from "./tile.ts"

type Raster = TileOrder & { readonly kind: "raster" }

const lists = new Map<string, { readonly list: DisplayList; readonly revision: number }>()
const outlines = outlineCase()
/** How plates are shown; null while pages are shown as they are. */
let plates: PlateLook | null = null
/** A probe that waits for pictures; null while none does. */
let asked: Probe | null = null
/** Pieces to be painted again when a picture comes, by the picture. */
const awaiting = new Map<string, Raster[]>()
const proofs = openProofs((id) => {
  const again = awaiting.get(id) ?? []
  awaiting.delete(id)
  again.forEach(answer)
  answerAsked(true)
})

self.addEventListener("message", ({ data }: MessageEvent<TileOrder>) => {
  switch (data.kind) {
    case "outlines":
      data.outlines.forEach(outlines.take)
      break
    case "list": {
      const { page } = data.patch.sheet
      const list = patched(lists.get(page)?.list.items ?? NO_ITEMS, data.patch)
      lists.set(page, { list, revision: data.revision })
      break
    }
    case "pictures":
      awaiting.clear()
      proofs.at(data.address, data.look)
      answerAsked(false)
      break
    case "plates":
      plates = data.look
      answerAsked(false)
      break
    case "probe":
      answerProbe(data.probe, true)
      break
    case "raster":
      answer(data)
  }
})

function answer(raster: Raster): void {
  const { order, piece } = raster
  const held = lists.get(piece.page)
  const canvas = new OffscreenCanvas(piece.width, piece.height)
  const surface = canvas.getContext("2d", { willReadFrequently: true, alpha: false })
  if (!held || !surface) throw new Error(`nothing to paint ${piece.page} with`)
  const shown = new Set<string>()
  const picture = (id: string, width: number): ImageBitmap | null => {
    shown.add(id)
    return proofs.picture(id, width)
  }
  const { outline } = outlines
  if (plates) layOver(surface, paintPlates(held.list, piece, outline, picture), plates)
  else {
    surface.fillStyle = "#fff"
    surface.fillRect(0, 0, piece.width, piece.height)
    paint(surface, held.list, { view: piece, area: areaOf(piece) }, { outline, picture })
  }
  // One pixel read makes the raster happen here and not in the frame that shows the tile.
  surface.getImageData(0, 0, 1, 1)
  const bitmap = canvas.transferToImageBitmap()
  const awaited = [...shown].filter((id) => proofs.awaits(id))
  for (const id of awaited) awaiting.set(id, [...(awaiting.get(id) ?? []), raster])
  const { revision } = held
  const done: TileAnswer = { order, piece, revision, bitmap, whole: awaited.length === 0 }
  self.postMessage(done, { transfer: [bitmap] })
}

/** Answers what the plates print on a pixel, once its pictures are there or will not come. */
function answerProbe(probe: Probe, patient: boolean): void {
  const { page, ...at } = probe
  const held = lists.get(page)
  let shares: ProbeAnswer["shares"] = new Map()
  let awaited = false
  if (held && plates) {
    const picture = (id: string, width: number): ImageBitmap | null => {
      const had = proofs.picture(id, width)
      awaited ||= proofs.awaits(id)
      return had
    }
    const piece = { page, ...at, width: 1, height: 1 }
    shares = sharesAt(paintPlates(held.list, piece, outlines.outline, picture), 0)
  }
  asked = patient && awaited ? probe : null
  if (!asked) self.postMessage({ shares } satisfies ProbeAnswer)
}

/** Answers a probe that waits for pictures. */
function answerAsked(patient: boolean): void {
  if (asked) answerProbe(asked, patient)
}
