import { isAbsolute, resolve } from "node:path"

/** The issue folder among a command line's words, as an absolute path; null when there is none. */
export function issueIn(words: readonly string[], folder: string): string | null {
  const bare = words.map((word) => word.replace(/[\\/]+$/, ""))
  const named = bare.find((word) => word.endsWith(".issue") && !word.startsWith("-"))
  if (named === undefined) return null
  return isAbsolute(named) ? named : resolve(folder, named)
}
