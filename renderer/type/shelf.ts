import type { Face } from "../../fonts/face.ts"
import { facesFor } from "../../fonts/registry/fallback.ts"
import { openFaces, wholeFont } from "../../fonts/shaping/open-face.ts"
import type { Press, PictureSize } from "../../layouts/press.ts"
import type { FaceEntry } from "../../main/bridge/contract.ts"

/** The faces of the desk, fetched once. */
export interface Shelf {
  readonly faces: ReadonlyMap<string, Face>
  /** The faces that are asked for; one that could not be had is not in `faces`. */
  readonly entries: readonly FaceEntry[]
  /** When all have come that will: composing is synchronous, so no page is composed before. */
  readonly whole: Promise<void>
}

/** Fetches faces by id, from `begin` on; one that cannot be had is left out and its fallback is used. */
export function fetchShelf(entries: readonly FaceEntry[], begin: Promise<unknown>): Shelf {
  const faces = new Map<string, Face>()
  const fetched = entries.map(async ({ id }) => {
    await begin
    const face = await fetchFace(id).catch(() => null)
    if (face) faces.set(id, face)
  })
  return { faces, entries, whole: Promise.all(fetched).then(() => undefined) }
}

/** One face of the program that serves this desk; null when it cannot be read. */
export async function fetchFace(id: string): Promise<Face | null> {
  const answer = await fetch(`/faces/${encodeURIComponent(id)}`)
  if (!answer.ok) return null
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return openFaces(wholeFont(bytes), () => id)[0] ?? null
}

/** The compositor's press over the desk's faces, once they have come, and the sizes of the pictures. */
export function pressOver(shelf: Shelf, pictures: ReadonlyMap<string, PictureSize>): Press {
  const wishes = new Map<string, readonly Face[]>()
  const here = shelf.entries.filter(({ id }) => shelf.faces.has(id))
  return {
    faces(wish) {
      const key = `${wish.family} ${wish.weight}`
      let faces = wishes.get(key)
      if (!faces) {
        faces = facesFor(here, wish).map(({ id }) => shelf.faces.get(id)!)
        wishes.set(key, faces)
      }
      return faces
    },
    picture: (id) => pictures.get(id) ?? null,
  }
}
