import { Button, Input, Slider, type InputRef } from "antd"
import { LayoutGrid } from "lucide-react"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { Face } from "../../fonts/face.ts"
import { MOST_PARTS, MOST_READING } from "../../layouts/issue/made-glyph.ts"
import { partsOf } from "../type/glyph-parts.ts"
import { described, firstCut, withOperator } from "../type/glyph-description.ts"
import type { GlyphDraft } from "./glyph-draft.ts"
import { GlyphOperators } from "./glyph-operators.tsx"

export interface GlyphWordsProps {
  readonly draft: GlyphDraft
  readonly faces: readonly Face[]
  readonly onChange: (part: Partial<GlyphDraft>) => void
}

/** Which character a glyph is, and what it is composed of: a whole description is composed at once. */
export function GlyphWords({ draft, faces, onChange }: GlyphWordsProps) {
  const { t } = useTranslation()
  const field = useRef<InputRef>(null)
  const { description } = draft
  const compose = (words: string, cut?: number): void => {
    const parts = partsOf(words, faces, cut)
    if (parts && parts.length > 1)
      onChange({ description: words, parts: parts.slice(0, MOST_PARTS), drawn: "" })
    else onChange({ description: words })
  }
  const whole = partsOf(description, faces) !== null
  const cut = whole ? firstCut(description) : null
  return (
    <>
      <label htmlFor="glyph-typed">{t("glyphs.typed")}</label>
      <Input
        id="glyph-typed"
        size="small"
        value={draft.typed}
        maxLength={2}
        placeholder={t("glyphs.typedNone")}
        onChange={(event) => onChange({ typed: event.target.value })}
      />
      <label htmlFor="glyph-description">{t("glyphs.description")}</label>
      <Input
        id="glyph-description"
        ref={field}
        size="small"
        value={description}
        maxLength={MOST_READING}
        placeholder="⿰氵恩"
        onChange={(event) => compose(event.target.value)}
        onPressEnter={() => compose(described(description))}
      />
      <GlyphOperators
        onPick={(sign) => {
          compose(withOperator(description, sign))
          field.current?.focus({ cursor: "end" })
        }}
      />
      {cut !== null && (
        <div className="glyph-cut">
          <span>{t(description.trim().startsWith("⿰") ? "glyphs.across" : "glyphs.down")}</span>
          <Slider
            key={description}
            min={15}
            max={85}
            defaultValue={Math.round(cut * 100)}
            ariaLabelForHandle={t("glyphs.cut")}
            tooltip={{ formatter: (percent) => `${percent} : ${100 - (percent ?? 0)}` }}
            onChange={(percent) => compose(description, percent / 100)}
          />
        </div>
      )}
      <Button
        size="small"
        icon={<LayoutGrid size={14} />}
        disabled={partsOf(described(description), faces) === null}
        onClick={() => compose(described(description))}
      >
        {t("glyphs.compose")}
      </Button>
    </>
  )
}
