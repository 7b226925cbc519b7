import { EventEmitter } from "node:events"
import type { ElectronParts } from "../../main/shell/electron/desk.ts"

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
}

/** A stand-in for one start; `first` is whether the single-instance lock is had. */
export function standIn(first = true): StandIn {
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
  })
  const session = {
    setPermissionRequestHandler: record("setPermissionRequestHandler"),
    setPermissionCheckHandler: record("setPermissionCheckHandler"),
    setDevicePermissionHandler: record("setDevicePermissionHandler"),
    webRequest: { onBeforeRequest: record("onBeforeRequest") },
  }
  const parts = {
    app,
    BrowserWindow: windowClass(windows, record),
    dialog: { showOpenDialog: record("showOpenDialog", { canceled: true, filePaths: [] }) },
    ipcMain: { handle: record("ipcMain.handle") },
    Menu: { setApplicationMenu: record("setApplicationMenu") },
    protocol: {
      registerSchemesAsPrivileged: record("registerSchemesAsPrivileged"),
      handle: record("protocol.handle"),
    },
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
  record: (name: string) => (...args: unknown[]) => unknown,
): unknown {
  return class extends EventEmitter {
    static getAllWindows = (): readonly StandInWindow[] => windows
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
    }
    loadURL = record("loadURL")
    show = record("show")
    focus = record("focus")
    restore = record("restore")
    isMinimized = () => true
    getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 })
  }
}
