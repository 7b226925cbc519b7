import { desk, composedPage } from "../state/desk.ts"
import { fitPage, view, zoomAt } from "../state/view.ts"

/** Something that the person can do: by button, key or palette. Its words are `menu.<id>`. */
export interface Command {
  readonly id: string
  /** Keys as they are shown; Ctrl also answers to Cmd. */
  readonly keys: string | null
  readonly run: () => void
}

/** What the commands need from the desk's actions. */
export interface Deeds {
  readonly importCopy: () => void
  readonly exportPdf: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly switchBreaks: () => void
  readonly switchLanguage: () => void
}

/** All commands of the desk. */
export function commandsFor(deeds: Deeds): readonly Command[] {
  const zoomBy = (factor: number): void => {
    const { zoom, width, height } = view.getState()
    zoomAt(zoom * factor, width / 2, height / 2)
  }
  const fit = (whole: boolean): void => {
    const page = composedPage(desk.getState(), view.getState().page)
    if (page) fitPage(page.list.trim, whole)
  }
  const flip = (key: "grid" | "frames" | "dark") => (): void =>
    view.setState((state) => ({ [key]: !state[key] }))
  return [
    { id: "import", keys: "Ctrl+I", run: deeds.importCopy },
    { id: "export", keys: "Ctrl+E", run: deeds.exportPdf },
    { id: "undo", keys: "Ctrl+Z", run: deeds.undo },
    { id: "redo", keys: "Ctrl+Shift+Z", run: deeds.redo },
    { id: "zoomIn", keys: "Ctrl+=", run: () => zoomBy(1.25) },
    { id: "zoomOut", keys: "Ctrl+-", run: () => zoomBy(0.8) },
    { id: "fitPage", keys: "Ctrl+0", run: () => fit(true) },
    { id: "fitWidth", keys: "Ctrl+1", run: () => fit(false) },
    { id: "grid", keys: "Ctrl+'", run: flip("grid") },
    { id: "frames", keys: "Ctrl+H", run: flip("frames") },
    { id: "original", keys: null, run: deeds.switchBreaks },
    { id: "dark", keys: null, run: flip("dark") },
    { id: "language", keys: null, run: deeds.switchLanguage },
  ]
}

/** The command of a key press; null for a press that is none. */
export function commandFor(
  commands: readonly Command[],
  press: {
    readonly key: string
    readonly ctrlKey: boolean
    readonly metaKey: boolean
    readonly shiftKey: boolean
  },
): Command | null {
  if (!press.ctrlKey && !press.metaKey) return null
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key
  const keys = `Ctrl+${press.shiftKey ? "Shift+" : ""}${key}`
  return commands.find((command) => command.keys === keys) ?? null
}
