import type { CSSProperties } from "react"

/** A rectangle of the page, pt. */
interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where an area of the page lies in the layer of marks; `px` is CSS pixels in a point. */
export function areaStyle({ x, y, width, height }: Area, px: number): CSSProperties {
  return { left: x * px, top: y * px, width: width * px, height: height * px }
}

/** Where a point of the page lies in the layer of marks. */
export function pointStyle(
  { x, y }: { readonly x: number; readonly y: number },
  px: number,
): CSSProperties {
  return { left: x * px, top: y * px }
}
