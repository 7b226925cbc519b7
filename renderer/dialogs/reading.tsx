import { Button, Form, Input, Modal } from "antd"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { giveReading, lookSelected, selectedCharacters } from "../app/beside-deeds.ts"
import { closeDialog } from "../state/dialog.ts"

/** Asks for the reading over the selected characters (注音). */
export function Reading() {
  const { t } = useTranslation()
  const [text] = useState(selectedCharacters)
  const [before] = useState(() => lookSelected().ruby ?? "")
  const [reading, setReading] = useState(before)
  const give = (words: string): void => {
    giveReading(words)
    closeDialog()
  }
  return (
    <Modal
      open
      title={t("reading.title")}
      width={360}
      onCancel={closeDialog}
      footer={[
        before !== "" && (
          <Button key="none" onClick={() => give("")}>
            {t("reading.none")}
          </Button>
        ),
        <Button
          key="set"
          type="primary"
          disabled={reading.trim() === ""}
          onClick={() => give(reading)}
        >
          {t("reading.set")}
        </Button>,
      ]}
    >
      <Form layout="vertical">
        <Form.Item label={t("reading.text", { text })} htmlFor="reading" extra={t("reading.each")}>
          <Input
            id="reading"
            autoFocus
            value={reading}
            maxLength={80}
            placeholder={t("reading.example")}
            onChange={(event) => setReading(event.target.value)}
            onPressEnter={() => reading.trim() !== "" && give(reading)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
