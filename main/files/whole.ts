import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync } from "node:fs"
import { rmdirSync, rmSync, writeSync } from "node:fs"
import { dirname } from "node:path"

/**
 * Writes a file whole or not at all, so that it is there after a power cut: under a temporary name,
 * flushed, renamed, and the folder flushed. Throws what the file system says; the old file then stands.
 * `mode` is who may read it where the platform has such a thing.
 */
export function writeDurably(path: string, content: string | Uint8Array, mode = 0o666): void {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  writeDraft(path, [bytes], mode)
  keepDraft(path)
}

/** Where a file is written until it is whole: beside its place, under a name of this process's own. */
function draftOf(path: string): string {
  return `${path}.${process.pid}.part`
}

/**
 * Writes a file's draft part by part and flushes it. Throws what the file system says, and leaves
 * no draft then.
 */
export function writeDraft(path: string, parts: Iterable<Uint8Array>, mode = 0o666): void {
  makeFolder(dirname(path))
  try {
    writeFlushed(draftOf(path), parts, mode)
  } catch (cause) {
    dropDraft(path)
    throw cause
  }
}

/** Puts a draft in its file's place, for good. Throws what the file system says; the old file then stands. */
export function keepDraft(path: string): void {
  try {
    renameSync(draftOf(path), path)
  } catch (cause) {
    dropDraft(path)
    throw cause
  }
  flushFolder(dirname(path))
}

/** Takes a draft away, if there is one. */
export function dropDraft(path: string): void {
  removeQuietly(draftOf(path))
}

/** Takes a file away; where the disk refuses, as in a folder that is none, it was never made. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    return
  }
}

function writeFlushed(path: string, parts: Iterable<Uint8Array>, mode: number): void {
  const file = openSync(path, "w", mode)
  try {
    for (const part of parts) for (let at = 0; at < part.length;) at += writeSync(file, part, at)
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

/** The folders that writing a file would make, innermost first. */
export function foldersAwaited(path: string): readonly string[] {
  const folder = dirname(path)
  return existsSync(folder) || dirname(folder) === folder ? [] : [folder, ...foldersAwaited(folder)]
}

/** Removes folders, innermost first, where they are empty. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      rmdirSync(folder)
    } catch {
      return
    }
  }
}
