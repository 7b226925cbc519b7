import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmdirSync, rmSync } from "node:fs"
import { writeSync } from "node:fs"
import { dirname } from "node:path"
import { flushFolder, makeFolder } from "./whole.ts"

/** Where a file is written until it is whole: beside its place, under a name of this process's own. */
export function draftOf(path: string): string {
  return `${path}.${process.pid}.part`
}

/** Writes a file's draft part by part and flushes it. Throws what the file system says, and leaves none then. */
export function writeDraft(path: string, parts: Iterable<Uint8Array>): void {
  makeFolder(dirname(path))
  const draft = draftOf(path)
  try {
    const file = openSync(draft, "w")
    try {
      for (const part of parts) for (let at = 0; at < part.length;) at += writeSync(file, part, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    removeQuietly(draft)
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
