import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs"
import { dirname } from "node:path"

/**
 * Writes a file whole or not at all, so that it is there after a power cut: under a temporary name,
 * flushed, renamed, and the folder flushed. Throws what the file system says; the old file then stands.
 * `mode` is who may read it where the platform has such a thing.
 */
export function writeDurably(path: string, content: string | Uint8Array, mode = 0o666): void {
  makeFolder(dirname(path))
  const draft = `${path}.${process.pid}.part`
  try {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
    writeFlushed(draft, bytes, mode)
    renameSync(draft, path)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw cause
  }
  flushFolder(dirname(path))
}

function writeFlushed(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, "w", mode)
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes a folder's entries durable. Windows cannot flush a folder and needs not to. */
export function flushFolder(folder: string): void {
  if (process.platform === "win32") return
  const handle = openSync(folder, "r")
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Makes a folder and those above it; one that is there is well. Node's own recursion never ends where
 * a system folder such as /proc refuses new entries by saying that they do not exist.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path)
  } catch (cause) {
    const { code } = cause as { readonly code?: unknown }
    if (code === "EEXIST") return
    if (code !== "ENOENT" || dirname(path) === path) throw cause
    makeFolder(dirname(path))
    mkdirSync(path)
  }
}
