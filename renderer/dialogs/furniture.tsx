import { Button, Modal, Segmented } from "antd"
import { Minus, Plus, Square, Trash2, Type } from "lucide-react"
import { useEffect, useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { changeFurniture, pagesLike } from "../../layouts/edits/change-furniture.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Furniture, Page } from "../../layouts/issue/page.ts"
import { answersOf } from "../../layouts/templates/answers.ts"
import { PageProof } from "../canvas/page-proof.tsx"
import { perform, pressOf } from "../state/actions.ts"
import { closeDialog } from "../state/dialog.ts"
import { composedPage, desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { view } from "../state/view.ts"
import "../style/templates.css"
import type { DialogProps } from "./dialog-props.ts"
import {
  changesOf,
  draftOf,
  freshText,
  placeOf,
  trialOf,
  type DraftPiece,
} from "./furniture-draft.ts"
import { FurnitureFields } from "./furniture-fields.tsx"

/** Which pages a change of furniture is for. */
type Scope = "like" | "all" | "one"

/** Width of the page in the trial, CSS pixels. */
const WIDE = 856

/** The furniture (报头报眉) of the page that is shown, edited once for all pages that have it. */
export function FurnitureDialog({ means }: DialogProps) {
  const shown = useStore(view, (state) => state.page)
  const issue = useStore(desk, (state) => state.issue)
  const page = useStore(desk, (state) => composedPage(state, shown)?.page ?? null)
  return issue && page ? <Editor key={page.id} {...{ issue, page, means }} /> : null
}

function Editor({ issue, page, means }: { issue: Issue; page: Page; means: Means }) {
  const { t } = useTranslation()
  const [pieces, setPieces] = useState(() => draftOf(page))
  const [chosen, setChosen] = useState(() => pieces[0]?.key ?? -1)
  const [scope, setScope] = useState<Scope>("like")
  const like = pagesLike(issue, page.id)
  const pages = { like, all: issue.pages.map(({ id }) => id), one: [page.id] }[scope]
  const changes = changesOf(pieces)
  const piece = pieces.find(({ key }) => key === chosen)
  const change = (after: Furniture | null): void =>
    setPieces(pieces.map((one) => (one.key === chosen ? { ...one, after } : one)))
  const add = (): void => {
    const key = Math.max(-1, ...pieces.map((one) => one.key)) + 1
    setPieces([...pieces, { key, before: null, after: freshText(page) }])
    setChosen(key)
  }
  const keep = (): void => {
    closeDialog()
    if (changes.length > 0) perform(changeFurniture(pages, changes))
  }
  return (
    <Modal
      open
      title={t("furniture.title", { page: page.id })}
      width={904}
      className="furniture-dialog"
      okText={t("furniture.keep", { count: pages.length })}
      okButtonProps={{ disabled: changes.length === 0 }}
      onOk={keep}
      onCancel={closeDialog}
    >
      <Trial {...{ issue, page, pieces, means }} chosen={piece?.after ?? null} />
      <div className="furniture">
        <div className="furniture-list" role="listbox" aria-label={t("furniture.pieces")}>
          {pieces.map((one) =>
            one.after === null ? null : (
              <PieceRow
                key={one.key}
                piece={one.after}
                chosen={one.key === chosen}
                changed={one.before !== one.after}
                onChoose={() => setChosen(one.key)}
              />
            ),
          )}
          <Button size="small" type="text" icon={<Plus size={14} />} onClick={add}>
            {t("furniture.add")}
          </Button>
        </div>
        <div className="furniture-side">
          {piece?.after ? (
            <>
              <FurnitureFields
                piece={piece.after}
                grid={page.grid}
                answers={answersOf({ ...issue, pages: issue.pages.length }, page)}
                onChange={change}
              />
              <Button
                size="small"
                danger
                icon={<Trash2 size={14} />}
                onClick={() => {
                  change(null)
                  setChosen(pieces.find(({ key, after }) => after && key !== chosen)?.key ?? -1)
                }}
              >
                {t("furniture.remove")}
              </Button>
            </>
          ) : (
            <p className="quiet">{t("furniture.none")}</p>
          )}
        </div>
      </div>
      <div className="furniture-scope">
        <span>{t("furniture.scope")}</span>
        <Segmented<Scope>
          size="small"
          value={scope}
          options={[
            { value: "like", label: t("furniture.like", { count: like.length }) },
            { value: "all", label: t("furniture.all", { count: issue.pages.length }) },
            { value: "one", label: t("furniture.one", { page: page.id }) },
          ]}
          onChange={setScope}
        />
        <span className="quiet">{t("furniture.scopeHint")}</span>
      </div>
    </Modal>
  )
}

/** Under what name the page with edited furniture is told to the tile workers. */
const TRIAL = "trial of furniture"

interface TrialProps {
  readonly issue: Issue
  readonly page: Page
  readonly pieces: readonly DraftPiece[]
  readonly chosen: Furniture | null
  readonly means: Means
}

/** The page's furniture as it would print, with the chosen piece in sight. */
function Trial({ issue, page, pieces, chosen, means }: TrialProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const list = useMemo(() => {
    const made = { ...trialOf(issue, page, pieces, pressOf(means)).list, page: TRIAL }
    means.tiles.setList(made)
    return made
  }, [issue, page, pieces, means])
  const px = WIDE / list.trim.width
  const { x, y } = chosen ? placeOf(chosen, page.grid) : { x: 0, y: 0 }
  const left = (page.grid.x + x * page.grid.bodySize) * px
  const top = (page.grid.y + y * page.grid.linePitch) * px
  useEffect(() => {
    if (box.current) box.current.scrollTop = top - box.current.clientHeight / 2
  }, [top])
  return (
    <div ref={box} className="furniture-trial">
      <PageProof tiles={means.tiles} list={list} width={WIDE} label={t("furniture.trial")} />
      {chosen && <i style={{ left, top }} />}
    </div>
  )
}

interface PieceRowProps {
  readonly piece: Furniture
  readonly chosen: boolean
  readonly changed: boolean
  readonly onChoose: () => void
}

function PieceRow({ piece, chosen, changed, onChoose }: PieceRowProps) {
  const { t } = useTranslation()
  const icons = { text: <Type size={14} />, rule: <Minus size={14} />, box: <Square size={14} /> }
  const line = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: "nearest" })
  }, [chosen])
  return (
    <button
      ref={line}
      type="button"
      role="option"
      aria-selected={chosen}
      className={chosen ? "piece chosen" : "piece"}
      onClick={onChoose}
    >
      {icons[piece.kind]}
      <span>
        {piece.kind === "text"
          ? piece.text.replaceAll(
              /\{(\w+)\}/g,
              (_, word: string) => `‹${t(`placeholder.${word}`)}›`,
            )
          : t(`furniture.${piece.kind}`, {
              width: piece.kind === "rule" ? piece.width : piece.rule,
            })}
      </span>
      {changed && <i className="changed" title={t("furniture.changed")} />}
    </button>
  )
}
