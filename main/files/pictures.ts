import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import type { StoredPicture } from "../bridge/contract.ts"
import { MOST_PIXELS, MOST_PSD_PIXELS } from "../pictures/open.ts"
import { psdHead } from "../pictures/psd.ts"
import { done, fault, type Result } from "../result.ts"
import { writeDurably } from "./whole.ts"

/** Picture kinds that are kept, by the ending of their file. */
const KINDS = new Set(["jpeg", "png", "webp", "tiff", "gif", "psd"])

/** Where a picture of an issue lies: by its content, so that the same picture is kept once. */
export function pictureFile(folder: string, sha: string, kind: string): string {
  return join(folder, "assets", sha.slice(0, 2), `${sha}.${kind}`)
}

/**
 * Keeps a picture with the issue. The file is on the disk before its row is, so that no row ever
 * names a file that is not there. Its id is the SHA-256 of its bytes.
 */
export async function storePicture(
  database: DatabaseSync,
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<StoredPicture>> {
  const measured = await measure(bytes)
  if (measured === null)
    return fault(
      `“${name}”不是能用的图片（可用 JPEG、PNG、TIFF、WebP、GIF、PSD）。`,
      `“${name}” is no usable picture (JPEG, PNG, TIFF, WebP, GIF and PSD are).`,
    )
  const { kind, width, height } = measured
  const id = createHash("sha256").update(bytes).digest("hex")
  const file = pictureFile(folder, id, kind)
  if (!existsSync(file)) writeDurably(file, bytes)
  database
    .prepare("INSERT OR IGNORE INTO assets VALUES (?, ?, ?, ?, ?, ?, ?)")
    .run(id, name, kind, bytes.length, width, height, Date.now())
  return done({ id, name, width, height })
}

/** The pictures of an issue, in the order they came. */
export function listPictures(database: DatabaseSync): readonly StoredPicture[] {
  return database
    .prepare("SELECT sha AS id, name, width, height FROM assets ORDER BY at, sha")
    .all()
    .map((row) => ({ ...row })) as unknown as readonly StoredPicture[]
}

/** A picture's file and kind; null for an id that the issue does not have. */
export function findPicture(
  database: DatabaseSync,
  folder: string,
  id: string,
): { readonly file: string; readonly kind: string } | null {
  const row = database.prepare("SELECT kind FROM assets WHERE sha = ?").get(id)
  const kind = row?.["kind"]
  return typeof kind === "string" ? { file: pictureFile(folder, id, kind), kind } : null
}

/** Kind and size in pixels, upright; null when the bytes are no picture that can be read. */
async function measure(
  bytes: Uint8Array,
): Promise<{ readonly kind: string; readonly width: number; readonly height: number } | null> {
  const head = psdHead(bytes)
  if (head)
    return head.width * head.height > MOST_PSD_PIXELS
      ? null
      : { kind: "psd", width: head.width, height: head.height }
  const { default: sharp } = await import("sharp")
  try {
    const read = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata()
    const { width, height } = read.autoOrient
    return KINDS.has(read.format) ? { kind: read.format, width, height } : null
  } catch {
    return null
  }
}
