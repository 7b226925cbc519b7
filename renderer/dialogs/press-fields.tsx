import { Button, Checkbox, Form, Input, InputNumber, Radio, Select, Space, Tooltip } from "antd"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ConditionEntry, Door } from "../../main/bridge/contract.ts"
import { conditionOptions } from "../state/conditions.ts"
import { conditionNotes, type ExportWish } from "../state/export.ts"
import { tell } from "../state/means.ts"
import { OwnCondition } from "./own-condition.tsx"

interface PressProps {
  readonly wish: ExportWish
  readonly change: (some: Partial<ExportWish>) => void
  readonly door: Door
  readonly conditions: readonly ConditionEntry[]
  readonly reload: () => void
}

/** What a PDF is made to: standard, printing condition, colours of the pictures. */
export function PressFields(props: PressProps) {
  const { wish, change, conditions } = props
  const { t } = useTranslation()
  const wrong = conditionNotes(wish, conditions)
  return (
    <>
      <Form.Item label={t("press.standard")}>
        <Radio.Group
          value={wish.standard}
          onChange={({ target }) => change({ standard: target.value })}
        >
          <Radio value="proof">{t("press.proof")}</Radio>
          <Radio value="x1a">PDF/X-1a:2003</Radio>
          <Radio value="x4">PDF/X-4</Radio>
        </Radio.Group>
      </Form.Item>
      {wish.standard !== "proof" && (
        <Form.Item
          label={t("press.condition")}
          htmlFor="export-condition"
          {...(wrong === null ? {} : { validateStatus: "error", help: t(wrong) })}
        >
          <ConditionChoice {...props} />
        </Form.Item>
      )}
      <Form.Item label={t("export.pictures")}>
        <Radio.Group
          value={wish.plates}
          onChange={({ target }) => change({ plates: target.value })}
        >
          <Radio value="colour">{t("press.colour")}</Radio>
          <Radio value="print">{t("press.black")}</Radio>
        </Radio.Group>
        <Tooltip title={t("press.qualityHint")}>
          <InputNumber
            className="export-quality"
            aria-label={t("press.quality")}
            prefix={t("press.quality")}
            min={1}
            max={100}
            value={wish.quality}
            onChange={(quality) => quality !== null && change({ quality: Math.round(quality) })}
          />
        </Tooltip>
      </Form.Item>
    </>
  )
}

/** The condition, and the ways to add one of one's own and to remove it. */
function ConditionChoice({ wish, change, door, conditions, reload }: PressProps) {
  const { t, i18n } = useTranslation()
  const [adding, setAdding] = useState(false)
  const chosen = conditions.find(({ id }) => id === wish.condition)
  const remove = async (): Promise<void> => {
    const answer = await door.call("removeCondition", wish.condition)
    if (!answer.ok) return tell(answer.say, true)
    change({ condition: conditions[0]!.id })
    reload()
  }
  return (
    <Space.Compact block>
      <Select
        id="export-condition"
        value={wish.condition}
        options={conditionOptions(conditions, i18n.language)}
        onChange={(condition) => change({ condition })}
      />
      {chosen?.shipped === false && (
        <Button onClick={() => void remove()}>{t("press.remove")}</Button>
      )}
      <Button onClick={() => setAdding(true)}>{t("press.add")}</Button>
      {adding && (
        <OwnCondition
          door={door}
          onDone={(id) => {
            setAdding(false)
            if (id === null) return
            reload()
            change({ condition: id })
          }}
        />
      )}
    </Space.Compact>
  )
}

/** What stands round the page: bleed, spreads. */
export function SheetFields({ wish, change }: Pick<PressProps, "wish" | "change">) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item label={t("press.bleed")} htmlFor="export-bleed">
        <InputNumber
          id="export-bleed"
          min={0}
          max={30}
          step={0.5}
          placeholder={t("press.ownBleed")}
          value={wish.bleed}
          suffix="mm"
          onChange={(bleed) => change({ bleed })}
        />
        <Checkbox
          className="export-spreads"
          checked={wish.spreads}
          onChange={({ target }) => change({ spreads: target.checked })}
        >
          {t("press.spreads")}
        </Checkbox>
      </Form.Item>
    </>
  )
}

/** How far the pages are and the proof's number: in the slug line, in a proof's head, in names. */
export function SlugFields({ wish, change }: Pick<PressProps, "wish" | "change">) {
  const { t } = useTranslation()
  const proof = wish.as !== "pages"
  return (
    <Form.Item
      label={t(proof ? "press.head" : "press.slug")}
      extra={proof ? "" : t("press.slugHint")}
    >
      <Space.Compact block>
        <Input
          aria-label={t("press.state")}
          placeholder={t("press.state")}
          maxLength={50}
          value={wish.state}
          onChange={({ target }) => change({ state: target.value })}
        />
        <Input
          aria-label={t("press.number")}
          placeholder={t("press.number")}
          maxLength={50}
          value={wish.proof}
          onChange={({ target }) => change({ proof: target.value })}
        />
      </Space.Compact>
    </Form.Item>
  )
}
