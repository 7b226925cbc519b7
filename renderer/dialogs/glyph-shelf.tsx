import { Plus } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { MadeGlyph } from "../../layouts/issue/made-glyph.ts"

export interface GlyphShelfProps {
  readonly glyphs: readonly MadeGlyph[]
  /** Glyphs of the paper's other issues. */
  readonly papers: readonly MadeGlyph[]
  /** Character of the one that is shown; null for a new one. */
  readonly shown: string | null
  /** `own` is false for a glyph that the issue has not. */
  readonly onShow: (glyph: MadeGlyph | null, own: boolean) => void
}

/** The made glyphs, a place for a new one, and those of the paper's other issues. */
export function GlyphShelf({ glyphs, papers, shown, onShow }: GlyphShelfProps) {
  const { t } = useTranslation()
  return (
    <ul className="glyph-shelf" aria-label={t("glyphs.shelf")}>
      <li>
        <button
          type="button"
          aria-pressed={shown === null}
          title={t("glyphs.fresh")}
          aria-label={t("glyphs.fresh")}
          onClick={() => onShow(null, true)}
        >
          <Plus size={16} />
        </button>
      </li>
      {[...glyphs, ...papers].map((glyph, i) => (
        <li key={glyph.reading}>
          <button
            type="button"
            className={i < glyphs.length ? "" : "of-paper"}
            aria-pressed={i < glyphs.length && shown === glyph.character}
            title={
              i < glyphs.length ? glyph.reading : t("glyphs.ofPaper", { glyph: glyph.reading })
            }
            aria-label={glyph.reading}
            onClick={() => onShow(glyph, i < glyphs.length)}
          >
            <svg viewBox="0 0 1000 1000">
              <path d={glyph.path} />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  )
}
