import type { IncomingMessage, Server } from "node:http"
import type { Duplex } from "node:stream"
import { WebSocketServer, type WebSocket } from "ws"
import { pack, unpack } from "../../bridge/codec.ts"
import type { CallFrame, HostFrame } from "../../bridge/frames.ts"
import { MOST_MESSAGE } from "../../bridge/arguments.ts"
import type { EventName, Events } from "../../bridge/contract.ts"
import type { Machine } from "../../bridge/serve.ts"
import type { Asker } from "../../bridge/shell-port.ts"
import { refusalOf } from "./guard.ts"
import type { Session } from "./session.ts"

/** Name of the sub-protocol; the session secret travels as the second one, out of logs and addresses. */
const PROTOCOL = "banxin"

/** The open windows of a host. */
export interface Sockets {
  /** Tells every window, or all but one. */
  tell<N extends EventName>(name: N, event: Events[N], except?: Asker): void
  /** Calls back with the number of windows, each time it changes. */
  onCount(listen: (count: number) => void): void
  close(): void
}

interface SocketOrder {
  readonly server: Server
  readonly host: string
  readonly origin: string
  readonly session: Session
  readonly machine: Machine
}

/** Carries calls over WebSockets at `/door` to the machine. */
export function openSockets(order: SocketOrder): Sockets {
  const open = new Set<WebSocket>()
  const listeners: ((count: number) => void)[] = []
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_MESSAGE,
    perMessageDeflate: false,
    handleProtocols: () => PROTOCOL,
  })

  order.server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refusal = refusalOfSocket(request, order)
    if (refusal !== null) {
      stream.end(`HTTP/1.1 ${refusal} Refused\r\nConnection: close\r\n\r\n`)
      return
    }
    server.handleUpgrade(request, stream, head, admit)
  })

  function admit(socket: WebSocket): void {
    open.add(socket)
    count()
    socket.on("message", (message: Buffer) => void receive(socket, message))
    socket.on("error", () => socket.terminate())
    socket.on("close", () => {
      open.delete(socket)
      order.machine.left(socket)
      count()
    })
  }

  async function receive(socket: WebSocket, message: Buffer): Promise<void> {
    const frame = unpack(message)?.value as Partial<CallFrame> | null | undefined
    if (typeof frame?.id !== "number") return socket.close(1002)
    const answer = await order.machine.answer(frame.name, frame.args, socket)
    send(socket, { id: frame.id, answer })
  }

  function count(): void {
    for (const listen of listeners) listen(open.size)
  }

  return {
    tell(name, value, except) {
      for (const socket of open) if (socket !== except) send(socket, { event: name, value })
    },
    onCount: (listen) => void listeners.push(listen),
    close() {
      for (const socket of open) socket.terminate()
      server.close()
    },
  }
}

function send(socket: WebSocket, frame: HostFrame): void {
  if (socket.readyState === socket.OPEN) socket.send(pack(frame))
}

/** As for any request, and beyond that the Origin must be there and the secret right. */
function refusalOfSocket(request: IncomingMessage, order: SocketOrder): number | null {
  const { host, origin, session } = order
  const refusal = refusalOf(request, host, origin)
  if (refusal !== null) return refusal
  if (request.headers.origin !== origin) return 403
  if (new URL(request.url ?? "/", origin).pathname !== "/door") return 404
  const named = request.headers["sec-websocket-protocol"] ?? ""
  const [protocol, secret] = named.split(",").map((part) => part.trim())
  return protocol === PROTOCOL && secret !== undefined && session.admits(secret) ? null : 403
}
