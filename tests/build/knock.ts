import { request } from "node:http"
import { WebSocket } from "ws"
import type { Answer, CallName, Calls } from "../../main/bridge/contract.ts"
import { pack, unpack } from "../../main/bridge/codec.ts"
import type { HostFrame } from "../../main/bridge/frames.ts"

/** What a host answered to a bare request. */
export interface Knocked {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

/** A request just as it is given: no address is tidied, no header added but what is said. */
export function knock(
  origin: string,
  path: string,
  ask: {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
  } = {},
): Promise<Knocked> {
  const { hostname, port } = new URL(origin)
  return new Promise((settle, fail) => {
    const { method = "GET", headers = {}, body } = ask
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () =>
        settle({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      )
    })
    sent.on("error", fail)
    sent.end(body)
  })
}

/** Swaps the ticket of a desk's address for the session secret; the status where it is refused. */
export async function redeem(address: string): Promise<{ status: number; secret: string }> {
  const { origin, hash } = new URL(address)
  const ticket = new URLSearchParams(hash.slice(1)).get("ticket") ?? ""
  const { status, body } = await knock(origin, "/session", {
    method: "POST",
    headers: { Origin: origin },
    body: ticket,
  })
  return { status, secret: body.toString() }
}

/** A door opened from Node, as a desk's page opens it. */
export interface KnockedDoor {
  call<N extends CallName>(name: N, ...args: Parameters<Calls[N]>): Promise<ReturnType<Calls[N]>>
  readonly events: readonly unknown[]
  close(): void
}

/** Opens a WebSocket door; the status where it is refused. */
export function openNodeDoor(
  origin: string,
  secret: string,
  headers: Readonly<Record<string, string>> = { Origin: origin },
): Promise<KnockedDoor | number> {
  const protocols = secret === "" ? ["banxin"] : ["banxin", secret]
  const socket = new WebSocket(`${origin.replace("http", "ws")}/door`, protocols, { headers })
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  const events: unknown[] = []
  let calls = 0
  socket.on("message", (message: Buffer) => {
    const frame = unpack(message)!.value as HostFrame
    if ("event" in frame) events.push(frame)
    else waiting.get(frame.id)?.(frame.answer)
  })
  const door: KnockedDoor = {
    call: (name, ...args) =>
      new Promise((settle) => {
        const id = ++calls
        waiting.set(id, settle as (answer: Answer<unknown>) => void)
        socket.send(pack({ id, name, args }))
      }),
    events,
    close: () => socket.close(),
  }
  return new Promise((settle) => {
    socket.on("open", () => settle(door))
    socket.on("unexpected-response", (_request, response) => settle(response.statusCode ?? 0))
    socket.on("error", () => settle(0))
  })
}
