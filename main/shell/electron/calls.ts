import type { IpcMain, IpcMainInvokeEvent } from "electron"
import { resolve } from "node:path"
import type { Answer, Hello, StoredIssue } from "../../bridge/contract.ts"
import type { Machine } from "../../bridge/serve.ts"
import { done } from "../../result.ts"
import { CALL } from "./channels.ts"
import { isOurs } from "./origin.ts"
import type { DeskWindow, DeskWindows } from "./windows.ts"

/** Answers calls of the windows' own pages, of no frame in them and of nobody else. */
export function handleCalls(
  ipc: Pick<IpcMain, "handle">,
  machine: Pick<Machine, "answer">,
  windows: Pick<DeskWindows, "of" | "readyToClose">,
): void {
  ipc.handle(CALL, ({ senderFrame, sender }: IpcMainInvokeEvent, name: unknown, args: unknown) => {
    if (senderFrame === null || senderFrame !== sender.mainFrame || !isOurs(senderFrame.url))
      throw new Error("refused")
    const own = windows.of(sender)
    if (!own) throw new Error("refused")
    return answered(own, windows, machine, [name, args])
  })
}

function issueOf(args: unknown): string | null {
  const [path] = Array.isArray(args) ? (args as unknown[]) : []
  return typeof path === "string" ? resolve(path) : null
}

/** Answers, and notes what the answer says of the window: which issue it shows, and whether it may close. */
async function answered(
  own: DeskWindow,
  windows: Pick<DeskWindows, "readyToClose">,
  machine: Pick<Machine, "answer">,
  [name, args]: readonly [unknown, unknown],
): Promise<Answer<unknown>> {
  const answer = await machine.answer(name, args, own.window.webContents)
  if (!answer.ok) return answer
  if (name === "hello") {
    const open = own.toShow
    own.issue = open
    own.toShow = null
    return done({ ...(answer.value as Hello), open })
  }
  if (name === "openIssue" || name === "createIssue" || name === "copyIssue")
    own.issue = (answer.value as StoredIssue).path
  if (name === "closeIssue" && issueOf(args) === own.issue) own.issue = null
  if (name === "readyToClose") windows.readyToClose(own, answer.value as boolean)
  return answer
}
