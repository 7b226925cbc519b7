import i18next from "i18next"
import { closeIssue, openIssue, saveAs } from "../state/issue-file.ts"
import { openDialog } from "../state/dialog.ts"
import { openExport } from "../state/open-export.ts"
import { desk } from "../state/desk.ts"
import { importCopy } from "../state/import-copy.ts"
import type { Means } from "../state/means.ts"
import type { Command } from "./command.ts"

/** Commands on files: issue, copy, plates. `recent`: issue folders opened lately, newest first. */
export function fileCommands(means: Means, recent: readonly string[]): readonly Command[] {
  const isOpen = (): boolean => desk.getState().issue !== null
  return [
    { id: "newIssue", menu: "file", keys: "Ctrl+Alt+N", run: () => openDialog("newIssue") },
    { id: "open", menu: "file", keys: "Ctrl+O", run: () => void openIssue(null, means) },
    ...recentCommands(means, recent),
    { id: "import", menu: "file", keys: "Ctrl+I", group: true, run: () => void importCopy(means) },
    {
      id: "export",
      menu: "file",
      keys: "Ctrl+E",
      enabled: isOpen,
      run: () => openExport("pages"),
    },
    {
      id: "pageProof",
      menu: "file",
      keys: null,
      enabled: isOpen,
      run: () => openExport("proofs"),
    },
    {
      id: "galley",
      menu: "file",
      keys: null,
      enabled: isOpen,
      run: () => openExport("galleys"),
    },
    {
      id: "saveAs",
      menu: "file",
      keys: "Ctrl+Shift+S",
      group: true,
      enabled: isOpen,
      run: () => void saveAs(means),
    },
    {
      id: "close",
      menu: "file",
      keys: null,
      enabled: isOpen,
      run: () => void closeIssue(means),
    },
  ]
}

/** Issues in the menu of recent ones. */
const MOST_RECENT = 6

/** The issues opened lately, each a command of its own. */
function recentCommands(means: Means, recent: readonly string[]): readonly Command[] {
  return recent.slice(0, MOST_RECENT).map((path, i) => ({
    id: `recent${i}`,
    menu: "file",
    keys: null,
    group: i === 0,
    words: () => i18next.t("menu.recent", { path: path.split(/[\\/]/).at(-1) }),
    run: () => void openIssue(path, means),
  }))
}
