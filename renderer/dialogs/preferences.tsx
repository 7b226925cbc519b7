import { Form, Input, InputNumber, Modal, Select, Tabs } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Preferences } from "../../main/bridge/contract.ts"
import { closeDialog } from "../state/dialog.ts"
import { preferences, setPreferences } from "../state/preferences.ts"
import type { DialogProps } from "./dialog-props.ts"

/** The preferences (偏好设置): every change holds at once and is written down. */
export function PreferencesDialog({ means: { door } }: DialogProps) {
  const { t } = useTranslation()
  const set = useStore(preferences, (state) => state.set)
  if (!set) return null
  const change = (some: Partial<Preferences>): void => void setPreferences(some, door)
  const shown = { set, change }
  return (
    <Modal open title={t("preferences.title")} footer={null} width={600} onCancel={closeDialog}>
      <Tabs
        size="small"
        items={[
          { key: "window", label: t("preferences.window"), children: <WindowFields {...shown} /> },
          { key: "paper", label: t("preferences.paper"), children: <PaperFields {...shown} /> },
        ]}
      />
    </Modal>
  )
}

interface FieldsProps {
  readonly set: Preferences
  readonly change: (some: Partial<Preferences>) => void
}

const COLUMNS = { labelCol: { span: 7 }, wrapperCol: { span: 17 } }

function WindowFields({ set, change }: FieldsProps) {
  const { t } = useTranslation()
  const options = (field: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`preferences.${field}.${value}`) }))
  return (
    <Form {...COLUMNS}>
      <Form.Item label={t("preferences.language")} htmlFor="language">
        <Select
          id="language"
          value={set.language}
          options={[
            { value: "zh-CN", label: "简体中文" },
            { value: "en", label: "English" },
          ]}
          onChange={(language) => change({ language })}
        />
      </Form.Item>
      {(["name", "role"] as const).map((field) => (
        <Form.Item key={field} label={t(`preferences.person.${field}`)} htmlFor={`person-${field}`}>
          <Input
            id={`person-${field}`}
            maxLength={80}
            value={set.person[field]}
            onChange={(event) => change({ person: { ...set.person, [field]: event.target.value } })}
          />
        </Form.Item>
      ))}
      <Form.Item label={t("preferences.look.title")} htmlFor="look">
        <Select
          id="look"
          value={set.look}
          options={options("look", ["light", "dark", "system"])}
          onChange={(look) => change({ look })}
        />
      </Form.Item>
      <Form.Item label={t("preferences.units.title")} htmlFor="units">
        <Select
          id="units"
          value={set.units}
          options={options("units", ["zi", "mm"])}
          onChange={(units) => change({ units })}
        />
      </Form.Item>
      <Form.Item
        label={t("preferences.screenDpi")}
        extra={t("preferences.screenDpiHint")}
        htmlFor="screenDpi"
      >
        <InputNumber
          id="screenDpi"
          min={30}
          max={1000}
          placeholder="96"
          value={set.screenDpi}
          onChange={(screenDpi) => change({ screenDpi })}
        />
      </Form.Item>
    </Form>
  )
}

function PaperFields({ set, change }: FieldsProps) {
  const { t } = useTranslation()
  const fields = Object.keys(set.imprint) as (keyof Preferences["imprint"])[]
  return (
    <Form {...COLUMNS} className="imprint">
      <Form.Item label={t("imprint.paper")} htmlFor="paper">
        <Input
          id="paper"
          value={set.paper}
          onChange={(event) => change({ paper: event.target.value })}
        />
      </Form.Item>
      {fields.map((field) => (
        <Form.Item key={field} label={t(`imprint.${field}`)} htmlFor={`imprint-${field}`}>
          <Input
            id={`imprint-${field}`}
            value={set.imprint[field]}
            onChange={(event) =>
              change({ imprint: { ...set.imprint, [field]: event.target.value } })
            }
          />
        </Form.Item>
      ))}
    </Form>
  )
}
