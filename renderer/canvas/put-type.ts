import type { ScreenColour } from "../../layouts/display/screen-colour.ts"
import { openSurface } from "./open-surface.ts"
import type { Surface } from "./paint.ts"
import type { Coverage } from "./small-type.ts"
import { TILE } from "./tile.ts"

/** Sheets by their edge, smallest first: one that is written again after it was drawn is copied whole. */
const sheets = [32, 64, 128, 256, TILE].map((edge) => openSurface(edge, { alpha: true }))

/** Where pixels are written before they go to a sheet. */
const image = new ImageData(TILE, TILE)
const pixels = new Uint32Array(image.data.buffer)

/** Lays covered pixels down on a surface in a colour, as its clip allows. */
export function putType(
  surface: Surface,
  { x, y, width, height, of }: Coverage,
  [red, green, blue]: ScreenColour,
): void {
  const colour = (blue << 16) | (green << 8) | red
  for (let row = 0; row < height; row += 1)
    for (let i = 0; i < width; i += 1)
      pixels[row * TILE + i] = (of[row * width + i]! << 24) | colour
  const most = Math.max(width, height)
  const sheet = sheets.find(({ canvas }) => canvas.width >= most)!
  sheet.putImageData(image, 0, 0, 0, 0, width, height)
  surface.setTransform(1, 0, 0, 1, 0, 0)
  surface.drawImage(sheet.canvas, 0, 0, width, height, x, y, width, height)
}
