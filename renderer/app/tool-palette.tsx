import { Tooltip } from "antd"
import {
  Hand,
  Image,
  Link,
  Minus,
  MousePointer2,
  PenLine,
  SeparatorVertical,
  Square,
  SquareMenu,
  Type,
  ZoomIn,
  type LucideIcon,
} from "lucide-react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { TOOL_KEYS } from "../commands/tool-commands.ts"
import { view } from "../state/view.ts"
import "../style/tools.css"
import type { ToolId } from "../tools/tool.ts"

const ICONS: Readonly<Record<ToolId, LucideIcon>> = {
  select: MousePointer2,
  text: Type,
  frame: SquareMenu,
  picture: Image,
  rule: Minus,
  box: Square,
  thread: Link,
  columnBreak: SeparatorVertical,
  mark: PenLine,
  hand: Hand,
  zoom: ZoomIn,
}

/** Tools after which the palette has a gap: choosing, drawing, threading, looking round. */
const LAST_OF_GROUP: readonly ToolId[] = ["text", "box", "mark"]

/** The tools at the left of the page. The keyboard stays where it is when one is taken. */
export function ToolPalette() {
  const { t } = useTranslation()
  const taken = useStore(view, (state) => state.tool)
  return (
    <div className="tools" role="toolbar" aria-orientation="vertical" aria-label={t("tool.title")}>
      {TOOL_KEYS.map(([tool, key]) => {
        const Icon = ICONS[tool]
        const words = t(`menu.tool-${tool}`)
        return (
          <Tooltip key={tool} title={`${words}  ${key}`} placement="right" mouseEnterDelay={0.5}>
            <button
              type="button"
              className={LAST_OF_GROUP.includes(tool) ? "last" : ""}
              aria-label={words}
              aria-pressed={tool === taken}
              aria-keyshortcuts={key}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => view.setState({ tool })}
            >
              <Icon size={16} strokeWidth={1.75} />
            </button>
          </Tooltip>
        )
      })}
    </div>
  )
}
