import type { Face } from "../../../fonts/face.ts"

/** What the painter asks for beyond the list: faces and pictures by the ids in it. */
export interface PngPress {
  face(id: string): Face
  /**
   * A picture as it is to be shown: the file it lies in, or the bytes of one. Null for one that
   * cannot be had; its place is drawn as a crossed box.
   */
  picture(id: string): string | Uint8Array | null
}

/** How a page's picture is to be made. */
export interface PngOptions {
  readonly dpi: number
  /** The whole sheet with bleed and crop marks; else the page as it is cut. */
  readonly marks: boolean
}

/** The part of a list's plane that is painted, pt, and its size in pixels. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly across: number
  readonly down: number
  readonly dpi: number
}
