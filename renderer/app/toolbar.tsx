import { Button, Tooltip } from "antd"
import {
  Columns3,
  Expand,
  FileInput,
  FileOutput,
  Grid3x3,
  Languages,
  MoveHorizontal,
  Moon,
  Redo2,
  SquareDashed,
  Undo2,
  ZoomIn,
  ZoomOut,
} from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Command } from "../commands/commands.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"

const ICONS: Readonly<Record<string, ReactNode>> = {
  import: <FileInput size={16} />,
  export: <FileOutput size={16} />,
  undo: <Undo2 size={16} />,
  redo: <Redo2 size={16} />,
  zoomOut: <ZoomOut size={16} />,
  zoomIn: <ZoomIn size={16} />,
  fitPage: <Expand size={16} />,
  fitWidth: <MoveHorizontal size={16} />,
  grid: <Grid3x3 size={16} />,
  frames: <SquareDashed size={16} />,
  original: <Columns3 size={16} />,
  dark: <Moon size={16} />,
  language: <Languages size={16} />,
}

const GROUPS = [
  ["import", "export"],
  ["undo", "redo"],
  ["zoomOut", "zoomIn", "fitPage", "fitWidth"],
  ["grid", "frames", "original"],
  ["dark", "language"],
] as const

/** The row of commands that are used all night. */
export function Toolbar({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const state = useStore(view)
  const { undoable, redoable, issue, breaks } = useStore(desk)
  const off: Readonly<Record<string, boolean>> = {
    undo: undoable === null,
    redo: redoable === null,
    export: issue === null,
    original: issue === null,
  }
  const on: Readonly<Record<string, boolean>> = {
    grid: state.grid,
    frames: state.frames,
    dark: state.dark,
    original: breaks === "original",
  }
  return (
    <div className="toolbar" role="toolbar" aria-label={t("app")}>
      {GROUPS.map((group) => (
        <div key={group[0]} className="toolbar-group">
          {group.map((id) => {
            const command = commands.find((candidate) => candidate.id === id)
            if (!command) return null
            const words = `${t(`menu.${id}`)}${command.keys ? `  ${command.keys}` : ""}`
            return (
              <Tooltip key={id} title={words} mouseEnterDelay={0.6}>
                <Button
                  type={on[id] ? "primary" : "text"}
                  size="small"
                  icon={ICONS[id]}
                  aria-label={t(`menu.${id}`)}
                  aria-pressed={on[id] ?? false}
                  disabled={off[id] ?? false}
                  onClick={command.run}
                />
              </Tooltip>
            )
          })}
        </div>
      ))}
      <span className="zoom">{Math.round(state.zoom * 100)}%</span>
    </div>
  )
}
