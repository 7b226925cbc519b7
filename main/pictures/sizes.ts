import type { DisplayList, Matrix } from "../../layouts/display/list.ts"

/** Size of a whole picture on paper, pt, what a crop hides included. */
export interface PrintedSize {
  readonly width: number
  readonly height: number
}

/** A picture's place on a page. */
export interface PrintedPicture extends PrintedSize {
  readonly picture: string
  /** The article that the page shows it for. */
  readonly article: string | null
}

/** The pictures of a page where they are printed, in its order. */
export function picturesOn({ items }: DisplayList): readonly PrintedPicture[] {
  const printed: PrintedPicture[] = []
  const scales: (readonly [number, number])[] = [[1, 1]]
  let article: string | null = null
  for (const item of items) {
    const [across, down] = scales.at(-1)!
    if (item.kind === "tag") article = item.article
    if (item.kind === "push") scales.push(scaled([across, down], item.matrix))
    if (item.kind === "pop") scales.pop()
    if (item.kind !== "image") continue
    const { box, crop, picture } = item
    if (crop.width <= 0 || crop.height <= 0) continue
    const width = (box.width * across) / crop.width
    const height = (box.height * down) / crop.height
    printed.push({ picture, article, width, height })
  }
  return printed
}

/** The largest size at which each picture is printed on some pages. */
export function largestSizes(lists: readonly DisplayList[]): ReadonlyMap<string, PrintedSize> {
  const largest = new Map<string, PrintedSize>()
  for (const { picture, width, height } of lists.flatMap(picturesOn)) {
    const known = largest.get(picture) ?? { width: 0, height: 0 }
    largest.set(picture, {
      width: Math.max(known.width, width),
      height: Math.max(known.height, height),
    })
  }
  return largest
}

/** The scale under a matrix, along what was level and what was upright. */
function scaled([across, down]: readonly [number, number], matrix: Matrix): [number, number] {
  const [a, b, c, d] = matrix
  return [across * Math.hypot(a, b), down * Math.hypot(c, d)]
}
