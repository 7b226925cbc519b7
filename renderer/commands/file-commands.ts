import i18next from "i18next"
import { closeIssue, exportPdf, openIssue } from "../state/issue-file.ts"
import { desk } from "../state/desk.ts"
import { importCopy } from "../state/import-copy.ts"
import type { Means } from "../state/means.ts"
import type { Command } from "./command.ts"

/** Commands on files: issue, copy, plates. */
export function fileCommands(means: Means): readonly Command[] {
  const isOpen = (): boolean => desk.getState().issue !== null
  return [
    { id: "open", menu: "file", keys: "Ctrl+O", run: () => void openIssue(null, means) },
    { id: "import", menu: "file", keys: "Ctrl+I", group: true, run: () => void importCopy(means) },
    {
      id: "export",
      menu: "file",
      keys: "Ctrl+E",
      enabled: isOpen,
      run: () => void exportPdf(i18next.t("menu.export"), means),
    },
    {
      id: "close",
      menu: "file",
      keys: null,
      group: true,
      enabled: isOpen,
      run: () => void closeIssue(means),
    },
  ]
}
