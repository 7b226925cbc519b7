import { readFileSync, rmSync } from "node:fs"
import { request } from "node:http"
import { join } from "node:path"
import { writeDurably } from "../../files/whole.ts"
import type { Host } from "./host.ts"

/** How long a running desk may take to answer, ms. */
const PATIENCE = 3000

/** What a running desk leaves in the program's own folder for the next start, readable by its user alone. */
interface Note {
  readonly port: number
  readonly secret: string
}

/** Notes that a desk is running and how it is told to open a window; returns how to take that back. */
export function leaveNote(home: string, { origin, handOverSecret: secret }: Host): () => void {
  const note: Note = { port: Number(new URL(origin).port), secret }
  try {
    writeDurably(noteIn(home), JSON.stringify(note), 0o600)
  } catch {
    return () => undefined
  }
  return () => {
    if (readNote(home)?.secret === secret) rmSync(noteIn(home), { force: true })
  }
}

/**
 * Has the desk that runs in this folder open a window, with an issue in it or empty. False when none
 * runs: a note that a killed desk left behind is answered by nobody.
 */
export function handOver(home: string, issue: string | null): Promise<boolean> {
  const note = readNote(home)
  if (!note) return Promise.resolve(false)
  return new Promise((settle) => {
    const asked = request(
      {
        ...{ host: "127.0.0.1", port: note.port, path: "/window", method: "POST" },
        ...{ timeout: PATIENCE, headers: { Authorization: `Bearer ${note.secret}` } },
      },
      (response) => {
        response.resume()
        settle(response.statusCode === 204)
      },
    )
    asked.on("timeout", () => asked.destroy())
    asked.on("error", () => settle(false))
    asked.end(issue ?? "")
  })
}

function readNote(home: string): Note | null {
  try {
    const { port, secret } = JSON.parse(readFileSync(noteIn(home), "utf8")) as Partial<Note>
    return typeof port === "number" && typeof secret === "string" ? { port, secret } : null
  } catch {
    return null
  }
}

function noteIn(home: string): string {
  return join(home, "desk-running.json")
}
