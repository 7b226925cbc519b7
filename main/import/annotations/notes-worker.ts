import { parentPort, workerData } from "node:worker_threads"
import { openNotes, type NotesOrder } from "./open-notes.ts"

const { path, proofs, password } = workerData as NotesOrder
parentPort!.postMessage(openNotes(path, proofs, password))
