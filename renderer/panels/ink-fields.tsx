import { Button, Checkbox, Segmented, Select } from "antd"
import { Trash2 } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { removeInk } from "../../layouts/edits/remove-ink.ts"
import { renameInk } from "../../layouts/edits/rename-ink.ts"
import { setInk } from "../../layouts/edits/set-ink.ts"
import { inkUses } from "../../layouts/issue/ink-uses.ts"
import {
  HOUSE_INKS,
  inkIn,
  type Cmyk,
  type IssueInk,
  type IssueInks,
} from "../../layouts/issue/ink.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { ChoiceField } from "../controls/choice-field.tsx"
import { InkName } from "../controls/ink-choice.tsx"
import { NumberField } from "../controls/number-field.tsx"
import { TextField } from "../controls/text-field.tsx"
import { perform } from "../state/actions.ts"

const KINDS = ["process", "spot", "tint"] as const
const PLATES = ["C", "M", "Y", "K"] as const

interface InkFieldsProps {
  readonly name: string
  readonly ink: IssueInk
  readonly inks: IssueInks
  readonly onRenamed: (name: string) => void
}

/** Name, kind and values of an ink. */
export function InkFields({ name, ink, inks, onRenamed }: InkFieldsProps) {
  const { t } = useTranslation()
  const bases = basesFor(name, inks)
  const rename = (to: string): void => {
    perform(renameInk(name, to.trim()))
    onRenamed(to.trim())
  }
  const become = (kind: IssueInk["kind"]): void => {
    const cmyk = ink.kind === "tint" ? cmykOf(ink.of, inks) : ink.cmyk
    if (kind === "process") perform(setInk(name, { kind, cmyk }))
    if (kind === "spot") perform(setInk(name, { kind, cmyk, overprint: false }))
    if (kind === "tint") perform(setInk(name, { kind, of: bases[0]!, strength: 0.5 }))
  }
  return (
    <>
      <label className="frame-row">
        <span>{t("inks.name")}</span>
        <TextField label={t("inks.name")} value={name} onKeep={rename} />
      </label>
      <div className="frame-row">
        <span>{t("inks.what")}</span>
        <Segmented
          size="small"
          value={ink.kind}
          options={KINDS.map((value) => ({
            value,
            label: t(`inks.kind.${value}`),
            disabled: value === "tint" && ink.kind !== "tint" && bases.length === 0,
          }))}
          onChange={become}
        />
      </div>
      {ink.kind === "tint" ? (
        <TintFields {...{ name, ink, inks, bases }} />
      ) : (
        <ShareFields name={name} ink={ink} />
      )}
    </>
  )
}

/** Shares of the four plates; of a spot, what stands in for it, and whether it prints over. */
function ShareFields({ name, ink }: Pick<InkFieldsProps, "name"> & { readonly ink: Solid }) {
  const { t } = useTranslation()
  return (
    <>
      {ink.kind === "spot" && <p className="quiet">{t("inks.alternate")}</p>}
      <div className="frame-fields">
        {PLATES.map((plate, i) => (
          <NumberField
            key={plate}
            label={plate}
            value={Math.round(ink.cmyk[i]! * 1000) / 10}
            least={0}
            most={100}
            step={5}
            suffix="%"
            onKeep={(percent) => {
              const cmyk = ink.cmyk.with(i, percent / 100) as unknown as Cmyk
              perform(setInk(name, { ...ink, cmyk }))
            }}
          />
        ))}
      </div>
      {ink.kind === "spot" && (
        <Checkbox
          checked={ink.overprint}
          onChange={({ target }) => perform(setInk(name, { ...ink, overprint: target.checked }))}
        >
          {t("inks.overprint")}
        </Checkbox>
      )}
    </>
  )
}

type Solid = Exclude<IssueInk, { readonly kind: "tint" }>

interface TintProps extends Pick<InkFieldsProps, "name" | "inks"> {
  readonly ink: Extract<IssueInk, { readonly kind: "tint" }>
  readonly bases: readonly string[]
}

/** The ink that a tint is of, and how strong it is. */
function TintFields({ name, ink, inks, bases }: TintProps) {
  const { t } = useTranslation()
  return (
    <div className="frame-fields">
      <ChoiceField
        label={t("inks.of")}
        value={ink.of}
        options={bases.map((base) => ({
          value: base,
          label: <InkName name={base} inks={inks} />,
        }))}
        onChange={(of) => perform(setInk(name, { ...ink, of }))}
      />
      <NumberField
        label={t("inks.strength")}
        value={Math.round(ink.strength * 100)}
        least={1}
        most={100}
        step={5}
        suffix="%"
        onKeep={(percent) => perform(setInk(name, { ...ink, strength: percent / 100 }))}
      />
    </div>
  )
}

interface RemoveProps {
  readonly issue: Issue
  readonly name: string
}

/** Removes an ink; one that is in use asks what takes its place. */
export function RemoveInk({ issue, name }: RemoveProps) {
  const { t } = useTranslation()
  const { inks = {} } = issue
  const uses = inkUses(issue, name)
  const tinted = Object.values(inks).some((one) => one.kind === "tint" && one.of === name)
  const others = tinted ? basesFor(name, inks) : placesFor(name, inks)
  const [by, setBy] = useState<string | null>(null)
  const known = by !== null && others.includes(by) ? by : null
  return (
    <div className="inks-foot">
      {uses > 0 && (
        <>
          <span className="quiet">{t("inks.uses", { count: uses })}</span>
          <Select
            size="small"
            value={known}
            placeholder={t("inks.by")}
            aria-label={t("inks.by")}
            options={others.map((one) => ({
              value: one,
              label: <InkName name={one} inks={inks} />,
            }))}
            onChange={setBy}
          />
        </>
      )}
      <Button
        size="small"
        icon={<Trash2 size={14} />}
        disabled={uses > 0 && known === null}
        onClick={() => perform(removeInk(name, known))}
      >
        {t("inks.remove")}
      </Button>
    </div>
  )
}

/** Inks that a tint can be of: those of the table that are no tints, without the one itself. */
function basesFor(name: string, inks: IssueInks): readonly string[] {
  return Object.entries(inks).flatMap(([one, { kind }]) =>
    one !== name && kind !== "tint" ? [one] : [],
  )
}

/** Inks that can take the place of one that has no tints. */
function placesFor(name: string, inks: IssueInks): readonly string[] {
  return [...HOUSE_INKS, ...Object.keys(inks).filter((one) => one !== name)]
}

function cmykOf(name: string, inks: IssueInks): Cmyk {
  const base = inkIn(inks, name)
  return base && base.kind !== "tint" ? base.cmyk : [0, 0, 0, 1]
}
