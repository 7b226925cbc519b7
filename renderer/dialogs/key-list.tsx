import { Modal } from "antd"
import { useTranslation } from "react-i18next"
import { IS_MAC } from "../app/platform.ts"
import { keysShown, MENUS } from "../commands/command.ts"
import { closeDialog } from "../state/dialog.ts"
import "../style/about.css"
import type { DialogProps } from "./dialog-props.ts"

/** Every key of the desk, by menu (快捷键). */
export function KeyList({ commands }: DialogProps) {
  const { t } = useTranslation()
  return (
    <Modal open title={t("menu.keyList")} width={680} footer={null} onCancel={closeDialog}>
      <div className="key-list">
        {MENUS.map((menu) => {
          const own = commands.filter((command) => command.menu === menu && command.keys !== null)
          if (own.length === 0) return null
          return (
            <section key={menu}>
              <h3>{t(`menu.${menu}`)}</h3>
              <dl>
                {own.map(({ id, keys }) => (
                  <div key={id} style={{ display: "contents" }}>
                    <dt>{t(`menu.${id}`)}</dt>
                    <dd>{keysShown(keys!, IS_MAC)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Modal>
  )
}
