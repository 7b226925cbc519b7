import { Dropdown, type MenuProps } from "antd"
import { Check } from "lucide-react"
import { useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { keysShown, MENUS, type Command, type MenuId } from "../commands/command.ts"
import { useFlags } from "./flags.ts"
import { IS_MAC } from "./platform.ts"

/** The menu bar: every command that the desk has, in its menu. */
export function MenuBar({ commands }: { readonly commands: readonly Command[] }) {
  const [open, setOpen] = useState<MenuId | null>(null)
  const before = useRef<Element | null>(null)
  return (
    <nav
      className="menu-bar"
      role="menubar"
      onPointerDownCapture={({ currentTarget }) => {
        const { activeElement } = document
        if (!currentTarget.contains(activeElement)) before.current = activeElement
      }}
    >
      {MENUS.map((menu) => {
        const own = commands.filter((command) => command.menu === menu)
        if (own.length === 0) return null
        return (
          <OneMenu
            key={menu}
            menu={menu}
            commands={own}
            open={open === menu}
            onOpen={(now) => setOpen(now ? menu : null)}
            onEnter={() => setOpen((known) => (known === null ? null : menu))}
            onRun={() => {
              if (before.current instanceof HTMLElement) before.current.focus()
            }}
          />
        )
      })}
    </nav>
  )
}

interface OneMenuProps {
  readonly menu: MenuId
  readonly commands: readonly Command[]
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** The pointer came over the menu's name: an open bar shows it. */
  readonly onEnter: () => void
  /** A command is about to run: the keyboard goes back to where it was. */
  readonly onRun: () => void
}

function OneMenu({ menu, commands, open, onOpen, onEnter, onRun }: OneMenuProps) {
  const { t } = useTranslation()
  const items = useMenuItems(commands)
  const run: MenuProps["onClick"] = ({ key }) => {
    onOpen(false)
    onRun()
    commands.find(({ id }) => id === key)?.run()
  }
  return (
    <Dropdown
      menu={{ items, onClick: run }}
      trigger={["click"]}
      open={open}
      onOpenChange={onOpen}
      destroyOnHidden
      overlayClassName="menu-list"
    >
      <button type="button" role="menuitem" aria-haspopup="menu" onPointerEnter={onEnter}>
        {t(`menu.${menu}`)}
      </button>
    </Dropdown>
  )
}

/** Commands as the entries of a menu, with their keys, switches and groups. */
export function useMenuItems(commands: readonly Command[]): NonNullable<MenuProps["items"]> {
  const { t } = useTranslation()
  const flags = useFlags(commands)
  return useMemo(
    () =>
      commands.flatMap((command, i) => {
        const { off, on } = flags[i]!
        const entry = {
          key: command.id,
          disabled: off,
          icon: <span className="menu-check">{on && <Check size={14} />}</span>,
          label: command.words?.() ?? t(`menu.${command.id}`),
          extra: command.keys ? keysShown(command.keys, IS_MAC) : "",
        }
        return command.group && i > 0 ? [{ type: "divider" as const }, entry] : [entry]
      }),
    [commands, flags, t],
  )
}
