import { Button, DatePicker, Modal } from "antd"
import dayjs from "dayjs"
import { ListOrdered, Plus } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setIssue } from "../../layouts/edits/set-issue.ts"
import { BLANK_IMPRINT, type Imprint } from "../../layouts/issue/imprint.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { TextField } from "../controls/text-field.tsx"
import { perform } from "../state/actions.ts"
import { closeDialog, openDialog } from "../state/dialog.ts"
import { desk } from "../state/desk.ts"
import { renumber } from "../state/page-deeds.ts"
import "../style/templates.css"
import type { DialogProps } from "./dialog-props.ts"
import { PageCards } from "./page-cards.tsx"
import { PlanRow, soundWord } from "./plan-row.tsx"

/** The page plan (版面计划): what the issue says of itself, and its pages in order. */
export function PagePlan({ means }: DialogProps) {
  const { t } = useTranslation()
  const issue = useStore(desk, (state) => state.issue)
  const pages = useStore(desk, (state) => state.pages)
  if (!issue) return null
  return (
    <Modal open title={t("plan.title")} width={1020} footer={null} onCancel={closeDialog}>
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

const IMPRINT = Object.keys(BLANK_IMPRINT) as (keyof Imprint)[]

/** Paper, day and imprint, entered once: they flow into the furniture of every page. */
function IssueFields({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation()
  const { paper, imprint = BLANK_IMPRINT } = issue
  return (
    <div className="plan-issue">
      <PlanRow id="plan-paper" label={t("imprint.paper")}>
        <TextField
          id="plan-paper"
          label={t("imprint.paper")}
          value={paper}
          onKeep={(word) => soundWord(word) !== "" && perform(setIssue({ paper: soundWord(word) }))}
        />
      </PlanRow>
      <PlanRow id="plan-date" label={t("newIssue.date")}>
        <DayField issue={issue} />
      </PlanRow>
      {IMPRINT.map((name) => (
        <PlanRow key={name} id={`plan-${name}`} label={t(`imprint.${name}`)}>
          <TextField
            id={`plan-${name}`}
            label={t(`imprint.${name}`)}
            value={imprint[name]}
            onKeep={(word) => perform(setIssue({ imprint: { [name]: soundWord(word) } }))}
          />
        </PlanRow>
      ))}
    </div>
  )
}

/** The day of the issue. */
function DayField({ issue: { date } }: { readonly issue: Issue }) {
  return (
    <DatePicker
      id="plan-date"
      size="small"
      allowClear={false}
      value={dayjs(new Date(date.year, date.month - 1, date.day))}
      onChange={(day) => {
        if (!day) return
        const next = { year: day.year(), month: day.month() + 1, day: day.date() }
        perform(setIssue({ date: next }))
      }}
    />
  )
}
