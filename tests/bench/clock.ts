import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"

/** Runs a step so many times and returns the median of its milliseconds. */
export function medianMs(times: number, step: (round: number) => void): number {
  const spent: number[] = []
  for (let round = 0; round < times; round += 1) {
    const began = performance.now()
    step(round)
    spent.push(performance.now() - began)
  }
  return median(spent)
}

/** The middle value; the lower of two middles. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!
}

/** One cold run of a command: wall seconds and peak memory of the process (VmHWM) in MiB. */
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
    peak = Math.max(peak, highWater(child.pid))
  }, 4)
  const code = await new Promise<number | null>((settle) => child.on("close", settle))
  clearInterval(look)
  if (code !== 0 && code !== 1) throw new Error(`${command} ${args.join(" ")} ended with ${code}`)
  return { seconds: (performance.now() - began) / 1000, mebibytes: peak / 1024 }
}

function highWater(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8")
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0)
  } catch {
    return 0
  }
}
