import { DatePicker, Form, Input, Modal } from "antd"
import dayjs from "dayjs"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { closeDialog } from "../state/dialog.ts"
import { newIssue } from "../state/paper.ts"
import { preferences } from "../state/preferences.ts"
import type { DialogProps } from "./dialog-props.ts"

/** Asks for paper and date of a new issue (新建期). */
export function NewIssue({ means }: DialogProps) {
  const { t } = useTranslation()
  const [paper, setPaper] = useState(preferences.getState().set?.paper ?? "")
  const [day, setDay] = useState(() => dayjs().add(1, "day"))
  const make = (): void => {
    closeDialog()
    const date = { year: day.year(), month: day.month() + 1, day: day.date() }
    void newIssue({ name: paper.trim(), imprint: null }, date, means)
  }
  return (
    <Modal
      open
      title={t("newIssue.title")}
      width={440}
      okText={t("newIssue.make")}
      okButtonProps={{ disabled: paper.trim() === "" }}
      onOk={make}
      onCancel={closeDialog}
    >
      <Form labelCol={{ span: 6 }}>
        <Form.Item label={t("imprint.paper")} htmlFor="new-paper">
          <Input
            id="new-paper"
            autoFocus
            value={paper}
            onChange={(event) => setPaper(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("newIssue.date")} htmlFor="new-date">
          <DatePicker
            id="new-date"
            allowClear={false}
            value={day}
            onChange={(next) => next && setDay(next)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
