import { Select } from "antd"
import type { ReactNode } from "react"

export interface ChoiceFieldProps<V extends string | number> {
  readonly label: string
  /** Null shows the placeholder: several values. */
  readonly value: V | null
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[]
  /** A row of the panel by itself, or one of several narrow fields. */
  readonly shape?: "row" | "narrow"
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly onChange: (value: V) => void
}

/** A list to choose one value from, with its label before it. */
export function ChoiceField<V extends string | number>(props: ChoiceFieldProps<V>) {
  const { label, value, options, shape = "narrow", disabled = false, onChange } = props
  return (
    <label className={shape === "row" ? "frame-row" : "number-field"}>
      <span>{label}</span>
      <Select<V>
        size="small"
        value={value}
        disabled={disabled}
        placeholder={props.placeholder}
        aria-label={label}
        options={[...options]}
        onChange={onChange}
      />
    </label>
  )
}
