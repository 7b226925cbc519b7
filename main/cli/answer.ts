import { parseArgs } from "node:util"
import type { Say } from "../../layouts/finding.ts"
import { writeDurably } from "../files/whole.ts"

/** 0 fine, 1 findings of severity error, 2 bad usage or unreadable input. */
export type Exit = 0 | 1 | 2

/** A command line that cannot be carried out; its message is one sentence for the user. */
export class BadUsage extends Error {}

/** Both languages of a sentence on one line. */
export function bothTongues(say: Say): string {
  return `${say.zh} ${say.en}`
}

/** Says one sentence on stderr and ends with exit 2. */
export function complain(sentence: string): Exit {
  process.stderr.write(`${sentence}\n`)
  return 2
}

/** Progress for the person who waits; never part of the result. */
export function progress(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/** Options that take a value, and switches; anything else is a file. */
export interface Options {
  readonly values: Readonly<Record<string, string | undefined>>
  readonly switches: ReadonlySet<string>
  readonly files: readonly string[]
}

/** Reads a command line; an unknown option or a missing value is bad usage. */
export function readOptions(
  args: readonly string[],
  valued: readonly string[],
  switched: readonly string[],
): Options {
  const options = Object.fromEntries([
    ...valued.map((name) => [name, { type: "string" as const }]),
    ...switched.map((name) => [name, { type: "boolean" as const }]),
  ])
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const entries = Object.entries(values)
    return {
      values: Object.fromEntries(
        entries.filter(([, value]) => typeof value === "string"),
      ) as Record<string, string>,
      switches: new Set(entries.filter(([, value]) => value === true).map(([name]) => name)),
      files: positionals,
    }
  } catch (cause) {
    const detail = (cause as Error).message.split("\n")[0]
    throw new BadUsage(`命令行有误。The command line is wrong: ${detail}`, { cause })
  }
}

/** Writes a result file whole or not at all. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  try {
    writeDurably(path, content)
  } catch (cause) {
    throw new BadUsage(`写不了文件 ${path}。The file ${path} cannot be written.`, { cause })
  }
}
