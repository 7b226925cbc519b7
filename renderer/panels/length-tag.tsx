import type { TFunction } from "i18next"
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
  const kind = over > 0 ? "over" : short > 0 ? "short" : "exact"
  if (kind === "exact" && !exact) return null
  return <span className={`length ${kind}`}>{lengthWords(t, { over, short })}</span>
}

/** A length in words. */
export function lengthWords(t: TFunction, { over, short }: Pick<Length, "over" | "short">): string {
  if (over > 0) return t("length.over", { count: over })
  return short > 0 ? t("length.short", { count: short }) : t("length.exact")
}
