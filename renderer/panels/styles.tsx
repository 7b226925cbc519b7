import { Button, Empty } from "antd"
import { Eraser } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { sheetFor } from "../../layouts/compose.ts"
import { setFit } from "../../layouts/edits/set-fit.ts"
import type { Article, ParagraphRole } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { LEADING, settingOf } from "../../layouts/issue/setting.ts"
import { sheetOf, type Stylesheet } from "../../layouts/issue/style.ts"
import { pt } from "../../layouts/units.ts"
import {
  applyCharacterStyle,
  clearFormats,
  formatCharacters,
  formatParagraphs,
  giveRole,
} from "../app/style-deeds.ts"
import { ChoiceField } from "../controls/choice-field.tsx"
import { NumberField } from "../controls/number-field.tsx"
import { PercentField } from "../controls/percent-field.tsx"
import { perform } from "../state/actions.ts"
import { caret } from "../state/caret.ts"
import { desk } from "../state/desk.ts"
import { charactersIn } from "../../layouts/issue/characters.ts"
import "../style/styles.css"
import { clipOf } from "../text/clip.ts"
import { setIn, type SetIn } from "../text/looks.ts"
import { endsOf, isCaret, type TextSelection } from "../text/place.ts"
import { FaceFields } from "./face-fields.tsx"
import { AlignRow, DivisionField, IndentField, MarkFields } from "./style-parts.tsx"
import { ReadingsField, Section } from "./style-parts.tsx"
import { StyleEditor } from "./style-editor.tsx"
import { TabFields } from "./tab-fields.tsx"

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
  const now = setIn(article, from, to, sheetOf(article, sheet))
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
        <ChoiceField
          shape="row"
          label={t("styles.character")}
          value={now.character}
          disabled={whole}
          placeholder={t("styles.various")}
          options={["", ...names].map((name) => ({
            value: name,
            label: name === "" ? t("styles.noCharacter") : name,
          }))}
          onChange={(name: string) => applyCharacterStyle(name === "" ? null : name)}
        />
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
      <ChoiceField
        shape="row"
        label={t("styles.role")}
        value={now.role}
        placeholder={t("styles.various")}
        options={ROLES.map((role) => ({ value: role, label: t(`story.roles.${role}`) }))}
        onChange={giveRole}
      />
      <AlignRow value={now.align} onChange={(align) => formatParagraphs({ align })} />
      <div className="frame-fields">
        <IndentField value={now.indent} onKeep={(indent) => formatParagraphs({ indent })} />
        <NumberField
          label={t("styles.drop")}
          value={now.drop}
          least={1}
          most={6}
          suffix={t("styles.lines")}
          onKeep={(drop) => formatParagraphs({ drop: drop < 2 ? null : Math.round(drop) })}
        />
        <PercentField
          label={t("styles.leadingOfArticle")}
          value={leading}
          {...LEADING}
          onKeep={(to) => perform(setFit(article.id, { leading: to }))}
        />
        <DivisionField
          value={now.division}
          onChange={(division) => formatParagraphs({ division })}
        />
        <ReadingsField
          value={now.readings}
          onChange={(readings) => formatParagraphs({ readings })}
        />
        <MarkFields marks={now.marks} level={now.level} onChange={formatParagraphs} />
      </div>
      <TabFields value={now.tabs} onChange={(tabs) => formatParagraphs({ tabs })} />
    </Section>
  )
}
