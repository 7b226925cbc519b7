import { Worker } from "node:worker_threads"
import type { Result } from "../result.ts"

/** Work that is done in a thread of its own. */
export interface Apart<T> {
  /** The thread's file beside that of the one who asks, without its ending: built or as source. */
  readonly worker: string
  /** `import.meta.url` of the one who asks. */
  readonly beside: string
  /** What the thread is told; plain values alone. */
  readonly order: unknown
  /** How long it may take, ms. */
  readonly patience: number
  /** Memory of the thread's objects, MB; bytes of files are not among them. */
  readonly memory: number
  /** The answer where it takes longer or more, or falls. */
  readonly tooMuch: () => Result<T>
}

/**
 * The first word of a thread that is started for one order and ended with its answer: what somebody
 * sent may be made to fill the memory or to take for ever, and then only the thread is lost.
 */
export function apart<T>(work: Apart<T>): Promise<Result<T>> {
  const { worker: name, beside, order, patience: most, memory, tooMuch } = work
  const file = `./${name}.${beside.endsWith(".ts") ? "ts" : "js"}`
  const worker = new Worker(new URL(file, beside), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  return new Promise((settle) => {
    const end = (answer: Result<T>): void => {
      clearTimeout(patience)
      settle(answer)
      void worker.terminate()
    }
    const patience = setTimeout(() => end(tooMuch()), most)
    worker.once("message", end)
    worker.once("error", () => end(tooMuch()))
    worker.once("exit", () => end(tooMuch()))
  })
}
