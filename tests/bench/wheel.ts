/** Frames watched of every pan and zoom: four seconds of them. */
export const FRAMES = 240

/** Up and down again, so that the page stays in sight. */
export function wave(n: number): number {
  return Math.floor(n / 60) % 2 === 0 ? 1 : -1
}
