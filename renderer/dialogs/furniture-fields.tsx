import { Button, Dropdown, Input, Segmented } from "antd"
import { AlignCenter, AlignLeft, AlignRight, Braces } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Furniture, Grid } from "../../layouts/issue/page.ts"
import { bracedWords, PLACEHOLDERS, type Answers } from "../../layouts/templates/placeholders.ts"
import { pt } from "../../layouts/units.ts"
import { InkChoice } from "../controls/ink-choice.tsx"
import { ChoiceField } from "../controls/choice-field.tsx"
import { NumberField } from "../controls/number-field.tsx"
import { desk } from "../state/desk.ts"
import { placedAt, placeOf } from "./furniture-draft.ts"

type Words = Furniture & { readonly kind: "text" }

const FAMILIES = ["song", "hei", "kai", "fang"] as const

/** What of a piece of furniture can be changed. */
export interface FurnitureFieldsProps<P extends Furniture = Furniture> {
  readonly piece: P
  readonly grid: Grid
  /** What the page's placeholders are answered with. */
  readonly answers: Answers
  readonly onChange: (piece: Furniture) => void
}

/** The fields of a piece: its words and type, or its weight, and where it stands. */
export function FurnitureFields({ piece, grid, answers, onChange }: FurnitureFieldsProps) {
  const { t } = useTranslation()
  const { x, y } = placeOf(piece, grid)
  const weigh = (width: number): void =>
    onChange(
      piece.kind === "rule"
        ? { ...piece, width: pt(width) }
        : { ...(piece as Furniture & { kind: "box" }), rule: pt(width) },
    )
  return (
    <div className="piece-fields">
      {piece.kind === "text" ? (
        <WordFields {...{ piece, grid, answers, onChange }} />
      ) : (
        <NumberField
          label={t("furniture.weight")}
          value={piece.kind === "rule" ? piece.width : piece.rule}
          least={0.3}
          most={20}
          step={0.1}
          suffix="pt"
          onKeep={weigh}
        />
      )}
      <InkChoice
        label={t("inks.ink")}
        value={piece.ink ?? "black"}
        onChange={(ink) => onChange({ ...piece, ink: ink ?? "black" })}
      />
      <div className="field-row">
        <NumberField
          label={t("furniture.x")}
          value={x}
          least={-100}
          most={400}
          step={0.5}
          suffix={t("furniture.zi")}
          onKeep={(to) => onChange(placedAt(piece, grid, { x: to, y }))}
        />
        <NumberField
          label={t("furniture.y")}
          value={y}
          least={-50}
          most={400}
          step={0.25}
          suffix={t("furniture.lines")}
          onKeep={(to) => onChange(placedAt(piece, grid, { x, y: to }))}
        />
      </div>
    </div>
  )
}

function WordFields({ piece, answers, onChange }: FurnitureFieldsProps<Words>) {
  const { t } = useTranslation()
  const entries = useStore(desk, (state) => state.hello?.faces ?? [])
  const weights = entries
    .filter(({ family }) => family === piece.family)
    .map(({ weight }) => weight)
  const asked = bracedWords(piece.text)
  const unknown = asked.filter((word) => !isPlaceholder(word))
  const unanswered = asked.filter(
    (word) => isPlaceholder(word) && (answers[word] ?? "").trim() === "",
  )
  return (
    <>
      <div className="field-words">
        <Input
          aria-label={t("furniture.text")}
          value={piece.text}
          status={unknown.length > 0 ? "error" : ""}
          onChange={(event) => onChange({ ...piece, text: event.target.value })}
        />
        <Dropdown
          trigger={["click"]}
          menu={{
            className: "placeholders",
            items: PLACEHOLDERS.map((word) => ({
              key: word,
              label: `${t(`placeholder.${word}`)}  {${word}}`,
            })),
            onClick: ({ key }) => onChange({ ...piece, text: `${piece.text}{${key}}` }),
          }}
        >
          <Button icon={<Braces size={14} />}>{t("furniture.insert")}</Button>
        </Dropdown>
      </div>
      {unknown.length > 0 && <p className="over">{t("furniture.unknown", { word: unknown[0] })}</p>}
      {unanswered.length > 0 && (
        <p className="quiet">
          {t("furniture.unanswered", {
            words: unanswered.map((word) => t(`placeholder.${word}`)).join("、"),
          })}
        </p>
      )}
      <div className="field-row">
        <ChoiceField
          label={t("furniture.family")}
          value={piece.family}
          options={FAMILIES.map((value) => ({ value, label: t(`family.${value}`) }))}
          onChange={(family) => onChange({ ...piece, family })}
        />
        <ChoiceField
          label={t("furniture.weight")}
          value={piece.weight}
          options={[...new Set([...weights, piece.weight])]
            .toSorted((a, b) => a - b)
            .map((value) => ({ value, label: String(value) }))}
          onChange={(weight) => onChange({ ...piece, weight })}
        />
        <NumberField
          label={t("furniture.size")}
          value={piece.size}
          least={4}
          most={200}
          step={0.5}
          suffix="pt"
          onKeep={(size) => onChange({ ...piece, size: pt(size) })}
        />
        <NumberField
          label={t("furniture.tracking")}
          value={piece.tracking}
          least={-10}
          most={200}
          step={0.5}
          suffix="pt"
          onKeep={(tracking) => onChange({ ...piece, tracking: pt(tracking) })}
        />
        <Segmented<Words["align"]>
          size="small"
          value={piece.align}
          options={[
            { value: "left", icon: <AlignLeft size={14} />, title: t("furniture.left") },
            { value: "center", icon: <AlignCenter size={14} />, title: t("furniture.center") },
            { value: "right", icon: <AlignRight size={14} />, title: t("furniture.right") },
          ]}
          onChange={(align) => onChange({ ...piece, align })}
        />
      </div>
    </>
  )
}

function isPlaceholder(word: string): boolean {
  return (PLACEHOLDERS as readonly string[]).includes(word)
}
