import { desk } from "../state/desk.ts"
import { openIssue } from "../state/issue-file.ts"
import type { Means } from "../state/means.ts"

/** Title of a window that shows no issue. */
const BARE = "Banxin 版心"

/** Does what the shell asks of this window, and tells it by the title what the window shows. */
export function answerShell(means: Means): void {
  const { door } = means
  door.on("openAsked", ({ path }) => void openIssue(path, means))
  door.on("closeAsked", () => void allKept().then((kept) => door.call("readyToClose", kept)))
  // A browser asks the person itself; Electron's shell has asked the desk before.
  window.addEventListener("beforeunload", (event) => {
    if (desk.getState().saving !== "saved") event.preventDefault()
  })
  const entitle = (): void => {
    const { path, saving } = desk.getState()
    document.title = titleOf(path, saving === "saved")
  }
  desk.subscribe(entitle)
  entitle()
}

/** The window's title: the issue's folder without its ending, with a dot while something is not kept. */
export function titleOf(path: string | null, saved: boolean): string {
  if (path === null) return BARE
  const name = path
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.issue$/, "")
  return `${saved ? "" : "• "}${name} — ${BARE}`
}

/** Waits until everything is kept or could not be; what stands in a field is the issue's first. */
function allKept(): Promise<boolean> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  return new Promise((settle) => {
    const look = (): boolean => {
      const { saving } = desk.getState()
      if (saving === "saving") return false
      settle(saving === "saved")
      return true
    }
    if (look()) return
    const stop = desk.subscribe(() => look() && stop())
  })
}
