import { Input } from "antd"
import { useEffect, useState } from "react"

/** Words that are kept when they are whole: on Enter and on leaving the field. */
export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly id?: string
  readonly className?: string
  readonly onKeep: (value: string) => void
}

/** A field for words; Escape gives back what was there. */
export function TextField({ label, value, placeholder, id, className, onKeep }: TextFieldProps) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const keep = (): void => {
    if (draft !== value) onKeep(draft)
    // What was not taken, such as a number that is in use, gives way to what holds.
    setDraft(value)
  }
  return (
    <Input
      size="small"
      aria-label={label}
      value={draft}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(id === undefined ? {} : { id })}
      {...(className === undefined ? {} : { className })}
      onChange={(event) => setDraft(event.target.value)}
      onPressEnter={keep}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || draft === value) return
        event.stopPropagation()
        setDraft(value)
      }}
    />
  )
}
