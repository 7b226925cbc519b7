import type { Face } from "../../fonts/face.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import { fetchFace } from "../type/shelf.ts"
import { outlinesOf } from "./outlines.ts"
import { paint } from "./paint.ts"
import { TILE, type TileAnswer, type TileOrder } from "./tile.ts"

const faces = new Map<string, Face>()
const pictures = new Map<string, ImageBitmap>()
const lists = new Map<string, { list: DisplayList; revision: number }>()
const outline = outlinesOf(faces)
let fetched: Promise<unknown> = Promise.resolve()

self.addEventListener("message", ({ data }: MessageEvent<TileOrder>) => {
  switch (data.kind) {
    case "faces":
      fetched = Promise.all(data.ids.map(fetchInto))
      break
    case "list":
      lists.set(data.list.page, data)
      break
    case "picture":
      pictures.set(data.id, data.bitmap)
      break
    case "tile":
      void fetched.then(() => answer(data))
  }
})

async function fetchInto(id: string): Promise<void> {
  const face = await fetchFace(id)
  if (face) faces.set(id, face)
}

function answer({ place }: TileOrder & { kind: "tile" }): void {
  const held = lists.get(place.page)
  if (!held) return
  const canvas = new OffscreenCanvas(TILE, TILE)
  const surface = canvas.getContext("2d", { willReadFrequently: true, alpha: false })
  if (!surface) return
  surface.fillStyle = "#fff"
  surface.fillRect(0, 0, TILE, TILE)
  const x = place.column * TILE
  const y = place.row * TILE
  const area = {
    left: x / place.scale,
    top: y / place.scale,
    right: (x + TILE) / place.scale,
    bottom: (y + TILE) / place.scale,
  }
  const picture = (id: string): ImageBitmap | null => pictures.get(id) ?? null
  paint(surface, held.list, { view: { scale: place.scale, x, y }, area }, { outline, picture })
  // One pixel read makes the raster happen here and not in the frame that shows the tile.
  surface.getImageData(0, 0, 1, 1)
  const bitmap = canvas.transferToImageBitmap()
  const done: TileAnswer = { place, revision: held.revision, bitmap }
  self.postMessage(done, { transfer: [bitmap] })
}
