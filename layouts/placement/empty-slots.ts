import type { Article } from "../issue/article.ts"
import { isDrawn, type Frame, type Page } from "../issue/page.ts"
import { bunchesOf } from "../templates/slots-of.ts"
import type { Piece } from "./piece.ts"

/** Frames of a page that wait for an article, slot by slot. */
export function emptySlots(page: Page): readonly (readonly Frame[])[] {
  const waiting = page.frames.filter(
    ({ role, article, locked }) =>
      article === null && role !== "house" && !isDrawn(role) && !locked,
  )
  return bunchesOf({ frames: waiting })
}

/** Whether a slot's frames are of the kinds that a piece is set in. */
export function suits(slot: readonly Frame[], { setting }: Piece): boolean {
  const has = (role: Frame["role"]): boolean => slot.some((frame) => frame.role === role)
  if (setting === "text") return has("body")
  return setting === "box" ? has("filler") : has("picture") && !has("body")
}

/** The slot's frames as the article's: one without a headline or picture leaves those frames empty. */
export function inSlot(slot: readonly Frame[], article: Article): readonly Frame[] {
  let pictures =
    article.kind === "photo" ? Math.max(1, article.pictures.length) : article.pictures.length
  let order = 0
  return slot.flatMap((frame): readonly Frame[] => {
    if (frame.role === "headline" && article.headline === null) return []
    if (frame.role === "picture") {
      pictures -= 1
      if (pictures < 0) return []
    }
    if (frame.role !== "body") return [{ ...frame, article: article.id }]
    order += 1
    return [{ ...frame, article: article.id, order: order - 1 }]
  })
}
