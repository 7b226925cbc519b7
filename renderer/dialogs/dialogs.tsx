import type { ComponentType } from "react"
import { useStore } from "zustand"
import { dialog } from "../state/dialog.ts"
import { About } from "./about.tsx"
import { CrashLogDialog } from "./crash-log.tsx"
import type { DialogProps } from "./dialog-props.ts"
import { ExportDialog } from "./export.tsx"
import { FurnitureDialog } from "./furniture.tsx"
import { HouseTablesDialog } from "./house-tables.tsx"
import { ImportNotes } from "./import-notes.tsx"
import { KeyList } from "./key-list.tsx"
import { MadeGlyphsDialog } from "./made-glyphs.tsx"
import { NewIssue } from "./new-issue.tsx"
import { NotesPassword } from "./notes-password.tsx"
import { PagePlan } from "./page-plan.tsx"
import { PageSetup } from "./page-setup.tsx"
import { Palette } from "./palette.tsx"
import { PreferencesDialog } from "./preferences.tsx"
import { SaveTemplate } from "./save-template.tsx"
import { AddPageGallery, TemplateGallery } from "./template-gallery.tsx"
import { Reading } from "./reading.tsx"
import { ScreenSize } from "./screen-size.tsx"
import { WorkflowsDialog } from "./workflows.tsx"

/** The dialogs by the name that `openDialog` is told. */
const DIALOGS: Readonly<Record<string, ComponentType<DialogProps>>> = {
  about: About,
  addPage: AddPageGallery,
  crashLog: CrashLogDialog,
  export: ExportDialog,
  furniture: FurnitureDialog,
  houseTables: HouseTablesDialog,
  importNotes: ImportNotes,
  keyList: KeyList,
  madeGlyphs: MadeGlyphsDialog,
  newIssue: NewIssue,
  notesPassword: NotesPassword,
  pagePlan: PagePlan,
  pageSetup: PageSetup,
  palette: Palette,
  preferences: PreferencesDialog,
  reading: Reading,
  saveTemplate: SaveTemplate,
  templates: TemplateGallery,
  screenSize: ScreenSize,
  workflows: WorkflowsDialog,
}

/** The dialog that is open. */
export function OpenDialog(props: DialogProps) {
  const name = useStore(dialog, (state) => state.open)
  const Shown = name === null ? undefined : DIALOGS[name]
  return Shown ? <Shown {...props} /> : null
}
