import type { ComponentType } from "react"
import { useStore } from "zustand"
import type { Command } from "../commands/command.ts"
import { dialog } from "../state/dialog.ts"
import type { Means } from "../state/means.ts"
import { About } from "./about.tsx"
import { KeyList } from "./key-list.tsx"
import { Palette } from "./palette.tsx"

/** What every dialog is given; it closes itself with `closeDialog`. */
export interface DialogProps {
  readonly means: Means
  readonly commands: readonly Command[]
}

/** The dialogs by the name that `openDialog` is told. */
const DIALOGS: Readonly<Record<string, ComponentType<DialogProps>>> = {
  about: About,
  keyList: KeyList,
  palette: Palette,
}

/** The dialog that is open. */
export function OpenDialog(props: DialogProps) {
  const name = useStore(dialog, (state) => state.open)
  const Shown = name === null ? undefined : DIALOGS[name]
  return Shown ? <Shown {...props} /> : null
}
