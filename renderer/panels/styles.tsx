import { Button, Empty, Select } from "antd"
import { Eraser } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { sheetFor } from "../../layouts/compose.ts"
import { setFit } from "../../layouts/edits/set-fit.ts"
import type { Article, ParagraphRole } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { LEADING, settingOf } from "../../layouts/issue/setting.ts"
import type { Stylesheet } from "../../layouts/issue/style.ts"
import { pt } from "../../layouts/units.ts"
import {
  applyCharacterStyle,
  clearFormats,
  formatCharacters,
  formatParagraphs,
  giveRole,
} from "../app/style-deeds.ts"
import { NumberField } from "../controls/number-field.tsx"
import { perform } from "../state/actions.ts"
import { caret } from "../state/caret.ts"
import { desk } from "../state/desk.ts"
import { charactersIn } from "../../layouts/issue/characters.ts"
import "../style/styles.css"
import { clipOf } from "../text/clip.ts"
import { setIn, type SetIn } from "../text/looks.ts"
import { endsOf, isCaret, type TextSelection } from "../text/place.ts"
import { FaceFields } from "./face-fields.tsx"
import { AlignRow, Section } from "./style-parts.tsx"
import { StyleEditor } from "./style-editor.tsx"

const ROLES: readonly ParagraphRole[] = ["body", "subhead", "closing", "credit"]

/** What selected text is set in, and the paper's styles (样式). */
export function Styles() {
  const { t } = useTranslation()
  const issue = useStore(desk, (state) => state.issue)
  const selection = useStore(caret, (state) => state.selection)
  if (!issue) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("styles.none")} />
  const sheet = sheetFor(issue.pages[0]?.grid.bodySize ?? pt(9), issue.styles)
  const article = issue.articles.find(({ id }) => id === selection?.article)
  return (
    <div className="styles" data-testid="styles">
      {selection && article ? (
        <Selected article={article} selection={selection} issue={issue} sheet={sheet} />
      ) : (
        <p className="quiet">{t("styles.nothing")}</p>
      )}
      <StyleEditor issue={issue} sheet={sheet} words={selection?.focus.words ?? null} />
    </div>
  )
}

interface SelectedProps {
  readonly article: Article
  readonly selection: TextSelection
  readonly issue: Issue
  readonly sheet: Stylesheet
}

/** Fields for the text that is selected. */
function Selected({ article, selection, issue, sheet }: SelectedProps) {
  const { t } = useTranslation()
  const [from, to] = endsOf(selection)
  if (from.words !== null)
    return <p className="quiet">{t("styles.heading", { name: t(`styles.name.${from.words}`) })}</p>
  const now = setIn(article, from, to, sheet)
  if (!now) return null
  const whole = isCaret(selection)
  const count = charactersIn(clipOf(article, from, to).plain)
  const scope = whole
    ? t("styles.paragraphAt", { count: from.paragraph + 1 })
    : t("story.selected", { count })
  const names = Object.keys(issue.styles?.character ?? {})
  return (
    <>
      <Section
        title={t("styles.characters")}
        beside={scope}
        end={
          <Button
            type="text"
            size="small"
            icon={<Eraser size={16} />}
            aria-label={t("styles.clear")}
            title={t("styles.clear")}
            onClick={clearFormats}
          />
        }
      >
        <FaceFields values={now} onChange={formatCharacters} />
        <label className="frame-row">
          <span>{t("styles.character")}</span>
          <Select
            size="small"
            value={now.character}
            disabled={whole}
            placeholder={t("styles.various")}
            aria-label={t("styles.character")}
            options={["", ...names].map((name) => ({
              value: name,
              label: name === "" ? t("styles.noCharacter") : name,
            }))}
            onChange={(name: string) => applyCharacterStyle(name === "" ? null : name)}
          />
        </label>
      </Section>
      <ParagraphFields article={article} now={now} />
    </>
  )
}

/** Role, alignment, indent of the selected paragraphs, and the line pitch of their article. */
function ParagraphFields({ article, now }: { readonly article: Article; readonly now: SetIn }) {
  const { t } = useTranslation()
  const { leading } = settingOf(article).fit
  return (
    <Section title={t("styles.paragraph")}>
      <label className="frame-row">
        <span>{t("styles.role")}</span>
        <Select
          size="small"
          value={now.role}
          placeholder={t("styles.various")}
          aria-label={t("styles.role")}
          options={ROLES.map((role) => ({ value: role, label: t(`story.roles.${role}`) }))}
          onChange={giveRole}
        />
      </label>
      <AlignRow value={now.align} onChange={(align) => formatParagraphs({ align })} />
      <div className="frame-fields">
        <NumberField
          label={t("styles.indent")}
          value={now.indent}
          least={0}
          most={20}
          step={0.5}
          suffix={t("styles.zi")}
          onKeep={(indent) => formatParagraphs({ indent })}
        />
        <NumberField
          label={t("styles.leadingOfArticle")}
          value={Math.round(leading * 1000) / 10}
          least={LEADING.least * 100}
          most={LEADING.most * 100}
          step={0.5}
          suffix="%"
          onKeep={(percent) => perform(setFit(article.id, { leading: percent / 100 }))}
        />
      </div>
    </Section>
  )
}
