import { Button, Input, Select, Space } from "antd"
import { Plus, RotateCcw, Trash2 } from "lucide-react"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { removeCharacterStyle } from "../../layouts/edits/remove-character-style.ts"
import { setParagraphStyle } from "../../layouts/edits/set-paragraph-style.ts"
import type { HeadWords } from "../../layouts/issue/article.ts"
import { PARAGRAPH_STYLES, type ParagraphStyleName } from "../../layouts/issue/issue-styles.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { LEADING } from "../../layouts/issue/setting.ts"
import { verticalOf, type ParagraphStyle, type Stylesheet } from "../../layouts/issue/style.ts"
import { changeCharacterStyle, changeStyle } from "../app/style-deeds.ts"
import { NumberField } from "../controls/number-field.tsx"
import { PercentField } from "../controls/percent-field.tsx"
import { perform } from "../state/actions.ts"
import { AlignRow, DivisionField, IndentField, MarkFields } from "./style-parts.tsx"
import { ReadingsField, Section } from "./style-parts.tsx"
import { FaceFields } from "./face-fields.tsx"
import { TabFields } from "./tab-fields.tsx"

/** What stands before the name of a character style in the list of styles. */
const CHARACTER = "character."

export interface StyleEditorProps {
  readonly issue: Issue
  readonly sheet: Stylesheet
  /** The heading that is selected, whose style is shown then. */
  readonly words: HeadWords | null
}

/** The paper's own styles: what the issue changes of the house's, and its character styles. */
export function StyleEditor({ issue, sheet, words }: StyleEditorProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string>("body")
  useEffect(() => {
    if (words !== null) setChosen(words)
  }, [words])
  const characters = Object.keys(issue.styles?.character ?? {})
  const character = chosen.startsWith(CHARACTER) ? chosen.slice(CHARACTER.length) : null
  const gone = character !== null && !characters.includes(character)
  const name = gone ? "body" : chosen
  return (
    <Section title={t("styles.ofPaper")}>
      <div className="frame-row">
        <span>{t("styles.style")}</span>
        <Select
          size="small"
          value={name}
          aria-label={t("styles.style")}
          options={[
            {
              label: t("styles.paragraphStyles"),
              options: PARAGRAPH_STYLES.map((value) => ({
                value,
                label: `${t(`styles.name.${value}`)}${issue.styles?.paragraph[value] ? " *" : ""}`,
              })),
            },
            {
              label: t("styles.characterStyles"),
              options: characters.map((one) => ({ value: `${CHARACTER}${one}`, label: one })),
            },
          ]}
          onChange={setChosen}
        />
      </div>
      {character !== null && !gone ? (
        <CharacterFields issue={issue} name={character} />
      ) : (
        <ParagraphFields issue={issue} sheet={sheet} name={name as ParagraphStyleName} />
      )}
      <NewCharacterStyle onMade={(made) => setChosen(`${CHARACTER}${made}`)} />
    </Section>
  )
}

interface ParagraphFieldsProps {
  readonly issue: Issue
  readonly sheet: Stylesheet
  readonly name: ParagraphStyleName
}

/** A paragraph style as it is with what the issue changes of it. */
function ParagraphFields({ issue, sheet, name }: ParagraphFieldsProps) {
  const { t } = useTranslation()
  const style: ParagraphStyle | null = name === "dateline" ? null : sheet[name]
  const text = name === "dateline" ? sheet.dateline : sheet[name].text
  const { family, weight, tracking = 0, ink = null } = text
  const size = style?.largest ?? (isDisplay(name) ? null : text.size)
  return (
    <>
      <FaceFields
        values={{ family, weight, size, tracking, ink }}
        onChange={(change) => changeStyle(name, change)}
      />
      {isDisplay(name) && <p className="quiet">{t("styles.largest")}</p>}
      {style && (
        <>
          <AlignRow value={style.align} onChange={(align) => changeStyle(name, { align })} />
          <div className="frame-fields">
            <IndentField value={style.indent} onKeep={(indent) => changeStyle(name, { indent })} />
            {(name === "body" || name === "caption") && (
              <PercentField
                label={t("styles.leading")}
                value={style.leading ?? 1}
                {...LEADING}
                onKeep={(leading) => changeStyle(name, { leading })}
              />
            )}
            <DivisionField
              value={style.division ?? "hyphen"}
              onChange={(division) => changeStyle(name, { division })}
            />
            <ReadingsField
              value={style.readings ?? "gap"}
              onChange={(readings) => changeStyle(name, { readings })}
            />
            <MarkFields
              marks={style.marks ?? "usual"}
              level={style.level}
              onChange={(change) => changeStyle(name, change)}
            />
            <NumberField
              label={t("styles.uprightDigits")}
              value={verticalOf(style).digits}
              least={1}
              most={4}
              suffix={t("styles.digits")}
              onKeep={(digits) => changeStyle(name, { uprightDigits: Math.round(digits) })}
            />
          </div>
          {!isDisplay(name) && (
            <TabFields value={style.tabs ?? ""} onChange={(tabs) => changeStyle(name, { tabs })} />
          )}
        </>
      )}
      {issue.styles?.paragraph[name] && (
        <Button
          size="small"
          icon={<RotateCcw size={14} />}
          onClick={() => perform(setParagraphStyle(name, {}))}
        >
          {t("styles.asHouse")}
        </Button>
      )}
    </>
  )
}

/** Display text takes its size from its room; a style only bounds it. */
function isDisplay(name: ParagraphStyleName): boolean {
  return name === "headline" || name === "kicker" || name === "deck" || name === "filler"
}

/** A character style: only what it sets. */
function CharacterFields({ issue, name }: { readonly issue: Issue; readonly name: string }) {
  const { t } = useTranslation()
  const look = issue.styles?.character[name] ?? {}
  const { family = null, weight = null, size = null, tracking = null, ink = null } = look
  return (
    <>
      <FaceFields
        values={{ family, weight, size, tracking, ink }}
        onChange={(change) => changeCharacterStyle(name, change)}
      />
      <Button
        size="small"
        icon={<Trash2 size={14} />}
        onClick={() => perform(removeCharacterStyle(name))}
      >
        {t("styles.remove")}
      </Button>
    </>
  )
}

/** A name makes a new character style, which sets nothing yet. */
function NewCharacterStyle({ onMade }: { readonly onMade: (name: string) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState("")
  const make = (): void => {
    const plain = name.trim()
    if (plain === "") return
    changeCharacterStyle(plain, {})
    setName("")
    onMade(plain)
  }
  return (
    <Space.Compact size="small" className="styles-new">
      <Input
        value={name}
        maxLength={40}
        placeholder={t("styles.newCharacter")}
        aria-label={t("styles.newCharacter")}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={make}
      />
      <Button icon={<Plus size={14} />} aria-label={t("styles.make")} onClick={make} />
    </Space.Compact>
  )
}
