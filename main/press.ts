import hyphens from "../layouts/line/hyphens-en-us.json" with { type: "json" }
import type { PictureSize, Press } from "../layouts/press.ts"
import type { PdfPress, PictureBytes } from "./export/pdf/order.ts"
import type { Library } from "./fonts/library.ts"

/** One machine's faces and pictures, as the compositor and as the PDF painter ask for them. */
export interface Presses {
  readonly compose: Press
  readonly pdf: PdfPress
}

/**
 * The press of this machine: its type library, and pictures already read. `sizes` are the pictures'
 * own where those that are printed have been made smaller: pages are composed with them.
 */
export function pressesOf(
  library: Library,
  pictures: ReadonlyMap<string, PictureBytes>,
  sizes: ReadonlyMap<string, PictureSize> = pictures,
): Presses {
  return {
    compose: { faces: library.faces, picture: (id) => sizes.get(id) ?? null, hyphens },
    pdf: { face: library.face, picture: (id) => pictures.get(id) ?? null },
  }
}
