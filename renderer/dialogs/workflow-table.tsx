import { useTranslation } from "react-i18next"
import type { Say } from "../../layouts/finding.ts"
import { stateOf, type Transition, type Workflow } from "../../layouts/proof/workflow.ts"

/** A workflow as a table: its states in their order, whose turn each is, and the ways on with what must hold. */
export function WorkflowTable({ workflow }: { readonly workflow: Workflow }) {
  const { t } = useTranslation()
  const { states, transitions } = workflow
  return (
    <div className="house-entries">
      <table>
        <thead>
          <tr>
            {(["state", "turn", "edits", "ways"] as const).map((column) => (
              <th key={column}>{t(`workflow.column.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <tr key={state.id}>
              <td>
                <Words say={state.name} />
              </td>
              <td>
                <Roles workflow={workflow} ids={state.acts} />
              </td>
              <td>{t(`workflow.edits.${state.edits}`)}</td>
              <td>
                {transitions
                  .filter(({ from }) => from === state.id)
                  .map((way) => (
                    <Way key={way.id} way={way} workflow={workflow} />
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Words({ say: { zh, en } }: { readonly say: Say }) {
  const { i18n } = useTranslation()
  return i18n.language === "en" ? en : zh
}

interface RolesProps {
  readonly workflow: Workflow
  readonly ids: readonly string[]
}

/** The names of roles. */
function Roles({ workflow, ids }: RolesProps) {
  const { i18n } = useTranslation()
  const names = workflow.roles.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  return names.map(({ zh, en }) => (i18n.language === "en" ? en : zh)).join("、")
}

/** A way on: who goes it and where to, and what must hold. */
function Way({ way, workflow }: { readonly way: Transition; readonly workflow: Workflow }) {
  const { t } = useTranslation()
  const wants = [
    ...(way.step === null ? [] : [t("workflow.does", { step: t(`rounds.step.${way.step}`) })]),
    ...way.needs.map((step) => t("workflow.after", { step: t(`rounds.step.${step}`) })),
    ...way.guards.map((guard) => t(`workflow.guard.${guard}`)),
    ...(way.freezes === "never" ? [] : [t(`workflow.freezes.${way.freezes}`)]),
  ]
  return (
    <p className="workflow-way">
      <b>
        <Words say={way.say} />
      </b>
      {" → "}
      <Words say={stateOf(workflow, way.to).name} />
      <span className="quiet">
        <Roles workflow={workflow} ids={way.acts} />
        {wants.length > 0 && ` · ${wants.join("、")}`}
      </span>
    </p>
  )
}
