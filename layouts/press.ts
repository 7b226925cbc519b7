import type { Face } from "../fonts/face.ts"
import type { HyphenPatterns } from "./line/hyphenate.ts"

/** A face asked for by what it is: family song, hei, kai or fang and a weight 200 to 900. */
export interface FaceWish {
  readonly family: string
  readonly weight: number
}

/** The size of a picture in pixels, after orientation. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** The engine's whole outside world: faces and pictures. Nothing else enters. */
export interface Press {
  /** Faces to try for a wish, best first: the face itself, then its fallbacks. Never empty. */
  faces(wish: FaceWish): readonly Face[]
  /** Patterns by which Latin words are divided at line ends; absent divides none. */
  readonly hyphens?: HyphenPatterns
  /** The size of a picture, null when it cannot be read. */
  picture(id: string): PictureSize | null
}
