type Invoked = (event: object, ...args: unknown[]) => unknown

const handlers = new Map<string, Invoked>()

export const ipcMain = {
  handle: (channel: string, handler: Invoked) => void handlers.set(channel, handler),

  /** Calls a handler as Electron does when a page invokes it. */
  async invoke(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler(event, ...args)
  },
}
