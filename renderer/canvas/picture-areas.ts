import type { DisplayList } from "../../layouts/display/list.ts"
import { boundsOf, type Bounds } from "./bounds.ts"
import { EVERYWHERE } from "./list-patch.ts"

/** Where the pictures of a list stand, pt; everywhere when a matrix moves any of them. */
export function pictureAreas({ items }: DisplayList): readonly Bounds[] {
  const pictures = items.filter(({ kind }) => kind === "image")
  if (pictures.length > 0 && items.some(({ kind }) => kind === "push")) return [EVERYWHERE]
  return pictures.flatMap((item) => boundsOf(item) ?? [])
}
