import { Form, Input, Modal, type InputRef } from "antd"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { closeDialog } from "../state/dialog.ts"
import { lockedNotes, unlockNotes } from "../state/import-notes.ts"
import type { DialogProps } from "./dialog-props.ts"

/** The password of a file of comments (批注文件的密码). */
export function NotesPassword({ means }: DialogProps) {
  const { t } = useTranslation()
  const locked = useStore(lockedNotes, (state) => state.locked)
  const [password, setPassword] = useState("")
  const field = useRef<InputRef>(null)
  if (!locked) return null
  const close = (): void => {
    closeDialog()
    lockedNotes.setState({ locked: null })
  }
  const open = (): void => {
    if (password === "") return
    closeDialog()
    void unlockNotes(password, means)
  }
  return (
    <Modal
      open
      centered
      width={420}
      title={t("notesPassword.title", { file: locked.path.split(/[\\/]/).at(-1) })}
      okText={t("notesPassword.open")}
      okButtonProps={{ disabled: password === "" }}
      onOk={open}
      onCancel={close}
      afterOpenChange={(shown) => shown && field.current?.focus()}
    >
      <Form layout="vertical" onFinish={open}>
        <Form.Item
          label={t("notesPassword.field")}
          {...(locked.wrong
            ? { validateStatus: "error" as const, help: t("notesPassword.wrong") }
            : {})}
        >
          <Input.Password
            ref={field}
            value={password}
            aria-label={t("notesPassword.field")}
            onChange={({ target }) => setPassword(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
