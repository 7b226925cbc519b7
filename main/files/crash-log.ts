import { appendFileSync, readFileSync, renameSync, statSync } from "node:fs"
import { join } from "node:path"
import type { CrashLog } from "../bridge/contract.ts"
import { makeFolder } from "./whole.ts"

/** Bytes after which the log begins anew; the one before is kept once. */
const MOST = 512 * 1024

/** Characters of its end that are shown. */
const TAIL = 20_000

/** A fault of ours: what it said, where it came from, and in which part of the desk. */
export interface Fault {
  readonly message: string
  readonly stack: string
  readonly where: string
}

/** Writes a fault of ours into the log. A log that cannot be written is no reason to stop. */
export function reportFault(home: string, { message, stack, where }: Fault, at: Date): void {
  const path = pathIn(home)
  try {
    makeFolder(home)
    if (sizeOf(path) > MOST) renameSync(path, `${path}.1`)
    appendFileSync(path, `${at.toISOString()} ${message}\n${stack}\n${where}\n\n`)
  } catch {
    return
  }
}

/** A fault of ours as it was thrown, whatever was thrown. */
export function faultOf(cause: unknown, where: string): Fault {
  if (!(cause instanceof Error)) return { message: String(cause), stack: "", where }
  return { message: cause.message, stack: cause.stack ?? "", where }
}

/**
 * Writes what nothing in this process catches into the log, until it is told to stop; the process
 * ends as it would have.
 */
export function watchProcess(home: string): () => void {
  const note = (cause: Error, origin: string): void =>
    reportFault(home, faultOf(cause, origin), new Date())
  process.on("uncaughtExceptionMonitor", note)
  return () => void process.off("uncaughtExceptionMonitor", note)
}

/** Where the log is, and its newest part; empty when nothing ever failed. */
export function crashLog(home: string): CrashLog {
  const path = pathIn(home)
  try {
    return { path, tail: readFileSync(path, "utf8").slice(-TAIL) }
  } catch {
    return { path, tail: "" }
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

function pathIn(home: string): string {
  return join(home, "crash.log")
}
