import { spawn } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"

/** Runs a step so many times and returns the median of its milliseconds. */
export function medianMs(times: number, step: (round: number) => void): number {
  return median(timesOf(times, step))
}

/** The same, and the least of its milliseconds: what it takes when nothing else runs. */
export function quickestMs(times: number, step: (round: number) => void): number {
  return Math.min(...timesOf(times, step))
}

function timesOf(times: number, step: (round: number) => void): readonly number[] {
  const spent: number[] = []
  for (let round = 0; round < times; round += 1) {
    const began = performance.now()
    step(round)
    spent.push(performance.now() - began)
  }
  return spent
}

/** The middle value; the lower of two middles. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!
}

/** One cold run of a command: wall seconds and peak memory of its processes together in MiB. */
export interface ColdRun {
  readonly seconds: number
  readonly mebibytes: number
}

/** Runs a command from nothing; throws when it fails. Memory is 0 where /proc is missing. */
export async function coldRun(command: string, args: readonly string[]): Promise<ColdRun> {
  const began = performance.now()
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "ignore"] })
  let peak = 0
  const look = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid))
  }, 4)
  const code = await new Promise<number | null>((settle) => child.on("close", settle))
  clearInterval(look)
  if (code !== 0 && code !== 1) throw new Error(`${command} ${args.join(" ")} ended with ${code}`)
  return { seconds: (performance.now() - began) / 1000, mebibytes: peak / 1024 }
}

/**
 * Memory of a process and those that it began, KiB: the most that the first ever had (VmHWM), and
 * what the others have now.
 */
function memoryOf(pid: number | undefined): number {
  try {
    const below = childrenOf(pid).reduce((sum, child) => sum + treeOf(child), 0)
    return fieldOf(pid, "VmHWM") + below
  } catch {
    return 0
  }
}

function treeOf(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + treeOf(child), fieldOf(pid, "VmRSS"))
}

function childrenOf(pid: number | undefined): readonly number[] {
  const threads = readdirSync(`/proc/${pid}/task`)
  const lists = threads.map((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8"),
  )
  return lists
    .join(" ")
    .split(" ")
    .filter((word) => word !== "")
    .map(Number)
}

function fieldOf(pid: number | undefined, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8")
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
}
