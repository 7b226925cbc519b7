import { Input } from "antd"
import { useState, type ReactNode } from "react"

interface RowFieldProps {
  readonly icon: ReactNode
  readonly label: string
  /** What keys of the list find it by. */
  readonly name: string
  /** Without a word Enter does nothing. */
  readonly needed?: boolean
  readonly onSay: (say: string) => void
}

/** Characters that are taken at most. */
const MOST = 2000

/** A field in the row of a list: Enter says what stands in it, Enter and Esc go back to the list. */
export function RowField({ icon, label, name, needed = false, onSay }: RowFieldProps) {
  const [say, setSay] = useState("")
  return (
    <Input
      size="small"
      prefix={icon}
      value={say}
      maxLength={MOST}
      data-say={name}
      aria-label={label}
      placeholder={label}
      onChange={(event) => setSay(event.target.value)}
      onKeyDown={(event) => {
        // 229: the key went to an input method.
        if (event.nativeEvent.isComposing || event.keyCode === 229) return
        if (event.key === "Escape") toList(event.currentTarget)
      }}
      onPressEnter={(event) => {
        if (event.nativeEvent.isComposing || (needed && say.trim() === "")) return
        toList(event.currentTarget)
        setSay("")
        onSay(say)
      }}
    />
  )
}

function toList(field: HTMLElement): void {
  field.closest<HTMLElement>("[role=listbox]")?.focus()
}
