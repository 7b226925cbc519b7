import type { TFunction } from "i18next"
import type { Mark } from "../../layouts/issue/mark.ts"

/** A mark in a few words: its sign, what it stands on and what it wants. */
export function markWords(mark: Mark, t: TFunction): string {
  const name = t(`sign.${mark.sign}`)
  const { text } = mark.quote
  const { kind } = mark.range
  if (kind !== "text") {
    const says = mark.sign === "note" ? mark.payload.say : ""
    return [name, [t(`mark.on.${kind}`), says].filter(Boolean).join(" → ")].join("：")
  }
  const on = text.length > 12 ? `${text.slice(0, 11)}…` : text.replaceAll("\n", "¶")
  const wants =
    "text" in mark.payload ? mark.payload.text : mark.sign === "note" ? mark.payload.say : ""
  return [name, on && wants ? `${on} → ${wants}` : on || wants].filter(Boolean).join("：")
}
