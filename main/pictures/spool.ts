import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs"
import { dirname } from "node:path"
import { makeFolder } from "../files/whole.ts"

/**
 * A file that pictures wait in until they are printed: the photos of an issue together are larger
 * than all else that an export holds. Its methods throw what the disk says.
 */
export interface Spool {
  /** A path for one finished picture at a time; `keep` takes the file away. */
  readonly tray: string
  /**
   * Takes over the file in the tray; what comes back reads it, into a buffer that the next reading
   * of this spool fills anew.
   */
  keep(): () => Uint8Array
  /** Ends the spool; what it kept can no longer be read. */
  close(): void
}

/** Bytes that are copied at a time. */
const CHUNK = 1 << 18

/**
 * Opens a spool on the disk of its tray, a path where nothing is. It has no name from the beginning,
 * so that nothing of it stays when the program is killed, but for the picture in the tray.
 */
export function openSpool(tray: string): Spool {
  makeFolder(dirname(tray))
  const file = openSync(tray, "w+", 0o600)
  rmSync(tray, { force: true })
  let end = 0
  let buffer = new Uint8Array(CHUNK)
  const read = (from: number, length: number): Uint8Array => {
    if (buffer.length < length) buffer = new Uint8Array(length)
    return readFull(file, buffer.subarray(0, length), from)
  }
  return {
    tray,
    keep() {
      const from = end
      end += appendFile(file, end, { path: tray, buffer: buffer.subarray(0, CHUNK) })
      rmSync(tray)
      const length = end - from
      return () => read(from, length)
    },
    close() {
      closeSync(file)
      rmSync(tray, { force: true })
    },
  }
}

/** Copies a file behind what is there; how many bytes it has. */
function appendFile(
  file: number,
  end: number,
  { path, buffer }: { readonly path: string; readonly buffer: Uint8Array },
): number {
  const source = openSync(path, "r")
  try {
    let at = 0
    for (;;) {
      const read = readSync(source, buffer, 0, buffer.length, at)
      if (read === 0) return at
      for (let done = 0; done < read;)
        done += writeSync(file, buffer, done, read - done, end + at + done)
      at += read
    }
  } finally {
    closeSync(source)
  }
}

function readFull(file: number, target: Uint8Array, from: number): Uint8Array {
  for (let at = 0; at < target.length;) {
    const read = readSync(file, target, at, target.length - at, from + at)
    if (read === 0) throw new Error("the spool ends before what it kept")
    at += read
  }
  return target
}
