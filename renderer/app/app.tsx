import { ConfigProvider, Spin } from "antd"
import enUS from "antd/locale/en_US"
import zhCN from "antd/locale/zh_CN"
import i18next from "i18next"
import { useEffect, useMemo, type DragEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { commandFor, type Command, type Under } from "../commands/command.ts"
import { commandsFor } from "../commands/commands.ts"
import { Chooser } from "../dialogs/chooser.tsx"
import { OpenDialog } from "../dialogs/dialogs.tsx"
import { Review } from "../dialogs/review.tsx"
import { Start } from "../panels/start.tsx"
import { Status } from "../panels/status.tsx"
import { reviewCopy } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import { importCopy } from "../state/import-copy.ts"
import { openIssue } from "../state/issue-file.ts"
import type { Means } from "../state/means.ts"
import { view } from "../state/view.ts"
import { denseTheme } from "../style/dense.ts"
import { Docks } from "./docks.tsx"
import { MenuBar } from "./menu-bar.tsx"
import { Toolbar } from "./toolbar.tsx"

/** The issues opened lately while nothing is known of them. */
const NONE: readonly string[] = []

/** The whole window. */
export function App({ means }: { readonly means: Means }) {
  const dark = useStore(view, (state) => state.dark)
  const language = useStore(view, (state) => state.language)
  const recent = useStore(desk, (state) => state.hello?.recent ?? NONE)
  const commands = useMemo(() => commandsFor(means, recent), [means, recent])
  useEffect(() => {
    void i18next.changeLanguage(language)
    document.documentElement.lang = language
    document.documentElement.dataset["dark"] = String(dark)
  }, [language, dark])
  return (
    <ConfigProvider locale={language === "en" ? enUS : zhCN} theme={denseTheme(dark)}>
      <Window means={means} commands={commands} />
      <Chooser door={means.door} />
      <Review means={means} />
      <OpenDialog means={means} commands={commands} />
    </ConfigProvider>
  )
}

interface WindowProps {
  readonly means: Means
  readonly commands: readonly Command[]
}

function Window({ means, commands }: WindowProps) {
  const { t } = useTranslation()
  const path = useStore(desk, (state) => state.path)
  const busy = useStore(desk, (state) => state.busy)
  useShortcuts(commands)
  const openSample = (): void => {
    const sample = desk.getState().hello?.sample
    if (sample) void reviewCopy([{ path: sample }], {}, means)
  }

  return (
    <div
      className="desk"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void dropCopy(event, means)}
    >
      <MenuBar commands={commands} />
      <Toolbar commands={commands} />
      {busy !== null && <Spin fullscreen description={t(busy)} />}
      {path === null ? (
        <Start
          onImport={() => void importCopy(means)}
          onSample={openSample}
          onOpen={(folder) => void openIssue(folder, means)}
        />
      ) : (
        <Docks means={means} commands={commands} />
      )}
      <Status means={means} />
    </div>
  )
}

/** Runs the command of a key press, wherever in the window it falls. */
function useShortcuts(commands: readonly Command[]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return
      const command = commandFor(commands, event, underOf(event.target))
      if (!command) return
      event.preventDefault()
      // A key that is held does not turn a switch on and off and on.
      if (!event.repeat || !command.checked) command.run()
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [commands])
}

/** What has the keyboard where keys are pressed on an element. */
function underOf(target: EventTarget | null): Under {
  if (!(target instanceof HTMLElement)) return "desk"
  if (target.closest("[role=dialog], [role=menu]")) return "dialog"
  return target.closest("input, textarea, select, [contenteditable]") ? "text" : "desk"
}

/** Files dropped on the window are read as copy. */
async function dropCopy(event: DragEvent, means: Means): Promise<void> {
  event.preventDefault()
  const files = [...event.dataTransfer.files]
  if (files.length === 0 || desk.getState().draft) return
  const sources = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  await reviewCopy(sources, {}, means)
}
