import { contextBridge, ipcRenderer } from "electron"
import { doorOf } from "./preload-door.ts"

contextBridge.exposeInMainWorld("banxin", doorOf(ipcRenderer))
