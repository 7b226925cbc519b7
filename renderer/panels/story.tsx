import { memo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setRole } from "../../layouts/edits/set-role.ts"
import type { Article, ParagraphRole } from "../../layouts/issue/article.ts"
import { addTail } from "../app/pane-deeds.ts"
import { perform } from "../state/actions.ts"
import { caret, type Caret } from "../state/caret.ts"
import { composedArticle, desk } from "../state/desk.ts"
import { charactersIn, charactersOf } from "../../layouts/issue/characters.ts"
import { view } from "../state/view.ts"
import "../style/story.css"
import { clipOf } from "../text/clip.ts"
import { endsOf, HEAD_WORDS, sameText, type TextPlace } from "../text/place.ts"
import { tracking } from "../state/tracking.ts"
import { TrackedBar, TrackedStory } from "./tracked.tsx"
import { StoryField, type StoryFieldProps } from "./story-field.tsx"

const ROLES: readonly ParagraphRole[] = ["body", "subhead", "closing", "credit"]

/** Roles that stand at a story's end, in the order in which they are offered. */
const TAILS = ["closing", "credit"] as const

/**
 * The story editor (文稿): the chosen article's headings and paragraphs, each with what it is,
 * edited beside the page that re-flows. Its caret and the page's are one.
 */
export function Story() {
  const { t } = useTranslation()
  const id = useStore(view, (state) => state.article)
  const article = useStore(desk, (state) => state.issue?.articles.find((one) => one.id === id))
  const now = useStore(caret)
  const tracked = useStore(tracking, (state) => state.on)
  if (!article) return <p className="quiet story-none">{t("story.none")}</p>
  if (tracked)
    return (
      <div className="story-pane">
        <TrackedBar />
        <TrackedStory article={article.id} />
      </div>
    )
  return (
    <div className="story-pane">
      <TrackedBar />
      <div className="story" data-testid="story">
        {HEAD_WORDS.map((words) => (
          <div key={words} className="story-row">
            <span className="story-role">{t(`story.${words}`)}</span>
            <StoryField
              article={article.id}
              words={words}
              paragraph={0}
              text={article[words] ?? ""}
              label={t(`story.${words}`)}
              placeholder={t(`story.add.${words}`)}
              className={`heading ${words}`}
              {...caretIn(now, article.id, { words, paragraph: 0 })}
            />
          </div>
        ))}
        <Paragraphs article={article} now={now} />
        {TAILS.filter((role) => article.story.every((one) => one.role !== role)).map((role) => (
          <TailField key={role} article={article.id} role={role} />
        ))}
      </div>
      <Counts article={article} now={now} />
    </div>
  )
}

interface PartProps {
  readonly article: Article
  readonly now: Caret
}

function Paragraphs({ article, now }: PartProps) {
  return article.story.map(({ role, text }, paragraph) => (
    <ParagraphRow
      key={paragraph}
      article={article.id}
      paragraph={paragraph}
      role={role}
      text={text}
      {...caretIn(now, article.id, { words: null, paragraph })}
    />
  ))
}

interface RowProps extends CaretIn {
  readonly article: string
  readonly paragraph: number
  readonly role: ParagraphRole
  readonly text: string
}

/** A paragraph and what it is; rows that nothing changed of are left as they are. */
const ParagraphRow = memo(function ParagraphRow({ article, paragraph, role, ...rest }: RowProps) {
  const { t } = useTranslation()
  return (
    <div className="story-row">
      <select
        className={`story-role ${role}`}
        value={role}
        aria-label={t("story.role", { count: paragraph + 1 })}
        onChange={(event) =>
          perform(setRole(article, paragraph, paragraph, event.target.value as ParagraphRole))
        }
      >
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {t(`story.roles.${one}`)}
          </option>
        ))}
      </select>
      <StoryField
        article={article}
        words={null}
        paragraph={paragraph}
        label={`${t("story.title")} ${paragraph + 1}`}
        className={`paragraph ${role}`}
        {...rest}
      />
    </div>
  )
})

type CaretIn = Pick<StoryFieldProps, "here" | "from" | "to">

/** Where the caret is in a text of the pane. */
function caretIn(
  { selection, keys, composition }: Caret,
  article: string,
  text: Pick<TextPlace, "words" | "paragraph">,
): CaretIn {
  const none = { here: false, from: null, to: null }
  if (selection?.article !== article || !sameText(selection.focus, text)) return none
  const { anchor, focus } = selection
  const own = keys === "pane" && !composition && sameText(anchor, text)
  return own ? { here: true, from: anchor.offset, to: focus.offset } : { ...none, here: true }
}

/** A closing or a credit that the article has not: its first words make it. */
function TailField({ article, role }: { article: string; role: (typeof TAILS)[number] }) {
  const { t } = useTranslation()
  const [text, setText] = useState("")
  return (
    <div className="story-row">
      <span className="story-role">{t(`story.roles.${role}`)}</span>
      <textarea
        className="tail"
        rows={1}
        value={text}
        aria-label={t(`story.add.${role}`)}
        placeholder={t(`story.add.${role}`)}
        onChange={(event) => {
          const composing = (event.nativeEvent as InputEvent).isComposing
          if (composing) setText(event.target.value)
          else addTail(article, role, event.target.value)
        }}
        onCompositionEnd={({ currentTarget: { value } }) => {
          setText("")
          if (value !== "") addTail(article, role, value)
        }}
      />
    </div>
  )
}

/** Characters of the story, of what is selected, and of what found no room. */
function Counts({ article, now: { selection } }: PartProps) {
  const { t } = useTranslation()
  const over = useStore(desk, (state) => composedArticle(state, article.id)?.story.overset)
  const selected =
    selection?.article === article.id
      ? charactersIn(clipOf(article, ...endsOf(selection)).plain)
      : 0
  return (
    <footer className="story-counts" aria-live="polite">
      <span>{t("story.count", { count: charactersOf(article) })}</span>
      {selected > 0 && <span>{t("story.selected", { count: selected })}</span>}
      {over !== undefined && over.characters > 0 && (
        <span className="over">{t("status.over", { count: over.characters })}</span>
      )}
    </footer>
  )
}
