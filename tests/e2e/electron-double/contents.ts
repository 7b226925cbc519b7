import { EventEmitter } from "node:events"
import { electronAddress, pageAddress } from "./address.ts"
import type { Chromium, ProtocolEvent } from "./chromium.ts"
import { ipcMain } from "./ipc.ts"
import { setPermissions } from "./session.ts"
import { HEAR, REACH, WORLD, worldScripts } from "./worlds.ts"

type OpenHandler = (asked: { readonly url: string }) => { readonly action: "allow" | "deny" }

/** The page of one window, in a target of Chromium's. */
export class WebContents extends EventEmitter {
  readonly mainFrame = { url: "", top: null }
  /** Id of the target, which is the id of its main frame too. */
  target = ""
  #session = ""
  #world = 0
  #goingTo = ""
  readonly #chromium: Chromium
  #mayOpen: OpenHandler = () => ({ action: "allow" })

  constructor(chromium: Chromium) {
    super()
    this.#chromium = chromium
    chromium.on((event) => {
      if (event.sessionId === this.#session) this.#heard(event)
    })
  }

  /** Makes the page, with the preload in it before anything else runs. */
  async make(preload: string, size: object, attached: (target: string) => string): Promise<void> {
    const { send } = this.#chromium
    const blank = { url: "about:blank", newWindow: true, ...size }
    const { targetId } = await send<{ targetId: string }>("Target.createTarget", blank)
    this.target = targetId
    this.#session = attached(targetId)
    const scripts = worldScripts(preload)
    const script = "Page.addScriptToEvaluateOnNewDocument"
    await this.#send("Page.enable")
    await this.#send("Runtime.enable")
    await this.#send("Runtime.addBinding", { name: REACH, executionContextName: WORLD })
    await this.#send(script, { source: scripts.page })
    await this.#send(script, { source: scripts.preload, worldName: WORLD })
    await this.#send("Runtime.runIfWaitingForDebugger")
  }

  async loadURL(address: string): Promise<void> {
    await setPermissions(this.#chromium, address)
    this.#goingTo = address
    const loaded = new Promise<void>((settle) => this.once("did-finish-load", () => settle()))
    await this.#send("Page.navigate", { url: pageAddress(address) })
    await loaded
  }

  /** Whether a frame of this page may go to an address: what the shell loads, or what it does not prevent. */
  mayGo(frame: string, address: string): boolean {
    const isMain = frame === this.target
    if (isMain && address === this.#goingTo) {
      this.#goingTo = ""
      return true
    }
    let prevented = false
    const event = {
      url: address,
      isMainFrame: isMain,
      preventDefault: () => void (prevented = true),
    }
    this.emit("will-frame-navigate", event)
    if (isMain) this.emit("will-navigate", event)
    return !prevented
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#mayOpen = handler
  }

  mayOpen(url: string): boolean {
    return this.#mayOpen({ url }).action === "allow"
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#tell({ channel, args })
  }

  async title(): Promise<string> {
    const { result } = await this.#send("Runtime.evaluate", { expression: "document.title" })
    return (result as { readonly value: string }).value
  }

  getURL(): string {
    return this.mainFrame.url
  }

  async close(): Promise<void> {
    await this.#chromium.send("Target.closeTarget", { targetId: this.target })
  }

  #send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    return this.#chromium.send(method, params, this.#session)
  }

  #heard({ method, params }: ProtocolEvent): void {
    if (method === "Runtime.executionContextCreated") {
      const { id, name } = params["context"] as { id: number; name: string }
      if (name === WORLD) this.#world = id
    }
    if (method === "Page.frameNavigated") {
      const { id, url } = params["frame"] as { id: string; url: string }
      if (id === this.target) this.mainFrame.url = electronAddress(url)
    }
    if (method === "Page.loadEventFired") this.emit("did-finish-load")
    if (method === "Inspector.targetCrashed") this.emit("render-process-gone", {}, {})
    if (method === "Runtime.bindingCalled" && params["name"] === REACH)
      void this.#invoked(String(params["payload"]))
  }

  async #invoked(payload: string): Promise<void> {
    const { id, channel, args } = unpacked(payload) as {
      id: number
      channel: string
      args: unknown[]
    }
    const event = { sender: this, senderFrame: this.mainFrame }
    const answer = await ipcMain.invoke(channel, event, args).then(
      (value) => ({ id, value }),
      (cause: unknown) => ({
        id,
        fault: `Error invoking remote method '${channel}': ${String(cause)}`,
      }),
    )
    await this.#tell(answer)
  }

  async #tell(message: object): Promise<void> {
    const call = `function (text) { ${HEAR}(text) }`
    const args = {
      functionDeclaration: call,
      executionContextId: this.#world,
      arguments: [{ value: packed(message) }],
    }
    // A page that went away meanwhile has nobody to tell.
    await this.#send("Runtime.callFunctionOn", args).catch(() => undefined)
  }
}

/** JSON with bytes in it, as the preload's world reads it. */
function packed(message: object): string {
  return JSON.stringify(message, function (this: Record<string, unknown>, key, value: unknown) {
    const held = this[key]
    return held instanceof Uint8Array ? { $bytes: Buffer.from(held).toString("base64") } : value
  })
}

function unpacked(text: string): unknown {
  return JSON.parse(text, (_key, value: { $bytes?: unknown } | null) =>
    typeof value?.$bytes === "string" ? new Uint8Array(Buffer.from(value.$bytes, "base64")) : value,
  )
}
