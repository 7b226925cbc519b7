import { parentPort, workerData } from "node:worker_threads"
import { htmlOfDocx } from "./docx.ts"
import { trayIn } from "./tray.ts"

/** A document to be read, and the folder that takes its pictures. */
export interface DocxOrder {
  readonly bytes: Uint8Array
  readonly tray: string
}

// Mammoth reads several parts at once and leaves the later faults of a damaged document to nobody.
process.on("unhandledRejection", () => undefined)

const { bytes, tray } = workerData as DocxOrder
parentPort!.postMessage(await htmlOfDocx(bytes, trayIn(tray)))
