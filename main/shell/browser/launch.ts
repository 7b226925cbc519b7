import { spawn } from "node:child_process"
import { chmodSync, existsSync } from "node:fs"
import { makeFolder } from "../../files/whole.ts"
import type { Browser } from "./find-browser.ts"

/** A browser that was started; it may hand over to a running one and end at once. */
export interface Launched {
  /** Settles with the exit code, null when it could not be started or was killed. */
  readonly ended: Promise<number | null>
  stop(): void
}

/** A proxy that is not there: what is not of this machine is asked of it, and nobody answers. */
const NO_NETWORK = "http://127.0.0.1:9"

/**
 * The command line of a desk's window: no browser furniture, a profile of our own, no extensions, and
 * no network but this machine (--host-resolver-rules would do that too, under a bar that warns of
 * it). Without the sandbox only where `sandboxed` says so (root in CI). The first window of a profile
 * is as large as the screen; later ones stand as the person left them.
 */
export function browserArguments(
  address: string,
  profile: string,
  { sandboxed, first }: { readonly sandboxed: boolean; readonly first: boolean },
): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-features=Translate",
    `--proxy-server=${NO_NETWORK}`,
    ...(first ? ["--start-maximized"] : []),
    ...(sandboxed ? [] : ["--no-sandbox"]),
  ]
}

/** Opens the desk's window in a browser. The profile's folder is this user's alone. */
export function launchBrowser(
  browser: Browser,
  address: string,
  profile: string,
  sandboxed: boolean,
): Launched {
  const first = !existsSync(profile)
  makeFolder(profile)
  chmodSync(profile, 0o700)
  const child = spawn(browser.path, browserArguments(address, profile, { sandboxed, first }), {
    stdio: "ignore",
  })
  const ended = new Promise<number | null>((settle) => {
    child.on("error", () => settle(null))
    child.on("exit", (code) => settle(code))
  })
  return { ended, stop: () => void child.kill() }
}
