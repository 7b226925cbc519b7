import { useEffect, useMemo, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { besideLines, type BesideLine } from "../../layouts/proof/beside.ts"
import { caret } from "../state/caret.ts"
import { desk } from "../state/desk.ts"
import { revealWords, showWords, type Words } from "../state/show-words.ts"
import { view } from "../state/view.ts"
import "../style/manuscript.css"

/** How long the page rests before it follows the manuscript, ms. */
const REST = 120

/**
 * The manuscript (原稿) of the chosen article beside the page: what differs is marked, the page goes
 * along when it is scrolled, and it follows the caret on the page.
 */
export function ManuscriptPanel() {
  const { t } = useTranslation()
  const id = useStore(view, (state) => state.article)
  const article = useStore(desk, (state) => state.issue?.articles.find((one) => one.id === id))
  const lines = useMemo(() => (article ? besideLines(article) : []), [article])
  const list = useRef<HTMLOListElement>(null)
  const led = useFollowing(list, lines, id)
  if (!article || lines.length === 0)
    return <p className="quiet manuscript-none">{t("manuscript.none")}</p>
  const differences = lines.reduce(
    (sum, { pieces }) => sum + pieces.filter(({ kind }) => kind !== "same").length,
    0,
  )
  return (
    <section className="manuscript" aria-label={t("panel.manuscript")}>
      <header>
        <span>{article.manuscript?.name}</span>
        <span>{t("manuscript.count", { count: differences })}</span>
      </header>
      <ol ref={list} tabIndex={0} onScroll={() => led(article.id)}>
        {lines.map((line, i) => (
          <li key={i}>
            <button
              type="button"
              tabIndex={-1}
              onClick={() => showWords(wordsOf(article.id, line))}
            >
              {line.pieces.map(({ kind, text }, n) =>
                kind === "same" ? (
                  text
                ) : kind === "gone" ? (
                  <del key={n}>{text}</del>
                ) : (
                  <ins key={n}>{text.replaceAll("\n", "¶")}</ins>
                ),
              )}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function wordsOf(article: string, { words, place }: BesideLine): Words {
  return { article, words, from: place, to: { ...place, offset: place.offset + 1 } }
}

/** Scrolls page and manuscript together; returns what to do when the manuscript was scrolled. */
function useFollowing(
  list: { readonly current: HTMLOListElement | null },
  lines: readonly BesideLine[],
  article: string | null,
): (article: string) => void {
  const selection = useStore(caret, (state) => state.selection)
  const waits = useRef(0)
  /** Until when a scrolling is this panel's own, ms. */
  const own = useRef(0)
  useEffect(() => {
    if (!selection || selection.article !== article) return
    const { words, paragraph, offset } = selection.focus
    const at = lines.findLastIndex(
      (line) =>
        line.words === words &&
        (line.place.paragraph < paragraph ||
          (line.place.paragraph === paragraph && line.place.offset <= offset)),
    )
    own.current = performance.now() + 2 * REST
    list.current?.children[at]?.scrollIntoView({ block: "nearest" })
  }, [list, lines, selection, article])
  return (shown) => {
    if (performance.now() < own.current) return
    window.clearTimeout(waits.current)
    waits.current = window.setTimeout(() => {
      const room = list.current
      const top = [...(room?.children ?? [])].findIndex(
        (line) =>
          (line as HTMLElement).offsetTop + line.clientHeight > room!.scrollTop + room!.offsetTop,
      )
      const line = lines[top]
      if (line) revealWords(wordsOf(shown, line))
    }, REST)
  }
}
