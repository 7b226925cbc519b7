import { sizeName, sizeNamed } from "../../layouts/type-sizes.ts"
import { pt } from "../../layouts/units.ts"

/** A size as it is shown: its name and points, or points alone. */
export function shownSize(size: number | null): string {
  if (size === null) return ""
  const points = String(Math.round(size * 100) / 100)
  const name = sizeName(pt(size))
  return name === null ? points : `${name} ${points}`
}

/** The size that words name: 小五, 小五 9, 9, 9pt; null for none. */
export function readSize(words: string): number | null {
  const points = /(\d+(?:\.\d+)?)\s*(?:pt|磅)?$/i.exec(words.trim())
  const size = points ? Number(points[1]) : sizeNamed(words)
  return size !== null && size >= 3 && size <= 400 ? size : null
}
