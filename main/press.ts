import type { Press } from "../layouts/press.ts"
import type { PdfPress, PictureBytes } from "./export/pdf/order.ts"
import type { Library } from "./fonts/library.ts"

/** One machine's faces and pictures, as the compositor and as the PDF painter ask for them. */
export interface Presses {
  readonly compose: Press
  readonly pdf: PdfPress
}

/** The press of this machine: its type library, and pictures already read. */
export function pressesOf(library: Library, pictures: ReadonlyMap<string, PictureBytes>): Presses {
  const picture = (id: string): PictureBytes | null => pictures.get(id) ?? null
  return { compose: { faces: library.faces, picture }, pdf: { face: library.face, picture } }
}
