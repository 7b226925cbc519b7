import type { DisplayList } from "../../layouts/display/list.ts"
import { NO_ITEMS, patched } from "./list-patch.ts"
import { outlineCase } from "./outlines.ts"
import { paint } from "./paint.ts"
import { openProofs } from "./proofs.ts"
import { layOver, paintPlates, sharesAt } from "./plates.ts"
import { openSurface } from "./open-surface.ts"
import { putType } from "./put-type.ts"
import { openSmallType } from "./small-type.ts"
import {
  areaOf,
  TILE,
  type PlateLook,
  type Probe,
  type ProbeAnswer,
  type TileAnswer,
  type TileOrder,
} from "./tile.ts"

type Raster = TileOrder & { readonly kind: "raster" }

const lists = new Map<string, { readonly list: DisplayList; readonly revision: number }>()
const outlines = outlineCase()
/** Where every piece is painted, one after another; the piece lies at the top left. */
const surface = openSurface(TILE)
/** The answer that was given last: they go out in the order in which they were painted. */
let answered = Promise.resolve()
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
  if (!held) throw new Error(`nothing is known of ${piece.page}`)
  const shown = new Set<string>()
  const picture = (id: string, width: number): ImageBitmap | null => {
    shown.add(id)
    return proofs.picture(id, width)
  }
  const { outline } = outlines
  if (plates) layOver(surface, paintPlates(held.list, piece, outline, picture), piece, plates)
  else {
    surface.setTransform(1, 0, 0, 1, 0, 0)
    surface.fillStyle = "#fff"
    surface.fillRect(0, 0, piece.width, piece.height)
    const type = openSmallType(piece.width, piece.height, outlines.sums)
    const box = { outline, picture, small: { type, put: putType } }
    paint(surface, held.list, { view: piece, area: areaOf(piece) }, box)
  }
  const bitmap = createImageBitmap(surface.getImageData(0, 0, piece.width, piece.height))
  const awaited = [...shown].filter((id) => proofs.awaits(id))
  for (const id of awaited) awaiting.set(id, [...(awaiting.get(id) ?? []), raster])
  const done = { order, piece, revision: held.revision, whole: awaited.length === 0 }
  answered = answered.then(async () => post({ ...done, bitmap: await bitmap }))
}

function post(answer: TileAnswer): void {
  self.postMessage(answer, { transfer: [answer.bitmap] })
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
