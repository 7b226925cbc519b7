import { Button, Modal, Segmented } from "antd"
import { Trash2 } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { changeFurniture, pagesLike } from "../../layouts/edits/change-furniture.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Furniture, Page } from "../../layouts/issue/page.ts"
import { answersOf } from "../../layouts/templates/answers.ts"
import { perform } from "../state/actions.ts"
import { closeDialog } from "../state/dialog.ts"
import { composedPage, desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { view } from "../state/view.ts"
import "../style/templates.css"
import type { DialogProps } from "./dialog-props.ts"
import { changesOf, draftOf, freshText, type DraftPiece } from "./furniture-draft.ts"
import { FurnitureFields } from "./furniture-fields.tsx"
import { FurnitureList } from "./furniture-list.tsx"
import { FurnitureTrial } from "./furniture-trial.tsx"

/** Which pages a change of furniture is for: of the same template, all, or the one that is shown. */
type Scope = "like" | "all" | "one"

/** The furniture (报头报眉) of the page that is shown, edited once for all pages that have it. */
export function FurnitureDialog({ means }: DialogProps) {
  const shown = useStore(view, (state) => state.page)
  const issue = useStore(desk, (state) => state.issue)
  const page = useStore(desk, (state) => composedPage(state, shown)?.page ?? null)
  return issue && page ? <Editor key={page.id} {...{ issue, page, means }} /> : null
}

interface EditorProps {
  readonly issue: Issue
  readonly page: Page
  readonly means: Means
}

function Editor({ issue, page, means }: EditorProps) {
  const { t } = useTranslation()
  const draft = useDraft(page)
  const [scope, setScope] = useState<Scope>("like")
  const scopes = {
    like: pagesLike(issue, page.id),
    all: issue.pages.map(({ id }) => id),
    one: [page.id],
  }
  const changes = changesOf(draft.pieces)
  const keep = (): void => {
    closeDialog()
    if (changes.length > 0) perform(changeFurniture(scopes[scope], changes))
  }
  return (
    <Modal
      open
      title={t("furniture.title", { page: page.id })}
      width={904}
      okText={t("furniture.keep", { count: scopes[scope].length })}
      okButtonProps={{ disabled: changes.length === 0 }}
      onOk={keep}
      onCancel={closeDialog}
    >
      <FurnitureTrial {...{ issue, page, means }} pieces={draft.pieces} chosen={draft.piece} />
      <div className="furniture">
        <FurnitureList
          pieces={draft.pieces}
          chosen={draft.chosen}
          onChoose={draft.choose}
          onAdd={draft.add}
        />
        <PieceSide {...{ issue, page }} piece={draft.piece} onChange={draft.change} />
      </div>
      <div className="furniture-scope">
        <span>{t("furniture.scope")}</span>
        <Segmented<Scope>
          size="small"
          value={scope}
          options={[
            { value: "like", label: t("furniture.like", { count: scopes.like.length }) },
            { value: "all", label: t("furniture.all", { count: scopes.all.length }) },
            { value: "one", label: t("furniture.one", { page: page.id }) },
          ]}
          onChange={setScope}
        />
        <span className="quiet">{t("furniture.scopeHint")}</span>
      </div>
    </Modal>
  )
}

/** A page's furniture while it is edited. */
interface Draft {
  readonly pieces: readonly DraftPiece[]
  /** Key of the chosen piece; −1 for none. */
  readonly chosen: number
  /** The chosen piece as it is to be. */
  readonly piece: Furniture | null
  readonly choose: (key: number) => void
  /** Makes the chosen piece another; null takes it away. */
  readonly change: (after: Furniture | null) => void
  readonly add: () => void
}

function useDraft(page: Page): Draft {
  const [pieces, setPieces] = useState(() => draftOf(page))
  const [chosen, choose] = useState(() => pieces[0]?.key ?? -1)
  return {
    pieces,
    chosen,
    piece: pieces.find(({ key }) => key === chosen)?.after ?? null,
    choose,
    change(after) {
      setPieces(pieces.map((one) => (one.key === chosen ? { ...one, after } : one)))
      const others = pieces.filter((one) => one.after !== null && one.key !== chosen)
      if (after === null) choose(others[0]?.key ?? -1)
    },
    add() {
      const key = Math.max(-1, ...pieces.map((one) => one.key)) + 1
      setPieces([...pieces, { key, before: null, after: freshText(page) }])
      choose(key)
    },
  }
}

interface PieceSideProps {
  readonly issue: Issue
  readonly page: Page
  readonly piece: Furniture | null
  readonly onChange: (after: Furniture | null) => void
}

/** What can be changed of the chosen piece. */
function PieceSide({ issue, page, piece, onChange }: PieceSideProps) {
  const { t } = useTranslation()
  if (!piece) return <p className="quiet">{t("furniture.none")}</p>
  const answers = answersOf({ ...issue, pages: issue.pages.length }, page)
  return (
    <div>
      <FurnitureFields piece={piece} grid={page.grid} answers={answers} onChange={onChange} />
      <Button size="small" danger icon={<Trash2 size={14} />} onClick={() => onChange(null)}>
        {t("furniture.remove")}
      </Button>
    </div>
  )
}
