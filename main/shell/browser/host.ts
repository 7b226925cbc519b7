import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { Machine } from "../../bridge/serve.ts"
import { fileAt } from "../files.ts"
import { HEADERS } from "../headers.ts"
import { refusalOf } from "./guard.ts"
import { openSockets, type Sockets } from "./sockets.ts"
import { openSession } from "./session.ts"

/** A ticket is short; more than this is no ticket. */
const MOST_BODY = 1024

/** The loopback host of one desk. */
export interface Host {
  /** `http://127.0.0.1:port`. */
  readonly origin: string
  /** The address to open: its fragment carries the single-use ticket. */
  readonly address: string
  readonly sockets: Sockets
  close(): Promise<void>
}

/** What a host serves, and whom it tells that its ticket was used twice. */
export interface HostOrder {
  /** Folder of the built desk. */
  readonly desk: string
  readonly machine: Machine
  onStolen?(): void
}

/** Opens the host on 127.0.0.1 alone, at a port that the system chooses. */
export async function openHost(order: HostOrder): Promise<Host> {
  const session = openSession()
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
    const ticket = await bodyOf(request)
    const redeemed = ticket === null ? null : session.redeem(ticket)
    if (redeemed === "spent") order.onStolen?.()
    if (redeemed === null || redeemed === "spent") return refuse(response, 403)
    response.writeHead(200, { ...HEADERS, "Content-Type": "text/plain" }).end(redeemed.secret)
  }

  return {
    origin,
    address: `${origin}/#ticket=${session.ticket}`,
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

/** A short body as text; null when it is longer than anything we take. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  let body = ""
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > MOST_BODY) return null
  }
  return body
}
