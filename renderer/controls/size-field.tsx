import { AutoComplete } from "antd"
import { useEffect, useState } from "react"
import { TYPE_SIZES } from "../../layouts/type-sizes.ts"
import { readSize, shownSize } from "../text/sizes.ts"

export interface SizeFieldProps {
  readonly label: string
  /** pt; null shows nothing: several sizes, or none of its own. */
  readonly value: number | null
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly onKeep: (size: number) => void
}

/** A field for a type size (字号): by its name in the trade, or in points. */
export function SizeField({ label, value, placeholder, disabled, onKeep }: SizeFieldProps) {
  const [draft, setDraft] = useState(shownSize(value))
  useEffect(() => setDraft(shownSize(value)), [value])
  const keep = (words: string): void => {
    const size = readSize(words)
    if (size === null || size === value) setDraft(shownSize(value))
    else onKeep(size)
  }
  return (
    <label className="number-field">
      <span>{label}</span>
      <AutoComplete
        size="small"
        value={draft}
        disabled={disabled ?? false}
        placeholder={placeholder}
        aria-label={label}
        options={TYPE_SIZES.map(({ size }) => ({ value: shownSize(size) }))}
        popupMatchSelectWidth={120}
        onChange={(words: string) => setDraft(words)}
        onSelect={(words: string) => keep(words)}
        onBlur={() => keep(draft)}
        onKeyDown={(event) => {
          if (event.key === "Enter") keep(draft)
        }}
      />
    </label>
  )
}
