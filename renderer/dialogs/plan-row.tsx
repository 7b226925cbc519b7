import type { ReactNode } from "react"

/** A field of the page plan with its name. */
export interface PlanRowProps {
  readonly id: string
  readonly label: string
  readonly children: ReactNode
}

export function PlanRow({ id, label, children }: PlanRowProps) {
  return (
    <div className="plan-row">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}

/** A word as furniture can print it: in one line, without braces. */
export function soundWord(word: string): string {
  return word.replaceAll(/[{}\p{Cc}]/gu, "").trim()
}
