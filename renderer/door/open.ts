import type { Answer, Door } from "../../main/bridge/contract.ts"
import { noteShown } from "./shown-issue.ts"
import { socketDoor } from "./socket.ts"
import { trustOwnFiles } from "./trust.ts"

/** Where the session secret is kept: this tab alone, and per port. A cookie would go to all ports. */
const SECRET = "banxin.session"

declare global {
  interface Window {
    /** The door as Electron's preload puts it there; absent in a browser. */
    readonly banxin?: Door
  }
}

/**
 * Opens the door to the machine, in either shell: the Electron preload's, else a WebSocket to the
 * host that served this page. Call it once, before any worker is started. Not ok when this window
 * has no right to the session: its ticket was used already, or the program has ended.
 */
export async function openDoor(): Promise<Answer<Door>> {
  trustOwnFiles()
  if (window.banxin) return { ok: true, value: window.banxin }
  const secret = (await redeemTicket()) ?? sessionStorage.getItem(SECRET)
  if (secret === null)
    return {
      ok: false,
      say: {
        zh: "这个窗口没有得到会话，或会话已被别的窗口取用；请关掉它，重新启动版心。",
        en: "This window has no session, or another window took it; close it and start Banxin again.",
      },
    }
  const address = `ws://${location.host}/door`
  return { ok: true, value: socketDoor(address, ["banxin", secret]) }
}

/**
 * Swaps the single-use ticket of the address for a session secret, and notes the issue that the
 * address names; null when there is no secret to have.
 */
async function redeemTicket(): Promise<string | null> {
  const wanted = new URLSearchParams(location.hash.slice(1))
  const ticket = wanted.get("ticket")
  if (ticket === null) return null
  const issue = wanted.get("issue")
  if (issue !== null) noteShown(issue)
  history.replaceState(null, "", location.pathname)
  const answer = await fetch("/session", { method: "POST", body: ticket }).catch(() => null)
  if (!answer?.ok) return null
  const secret = await answer.text()
  sessionStorage.setItem(SECRET, secret)
  return secret
}
