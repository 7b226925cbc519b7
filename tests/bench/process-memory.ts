import { readdirSync, readFileSync } from "node:fs"

/** A process and all that it started, by id. */
export function tree(root: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue
    const parent = /\nPPid:\s+(\d+)/.exec(read(`/proc/${name}/status`))?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const own = [root]
  for (const pid of own)
    own.push(...[...parents].filter(([, parent]) => parent === pid).map(([child]) => child))
  return own
}

export function isRenderer(pid: number): boolean {
  return read(`/proc/${pid}/cmdline`).includes("--type=renderer")
}

/** A process's share of memory, MiB: what is shared is counted once among its sharers. */
export function memoryOf(pid: number): number {
  return Number(/\nPss:\s+(\d+)/.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024
}

function read(file: string): string {
  try {
    return readFileSync(file, "latin1")
  } catch {
    return ""
  }
}
