import { Tooltip } from "antd"
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  BringToFront,
  Group,
  Lock,
  SendToBack,
  Ungroup,
  type LucideIcon,
} from "lucide-react"
import { useTranslation } from "react-i18next"
import { keysShown, type Command } from "../commands/command.ts"
import { useFlags } from "../app/flags.ts"
import { IS_MAC } from "../app/platform.ts"

/** Commands that have a button over the fields of a frame, in groups. */
const GROUPS: readonly (readonly (readonly [id: string, icon: LucideIcon])[])[] = [
  [
    ["align-left", AlignStartVertical],
    ["align-centre", AlignCenterVertical],
    ["align-right", AlignEndVertical],
  ],
  [
    ["align-top", AlignStartHorizontal],
    ["align-middle", AlignCenterHorizontal],
    ["align-foot", AlignEndHorizontal],
  ],
  [
    ["distribute-across", AlignHorizontalSpaceBetween],
    ["distribute-down", AlignVerticalSpaceBetween],
  ],
  [
    ["group", Group],
    ["ungroup", Ungroup],
    ["lock", Lock],
  ],
  [
    ["toFront", BringToFront],
    ["toBack", SendToBack],
  ],
]

/** Aligning, grouping, locking and stacking by button; the keyboard stays where it is. */
export function FrameButtons({ commands }: { readonly commands: readonly Command[] }) {
  return (
    <div className="frame-buttons">
      {GROUPS.map((group) => (
        <div key={group[0]![0]} role="group">
          {group.map(([id, icon]) => {
            const command = commands.find((one) => one.id === id)
            return command && <FrameButton key={id} command={command} Icon={icon} />
          })}
        </div>
      ))}
    </div>
  )
}

function FrameButton({ command, Icon }: { readonly command: Command; readonly Icon: LucideIcon }) {
  const { t } = useTranslation()
  const { off, on } = useFlags([command])[0]!
  const { id, keys, checked } = command
  const words = t(`menu.${id}`)
  return (
    <Tooltip title={keys ? `${words}  ${keysShown(keys, IS_MAC)}` : words} mouseEnterDelay={0.5}>
      <button
        type="button"
        aria-label={words}
        disabled={off}
        onMouseDown={(event) => event.preventDefault()}
        onClick={command.run}
        {...(checked ? { "aria-pressed": on } : {})}
      >
        <Icon size={16} strokeWidth={1.75} />
      </button>
    </Tooltip>
  )
}
