/**
 * A square surface of so many device pixels for a worker to keep. Chromium lets a worker paint on a
 * new canvas only when the window's own thread has answered it, so none is made while a page is
 * waited for: this one has been painted on already.
 */
export function openSurface(
  edge: number,
  { alpha = false } = {},
): OffscreenCanvasRenderingContext2D {
  const surface = new OffscreenCanvas(edge, edge).getContext("2d", {
    willReadFrequently: true,
    alpha,
  })
  if (!surface) throw new Error("there is nothing to paint on")
  surface.fillRect(0, 0, 1, 1)
  return surface
}
