import type { ComponentType } from "react"
import { useStore } from "zustand"
import { dialog } from "../state/dialog.ts"
import { About } from "./about.tsx"
import { CrashLogDialog } from "./crash-log.tsx"
import type { DialogProps } from "./dialog-props.ts"
import { ExportDialog } from "./export.tsx"
import { KeyList } from "./key-list.tsx"
import { NewIssue } from "./new-issue.tsx"
import { Palette } from "./palette.tsx"
import { PreferencesDialog } from "./preferences.tsx"

/** The dialogs by the name that `openDialog` is told. */
const DIALOGS: Readonly<Record<string, ComponentType<DialogProps>>> = {
  about: About,
  crashLog: CrashLogDialog,
  export: ExportDialog,
  keyList: KeyList,
  newIssue: NewIssue,
  palette: Palette,
  preferences: PreferencesDialog,
}

/** The dialog that is open. */
export function OpenDialog(props: DialogProps) {
  const name = useStore(dialog, (state) => state.open)
  const Shown = name === null ? undefined : DIALOGS[name]
  return Shown ? <Shown {...props} /> : null
}
