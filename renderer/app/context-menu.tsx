import { Dropdown, type MenuProps } from "antd"
import type { ReactElement } from "react"
import type { Command } from "../commands/command.ts"
import { useMenuItems } from "./menu-bar.tsx"

/** What a context menu is made of. */
export interface ContextMenuProps {
  readonly commands: readonly Command[]
  /** The element that opens it on a right click, or on the keyboard's menu key. */
  readonly children: ReactElement
}

/** A menu without room at the pointer goes to its other side, or is pushed into the window. */
const IN_WINDOW = { adjustX: 1, adjustY: 1, shiftX: true, shiftY: true } as const

/** No gap between the pointer and the menu: one pushed into the window would stand out by it. */
const AT_POINTER = { offset: [0, 0] }

/** Commands at the pointer: the same that the menu bar has. */
export function ContextMenu({ commands, children }: ContextMenuProps) {
  const items = useMenuItems(commands)
  const run: MenuProps["onClick"] = ({ key }) => commands.find(({ id }) => id === key)?.run()
  return (
    <Dropdown
      menu={{ items, onClick: run }}
      trigger={["contextMenu"]}
      autoAdjustOverflow={IN_WINDOW}
      align={AT_POINTER}
      destroyOnHidden
      overlayClassName="menu-list"
    >
      {children}
    </Dropdown>
  )
}
