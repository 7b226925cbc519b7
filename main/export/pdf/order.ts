import type { Face } from "../../../fonts/face.ts"
import type { Enclosure, Note } from "../../../layouts/display/notes.ts"
import type { Standard } from "./standard.ts"

/** A picture as the press made it ready: on the plates' inks, upright, at the size it will have. */
export interface PictureBytes {
  /** Pixels across and down. */
  readonly width: number
  readonly height: number
  readonly space: "gray" | "cmyk"
  readonly bits: 8
  /** `pixels`: one or four bytes a pixel, row by row, 0 no ink in cmyk and black in gray. `jpeg`: a JPEG file. */
  readonly coding: "pixels" | "jpeg"
  /** Held, or read from the disk each time that it is asked for. */
  readonly bytes: Uint8Array
}

/** What the painter asks for beyond the lists: faces and pictures by the ids in them. */
export interface PdfPress {
  face(id: string): Face
  /** Null for a picture that cannot be had; its place is drawn as a crossed box. */
  picture(id: string): PictureBytes | null
}

/** How a file is to be made. */
export interface PdfOptions {
  readonly title: string
  /** The program that the page was made in, and the one that wrote the file. */
  readonly creator: string
  readonly producer: string
  /** Time of making, ISO 8601 with its zone: `2031-05-04T22:15:00+08:00`. Never read from a clock here. */
  readonly at: string
  /** Crop and registration marks and colour bars outside the bleed. */
  readonly marks: boolean
  /** A line of words beside the marks of each page; absent is none. */
  readonly slug?: Slug
  readonly standard: Standard
  /** Who let the pages go out with errors, and why; absent for pages without any. */
  readonly override?: { readonly name: string; readonly reason: string }
  /** What is said on each list's page, in a proof only; absent is nothing. */
  readonly notes?: readonly (readonly Note[])[]
  /** Files that go with the pages, in a proof only. */
  readonly enclosures?: readonly Enclosure[]
  /** The printing condition that the page was made for; a standard other than `proof` needs it. */
  readonly intent: OutputIntent | null
}

/** The slug lines (页边信息) of a file: a line for each list, in one face. */
export interface Slug {
  readonly face: string
  readonly words: readonly string[]
}

/** A printing condition as a file names it. */
export interface OutputIntent {
  /** Name of the characterised condition, ASCII. */
  readonly identifier: string
  /** What it is, in words, ASCII. */
  readonly note: string
  /** True when the identifier is in the ICC's registry. */
  readonly registered: boolean
  /** The ICC profile's bytes; null where a registered name stands for it. */
  readonly profile: Uint8Array | null
}
