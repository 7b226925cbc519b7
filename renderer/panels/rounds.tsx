import { Button, Input } from "antd"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { guardPlace } from "../../layouts/proof/guard-places.ts"
import { guardsOpen, type OpenGuard } from "../../layouts/proof/guards.ts"
import { workflowOf } from "../../layouts/proof/round-records.ts"
import { mayAct, stepsMissing, waysFrom } from "../../layouts/proof/rounds.ts"
import { stateOf, type Transition } from "../../layouts/proof/workflow.ts"
import { useConditions } from "../state/conditions.ts"
import { desk } from "../state/desk.ts"
import { openDialog } from "../state/dialog.ts"
import { goToGuard } from "../state/guard-deeds.ts"
import type { Means } from "../state/means.ts"
import { preferences } from "../state/preferences.ts"
import { goFurther, standingOf, tellIds, type Standing } from "../state/round-deeds.ts"
import { profileHere, rounds } from "../state/rounds.ts"
import { view } from "../state/view.ts"
import "../style/rounds.css"
import { ProofVersions } from "./proof-versions.tsx"
import { RecheckList } from "./recheck-list.tsx"
import { useSay } from "./rounds-say.ts"

/** How far the shown page is on its way to print (流程/校样), whose turn it is and what is missing. */
export function RoundsPanel({ means }: { readonly means: Means }) {
  const { t } = useTranslation()
  const standing = useStanding(means)
  const { kept } = useStore(rounds)
  const say = useSay()
  if (!standing) return <p className="rounds-none">{t("rounds.none")}</p>
  const { round, page, workflow } = standing
  const state = stateOf(workflow, round.state)
  const turn = workflow.roles.filter(({ id }) => state.acts.includes(id))
  return (
    <section className="rounds-panel" aria-label={t("rounds.title")}>
      <header>
        <b>{t("rounds.page", { page: page.page.id })}</b>
        <span className="rounds-state" role="status">
          {say(state.name)}
        </span>
        <span className="rounds-turn">
          {t("rounds.turn", { roles: turn.map(({ name }) => say(name)).join("、") })}
        </span>
        <button type="button" className="rounds-workflow" onClick={() => openDialog("workflows")}>
          {workflowOf(kept.records, page.page.id).name || t("workflow.house")}
        </button>
      </header>
      {kept.broken.length > 0 && (
        <p className="rounds-bad">{t("rounds.broken", { numbers: kept.broken.join("、") })}</p>
      )}
      <SignatureLine standing={standing} />
      <Ways standing={standing} means={means} />
      <RecheckList standing={standing} means={means} />
      <ProofVersions page={page.page.id} means={means} />
    </section>
  )
}

/** How the shown page stands, anew whenever something of it changes. */
function useStanding(means: Means): Standing | null {
  const [standing, setStanding] = useState<Standing | null>(null)
  const page = useStore(view, (state) => state.page)
  const pages = useStore(desk, (state) => state.pages)
  const marks = useStore(desk, (state) => state.marks)
  const { kept, proofs } = useStore(rounds)
  const { conditions } = useConditions(means.door)
  useEffect(() => {
    let stale = false
    if (page === null) setStanding(null)
    else
      void standingOf(page, means, conditions).then((now) => {
        if (!stale) setStanding(now)
      })
    return () => {
      stale = true
    }
  }, [page, pages, marks, kept, proofs, conditions, means])
  return standing
}

/** Whether the page is signed, and whether it still is what was signed. */
function SignatureLine({ standing: { round, facts } }: { readonly standing: Standing }) {
  const { t } = useTranslation()
  const { signature } = round
  if (!signature) return null
  const valid = signature.list === facts.list
  const words = { who: signature.who, number: signature.proof }
  return (
    <p className={valid ? "rounds-signed" : "rounds-bad"} data-testid="signature">
      {t(valid ? "rounds.signed" : "rounds.void", words)}
    </p>
  )
}

/** The ways on from here, with what stands against each. */
function Ways({ standing, means }: { readonly standing: Standing; readonly means: Means }) {
  const { t } = useTranslation()
  const [opinion, setOpinion] = useState("")
  const [reason, setReason] = useState("")
  const go = (way: Transition): void =>
    void goFurther(way, standing, { means, opinion, reason }).then((gone) => {
      if (gone) [setOpinion, setReason].forEach((set) => set(""))
    })
  const ways = waysFrom(standing.workflow, standing.round)
  if (ways.length === 0) return null
  return (
    <div className="rounds-ways">
      <Input.TextArea
        aria-label={t("rounds.opinion")}
        placeholder={t("rounds.opinion")}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <SignedAs />
      {ways.map((way) => (
        <Way key={way.id} {...{ way, standing, means, opinion, reason }} onGo={() => go(way)} />
      ))}
      <Input
        size="small"
        aria-label={t("rounds.reason")}
        placeholder={t("rounds.reason")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </div>
  )
}

/** In whose name the page goes on. */
function SignedAs() {
  const { t } = useTranslation()
  const { name = "", role = "" } = useStore(preferences, ({ set }) => set?.person) ?? {}
  return <p className="rounds-turn">{t(name ? "rounds.as" : "rounds.asNobody", { name, role })}</p>
}

interface WayProps {
  readonly way: Transition
  readonly standing: Standing
  readonly means: Means
  readonly opinion: string
  readonly reason: string
  readonly onGo: () => void
}

function Way({ way, standing, means, opinion, reason, onGo }: WayProps) {
  const { t } = useTranslation()
  const say = useSay()
  const busy = useStore(rounds, (state) => state.busy)
  useStore(preferences, ({ set }) => set?.person)
  const { round, facts, workflow } = standing
  const barred = mayAct(workflow, way, profileHere(), [...round.done, ...facts.readers])
  const open = guardsOpen(workflow, way, facts)
  const held = open.filter(({ waivable }) => !waivable || reason.trim() === "")
  const steps = stepsMissing(way, round)
  const silent = way.opinion && opinion.trim() === ""
  const stopped = barred !== null || held.length > 0 || steps.length > 0 || silent
  return (
    <div className="rounds-way">
      <Button size="small" disabled={stopped || busy} loading={busy && !stopped} onClick={onGo}>
        {say(way.say)}
      </Button>
      <ul>
        {barred && <li>{say(barred)}</li>}
        {silent && !barred && <li>{t("rounds.wantsOpinion")}</li>}
        {steps.map((step) => (
          <li key={step}>{t("rounds.wantsStep", { step: t(`rounds.step.${step}`) })}</li>
        ))}
        {open.map((guard) => (
          <Missing key={guard.guard} {...{ guard, standing, means }} />
        ))}
      </ul>
    </div>
  )
}

interface MissingProps {
  readonly guard: OpenGuard
  readonly standing: Standing
  readonly means: Means
}

/** What is missing, a way to its first place; pictures are approved right here. */
function Missing({ guard, standing, means }: MissingProps) {
  const { t } = useTranslation()
  const say = useSay()
  const { page } = standing
  const approve = (): void => {
    const ids = page.list.items.flatMap((item) => (item.kind === "image" ? [item.picture] : []))
    void tellIds("approve", page.page.id, { ids: [...new Set(ids)], means })
  }
  return (
    <li className={guard.waivable ? "rounds-waivable" : ""}>
      {guardPlace(guard.guard, standing.sources) ? (
        <button
          type="button"
          className="rounds-guard"
          title={t("rounds.toFirst")}
          onClick={() => goToGuard(guard.guard, standing, means)}
        >
          {say(guard.say)}
        </button>
      ) : (
        say(guard.say)
      )}
      {guard.guard === "pictures-approved" && (
        <button type="button" onClick={approve}>
          {t("rounds.approve")}
        </button>
      )}
    </li>
  )
}
