import { Button, Checkbox, Modal } from "antd"
import i18next from "i18next"
import { Check, Trash2, Upload } from "lucide-react"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Say } from "../../layouts/finding.ts"
import { workflowOf, type NamedWorkflow } from "../../layouts/proof/round-records.ts"
import type { Means } from "../state/means.ts"
import { chooseFiles } from "../state/choose-files.ts"
import { desk } from "../state/desk.ts"
import { closeDialog } from "../state/dialog.ts"
import { preferences, setPreferences } from "../state/preferences.ts"
import { rounds } from "../state/rounds.ts"
import {
  fetchWorkflows,
  giveWorkflow,
  importWorkflow,
  removeWorkflow,
  workflows,
} from "../state/workflows.ts"
import "../style/house-tables.css"
import "../style/workflows.css"
import type { DialogProps } from "./dialog-props.ts"
import { FileFaults } from "./file-faults.tsx"
import { WorkflowTable } from "./workflow-table.tsx"

/** The workflows (流程) that pages go by: looked through, taken in from files, given to the issue. */
export function WorkflowsDialog({ means }: DialogProps) {
  const { t } = useTranslation()
  const { shelf } = useStore(workflows)
  const { kept } = useStore(rounds)
  const [chosen, setChosen] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly Say[]>([])
  useEffect(() => void fetchWorkflows(means.door), [means])
  const inForce = workflowOf(kept.records, null)
  const shown = shelf.find(({ name }) => name === (chosen ?? inForce.name)) ?? inForce
  const take = async (): Promise<void> => {
    const [path] = await chosenFile(means)
    if (path === undefined) return
    const taken = await importWorkflow(path, means.door)
    setFaults(taken.faults)
    if (taken.name !== null) setChosen(taken.name)
  }
  return (
    <Modal open title={t("workflow.title")} width={920} footer={null} onCancel={closeDialog}>
      <div className="house workflows">
        <div className="house-tables">
          <Button icon={<Upload size={14} />} onClick={() => void take()}>
            {t("workflow.import")}
          </Button>
          <ul aria-label={t("workflow.title")}>
            {shelf.map(({ name }) => (
              <WorkflowRow
                key={name}
                {...{ name, means, chosen: name === shown.name, used: name === inForce.name }}
                onChoose={() => setChosen(name)}
              />
            ))}
          </ul>
          <p className="quiet">{t("workflow.hint")}</p>
        </div>
        <div className="house-side">
          <FileFaults
            type="error"
            title={t("workflow.faults", { count: faults.length })}
            faults={faults}
          />
          <Use shown={shown} inForce={inForce} means={means} />
          <WorkflowTable workflow={shown.workflow} />
        </div>
      </div>
    </Modal>
  )
}

/** A workflow's file that the person chooses; none where they think better of it. */
function chosenFile({ door }: Means): Promise<readonly string[]> {
  const title = i18next.t("workflow.import")
  const endings = ["json"]
  return chooseFiles(door, { title, save: false, folder: false, many: false, endings, name: "" })
}

interface WorkflowRowProps {
  readonly name: string
  readonly means: Means
  readonly chosen: boolean
  /** Whether the new pages go by it. */
  readonly used: boolean
  readonly onChoose: () => void
}

function WorkflowRow({ name, means, chosen, used, onChoose }: WorkflowRowProps) {
  const { t } = useTranslation()
  return (
    <li className={chosen ? "chosen" : ""}>
      <span className="workflow-used">{used && <Check size={14} />}</span>
      <button type="button" aria-pressed={chosen} onClick={onChoose}>
        {name || t("workflow.house")}
      </button>
      {name !== "" && (
        <button
          type="button"
          title={t("house.remove")}
          aria-label={`${t("house.remove")} ${name}`}
          onClick={() => void removeWorkflow(name, means.door)}
        >
          <Trash2 size={14} />
        </button>
      )}
    </li>
  )
}

interface UseProps {
  readonly shown: NamedWorkflow
  readonly inForce: NamedWorkflow
  readonly means: Means
}

/** Whether the open issue and new ones go by the shown workflow. One changed on the shelf can be given anew. */
function Use({ shown, inForce, means }: UseProps) {
  const { t } = useTranslation()
  const open = useStore(desk, ({ path }) => path !== null)
  const first = useStore(preferences, ({ set }) => set?.workflow ?? "")
  const same = JSON.stringify(shown) === JSON.stringify(inForce)
  return (
    <p className="workflow-use">
      {open && (
        <Button type="primary" disabled={same} onClick={() => void giveWorkflow(shown.name, means)}>
          {t(same ? "workflow.inUse" : "workflow.use")}
        </Button>
      )}
      <Checkbox
        checked={first === shown.name}
        onChange={({ target }) =>
          void setPreferences({ workflow: target.checked ? shown.name : "" }, means.door)
        }
      >
        {t("workflow.first")}
      </Checkbox>
    </p>
  )
}
