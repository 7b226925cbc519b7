import { Button, DatePicker, Modal, Popconfirm, Popover, Tooltip } from "antd"
import dayjs from "dayjs"
import { ChevronLeft, ChevronRight, ListOrdered, Plus, Trash2, UserPen } from "lucide-react"
import { useState, type DragEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { ComposedPage } from "../../layouts/compose.ts"
import { setIssue } from "../../layouts/edits/set-issue.ts"
import { setPageWords } from "../../layouts/edits/set-page-words.ts"
import { BLANK_IMPRINT, type Imprint } from "../../layouts/issue/imprint.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { PageProof } from "../canvas/page-proof.tsx"
import { TextField } from "../controls/text-field.tsx"
import { LengthTag } from "../panels/length-tag.tsx"
import { perform } from "../state/actions.ts"
import { closeDialog, openDialog } from "../state/dialog.ts"
import { desk } from "../state/desk.ts"
import { lengthOfPage } from "../state/lengths.ts"
import type { Means } from "../state/means.ts"
import { callPage, dropPage, movePageTo, renumber } from "../state/page-deeds.ts"
import { templateNamed } from "../state/templates.ts"
import { view } from "../state/view.ts"
import "../style/templates.css"
import type { DialogProps } from "./dialog-props.ts"
import { useTemplateName } from "./template-words.ts"

/** Width of a page in the plan, CSS pixels. */
const WIDE = 124

/** Words of the imprint that belong to a page rather than to the paper. */
const STAFF = ["editor", "designer", "reader"] as const

/** The page plan (版面计划): what the issue says of itself, and its pages in order. */
export function PagePlan({ means }: DialogProps) {
  const { t } = useTranslation()
  const issue = useStore(desk, (state) => state.issue)
  const pages = useStore(desk, (state) => state.pages)
  if (!issue) return null
  return (
    <Modal
      open
      title={t("plan.title")}
      width={1020}
      footer={null}
      className="plan-dialog"
      onCancel={closeDialog}
    >
      <div className="plan">
        <IssueFields issue={issue} />
        <div className="plan-pages">
          <div className="plan-bar">
            <Button size="small" icon={<Plus size={14} />} onClick={() => openDialog("addPage")}>
              {t("plan.add")}
            </Button>
            <Button size="small" icon={<ListOrdered size={14} />} onClick={renumber}>
              {t("plan.renumber")}
            </Button>
            <span className="quiet">{t("plan.count", { count: pages.length })}</span>
          </div>
          <PageCards pages={pages} means={means} />
        </div>
      </div>
    </Modal>
  )
}

/** Paper, day and imprint, entered once: they flow into the furniture of every page. */
function IssueFields({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation()
  const { paper, date, imprint = BLANK_IMPRINT } = issue
  const day = dayjs(new Date(date.year, date.month - 1, date.day))
  const names = Object.keys(BLANK_IMPRINT) as (keyof Imprint)[]
  return (
    <div className="plan-issue">
      <Row id="plan-paper" label={t("imprint.paper")}>
        <TextField
          id="plan-paper"
          label={t("imprint.paper")}
          value={paper}
          onKeep={(word) => word.trim() !== "" && perform(setIssue({ paper: word.trim() }))}
        />
      </Row>
      <Row id="plan-date" label={t("newIssue.date")}>
        <DatePicker
          id="plan-date"
          size="small"
          allowClear={false}
          value={day}
          onChange={(next) => {
            if (next)
              perform(
                setIssue({
                  date: { year: next.year(), month: next.month() + 1, day: next.date() },
                }),
              )
          }}
        />
      </Row>
      {names.map((name) => (
        <Row key={name} id={`plan-${name}`} label={t(`imprint.${name}`)}>
          <TextField
            id={`plan-${name}`}
            label={t(`imprint.${name}`)}
            value={imprint[name]}
            onKeep={(word) => perform(setIssue({ imprint: { [name]: soundWord(word) } }))}
          />
        </Row>
      ))}
    </div>
  )
}

function Row({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div className="plan-row">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}

/** A word as furniture can print it: in one line, without braces. */
function soundWord(word: string): string {
  return word.replaceAll(/[{}\p{Cc}]/gu, "").trim()
}

/** The pages in order; a page is dragged before or behind another. */
function PageCards({ pages, means }: { pages: readonly ComposedPage[]; means: Means }) {
  const { t } = useTranslation()
  const [dragged, setDragged] = useState<string | null>(null)
  const [gap, setGap] = useState<number | null>(null)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const from = pages.findIndex(({ page }) => page.id === dragged)
    if (dragged !== null && gap !== null && from >= 0)
      movePageTo(dragged, gap > from ? gap - 1 : gap)
    setDragged(null)
    setGap(null)
  }
  return (
    <div
      className="plan-cards"
      role="list"
      aria-label={t("plan.pages")}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {pages.map((composed, i) => (
        <div
          key={composed.page.id}
          role="listitem"
          className={[
            "plan-card",
            dragged === composed.page.id ? "dragged" : "",
            gap === i ? "gap-before" : "",
            gap === pages.length && i === pages.length - 1 ? "gap-after" : "",
          ].join(" ")}
          draggable
          onDragStart={() => setDragged(composed.page.id)}
          onDragEnd={() => {
            setDragged(null)
            setGap(null)
          }}
          onDragOver={(event) => {
            const { left, width } = event.currentTarget.getBoundingClientRect()
            setGap(event.clientX < left + width / 2 ? i : i + 1)
          }}
        >
          <PageCard composed={composed} index={i} last={pages.length - 1} means={means} />
        </div>
      ))}
    </div>
  )
}

interface PageCardProps {
  readonly composed: ComposedPage
  readonly index: number
  readonly last: number
  readonly means: Means
}

/** One page of the plan: how it stands, its number and name, what it was made from. */
function PageCard({ composed, index, last, means }: PageCardProps) {
  const { t } = useTranslation()
  const nameOf = useTemplateName()
  const { page, list } = composed
  const template = templateNamed(page.template)
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
        <span className="quiet" title={template ? nameOf(template) : page.template}>
          {template ? nameOf(template) : page.template}
        </span>
        <LengthTag length={lengthOfPage(composed)} />
      </div>
      <div className="plan-tools">
        <CardButton
          name={t("plan.earlier", { page: page.id })}
          off={index === 0}
          onPress={() => movePageTo(page.id, index - 1)}
        >
          <ChevronLeft size={14} />
        </CardButton>
        <CardButton
          name={t("plan.later", { page: page.id })}
          off={index === last}
          onPress={() => movePageTo(page.id, index + 1)}
        >
          <ChevronRight size={14} />
        </CardButton>
        <Popover
          trigger="click"
          title={t("plan.staff")}
          content={<StaffFields {...{ composed }} />}
        >
          <button type="button" className="icon-button" aria-label={t("plan.staff")}>
            <UserPen size={14} />
          </button>
        </Popover>
        <Popconfirm
          title={t("plan.removeSure", { page: page.id })}
          description={t("plan.removeWhat", { count: composed.articles.length })}
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
    </>
  )
}

interface CardButtonProps {
  readonly name: string
  readonly off: boolean
  readonly onPress: () => void
  readonly children: React.ReactNode
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
function StaffFields({ composed: { page } }: { readonly composed: ComposedPage }) {
  const { t } = useTranslation()
  const imprint = useStore(desk, (state) => state.issue?.imprint ?? BLANK_IMPRINT)
  return (
    <div className="plan-staff">
      {STAFF.map((name) => (
        <Row key={name} id={`staff-${name}`} label={t(`imprint.${name}`)}>
          <TextField
            id={`staff-${name}`}
            label={t(`imprint.${name}`)}
            value={page.words?.[name] ?? ""}
            placeholder={imprint[name]}
            onKeep={(word) => perform(setPageWords(page.id, { [name]: soundWord(word) }))}
          />
        </Row>
      ))}
    </div>
  )
}
