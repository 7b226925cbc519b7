import { Button, Input, Modal, Upload } from "antd"
import { FileUp, LayoutGrid, Plus, TextCursorInput, Trash2 } from "lucide-react"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { removeMadeGlyph } from "../../layouts/edits/remove-made-glyph.ts"
import { setMadeGlyph } from "../../layouts/edits/set-made-glyph.ts"
import {
  freeCharacter,
  isMakeable,
  MOST_PARTS,
  MOST_READING,
  type GlyphPart,
  type MadeGlyph,
} from "../../layouts/issue/made-glyph.ts"
import { putWords, writing } from "../app/text-deeds.ts"
import { perform, pressOf } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import { closeDialog } from "../state/dialog.ts"
import { valueOf } from "../state/means.ts"
import { wantedGlyph } from "../state/wanted-glyph.ts"
import { drawnPath, partPath, partsOf } from "../type/glyph-parts.ts"
import type { DialogProps } from "./dialog-props.ts"
import { GlyphCell } from "./glyph-cell.tsx"
import { GlyphPartList } from "./glyph-part-list.tsx"
import "../style/made-glyphs.css"

/** A glyph while it is made. */
interface Draft {
  /** The character, or its description. */
  readonly reading: string
  readonly parts: readonly GlyphPart[]
  /** What was drawn elsewhere and brought in; "" for none. */
  readonly drawn: string
  /** The character of a glyph that is being changed; null for a new one. */
  readonly character: string | null
}

const NOTHING: Draft = { reading: "", parts: [], drawn: "", character: null }

const NO_GLYPHS: readonly MadeGlyph[] = []

function draftOf({ character, reading, parts, path }: MadeGlyph): Draft {
  return { character, reading, parts, drawn: parts.length === 0 ? path : "" }
}

/** Makes glyphs for characters that no face has (补字): composed of others, or drawn elsewhere. */
export function MadeGlyphsDialog({ means }: DialogProps) {
  const { t } = useTranslation()
  const glyphs = useStore(desk, (state) => state.issue?.glyphs) ?? NO_GLYPHS
  const faces = useMemo(() => pressOf(means).faces({ family: "song", weight: 400 }), [means])
  const [draft, setDraft] = useState<Draft>(() => startOf(glyphs))
  const [chosen, setChosen] = useState<number | null>(null)
  const [papers, setPapers] = useState<readonly MadeGlyph[]>(NO_GLYPHS)
  useEffect(() => {
    void means.door.call("glyphs").then((kept) => setPapers(valueOf(kept) ?? NO_GLYPHS))
  }, [means])
  const paths = draft.parts.map((part) => partPath(part, faces))
  const path = draft.drawn + paths.join("")
  const character = isMakeable(draft.reading.trim())
    ? draft.reading.trim()
    : (draft.character ?? freeCharacter(glyphs))
  const ready = path !== "" && draft.reading.trim() !== "" && character !== null
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }))
  const compose = (reading: string): void => {
    const parts = partsOf(reading, faces)
    if (parts && parts.length > 1) change({ reading, parts: parts.slice(0, MOST_PARTS), drawn: "" })
    else change({ reading })
    setChosen(null)
  }
  const keep = (): string | null => {
    if (!ready) return null
    const { parts } = draft
    const glyph = { character, reading: draft.reading.trim(), path, parts }
    const whole = draft.drawn === "" ? glyph : { ...glyph, parts: [] }
    perform(setMadeGlyph(whole))
    void means.door.call("keepGlyph", whole).then(valueOf)
    change({ character })
    return character
  }
  const insert = (): void => {
    const kept = keep()
    closeDialog()
    if (kept !== null) putWords(kept)
  }
  return (
    <Modal
      open
      title={t("glyphs.title")}
      width={760}
      onCancel={closeDialog}
      footer={[
        draft.character !== null && (
          <Button
            key="remove"
            icon={<Trash2 size={14} />}
            className="glyph-remove"
            onClick={() => {
              perform(removeMadeGlyph(draft.character!))
              setDraft(NOTHING)
            }}
          >
            {t("glyphs.remove")}
          </Button>
        ),
        <Button
          key="insert"
          icon={<TextCursorInput size={14} />}
          disabled={!ready || writing() === null}
          onClick={insert}
        >
          {t("glyphs.insert")}
        </Button>,
        <Button key="keep" type="primary" disabled={!ready} onClick={keep}>
          {t("glyphs.keep")}
        </Button>,
      ]}
    >
      <div className="made-glyphs">
        <GlyphShelf
          glyphs={glyphs}
          papers={papers.filter((one) => glyphs.every(({ reading }) => reading !== one.reading))}
          shown={draft.character}
          onShow={(glyph, own) => {
            setDraft(glyph ? { ...draftOf(glyph), ...(own ? {} : { character: null }) } : NOTHING)
            setChosen(null)
          }}
        />
        <GlyphCell
          drawn={draft.drawn}
          parts={draft.parts}
          paths={paths}
          chosen={chosen}
          onChoose={setChosen}
          onChange={(i, part) =>
            change({ parts: draft.parts.map((each, k) => (k === i ? part : each)) })
          }
        />
        <div className="glyph-fields">
          <label htmlFor="glyph-reading">{t("glyphs.reading")}</label>
          <Input
            id="glyph-reading"
            size="small"
            value={draft.reading}
            maxLength={MOST_READING}
            placeholder="⿰氵恩"
            onChange={(event) => change({ reading: event.target.value })}
            onBlur={() => draft.parts.length === 0 && draft.drawn === "" && compose(draft.reading)}
            onPressEnter={() => compose(draft.reading)}
          />
          <Operators onPick={(sign) => change({ reading: draft.reading + sign })} />
          <Button
            size="small"
            icon={<LayoutGrid size={14} />}
            disabled={partsOf(draft.reading, faces) === null}
            onClick={() => compose(draft.reading)}
          >
            {t("glyphs.compose")}
          </Button>
          <GlyphPartList
            parts={draft.parts}
            chosen={chosen}
            has={(one) => faces.some((face) => face.glyphOf(one.codePointAt(0) ?? 0) !== 0)}
            onChoose={setChosen}
            onChange={(parts) => change({ parts, drawn: "" })}
          />
          <DrawnFields onDrawn={(drawn) => change({ drawn, parts: [] })} />
        </div>
      </div>
    </Modal>
  )
}

/** What the dialog begins with: the glyph that is wanted, whether it is made already or not. */
function startOf(glyphs: readonly MadeGlyph[]): Draft {
  const wanted = wantedGlyph()
  const known = glyphs.find(({ character }) => character === wanted)
  if (known) return draftOf(known)
  return wanted === null ? NOTHING : { ...NOTHING, reading: wanted }
}

interface GlyphShelfProps {
  readonly glyphs: readonly MadeGlyph[]
  /** Glyphs of the paper's other issues. */
  readonly papers: readonly MadeGlyph[]
  /** Character of the one that is shown; null for a new one. */
  readonly shown: string | null
  /** `own` is false for a glyph that the issue has not. */
  readonly onShow: (glyph: MadeGlyph | null, own: boolean) => void
}

/** The issue's made glyphs, a place for a new one, and those of the paper's other issues. */
function GlyphShelf({ glyphs, papers, shown, onShow }: GlyphShelfProps) {
  const { t } = useTranslation()
  return (
    <ul className="glyph-shelf" aria-label={t("glyphs.shelf")}>
      <li>
        <button
          type="button"
          aria-pressed={shown === null}
          title={t("glyphs.fresh")}
          aria-label={t("glyphs.fresh")}
          onClick={() => onShow(null, true)}
        >
          <Plus size={16} />
        </button>
      </li>
      {[...glyphs, ...papers].map((glyph, i) => (
        <li key={glyph.reading}>
          <button
            type="button"
            className={i < glyphs.length ? "" : "of-paper"}
            aria-pressed={i < glyphs.length && shown === glyph.character}
            title={
              i < glyphs.length ? glyph.reading : t("glyphs.ofPaper", { glyph: glyph.reading })
            }
            aria-label={glyph.reading}
            onClick={() => onShow(glyph, i < glyphs.length)}
          >
            <svg viewBox="0 0 1000 1000">
              <path d={glyph.path} />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The signs of a description, drawn: few systems have type for them. */
const OPERATORS: readonly (readonly [sign: string, lines: string])[] = [
  ["⿰", "M8 3V13"],
  ["⿱", "M3 8H13"],
  ["⿲", "M6.3 3V13M9.7 3V13"],
  ["⿳", "M3 6.3H13M3 9.7H13"],
  ["⿴", "M6 6H10V10H6Z"],
  ["⿵", "M6 13V7H10V13"],
  ["⿶", "M6 3V9H10V3"],
  ["⿷", "M13 6H7V10H13"],
  ["⿸", "M13 7H7V13"],
  ["⿹", "M3 7H9V13"],
  ["⿺", "M7 3V9H13"],
]

/** Signs of a description that no keyboard has. */
function Operators({ onPick }: { readonly onPick: (sign: string) => void }) {
  return (
    <div className="glyph-operators">
      {OPERATORS.map(([sign, lines]) => (
        <button key={sign} type="button" aria-label={sign} onClick={() => onPick(sign)}>
          <svg viewBox="0 0 16 16">
            <path d="M3 3H13V13H3Z" />
            <path d={lines} />
          </svg>
        </button>
      ))}
    </div>
  )
}

/** Brings in what was drawn elsewhere: an SVG file, or path data that is pasted. */
function DrawnFields({ onDrawn }: { readonly onDrawn: (path: string) => void }) {
  const { t } = useTranslation()
  const [refused, setRefused] = useState(false)
  const take = (source: string): void => {
    const path = source.trim() === "" ? null : drawnPath(source)
    setRefused(path === null && source.trim() !== "")
    if (path !== null) onDrawn(path)
  }
  return (
    <div className="glyph-drawn">
      <Input.TextArea
        size="small"
        rows={2}
        placeholder={t("glyphs.paste")}
        aria-label={t("glyphs.paste")}
        status={refused ? "error" : ""}
        onChange={(event) => take(event.target.value)}
      />
      {refused && <p className="quiet">{t("glyphs.refused")}</p>}
      <Upload
        accept=".svg"
        showUploadList={false}
        beforeUpload={(file) => {
          void file.text().then(take)
          return false
        }}
      >
        <Button size="small" icon={<FileUp size={14} />}>
          {t("glyphs.file")}
        </Button>
      </Upload>
    </div>
  )
}
