import { Button } from "antd"
import { Minus, Plus, Square, Type } from "lucide-react"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { Furniture } from "../../layouts/issue/page.ts"
import type { DraftPiece } from "./furniture-draft.ts"

/** The pieces of a page's furniture, and the key of the one that is chosen. */
export interface FurnitureListProps {
  readonly pieces: readonly DraftPiece[]
  readonly chosen: number
  readonly onChoose: (key: number) => void
  readonly onAdd: () => void
}

/** The pieces of a page's furniture to choose from. */
export function FurnitureList({ pieces, chosen, onChoose, onAdd }: FurnitureListProps) {
  const { t } = useTranslation()
  return (
    <div className="furniture-list" role="listbox" aria-label={t("furniture.pieces")}>
      {pieces.map(({ key, before, after }) =>
        after === null ? null : (
          <PieceRow
            key={key}
            piece={after}
            chosen={key === chosen}
            changed={before !== after}
            onChoose={() => onChoose(key)}
          />
        ),
      )}
      <Button size="small" type="text" icon={<Plus size={14} />} onClick={onAdd}>
        {t("furniture.add")}
      </Button>
    </div>
  )
}

const ICONS = { text: Type, rule: Minus, box: Square } as const

interface PieceRowProps {
  readonly piece: Furniture
  readonly chosen: boolean
  readonly changed: boolean
  readonly onChoose: () => void
}

function PieceRow({ piece, chosen, changed, onChoose }: PieceRowProps) {
  const { t } = useTranslation()
  const Icon = ICONS[piece.kind]
  const line = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: "nearest" })
  }, [chosen])
  const named = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (_, word: string) => `‹${t(`placeholder.${word}`)}›`)
  return (
    <button
      ref={line}
      type="button"
      role="option"
      aria-selected={chosen}
      className={chosen ? "piece chosen" : "piece"}
      onClick={onChoose}
    >
      <Icon size={14} />
      <span>
        {piece.kind === "text" && named(piece.text)}
        {piece.kind === "rule" && t("furniture.rule", { width: piece.width })}
        {piece.kind === "box" && t("furniture.box", { width: piece.rule })}
      </span>
      {changed && <i className="changed" title={t("furniture.changed")} />}
    </button>
  )
}
