import type { Face } from "../../fonts/face.ts"
import { facesFor } from "../../fonts/registry/fallback.ts"
import { openFaces, wholeFont } from "../../fonts/shaping/open-face.ts"
import type { Press, PictureSize } from "../../layouts/press.ts"
import type { FaceEntry } from "../../main/bridge/contract.ts"

/** The faces of the desk, fetched once; composing is synchronous, so all of them come first. */
export interface Shelf {
  readonly faces: ReadonlyMap<string, Face>
  readonly entries: readonly FaceEntry[]
}

/** Fetches faces by id; one that cannot be had is left out and its fallback is used. */
export async function fetchShelf(entries: readonly FaceEntry[]): Promise<Shelf> {
  const faces = new Map<string, Face>()
  await Promise.all(
    entries.map(async ({ id }) => {
      const face = await fetchFace(id)
      if (face) faces.set(id, face)
    }),
  )
  return { faces, entries: entries.filter(({ id }) => faces.has(id)) }
}

/** One face of the program that serves this desk; null when it cannot be read. */
export async function fetchFace(id: string): Promise<Face | null> {
  const answer = await fetch(`/faces/${encodeURIComponent(id)}`)
  if (!answer.ok) return null
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return openFaces(wholeFont(bytes), () => id)[0] ?? null
}

/** The compositor's press over the desk's faces and the sizes of the pictures. */
export function pressOver(shelf: Shelf, pictures: ReadonlyMap<string, PictureSize>): Press {
  const wishes = new Map<string, readonly Face[]>()
  return {
    faces(wish) {
      const key = `${wish.family} ${wish.weight}`
      let faces = wishes.get(key)
      if (!faces) {
        faces = facesFor(shelf.entries, wish).map(({ id }) => shelf.faces.get(id)!)
        wishes.set(key, faces)
      }
      return faces
    },
    picture: (id) => pictures.get(id) ?? null,
  }
}
