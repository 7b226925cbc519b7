import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { isAbsolute } from "node:path"
import type { Machine } from "../../bridge/serve.ts"
import { fileAt } from "../files.ts"
import { HEADERS } from "../headers.ts"
import { refusalOf } from "./guard.ts"
import { openSockets, type Sockets } from "./sockets.ts"
import { freshSecret, openSession, same } from "./session.ts"

/** A ticket is short; more than this is no ticket. */
const MOST_TICKET = 1024

/** A path of the longest kind, each character three bytes. */
const MOST_PATH = 3 * 4096

/** The loopback host of one desk. */
export interface Host {
  /** `http://127.0.0.1:port`. */
  readonly origin: string
  /**
   * An address to open: its fragment carries a fresh single-use ticket and what the window is to show.
   * An issue of "" is an empty desk; null leaves it to the desk.
   */
  addressFor(issue: string | null): string
  /** Whoever knows it may have a window opened: the next start of this program. */
  readonly handOverSecret: string
  readonly sockets: Sockets
  close(): Promise<void>
}

/** What a host serves, and whom it tells that a ticket was used twice or a window is wanted. */
export interface HostOrder {
  /** Folder of the built desk. */
  readonly desk: string
  readonly machine: Machine
  onStolen?(): void
  /** Another start of the program asks for a window, with an issue in it or empty (""). */
  onHandOver?(issue: string): void
}

/** Opens the host on 127.0.0.1 alone, at a port that the system chooses. */
export async function openHost(order: HostOrder): Promise<Host> {
  const session = openSession()
  const handOverSecret = freshSecret()
  const server = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => {
      console.error(cause)
      if (!response.headersSent) refuse(response, 500)
      else response.destroy()
    })
  })
  await new Promise<void>((settle, fail) => {
    server.once("error", fail)
    server.listen(0, "127.0.0.1", settle)
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const origin = `http://${host}`
  const sockets = openSockets({ server, host, origin, session, machine: order.machine })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, host, origin)
    if (refusal !== null) return refuse(response, refusal)
    const { pathname } = new URL(request.url ?? "/", origin)
    if (request.method === "POST" && pathname === "/session") return redeem(request, response)
    if (request.method === "POST" && pathname === "/window") return openWindow(request, response)
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405)
    const file = await fileAt(pathname, order.desk, order.machine)
    if (!file) return refuse(response, 404)
    const cache = file.lasting ? { "Cache-Control": "private, max-age=31536000, immutable" } : {}
    const size = { "Content-Type": file.type, "Content-Length": file.body.length }
    response.writeHead(200, { ...HEADERS, ...cache, ...size })
    response.end(request.method === "HEAD" ? undefined : file.body)
  }

  async function redeem(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.origin !== origin) return refuse(response, 403)
    const ticket = await bodyOf(request, MOST_TICKET)
    const redeemed = ticket === null ? null : session.redeem(ticket)
    if (redeemed === "spent") order.onStolen?.()
    if (redeemed === null || redeemed === "spent") return refuse(response, 403)
    response.writeHead(200, { ...HEADERS, "Content-Type": "text/plain" }).end(redeemed.secret)
  }

  /** Browsers name their Origin with every POST; the next start of the program has none. */
  async function openWindow(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? ""
    if (request.headers.origin !== undefined || !same(given, handOverSecret))
      return refuse(response, 403)
    const issue = await bodyOf(request, MOST_PATH)
    const fits = issue === "" || (issue !== null && isAbsolute(issue) && !issue.includes("\0"))
    if (issue === null || !fits) return refuse(response, 400)
    order.onHandOver?.(issue)
    response.writeHead(204, HEADERS).end()
  }

  return {
    origin,
    handOverSecret,
    addressFor(issue) {
      const wanted = new URLSearchParams({ ticket: session.newTicket() })
      if (issue !== null) wanted.set("issue", issue)
      return `${origin}/#${wanted.toString()}`
    },
    sockets,
    close() {
      sockets.close()
      server.closeAllConnections()
      return new Promise((settle) => server.close(() => settle()))
    },
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...HEADERS, "Content-Type": "text/plain", Connection: "close" })
  response.end(`${status}\n`)
}

/** A short body as text; null when it has more bytes than that. */
async function bodyOf(request: IncomingMessage, most: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
