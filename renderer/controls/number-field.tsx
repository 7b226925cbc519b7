import { InputNumber } from "antd"
import { useEffect, useState } from "react"

/** A number that is kept when it is whole: on Enter, on leaving the field, and at every step. */
export interface NumberFieldProps {
  readonly label: string
  /** Null shows nothing: several values. */
  readonly value: number | null
  readonly least: number
  readonly most: number
  readonly step?: number
  readonly suffix?: string
  readonly disabled?: boolean
  readonly onKeep: (value: number) => void
}

/** A field for a number; what is typed half-way changes nothing. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, least, most, step = 1, suffix, disabled = false, onKeep } = props
  const [draft, setDraft] = useState<number | null>(value)
  useEffect(() => setDraft(value), [value])
  const keep = (wanted: number | null): void => {
    if (wanted === null || wanted === value) setDraft(value)
    else onKeep(Math.min(most, Math.max(least, wanted)))
  }
  return (
    <label className="number-field">
      <span>{label}</span>
      <InputNumber
        size="small"
        value={draft}
        min={least}
        max={most}
        step={step}
        disabled={disabled}
        {...(suffix === undefined ? {} : { suffix })}
        onChange={setDraft}
        onStep={keep}
        onPressEnter={() => keep(draft)}
        onBlur={() => keep(draft)}
      />
    </label>
  )
}
