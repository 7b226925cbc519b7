import { Segmented } from "antd"
import { AlignCenter, AlignJustify, AlignLeft, AlignRight, type LucideIcon } from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { ParagraphStyle } from "../../layouts/issue/style.ts"
import type { MarkWidths, ParagraphLook } from "../../layouts/issue/text-look.ts"
import { ChoiceField } from "../controls/choice-field.tsx"
import { NumberField } from "../controls/number-field.tsx"

const ALIGNMENTS: readonly (readonly [ParagraphStyle["align"], LucideIcon])[] = [
  ["justify", AlignJustify],
  ["left", AlignLeft],
  ["center", AlignCenter],
  ["right", AlignRight],
]

interface SectionProps {
  readonly title: string
  readonly beside?: string
  readonly end?: ReactNode
  readonly children: ReactNode
}

/** A part of the panel under its name. */
export function Section({ title, beside, end, children }: SectionProps) {
  return (
    <section className="styles-part">
      <h3>
        {title}
        {beside !== undefined && <span className="quiet">{beside}</span>}
        {end}
      </h3>
      {children}
    </section>
  )
}

interface AlignRowProps {
  readonly value: ParagraphStyle["align"] | null
  readonly onChange: (align: ParagraphStyle["align"]) => void
}

/** The four ways in which lines stand in their measure. */
export function AlignRow({ value, onChange }: AlignRowProps) {
  const { t } = useTranslation()
  return (
    <div className="frame-row">
      <span>{t("styles.align")}</span>
      <Segmented
        size="small"
        value={value ?? ""}
        options={ALIGNMENTS.map(([align, Icon]) => ({
          value: align,
          title: t(`styles.alignment.${align}`),
          icon: <Icon size={16} aria-label={t(`styles.alignment.${align}`)} />,
        }))}
        onChange={(align) => onChange(align as ParagraphStyle["align"])}
      />
    </div>
  )
}

interface IndentFieldProps {
  /** In 字; null where there are several. */
  readonly value: number | null
  readonly onKeep: (indent: number) => void
}

/** How far the first line of a paragraph stands in. */
export function IndentField({ value, onKeep }: IndentFieldProps) {
  const { t } = useTranslation()
  return (
    <NumberField
      label={t("styles.indent")}
      value={value}
      least={0}
      most={20}
      step={0.5}
      suffix={t("styles.zi")}
      onKeep={onKeep}
    />
  )
}

interface DivisionFieldProps {
  /** Null where there are several. */
  readonly value: "hyphen" | "none" | null
  readonly onChange: (division: "hyphen" | "none") => void
}

/** Whether Latin words may be divided at line ends. */
export function DivisionField({ value, onChange }: DivisionFieldProps) {
  const { t } = useTranslation()
  return (
    <ChoiceField
      label={t("styles.division")}
      value={value}
      options={(["hyphen", "none"] as const).map((each) => ({
        value: each,
        label: t(`styles.divisions.${each}`),
      }))}
      onChange={onChange}
    />
  )
}

interface ReadingsFieldProps {
  /** Null where there are several. */
  readonly value: "gap" | "open" | null
  readonly onChange: (readings: "gap" | "open") => void
}

/** Whether lines with readings have half a line more above them. */
export function ReadingsField({ value, onChange }: ReadingsFieldProps) {
  const { t } = useTranslation()
  return (
    <ChoiceField
      label={t("styles.readings")}
      value={value}
      options={(["gap", "open"] as const).map((each) => ({
        value: each,
        label: t(`styles.readingRooms.${each}`),
      }))}
      onChange={onChange}
    />
  )
}

const WIDTHS = ["usual", "kaiming", "half", "whole", "edges", "cct", "grid"] as const

const LEVELS = ["none", "loose", "basic", "gb", "strict"] as const

interface MarkFieldsProps {
  /** Null where there are several. */
  readonly marks: MarkWidths | null
  readonly level: ParagraphStyle["level"] | null
  readonly onChange: (change: Pick<ParagraphLook, "marks" | "level">) => void
}

/** How wide marks are, and how strictly they keep off the edges of lines. */
export function MarkFields({ marks, level, onChange }: MarkFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <ChoiceField
        label={t("styles.marks")}
        value={marks}
        options={WIDTHS.map((each) => ({ value: each, label: t(`styles.markWidths.${each}`) }))}
        onChange={(each: MarkWidths) => onChange({ marks: each })}
      />
      <ChoiceField
        label={t("styles.level")}
        value={level}
        options={LEVELS.map((each) => ({ value: each, label: t(`styles.levels.${each}`) }))}
        onChange={(each: ParagraphStyle["level"]) => onChange({ level: each })}
      />
    </>
  )
}
