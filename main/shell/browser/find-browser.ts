import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"

/** A browser of the Chromium family: its name for people, and its program. */
export interface Browser {
  readonly name: string
  readonly path: string
}

/** Where browsers are looked for; a test gives its own. */
export interface Place {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  exists(path: string): boolean
}

const HERE: Place = { platform: process.platform, env: process.env, exists: existsSync }

/** Programs on the path of Linux and the BSDs, best first. */
const COMMANDS: readonly (readonly [string, string])[] = [
  ["Chromium", "chromium"],
  ["Chromium", "chromium-browser"],
  ["Chrome", "google-chrome"],
  ["Chrome", "google-chrome-stable"],
  ["Edge", "microsoft-edge"],
  ["Edge", "microsoft-edge-stable"],
  ["Brave", "brave-browser"],
]

const MAC_APPS = ["Google Chrome", "Microsoft Edge", "Chromium", "Brave Browser"]

/** Programs under the three folders that Windows installs into. */
const WINDOWS_PROGRAMS: readonly (readonly [string, string])[] = [
  ["Edge", "Microsoft/Edge/Application/msedge.exe"],
  ["Chrome", "Google/Chrome/Application/chrome.exe"],
  ["Chromium", "Chromium/Application/chrome.exe"],
]

/** The browser to show the desk in: BANXIN_BROWSER, else the first that is installed; null without one. */
export function findBrowser(place: Place = HERE): Browser | null {
  const own = place.env["BANXIN_BROWSER"]
  if (own) return place.exists(own) ? { name: own, path: own } : null
  return candidates(place).find(({ path }) => place.exists(path)) ?? null
}

function candidates({ platform, env }: Place): readonly Browser[] {
  if (platform === "darwin")
    return MAC_APPS.map((name) => ({
      name,
      path: `/Applications/${name}.app/Contents/MacOS/${name}`,
    }))
  if (platform === "win32") {
    const roots = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap(
      (name) => env[name] ?? [],
    )
    return WINDOWS_PROGRAMS.flatMap(([name, program]) =>
      roots.map((root) => ({ name, path: join(root, program) })),
    )
  }
  const folders = [...(env["PATH"] ?? "").split(delimiter).filter(Boolean), "/snap/bin"]
  return COMMANDS.flatMap(([name, command]) =>
    folders.map((folder) => ({ name, path: join(folder, command) })),
  )
}
