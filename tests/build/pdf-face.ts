import { readFileSync } from "node:fs"
import type { Face } from "../../fonts/face.ts"
import { openFaces, wholeFont } from "../../fonts/shaping/open-face.ts"

/** The faces of the shop that the painter's tests set in, and their files. */
const FILES = {
  "song-400": "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "song-900": "noto-serif-sc/900Black/NotoSerifSC_900Black.ttf",
  "hei-700": "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
} as const

export type ShopFace = keyof typeof FILES

const opened = new Map<string, Face>()

/** One of the shop's faces, opened once a process. */
export function shopFace(id: string): Face {
  const known = opened.get(id)
  if (known !== undefined) return known
  const face = faceOf(id, readFileSync(shopFile(id)))
  opened.set(id, face)
  return face
}

/** The file of one of the shop's faces. Throws for an id that is not in the shop. */
export function shopFile(id: string): URL {
  const file = FILES[id as ShopFace]
  if (file === undefined) throw new Error(`no face ${id} in the shop`)
  return new URL(file, new URL("../../node_modules/@expo-google-fonts/", import.meta.url))
}

/** The face in a font file. */
export function faceOf(id: string, bytes: Uint8Array): Face {
  const face = openFaces(wholeFont(bytes), () => id)[0]
  if (face === undefined) throw new Error(`${id} is no font`)
  return face
}

/** A face that is nothing but tables, for subsetting: it can neither shape nor measure. */
export function tableFace(tables: ReadonlyMap<string, Uint8Array>, unitsPerEm = 1000): Face {
  const none = { left: 0, right: 0, bottom: 0, top: 0 }
  return {
    id: "tables",
    postScriptName: "Tables",
    unitsPerEm,
    embedding: "installable",
    ascent: 0.88,
    glyphOf: () => 0,
    advance: () => 1,
    shape: () => ({ glyphs: [], advances: [], offsets: [], units: [] }),
    ink: () => none,
    outline: () => "",
    table: (tag) => tables.get(tag) ?? null,
    tableLength: (tag) => tables.get(tag)?.length ?? 0,
    tablePart: (tag, from, to) => (tables.get(tag) ?? new Uint8Array()).subarray(from, to),
  }
}
