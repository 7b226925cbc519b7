import { homedir } from "node:os"
import { join } from "node:path"

/**
 * Banxin's own folder on this machine: recent issues, untitled issues, the browser's profile.
 * BANXIN_HOME overrides it; else it is where the platform keeps such things.
 * Source: XDG Base Directory Specification (XDG_DATA_HOME); %APPDATA%; Application Support.
 */
export function appFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (env["BANXIN_HOME"]) return env["BANXIN_HOME"]
  if (platform === "win32")
    return join(env["APPDATA"] ?? join(home, "AppData", "Roaming"), "Banxin")
  if (platform === "darwin") return join(home, "Library", "Application Support", "Banxin")
  return join(env["XDG_DATA_HOME"] || join(home, ".local", "share"), "banxin")
}
