import { EventEmitter } from "node:events"
import type { ElectronParts } from "../../main/shell/electron/parts.ts"

/** One call that the shell made of Electron, by its name. */
type Recorded = Map<string, unknown[][]>

/** A thin stand-in of Electron's API: it records what the shell sets, and lets a test fire what Electron would. */
export interface StandIn {
  readonly parts: ElectronParts
  /** Arguments of every call of a name, in order. */
  calls(name: string): readonly (readonly unknown[])[]
  readonly app: EventEmitter
  readonly windows: readonly StandInWindow[]
}

/** A window of the stand-in. */
export interface StandInWindow extends EventEmitter {
  readonly options: unknown
  readonly webContents: EventEmitter & { openHandler: (() => unknown) | null; sent: unknown[][] }
  /** Closes as a person's click does; whether the window is gone. */
  close(): boolean
}

/** What a stand-in is told to be. */
interface StandInOrder {
  /** Whether the single-instance lock is had. */
  readonly first?: boolean
  /** Places of the screens. */
  readonly screens?: readonly object[]
  /** Index of the button that is pressed in every message box. */
  readonly button?: number
}

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }

/** A stand-in for one start. */
export function standIn({
  first = true,
  screens = [SCREEN],
  button = 0,
}: StandInOrder = {}): StandIn {
  const recorded: Recorded = new Map()
  const windows: StandInWindow[] = []
  const record =
    (name: string, answer?: unknown) =>
    (...args: unknown[]): unknown => {
      recorded.set(name, [...(recorded.get(name) ?? []), args])
      return answer
    }
  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => first,
    enableSandbox: record("enableSandbox"),
    whenReady: () => Promise.resolve(),
    setName: record("setName"),
    setPath: record("setPath"),
    quit: record("quit"),
    commandLine: { appendSwitch: record("appendSwitch") },
  })
  const session = {
    setPermissionRequestHandler: record("setPermissionRequestHandler"),
    setPermissionCheckHandler: record("setPermissionCheckHandler"),
    setDevicePermissionHandler: record("setDevicePermissionHandler"),
    webRequest: { onBeforeRequest: record("onBeforeRequest") },
    on: record("session.on"),
  }
  const parts = {
    app,
    BrowserWindow: windowClass(windows, app, record),
    dialog: {
      showOpenDialog: record("showOpenDialog", { canceled: true, filePaths: [] }),
      showMessageBox: record("showMessageBox", Promise.resolve({ response: button })),
    },
    ipcMain: { handle: record("ipcMain.handle") },
    Menu: {
      setApplicationMenu: record("setApplicationMenu"),
      buildFromTemplate: (template: unknown) => template,
    },
    protocol: {
      registerSchemesAsPrivileged: record("registerSchemesAsPrivileged"),
      handle: record("protocol.handle"),
    },
    screen: { getAllDisplays: () => screens.map((workArea) => ({ workArea })) },
    session: () => session,
  }
  return {
    parts: parts as unknown as ElectronParts,
    calls: (name) => recorded.get(name) ?? [],
    app,
    windows,
  }
}

function windowClass(
  windows: StandInWindow[],
  app: EventEmitter,
  record: (name: string) => (...args: unknown[]) => unknown,
): unknown {
  return class extends EventEmitter {
    static getAllWindows = (): readonly StandInWindow[] => windows
    static getFocusedWindow = (): null => null
    readonly webContents = Object.assign(new EventEmitter(), {
      openHandler: null as (() => unknown) | null,
      sent: [] as unknown[][],
      setWindowOpenHandler(handler: () => unknown) {
        this.openHandler = handler
      },
      send(...args: unknown[]) {
        this.sent.push(args)
      },
    })
    readonly options: unknown
    constructor(options: unknown) {
      super()
      this.options = options
      windows.push(this as unknown as StandInWindow)
      app.emit("web-contents-created", {}, this.webContents)
    }
    loadURL = record("loadURL")
    show = record("show")
    focus = record("focus")
    restore = record("restore")
    maximize = record("maximize")
    isMinimized = () => true
    isMaximized = () => false
    isDestroyed = () => !windows.includes(this as unknown as StandInWindow)
    getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 })
    close(): boolean {
      let prevented = false
      this.emit("close", { preventDefault: () => (prevented = true) })
      if (!prevented) this.destroy()
      return !prevented
    }
    destroy(): void {
      windows.splice(windows.indexOf(this as unknown as StandInWindow), 1)
      this.emit("closed")
    }
  }
}
