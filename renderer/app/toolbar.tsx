import { Button, Tooltip } from "antd"
import {
  Columns3,
  Expand,
  FileInput,
  FileOutput,
  Grid3x3,
  MoveHorizontal,
  Redo2,
  SquareDashed,
  Undo2,
  ZoomIn,
  ZoomOut,
} from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { keysShown, type Command } from "../commands/command.ts"
import { useFlags } from "./flags.ts"
import { IS_MAC } from "./platform.ts"
import { ZoomField } from "./zoom-field.tsx"

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
}

const GROUPS = [
  ["import", "export"],
  ["undo", "redo"],
  ["zoomOut", "zoomIn", "fitPage", "fitWidth"],
  ["grid", "frames", "original"],
] as const

/** The row of commands that are used all night. */
export function Toolbar({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  return (
    <div className="toolbar" role="toolbar" aria-label={t("app")}>
      {GROUPS.map((group) => (
        <div key={group[0]} className="toolbar-group">
          {group.map((id) => {
            const command = commands.find((candidate) => candidate.id === id)
            return command && <CommandButton key={id} command={command} />
          })}
        </div>
      ))}
      <ZoomField commands={commands} />
    </div>
  )
}

function CommandButton({ command }: { readonly command: Command }) {
  const { t } = useTranslation()
  const { off, on } = useFlags([command])[0]!
  const { id, keys, checked } = command
  const words = t(`menu.${id}`)
  return (
    <Tooltip title={keys ? `${words}  ${keysShown(keys, IS_MAC)}` : words} mouseEnterDelay={0.6}>
      <Button
        type={on ? "primary" : "text"}
        size="small"
        icon={ICONS[id]}
        aria-label={words}
        disabled={off}
        onMouseDown={(event) => event.preventDefault()}
        onClick={command.run}
        {...(checked ? { "aria-pressed": on } : {})}
      />
    </Tooltip>
  )
}
