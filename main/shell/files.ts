import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { extname, join, relative, isAbsolute } from "node:path"
import { SHIPPED } from "../../fonts/registry/families.ts"
import type { Machine } from "../bridge/serve.ts"
import { unpackedFolder } from "../fonts/library.ts"
import { unwoff } from "../fonts/unwoff.ts"
import { psdComposite } from "../pictures/psd.ts"
import { plateProofOf } from "../pictures/plate-proof.ts"
import { proofOf } from "../pictures/proof.ts"

/** An answer to an address: its type, its bytes, and whether it never changes. */
export interface ServedFile {
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
  readonly lasting: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
}

/**
 * What stands at a path of the desk's origin: a face (`/faces/<id>`), a picture of an open issue
 * (`/pictures/<key>/<id>`), its proof for the screen (`/pictures/<key>/<id>/<print or
 * colour>/<width>`), its plates by a printing condition (`…/plates-<condition>/<width>`), or a file of the built desk. Null for anything else, also for a path that leads
 * out of the desk's folder.
 */
export async function fileAt(
  path: string,
  desk: string,
  machine: Pick<Machine, "picture" | "plates">,
): Promise<ServedFile | null> {
  const parts = decoded(path)
  if (parts === null) return null
  const [room, first, second] = parts
  if (room === "faces" && parts.length === 2) return faceFile(first!)
  if (room === "pictures") {
    if (parts.length === 3) return pictureFile(machine.picture(first!, second!))
    return parts.length === 5 ? proofFile(machine, [first!, second!], parts[3]!, parts[4]!) : null
  }
  return deskFile(desk, parts.join("/"))
}

/** The path's parts, decoded; null when it is no proper path. */
function decoded(path: string): readonly string[] | null {
  try {
    const parts = decodeURIComponent(path).split("/").slice(1)
    return parts.some((part) => part.includes("\0") || part.includes("\\")) ? null : parts
  } catch {
    return null
  }
}

async function deskFile(desk: string, path: string): Promise<ServedFile | null> {
  const file = join(desk, path === "" ? "index.html" : path)
  const within = relative(desk, file)
  if (within.startsWith("..") || isAbsolute(within)) return null
  const type = TYPES[extname(file)]
  if (type === undefined) return null
  const body = await readFile(file).catch(() => null)
  return body && { type, body: new Uint8Array(body), lasting: false }
}

/** A shipped face as an sfnt: the build's unpacked copy, else the package's file. */
async function faceFile(id: string): Promise<ServedFile | null> {
  const shipped = SHIPPED.find((face) => face.id === id)
  if (!shipped) return null
  const unpacked = join(unpackedFolder(), `${id}.ttf`)
  const path = existsSync(unpacked)
    ? unpacked
    : createRequire(import.meta.url).resolve(shipped.file)
  const bytes = new Uint8Array(await readFile(path))
  const body = path.endsWith(".woff") ? new Uint8Array(unwoff(bytes)) : bytes
  return { type: "font/ttf", body, lasting: true }
}

/** A picture; what browsers cannot show (TIFF, PSD) as a PNG of it. */
async function pictureFile(
  found: { readonly file: string; readonly kind: string } | null,
): Promise<ServedFile | null> {
  if (!found) return null
  const body = await readFile(found.file).catch(() => null)
  if (!body) return null
  if (found.kind === "psd") {
    const composite = psdComposite(found.file)
    return composite && asPng(composite)
  }
  if (found.kind !== "tiff")
    return { type: `image/${found.kind}`, body: new Uint8Array(body), lasting: true }
  return asPng(body)
}

async function asPng(picture: Uint8Array): Promise<ServedFile> {
  const { default: sharp } = await import("sharp")
  const png = await sharp(picture).rotate().toColourspace("srgb").png().toBuffer()
  return { type: "image/png", body: new Uint8Array(png), lasting: true }
}

/** What stands before a condition's id where a picture's plates are asked for. */
const PLATES = "plates-"

/** A picture as the screen shows it, at most so many pixels wide. */
async function proofFile(
  machine: Pick<Machine, "picture" | "plates">,
  [key, id]: readonly [key: string, id: string],
  look: string,
  width: string,
): Promise<ServedFile | null> {
  const found = machine.picture(key, id)
  if (!found) return null
  const known = look === "print" || look === "colour"
  const plates = look.startsWith(PLATES) ? machine.plates(look.slice(PLATES.length)) : null
  const body = known
    ? await proofOf(found.file, look, Number(width))
    : plates && (await plateProofOf(found.file, plates, Number(width)))
  return body && { type: "image/jpeg", body, lasting: true }
}
