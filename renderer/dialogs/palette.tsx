import { Command as Finder } from "cmdk"
import { useTranslation } from "react-i18next"
import { keysShown, type Command } from "../commands/command.ts"
import { IS_MAC } from "../app/platform.ts"
import { closeDialog } from "../state/dialog.ts"
import "../style/palette.css"

/** The command palette (查找命令): every command by name. */
export function Palette({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const run = (command: Command): void => {
    closeDialog()
    command.run()
  }
  return (
    <Finder.Dialog
      open
      label={t("palette.title")}
      overlayClassName="palette-cover"
      contentClassName="palette"
      onOpenChange={(open) => !open && closeDialog()}
    >
      <Finder.Input placeholder={t("palette.title")} />
      <Finder.List>
        <Finder.Empty>{t("palette.none")}</Finder.Empty>
        {commands
          .filter(({ id, enabled }) => id !== "palette" && enabled?.() !== false)
          .map((command) => (
            <Finder.Item
              key={command.id}
              value={command.id}
              keywords={[command.words?.() ?? t(`menu.${command.id}`), t(`menu.${command.menu}`)]}
              onSelect={() => run(command)}
            >
              <span className="quiet">{t(`menu.${command.menu}`)}</span>
              <span>{command.words?.() ?? t(`menu.${command.id}`)}</span>
              {command.keys && <kbd>{keysShown(command.keys, IS_MAC)}</kbd>}
            </Finder.Item>
          ))}
      </Finder.List>
    </Finder.Dialog>
  )
}
