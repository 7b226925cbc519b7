import { useEffect, type PointerEvent } from "react"
import { createPortal } from "react-dom"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { carried, handle, overAt } from "../state/carry-article.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { nameOf } from "../../layouts/issue/article-name.ts"
import { view } from "../state/view.ts"

/** Time over a page of the strip, ms, after which it is shown. */
const SPRING = 350

/** Takes articles out of the tray: a press on an entry, then wherever the pointer goes; Esc gives up. */
export function useCarry(means: Means): (event: PointerEvent<HTMLElement>) => void {
  const busy = useStore(carried, (state) => state.hand.kind !== "idle")
  useEffect(() => {
    if (!busy) return
    let spring = 0
    let strip: string | null = null
    const move = ({ clientX: x, clientY: y }: globalThis.PointerEvent): void => {
      const over = overAt({ x, y })
      handle({ kind: "move", at: { x, y }, over }, means)
      const wanted = over?.cell === null ? over.page : null
      if (wanted === strip) return
      clearTimeout(spring)
      strip = wanted
      if (wanted !== null)
        spring = window.setTimeout(() => view.setState({ page: wanted, selection: [] }), SPRING)
    }
    const up = (): void => handle({ kind: "up" }, means)
    const cancel = (): void => handle({ kind: "cancel" }, means)
    const key = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return
      event.preventDefault()
      event.stopPropagation()
      cancel()
    }
    window.addEventListener("pointermove", move)
    window.addEventListener("pointerup", up)
    window.addEventListener("pointercancel", cancel)
    window.addEventListener("blur", cancel)
    window.addEventListener("keydown", key, true)
    return () => {
      clearTimeout(spring)
      window.removeEventListener("pointermove", move)
      window.removeEventListener("pointerup", up)
      window.removeEventListener("pointercancel", cancel)
      window.removeEventListener("blur", cancel)
      window.removeEventListener("keydown", key, true)
    }
  }, [busy, means])
  return (event) => {
    const target = event.target as Element
    const article = target.closest<HTMLElement>("[data-article]")?.dataset["article"]
    if (event.button !== 0 || article === undefined || target.closest("button, select")) return
    handle({ kind: "down", article, at: { x: event.clientX, y: event.clientY } }, means)
  }
}

/** The carried article's name at the pointer, and whether it can be let go there. */
export function CarryGhost() {
  const { t } = useTranslation()
  const { hand, frames } = useStore(carried)
  const articles = useStore(desk, (state) => state.issue?.articles)
  if (hand.kind !== "carrying") return null
  const article = articles?.find(({ id }) => id === hand.article)
  const full = frames !== null && frames.length === 0
  return createPortal(
    <div
      className={full ? "carry-ghost full" : "carry-ghost"}
      style={{ left: hand.at.x + 14, top: hand.at.y + 12 }}
    >
      <b>{(article && nameOf(article)) || t("tray.untitled")}</b>
      {full && <span>{t("tray.noRoom")}</span>}
    </div>,
    document.body,
  )
}
