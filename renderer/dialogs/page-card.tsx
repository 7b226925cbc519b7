import { Popconfirm, Popover, Tooltip } from "antd"
import { ChevronLeft, ChevronRight, Trash2, UserPen } from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { ComposedPage } from "../../layouts/compose.ts"
import { setPageWords } from "../../layouts/edits/set-page-words.ts"
import { BLANK_IMPRINT } from "../../layouts/issue/imprint.ts"
import type { Page } from "../../layouts/issue/page.ts"
import { PageProof } from "../canvas/page-proof.tsx"
import { TextField } from "../controls/text-field.tsx"
import { LengthTag } from "../panels/length-tag.tsx"
import { perform } from "../state/actions.ts"
import { closeDialog } from "../state/dialog.ts"
import { desk } from "../state/desk.ts"
import { lengthOfPage } from "../state/lengths.ts"
import type { Means } from "../state/means.ts"
import { callPage, dropPage, movePageTo } from "../state/page-deeds.ts"
import { templateNamed } from "../state/templates.ts"
import { view } from "../state/view.ts"
import { PlanRow, soundWord } from "./plan-row.tsx"
import { useTemplateName } from "./template-words.ts"

/** Width of a page in the plan, CSS pixels. */
const WIDE = 124

/** Words of the imprint that a page may have of its own. */
const STAFF = ["editor", "designer", "reader"] as const

/** A page and its place in the plan. */
export interface PageCardProps {
  readonly composed: ComposedPage
  readonly index: number
  readonly last: number
  readonly means: Means
}

/** One page of the plan: how it stands, its number and name, what it was made from. */
export function PageCard(props: PageCardProps) {
  const { t } = useTranslation()
  const nameOf = useTemplateName()
  const { composed, means } = props
  const { page, list } = composed
  const template = templateNamed(page.template)
  const made = template ? nameOf(template) : page.template
  const show = (): void => {
    view.setState({ page: page.id, selection: [] })
    closeDialog()
  }
  return (
    <>
      <button type="button" className="plan-proof" title={t("plan.show")} onClick={show}>
        <PageProof tiles={means.tiles} list={list} width={WIDE} label={page.id} />
      </button>
      <div className="plan-names">
        <TextField
          label={t("plan.number", { page: page.id })}
          value={page.id}
          className="plan-number"
          onKeep={(id) => callPage(page.id, soundWord(id))}
        />
        <TextField
          label={t("plan.section", { page: page.id })}
          value={page.words?.section ?? ""}
          placeholder={t("plan.noSection")}
          onKeep={(section) => perform(setPageWords(page.id, { section: soundWord(section) }))}
        />
      </div>
      <div className="plan-foot">
        <span className="quiet" title={made}>
          {made}
        </span>
        <LengthTag length={lengthOfPage(composed)} />
      </div>
      <CardTools {...props} />
    </>
  )
}

/** What can be done with a page of the plan. */
function CardTools({ composed, index, last }: PageCardProps) {
  const { t } = useTranslation()
  const { page, articles } = composed
  const move = (to: number) => (): void => movePageTo(page.id, to)
  return (
    <div className="plan-tools">
      <CardButton
        name={t("plan.earlier", { page: page.id })}
        off={index === 0}
        onPress={move(index - 1)}
      >
        <ChevronLeft size={14} />
      </CardButton>
      <CardButton
        name={t("plan.later", { page: page.id })}
        off={index === last}
        onPress={move(index + 1)}
      >
        <ChevronRight size={14} />
      </CardButton>
      <Popover trigger="click" title={t("plan.staff")} content={<StaffFields page={page} />}>
        <button type="button" className="icon-button" aria-label={t("plan.staff")}>
          <UserPen size={14} />
        </button>
      </Popover>
      <Popconfirm
        title={t("plan.removeSure", { page: page.id })}
        description={t("plan.removeWhat", { count: articles.length })}
        okText={t("plan.remove")}
        cancelText={t("templates.cancel")}
        onConfirm={() => dropPage(page.id)}
      >
        <button
          type="button"
          className="icon-button"
          aria-label={t("plan.removeOne", { page: page.id })}
        >
          <Trash2 size={14} />
        </button>
      </Popconfirm>
    </div>
  )
}

interface CardButtonProps {
  readonly name: string
  readonly off: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function CardButton({ name, off, onPress, children }: CardButtonProps) {
  return (
    <Tooltip title={name} mouseEnterDelay={0.6}>
      <button
        type="button"
        className="icon-button"
        aria-label={name}
        disabled={off}
        onClick={onPress}
      >
        {children}
      </button>
    </Tooltip>
  )
}

/** Who makes a page, where that is not whom the imprint names. */
function StaffFields({ page }: { readonly page: Page }) {
  const { t } = useTranslation()
  const imprint = useStore(desk, (state) => state.issue?.imprint ?? BLANK_IMPRINT)
  return (
    <div className="plan-staff">
      {STAFF.map((name) => (
        <PlanRow key={name} id={`staff-${name}`} label={t(`imprint.${name}`)}>
          <TextField
            id={`staff-${name}`}
            label={t(`imprint.${name}`)}
            value={page.words?.[name] ?? ""}
            placeholder={imprint[name]}
            onKeep={(word) => perform(setPageWords(page.id, { [name]: soundWord(word) }))}
          />
        </PlanRow>
      ))}
    </div>
  )
}
