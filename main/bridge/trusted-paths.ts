import { dirname, resolve } from "node:path"
import type { CallName, Calls, Hello, ImportedCopy, StoredIssue } from "./contract.ts"

/**
 * The paths that a person named: in the platform's dialog, on the command line, among the recent
 * issues, or by copy that names its pictures. Files elsewhere are not read for the page, whatever
 * runs in it. Electron's shell has this; in a browser the page itself shows the folders, so that
 * what the person chose cannot be told from what the page says.
 */
export interface TrustedPaths {
  trust(path: string): void
  /** The first path that a call would read and nobody named; null when there is none. */
  strangerIn(call: CallName, args: readonly unknown[]): string | null
  /** Trusts what the answer of a call shows that the person named. */
  learn(call: CallName, value: unknown): void
}

/** Nothing named yet but the program's own folder. */
export function trustedPaths(home: string): TrustedPaths {
  const named = new Set([resolve(home)])
  const trust = (path: string): void => void named.add(resolve(path))

  /** Whether a path or a folder above it was named. */
  function covers(path: string): boolean {
    for (let at = resolve(path); ; at = dirname(at)) {
      if (named.has(at)) return true
      if (dirname(at) === at) return false
    }
  }

  return {
    trust,
    strangerIn: (call, args) => readBy(call, args).find((path) => !covers(path)) ?? null,
    learn: (call, value) => namedBy(call, value).forEach(trust),
  }
}

/** The files and folders that a call would read. */
function readBy(call: CallName, args: readonly unknown[]): readonly string[] {
  if (call === "openIssue") return [(args as Parameters<Calls["openIssue"]>)[0]]
  if (call === "importHouseTable") return [(args as Parameters<Calls["importHouseTable"]>)[0]]
  if (call === "readNotes") return [(args as Parameters<Calls["readNotes"]>)[1]]
  if (call === "adoptPicture") return [(args as Parameters<Calls["adoptPicture"]>)[1]]
  if (call !== "importCopy") return []
  const [sources] = args as Parameters<Calls["importCopy"]>
  return sources.flatMap((source) => ("path" in source ? [source.path] : []))
}

/** The paths in an answer that the person named, or the program by itself. */
function namedBy(call: CallName, value: unknown): readonly string[] {
  if (call === "chooseFiles") return (value as readonly string[] | null) ?? []
  if (call === "createIssue" || call === "copyIssue") return [(value as StoredIssue).path]
  if (call === "importCopy")
    return (value as ImportedCopy).articles.flatMap(({ pictures }) => pictures.map(({ id }) => id))
  if (call !== "hello") return []
  const { recent, sample, open } = value as Hello
  return [...recent, ...[sample, open].filter((path) => path !== null)]
}
