import { useTranslation } from "react-i18next"
import type { Length } from "../state/lengths.ts"
import "../style/lengths.css"

/** What is told of a length. */
export interface LengthTagProps {
  readonly length: Length
  /** Says so when nothing is over or short; else such a length shows nothing. */
  readonly exact?: boolean
}

/** A length in words: 余 23 字, 缺 4 行, 正好. */
export function LengthTag({ length: { over, short }, exact = false }: LengthTagProps) {
  const { t } = useTranslation()
  if (over > 0) return <span className="length over">{t("length.over", { count: over })}</span>
  if (short > 0) return <span className="length short">{t("length.short", { count: short })}</span>
  return exact ? <span className="length exact">{t("length.exact")}</span> : null
}
