import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session } from "electron"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { version } from "../../../package.json"
import { appFolder } from "../../files/app-folder.ts"
import { watchProcess } from "../../files/crash-log.ts"
import { rootFolder } from "../../root.ts"
import { runDesk } from "./desk.ts"

const parts = { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen }
watchProcess(appFolder())
void runDesk(
  { ...parts, session: () => session.defaultSession },
  {
    version,
    desk: join(rootFolder(), "dist/desk"),
    preload: join(dirname(fileURLToPath(import.meta.url)), "preload.cjs"),
  },
)
