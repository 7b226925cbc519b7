import { Input } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"

/** What the story pane asks for. */
export interface StoryProps {
  /** Replaces UTF-16 units `from` to `to` of a paragraph. */
  readonly onRetype: (
    article: string,
    paragraph: number,
    change: { readonly from: number; readonly to: number; readonly text: string },
  ) => void
  readonly onWords: (
    article: string,
    words: { readonly headline?: string; readonly deck?: string },
  ) => void
  readonly onSplit: (article: string, paragraph: number, at: number) => void
  readonly onJoin: (article: string, paragraph: number) => void
}

/** The story editor (文稿): the chosen article's words, edited beside the page that re-flows. */
export function Story({ onRetype, onWords, onSplit, onJoin }: StoryProps) {
  const { t } = useTranslation()
  const id = useStore(view, (state) => state.article)
  const article = useStore(desk, (state) => state.issue?.articles.find((one) => one.id === id))
  if (!article) return <p className="quiet story">{t("story.none")}</p>
  return (
    <div className="story" data-testid="story">
      {article.headline !== null && (
        <Input
          aria-label={t("story.headline")}
          value={article.headline}
          onChange={(event) => onWords(article.id, { headline: event.target.value })}
        />
      )}
      {article.deck !== null && (
        <Input
          aria-label={t("story.deck")}
          value={article.deck}
          onChange={(event) => onWords(article.id, { deck: event.target.value })}
        />
      )}
      {article.story.map((paragraph, index) => (
        <textarea
          key={index}
          className={`paragraph ${paragraph.role}`}
          rows={1}
          spellCheck={false}
          value={paragraph.text}
          aria-label={`${t("story.title")} ${index + 1}`}
          onChange={(event) => {
            const change = changeBetween(paragraph.text, event.target.value)
            if (change && !change.text.includes("\n")) onRetype(article.id, index, change)
          }}
          onKeyDown={(event) => {
            const { selectionStart, selectionEnd } = event.currentTarget
            if (event.nativeEvent.isComposing) return
            if (event.key === "Enter") {
              event.preventDefault()
              onSplit(article.id, index, selectionStart)
            }
            if (event.key === "Backspace" && selectionEnd === 0 && index > 0) {
              event.preventDefault()
              onJoin(article.id, index - 1)
            }
          }}
        />
      ))}
    </div>
  )
}

/** The one stretch in which two texts differ; null when they are equal. */
function changeBetween(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly text: string } | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from += 1
  let tail = 0
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) }
}
