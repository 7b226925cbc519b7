import { Button, Input, InputNumber } from "antd"
import { Plus, Trash2 } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { MOST_PARTS, type GlyphPart } from "../../layouts/issue/made-glyph.ts"

const MEASURES = ["x", "y", "width", "height"] as const

export interface GlyphPartListProps {
  readonly parts: readonly GlyphPart[]
  readonly chosen: number | null
  /** Whether the paper's face has a character. */
  readonly has: (character: string) => boolean
  readonly onChoose: (part: number | null) => void
  readonly onChange: (parts: readonly GlyphPart[]) => void
}

/** The parts of a glyph: which characters, where and how large, in thousandths of an em. */
export function GlyphPartList({ parts, chosen, has, onChoose, onChange }: GlyphPartListProps) {
  const { t } = useTranslation()
  const [next, setNext] = useState("")
  const character = [...next.trim()].at(-1) ?? ""
  const can = character !== "" && has(character) && parts.length < MOST_PARTS
  const add = (): void => {
    if (!can) return
    onChange([...parts, { character, x: 0, y: 0, width: 1000, height: 1000 }])
    onChoose(parts.length)
    setNext("")
  }
  return (
    <div className="glyph-parts" role="group" aria-label={t("glyphs.parts")}>
      {parts.map((part, i) => (
        <div
          key={i}
          className={i === chosen ? "glyph-part chosen" : "glyph-part"}
          onFocus={() => onChoose(i)}
        >
          <b>{part.character}</b>
          {MEASURES.map((name) => (
            <InputNumber
              key={name}
              size="small"
              controls={false}
              aria-label={t(`glyphs.measures.${name}`)}
              title={t(`glyphs.measures.${name}`)}
              value={part[name]}
              min={name === "width" || name === "height" ? 60 : -1000}
              max={3000}
              onChange={(value) => {
                if (value === null) return
                onChange(parts.map((each, k) => (k === i ? { ...each, [name]: value } : each)))
              }}
            />
          ))}
          <Button
            type="text"
            size="small"
            icon={<Trash2 size={14} />}
            aria-label={t("glyphs.removePart", { part: part.character })}
            onClick={() => {
              onChoose(null)
              onChange(parts.filter((_, k) => k !== i))
            }}
          />
        </div>
      ))}
      <div className="glyph-add">
        <Input
          size="small"
          value={next}
          maxLength={4}
          placeholder={t("glyphs.addPart")}
          aria-label={t("glyphs.addPart")}
          onChange={(event) => setNext(event.target.value)}
          onPressEnter={add}
        />
        <Button
          size="small"
          icon={<Plus size={14} />}
          aria-label={t("glyphs.add")}
          disabled={!can}
          onClick={add}
        />
      </div>
    </div>
  )
}
