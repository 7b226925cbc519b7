import { once } from "node:events"
import { parentPort, workerData } from "node:worker_threads"
import type { PressSheet } from "../pressroom/press-sheet.ts"
import { runPress } from "../pressroom/run-press.ts"

const port = parentPort!

await runPress(workerData as PressSheet, {
  say: (word) => port.postMessage(word),
  go: async () => void (await once(port, "message")),
})
