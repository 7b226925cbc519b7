import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { Face } from "../../fonts/face.ts"
import { facesWithMade } from "../../fonts/made/made-face.ts"
import { facesFor, type Registered } from "../../fonts/registry/fallback.ts"
import { SHIPPED, type ShippedFace } from "../../fonts/registry/families.ts"
import { openFaces, wholeFont, type FontBytes } from "../../fonts/shaping/open-face.ts"
import type { FaceWish } from "../../layouts/press.ts"
import { rootFolder } from "../root.ts"
import { openSparse } from "./sparse-file.ts"
import { unwoff } from "./unwoff.ts"

/** A registered face and how to get it; opened once, when first asked for. */
export interface Shelved extends Registered {
  open(): Face
}

/** All faces of this machine's Banxin: the shipped ones and the user's own. */
export interface Library {
  readonly registered: readonly Registered[]
  /** Faces for a wish, best first; opened only when used. */
  faces(wish: FaceWish): readonly Face[]
  /** A face by its registry id; throws for an id that no registered face has. */
  face(id: string): Face
}

/** Where the build puts unpacked faces, so that a cold start need not inflate them. */
export function unpackedFolder(): string {
  return join(rootFolder(), "dist/fonts")
}

/** The shipped faces with the user's own (later ones win at the same family and weight). */
export function openLibrary(own: readonly Shelved[]): Library {
  const shelf: readonly Shelved[] = [...SHIPPED.map(shelveShipped), ...own]
  const opened = new Map<string, Face>()
  const lazy = new Map<string, Face>()
  const wishes = new Map<string, readonly Face[]>()

  const open = (id: string): Face => {
    const known = opened.get(id)
    if (known) return known
    const entry = shelf.findLast((face) => face.id === id)
    if (!entry) throw new Error(`no face ${id} in the registry`)
    const face = entry.open()
    opened.set(id, face)
    return face
  }
  const later = (id: string): Face => {
    const face = lazy.get(id) ?? lazyFace(id, () => open(id))
    lazy.set(id, face)
    return face
  }

  return {
    registered: shelf,
    face: open,
    faces(wish) {
      const key = `${wish.family} ${wish.weight}`
      let faces = wishes.get(key)
      if (!faces) {
        faces = facesFor(shelf, wish).map(({ id }) => later(id))
        wishes.set(key, faces)
      }
      return faces
    },
  }
}

/** A library with an issue's made glyphs: their faces behind all others, and by their ids. */
export function libraryWith(library: Library, made: readonly Face[]): Library {
  if (made.length === 0) return library
  const byId = new Map(made.map((face) => [face.id, face]))
  return {
    registered: library.registered,
    face: (id) => byId.get(id) ?? library.face(id),
    faces: facesWithMade(library.faces, made),
  }
}

function shelveShipped(shipped: ShippedFace): Shelved {
  return {
    ...shipped,
    open() {
      const face = openFaces(readShipped(shipped), () => shipped.id)[0]
      if (!face) throw new Error(`shipped face ${shipped.id} is no font`)
      return face
    },
  }
}

/** A shipped face as an sfnt: the build's unpacked copy, else the package's file. */
export function readShipped(shipped: ShippedFace): FontBytes {
  const unpacked = join(unpackedFolder(), `${shipped.id}.ttf`)
  const path = existsSync(unpacked)
    ? unpacked
    : createRequire(import.meta.url).resolve(shipped.file)
  if (!path.endsWith(".woff")) return openSparse(path)
  return wholeFont(unwoff(readFileSync(path)))
}

/** A face that is opened by its first use: fallbacks are seldom needed and weigh 15 MB each. */
function lazyFace(id: string, open: () => Face): Face {
  return {
    id,
    get postScriptName() {
      return open().postScriptName
    },
    get unitsPerEm() {
      return open().unitsPerEm
    },
    get embedding() {
      return open().embedding
    },
    get ascent() {
      return open().ascent
    },
    glyphOf: (codePoint) => open().glyphOf(codePoint),
    advance: (glyph) => open().advance(glyph),
    shape: (text, features, language) => open().shape(text, features, language),
    ink: (glyph) => open().ink(glyph),
    outline: (glyph) => open().outline(glyph),
    table: (tag) => open().table(tag),
    tableLength: (tag) => open().tableLength(tag),
    tablePart: (tag, from, to) => open().tablePart(tag, from, to),
  }
}
