import type { Face } from "../../fonts/face.ts"
import { facesWithMade } from "../../fonts/made/made-face.ts"
import { facesFor } from "../../fonts/registry/fallback.ts"
import { openFaces, wholeFont } from "../../fonts/shaping/open-face.ts"
import type { FaceWish, PictureSize, Press } from "../../layouts/press.ts"
import hyphens from "../../layouts/line/hyphens-en-us.json" with { type: "json" }
import type { FaceEntry } from "../../main/bridge/contract.ts"

/**
 * The faces that are here of all that the program has. Composing is synchronous: those of the
 * house's styles come before any page, others when an issue asks for them.
 */
export interface Shelf {
  readonly faces: ReadonlyMap<string, Face>
  /** When the first ones have come that will: no page is composed before. */
  readonly whole: Promise<void>
  /** The entries of the faces that are here. */
  entries(): readonly FaceEntry[]
  /** The best faces for wishes that were not asked for yet. */
  lacking(wishes: readonly FaceWish[]): readonly string[]
  /** Fetches faces by id; true when one came. One that cannot be had keeps its fallback. */
  fetch(ids: readonly string[]): Promise<boolean>
}

/** A shelf for the faces that the program has; fetches the first ones from `begin` on. */
export function openShelf(
  all: readonly FaceEntry[],
  first: ReadonlySet<string>,
  begin: Promise<unknown>,
): Shelf {
  const faces = new Map<string, Face>()
  const asked = new Set(first)
  const fetchAll = async (ids: readonly string[]): Promise<boolean> => {
    ids.forEach((id) => asked.add(id))
    const fetched = ids.map(async (id) => {
      const face = await fetchFace(id).catch(() => null)
      if (face) faces.set(id, face)
      return face !== null
    })
    return (await Promise.all(fetched)).includes(true)
  }
  const house = all.map(({ id }) => id).filter((id) => first.has(id))
  return {
    faces,
    whole: begin.then(() => fetchAll(house)).then(() => undefined),
    entries: () => all.filter(({ id }) => faces.has(id)),
    lacking(wishes) {
      const best = wishes.flatMap((wish) => facesFor(all, wish)[0]?.id ?? [])
      return [...new Set(best)].filter((id) => !asked.has(id))
    },
    fetch: fetchAll,
  }
}

/** One face of the program that serves this desk; null when it cannot be read. */
async function fetchFace(id: string): Promise<Face | null> {
  const answer = await fetch(`/faces/${encodeURIComponent(id)}`)
  if (!answer.ok) return null
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return openFaces(wholeFont(bytes), () => id)[0] ?? null
}

/**
 * The compositor's press over the desk's faces that are here, the made glyphs and the sizes
 * of its pictures.
 */
export function pressOver(
  shelf: Shelf,
  made: readonly Face[],
  pictures: ReadonlyMap<string, PictureSize>,
): Press {
  const wishes = new Map<string, readonly Face[]>()
  const here = shelf.entries()
  const facesHere = (wish: FaceWish): readonly Face[] => {
    const key = `${wish.family} ${wish.weight}`
    const known = wishes.get(key) ?? facesFor(here, wish).map(({ id }) => shelf.faces.get(id)!)
    wishes.set(key, known)
    return known
  }
  return {
    faces: facesWithMade(facesHere, made),
    picture: (id) => pictures.get(id) ?? null,
    hyphens,
  }
}
