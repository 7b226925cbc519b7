import { Select } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { inkNamed } from "../../layouts/draw/list-inks.ts"
import { HOUSE_INKS, type IssueInks } from "../../layouts/issue/ink.ts"
import { desk } from "../state/desk.ts"
import { InkSwatch } from "./ink-swatch.tsx"

/** What stands for no ink of one's own in the list. */
const NONE = ""

export interface InkChoiceProps {
  readonly label: string
  /** Name of the ink; null for none of its own; undefined where there are several. */
  readonly value: string | null | undefined
  /** What none of its own is called; absent where an ink must be named. */
  readonly none?: string
  readonly onChange: (ink: string | null) => void
}

/** A choice among the inks of the issue: black, paper, and those of its table. */
export function InkChoice({ label, value, none, onChange }: InkChoiceProps) {
  const { t } = useTranslation()
  const inks = useStore(desk, (state) => state.issue?.inks) ?? NO_INKS
  const names = [...HOUSE_INKS, ...Object.keys(inks)]
  const gone = value && !names.includes(value) ? [value] : []
  const options = [...names, ...gone].map((name) => ({
    value: name,
    label: <InkName name={name} inks={inks} />,
    words: inkWords(name, t),
  }))
  return (
    <label className="frame-row">
      <span>{label}</span>
      <Select
        size="small"
        value={value === null ? NONE : (value ?? null)}
        aria-label={label}
        placeholder={t("styles.various")}
        options={
          none === undefined ? options : [{ value: NONE, label: none, words: none }, ...options]
        }
        showSearch={{ optionFilterProp: "words" }}
        onChange={(name: string) => onChange(name === NONE ? null : name)}
      />
    </label>
  )
}

const NO_INKS: IssueInks = {}

/** An ink's swatch and its name. */
export function InkName({ name, inks }: { readonly name: string; readonly inks: IssueInks }) {
  const { t } = useTranslation()
  const { cmyk, spot } = inkNamed(name, inks)
  return (
    <span className="ink-choice">
      <InkSwatch cmyk={name === "paper" ? PAPER : cmyk} spot={spot !== undefined} />
      {inkWords(name, t)}
    </span>
  )
}

const PAPER = [0, 0, 0, 0] as const

function inkWords(name: string, t: (key: string) => string): string {
  return HOUSE_INKS.some((known) => known === name) ? t(`inks.${name}`) : name
}
