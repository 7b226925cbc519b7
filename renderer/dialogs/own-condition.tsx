import { Button, Checkbox, Form, Input, InputNumber, Modal, Space } from "antd"
import i18next from "i18next"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Answer, Calls, Door } from "../../main/bridge/contract.ts"
import { chooseFiles } from "../state/choose-files.ts"
import "../style/export.css"

type Condition = Parameters<Calls["keepCondition"]>[0]
type Say = Extract<Answer<never>, { ok: false }>["say"]

const COLUMNS = { labelCol: { span: 7 }, wrapperCol: { span: 17 } }

/** A condition that nothing is known of yet, with a newspaper's limits. */
const BLANK: Condition = {
  ...{ id: "", name: { zh: "", en: "" }, identifier: "", note: "", registered: false },
  ...{ profile: null, inkLimit: 230, gain: 26, thinnest: 0.2835 },
  resolution: { error: 120, warn: 150, most: 300 },
}

interface OwnProps {
  readonly door: Door
  /** The id of what was kept; null when it was given up. */
  readonly onDone: (id: string | null) => void
}

/** Asks for a printing condition of one's own (自建印刷条件): a press's ICC, its name, its limits. */
export function OwnCondition({ door, onDone }: OwnProps) {
  const { t, i18n } = useTranslation()
  const [condition, setCondition] = useState(BLANK)
  const [fault, setFault] = useState<Say | null>(null)
  const change = (some: Partial<Condition>): void => setCondition((now) => ({ ...now, ...some }))
  const read = async (): Promise<void> => {
    const answer = await readChosen(door)
    if (answer === null) return
    setFault(answer.ok ? null : answer.say)
    if (answer.ok) setCondition(answer.value)
  }
  const keep = async (): Promise<void> => {
    const whole = filled(condition)
    const answer = await door.call("keepCondition", whole)
    if (answer.ok) onDone(whole.id)
    else setFault(answer.say)
  }
  const { name, identifier, profile, registered } = condition
  const ready = name.zh.trim() !== "" && /^[\x20-\x7e]+$/.test(identifier.trim())
  return (
    <Modal
      open
      title={t("press.ownTitle")}
      width={480}
      okText={t("press.keep")}
      okButtonProps={{ disabled: !ready || (profile === null && !registered) }}
      onOk={() => void keep()}
      onCancel={() => onDone(null)}
    >
      <Form {...COLUMNS} className="export">
        <Form.Item
          label={t("press.profile")}
          {...(fault
            ? { validateStatus: "error", help: i18n.language === "en" ? fault.en : fault.zh }
            : {})}
        >
          <Space.Compact block>
            <Input aria-label={t("press.profile")} readOnly value={profile ?? ""} />
            <Button onClick={() => void read()}>{t("export.choose")}</Button>
          </Space.Compact>
          <Checkbox
            checked={registered}
            onChange={({ target }) => change({ registered: target.checked })}
          >
            {t("press.registered")}
          </Checkbox>
        </Form.Item>
        <NameFields condition={condition} change={change} />
        <LimitFields condition={condition} change={change} />
      </Form>
    </Modal>
  )
}

interface FieldsProps {
  readonly condition: Condition
  readonly change: (some: Partial<Condition>) => void
}

function NameFields({ condition: { name, identifier }, change }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item label={t("press.name")} htmlFor="condition-name">
        <Input
          id="condition-name"
          maxLength={100}
          value={name.zh}
          onChange={({ target }) => change({ name: { zh: target.value, en: target.value } })}
        />
      </Form.Item>
      <Form.Item label={t("press.identifier")} htmlFor="condition-identifier">
        <Input
          id="condition-identifier"
          maxLength={200}
          value={identifier}
          onChange={({ target }) => change({ identifier: target.value })}
        />
      </Form.Item>
    </>
  )
}

function LimitFields({ condition, change }: FieldsProps) {
  const { t } = useTranslation()
  const { inkLimit, gain, thinnest, resolution } = condition
  const limit = (level: keyof Condition["resolution"], most: number) => (
    <InputNumber
      aria-label={t(`press.resolution.${level}`)}
      prefix={t(`press.resolution.${level}`)}
      min={30}
      max={most}
      value={resolution[level]}
      onChange={(ppi) => ppi !== null && change({ resolution: { ...resolution, [level]: ppi } })}
    />
  )
  return (
    <>
      <Form.Item label={t("press.inkLimit")}>
        <Space.Compact block>
          <InputNumber
            aria-label={t("press.inkLimit")}
            min={100}
            max={400}
            suffix="%"
            value={inkLimit}
            onChange={(value) => value !== null && change({ inkLimit: value })}
          />
          <InputNumber
            className="condition-gain"
            aria-label={t("press.gain")}
            prefix={t("press.gain")}
            min={0}
            max={60}
            suffix="%"
            value={gain}
            onChange={(value) => value !== null && change({ gain: value })}
          />
        </Space.Compact>
      </Form.Item>
      <Form.Item label={t("press.thinnest")} htmlFor="condition-thinnest">
        <InputNumber
          id="condition-thinnest"
          min={0.05}
          max={5}
          step={0.05}
          suffix="pt"
          value={thinnest}
          onChange={(value) => value !== null && change({ thinnest: value })}
        />
      </Form.Item>
      <Form.Item label={t("press.resolution.title")}>
        <Space.Compact block>
          {limit("error", 600)}
          {limit("warn", 600)}
          {limit("most", 2400)}
        </Space.Compact>
      </Form.Item>
    </>
  )
}

/** What a file says that the person chooses; null when none was chosen. */
async function readChosen(door: Door): Promise<Answer<Condition> | null> {
  const title = i18next.t("press.profile")
  const endings = ["icc", "icm", "json"]
  const ask = { title, save: false, folder: false, many: false, endings, name: "" }
  const [path] = await chooseFiles(door, ask)
  return path === undefined ? null : door.call("readCondition", path)
}

/** A condition as it is kept: its words trimmed, its id and note from its identifier where they are blank. */
function filled(condition: Condition): Condition {
  const identifier = condition.identifier.trim()
  const name = { zh: condition.name.zh.trim(), en: condition.name.en.trim() }
  const id =
    condition.id ||
    identifier
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
  return { ...condition, id, name, identifier, note: condition.note.trim() || identifier }
}
