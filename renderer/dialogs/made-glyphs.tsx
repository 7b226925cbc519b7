import { Button, Modal } from "antd"
import { TextCursorInput, Trash2 } from "lucide-react"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { removeMadeGlyph } from "../../layouts/edits/remove-made-glyph.ts"
import { setMadeGlyph } from "../../layouts/edits/set-made-glyph.ts"
import { MOST_PATH, type MadeGlyph } from "../../layouts/issue/made-glyph.ts"
import { putWords, writing } from "../app/text-deeds.ts"
import { perform, pressOf } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import { closeDialog } from "../state/dialog.ts"
import { valueOf } from "../state/means.ts"
import { wantedGlyph } from "../state/wanted-glyph.ts"
import { keptInCell, partPath } from "../type/glyph-parts.ts"
import type { DialogProps } from "./dialog-props.ts"
import { DrawnFields } from "./drawn-fields.tsx"
import { GlyphCell } from "./glyph-cell.tsx"
import { characterOf, draftOf, NO_DRAFT, readingOf, type GlyphDraft } from "./glyph-draft.ts"
import { GlyphPartList } from "./glyph-part-list.tsx"
import { GlyphShelf } from "./glyph-shelf.tsx"
import { GlyphWords } from "./glyph-words.tsx"
import "../style/made-glyphs.css"

const NO_GLYPHS: readonly MadeGlyph[] = []

/** Makes glyphs for characters that no face has (补字): composed of others, or drawn elsewhere. */
export function MadeGlyphsDialog({ means }: DialogProps) {
  const { t } = useTranslation()
  const glyphs = useStore(desk, (state) => state.issue?.glyphs) ?? NO_GLYPHS
  const faces = useMemo(() => pressOf(means).faces({ family: "song", weight: 400 }), [means])
  const [draft, setDraft] = useState<GlyphDraft>(() => startOf(glyphs))
  const [chosen, setChosen] = useState<number | null>(null)
  const papers = usePapersGlyphs(means, glyphs)
  const has = (one: string): boolean =>
    faces.some((face) => !face.reading && face.glyphOf(one.codePointAt(0) ?? 0) !== 0)
  const paths = draft.parts.map((part) => partPath(part, faces))
  const path = draft.drawn + paths.join("")
  const character = characterOf(draft, glyphs, has)
  const tooLong = path.length > MOST_PATH
  const ready = path !== "" && !tooLong && readingOf(draft) !== "" && character !== null
  const change = (part: Partial<GlyphDraft>): void => setDraft((now) => ({ ...now, ...part }))
  const keep = (): string | null => {
    if (!ready) return null
    const parts = draft.drawn === "" ? draft.parts : []
    const glyph = { character, reading: readingOf(draft), path, parts }
    perform(setMadeGlyph(glyph))
    void means.door.call("keepGlyph", glyph).then(valueOf)
    change({ character })
    return character
  }
  const insert = (): void => {
    const kept = keep()
    closeDialog()
    if (kept !== null) putWords(kept)
  }
  const remove = (): void => {
    perform(removeMadeGlyph(draft.character!))
    setDraft(NO_DRAFT)
  }
  const lacks = tooLong
    ? "refusals.tooLong"
    : path !== "" && readingOf(draft) === ""
      ? "unread"
      : null
  return (
    <Modal
      open
      title={t("glyphs.title")}
      width={800}
      onCancel={closeDialog}
      footer={[
        draft.character !== null && (
          <Button
            key="remove"
            icon={<Trash2 size={14} />}
            className="glyph-remove"
            onClick={remove}
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
          papers={papers}
          shown={draft.character}
          onShow={(glyph, own) => {
            setDraft(glyph ? { ...draftOf(glyph), ...(own ? {} : { character: null }) } : NO_DRAFT)
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
            change({
              parts: draft.parts.map((each, k) => (k === i ? keptInCell(part, faces) : each)),
            })
          }
        />
        <div className="glyph-fields">
          <GlyphWords
            draft={draft}
            faces={faces}
            onChange={(part) => {
              change(part)
              setChosen(null)
            }}
          />
          <GlyphPartList
            parts={draft.parts}
            chosen={chosen}
            has={has}
            onChoose={setChosen}
            onChange={(parts) =>
              change({ parts: parts.map((part) => keptInCell(part, faces)), drawn: "" })
            }
          />
          {lacks && (
            <p className="glyph-fault" role="alert">
              {t(`glyphs.${lacks}`)}
            </p>
          )}
          <DrawnFields onDrawn={(drawn) => change({ drawn, parts: [] })} />
        </div>
      </div>
    </Modal>
  )
}

/** Glyphs of the paper's other issues that this one has not. */
function usePapersGlyphs(
  { door }: DialogProps["means"],
  glyphs: readonly MadeGlyph[],
): readonly MadeGlyph[] {
  const [papers, setPapers] = useState<readonly MadeGlyph[]>(NO_GLYPHS)
  useEffect(() => {
    void door.call("glyphs").then((kept) => setPapers(valueOf(kept) ?? NO_GLYPHS))
  }, [door])
  return papers.filter((one) => glyphs.every(({ reading }) => reading !== one.reading))
}

/** What the dialog begins with: the glyph that is wanted, whether it is made already or not. */
function startOf(glyphs: readonly MadeGlyph[]): GlyphDraft {
  const wanted = wantedGlyph()
  const known = glyphs.find(({ character }) => character === wanted)
  if (known) return draftOf(known)
  return wanted === null ? NO_DRAFT : { ...NO_DRAFT, typed: wanted }
}
