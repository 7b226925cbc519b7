import { EventEmitter } from "node:events"
import { electronAddress } from "./address.ts"
import type { Chromium, ProtocolEvent } from "./chromium.ts"

type Filter = (
  request: { readonly url: string },
  answer: (verdict: { readonly cancel?: boolean }) => void,
) => void
type Handler = (request: Request) => Response | Promise<Response>
type Check = (contents: null, permission: string, origin: string, details: object) => boolean

let filter: Filter = (_request, answer) => answer({})
let check: Check = () => true
const handlers = new Map<string, Handler>()

/** The one session: what it is told to refuse, Chromium refuses. */
const defaultSession = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler: () => undefined,
  setPermissionCheckHandler: (handler: Check) => void (check = handler),
  setDevicePermissionHandler: () => undefined,
  setDisplayMediaRequestHandler: () => undefined,
  webRequest: { onBeforeRequest: (handler: Filter) => void (filter = handler) },
})

export const session = { defaultSession }

export const protocol = {
  registerSchemesAsPrivileged: () => undefined,
  handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
}

/** Permissions that a page can ask for, by Electron's names and by those of the DevTools protocol. */
const PERMISSIONS = [
  ["geolocation", "geolocation"],
  ["notifications", "notifications"],
  ["media", "camera"],
  ["media", "microphone"],
  ["midi", "midi"],
  ["clipboard-read", "clipboard-read"],
  ["clipboard-sanitized-write", "clipboard-write"],
] as const

/** Grants or denies in Chromium what the shell's handler says; without one Electron grants all. */
export async function setPermissions({ send }: Chromium, origin: string): Promise<void> {
  for (const [permission, name] of PERMISSIONS) {
    const setting = check(null, permission, origin, { isMainFrame: true }) ? "granted" : "denied"
    await send("Browser.setPermission", { permission: { name }, setting })
  }
}

/** A request that Chromium holds until it is told what to do. */
interface Paused {
  readonly requestId: string
  readonly resourceType: string
  readonly frameId: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
  }
}

/** Whether a frame may load a document; the windows know. */
export type DocumentGate = (frame: string, address: string) => boolean

/** Serves the handled schemes and holds every request of every page and worker to the filter. */
export async function serveRequests(chromium: Chromium, gate: DocumentGate): Promise<void> {
  chromium.on((event) => {
    if (event.method === "Fetch.requestPaused") void answer(chromium, event, gate)
  })
  await chromium.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] })
}

async function answer({ send }: Chromium, event: ProtocolEvent, gate: DocumentGate): Promise<void> {
  const { requestId, resourceType, frameId, request } = event.params as unknown as Paused
  const url = electronAddress(request.url)
  // A page that went away meanwhile took its requests with it.
  const tell = (method: string, params: object): Promise<unknown> =>
    send(method, { requestId, ...params }).catch(() => undefined)
  const fail = (errorReason: string) => tell("Fetch.failRequest", { errorReason })
  if (resourceType === "Document" && !gate(frameId, url)) return void (await fail("Aborted"))
  if (await cancelled(url)) return void (await fail("BlockedByClient"))
  const handler = handlers.get(new URL(url).protocol.slice(0, -1))
  if (!handler) return void (await tell("Fetch.continueRequest", {}))
  const { method, headers } = request
  const response = await handler(new Request(url, { method, headers }))
  await tell("Fetch.fulfillRequest", {
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString("base64"),
  })
}

function cancelled(url: string): Promise<boolean> {
  return new Promise((settle) => filter({ url }, ({ cancel }) => settle(cancel === true)))
}
