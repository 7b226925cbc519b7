import { createStore } from "zustand/vanilla"
import type { Door, FileQuestion } from "../../main/bridge/contract.ts"
import { valueOf } from "./means.ts"

/** A question that waits for the desk's own file browser. */
export interface Asked {
  readonly question: FileQuestion
  readonly settle: (paths: readonly string[]) => void
}

export const asked = createStore<{ readonly asked: Asked | null }>(() => ({ asked: null }))

/** The folder where the desk's browser chose last; "" is the person's own. */
let lastFolder = ""

/** The folder that the desk's browser shows first. */
export function folderLastShown(): string {
  return lastFolder
}

/** Notes where something was chosen, so that the next browser shows that folder. */
export function noteFolder(folder: string): void {
  lastFolder = folder
}

/** Asks for files: the shell's own dialog where it has one, else the desk's browser. Empty when given up. */
export async function chooseFiles(door: Door, question: FileQuestion): Promise<readonly string[]> {
  const native = valueOf(await door.call("chooseFiles", question))
  if (native) return native
  return new Promise((resolve) => {
    const settle = (paths: readonly string[]): void => {
      asked.setState({ asked: null })
      resolve(paths)
    }
    asked.setState({ asked: { question, settle } })
  })
}
