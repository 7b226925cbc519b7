import i18next from "i18next"
import type { ComposedPage } from "../../layouts/compose.ts"
import type { RoundFacts } from "../../layouts/proof/guards.ts"
import { preflightIssue } from "../../layouts/proof/preflight.ts"
import type { Recheck } from "../../layouts/proof/recheck.ts"
import { factsOf, recheckDue, type FactSources } from "../../layouts/proof/round-facts.ts"
import { idsTold, roundOf } from "../../layouts/proof/round-records.ts"
import type { PageRound } from "../../layouts/proof/rounds.ts"
import { isWaiting } from "../../layouts/issue/mark.ts"
import type { Transition, Workflow } from "../../layouts/proof/workflow.ts"
import type { ConditionEntry, StoredProof } from "../../main/bridge/contract.ts"
import { chooseFiles } from "./choose-files.ts"
import { composedPage, desk } from "./desk.ts"
import { localTime } from "./export.ts"
import { tell, valueOf, type Means } from "./means.ts"
import { fetchRounds, frozenOf, hashOfPage, profileHere, rounds, workflowHere } from "./rounds.ts"

/** All that the panel shows of a page on its way. */
export interface Standing {
  readonly page: ComposedPage
  /** The workflow that it goes by. */
  readonly workflow: Workflow
  readonly round: PageRound
  readonly facts: RoundFacts
  /** What the facts were gathered from. */
  readonly sources: FactSources
  readonly recheck: Recheck | null
}

/** How a page stands now; null while it is not there. */
export async function standingOf(
  id: string,
  means: Means,
  conditions: readonly ConditionEntry[],
): Promise<Standing | null> {
  const { issue, marks, pages } = desk.getState()
  const page = composedPage({ pages }, id)
  const { kept, proofs } = rounds.getState()
  if (!issue || !page) return null
  const own = proofs.filter((proof) => proof.page === id && proof.fault === null)
  const [last, before] = [own.at(-1), own.at(-2)]
  const [frozen, earlier] = await Promise.all([
    last ? frozenOf(last, means) : null,
    before ? frozenOf(before, means) : null,
  ])
  const workflow = workflowHere(id)
  const round = roundOf(workflow, kept.records, id)
  const [condition] = conditions
  const sources = {
    ...{ workflow, issue, page, marks, round, earlier },
    list: await hashOfPage(page),
    findings: condition
      ? preflightIssue(issue, pages, { standard: "x4", limits: condition }, [id])
      : [],
    newest: last && frozen ? { at: Date.parse(last.at), list: last.list, frozen } : null,
    seen: idsTold(kept.records, id, "seen"),
    approved: idsTold(kept.records, id, "approve"),
  }
  return { page, workflow, round, facts: factsOf(sources), sources, recheck: recheckDue(sources) }
}

/** Goes a transition with a page. True when the page is further. */
export async function goFurther(
  transition: Transition,
  standing: Standing,
  { means, opinion, reason }: { means: Means; opinion: string; reason: string },
): Promise<boolean> {
  const { path, breaks, marks } = desk.getState()
  if (path === null) return false
  const waived = Object.fromEntries(
    transition.guards.flatMap((guard) =>
      reason.trim() !== "" && standing.workflow.waivable.includes(guard) ? [[guard, reason]] : [],
    ),
  )
  const listed = transition.lists ? marks.filter(isWaiting).map(({ id }) => id) : []
  rounds.setState({ busy: true })
  const gone = valueOf(
    await means.door.call("goOn", {
      ...{ issue: path, page: standing.page.page.id, transition: transition.id, ...profileHere() },
      ...{ opinion, waived, listed, facts: standing.facts, breaks },
      at: localTime(new Date()),
      press: { standard: "x4", condition: "newsprint-ifra26s" },
    }),
  )
  rounds.setState({ busy: false })
  await fetchRounds(means)
  return gone !== null
}

/** Asks where a proof's own PDF is to go, and writes it there, as it was frozen to the byte. */
export async function takeOutProof({ page, number }: StoredProof, { door }: Means): Promise<void> {
  const { path, issue } = desk.getState()
  if (path === null || !issue) return
  const [out] = await chooseFiles(door, {
    title: i18next.t("rounds.takeOut"),
    ...{ save: true, folder: false, many: false, endings: ["pdf"] },
    name: `${issue.paper}-${page}-${i18next.t("rounds.number", { number })}.pdf`,
  })
  if (out === undefined) return
  const copied = await door.call("copyProof", path, page, number, out)
  if (!copied.ok) return tell(copied.say, true)
  tell({ zh: `大样的 PDF 已写到 ${out}。`, en: `The proof's PDF was written to ${out}.` }, false)
}

/** Writes down that marks were looked at and found carried out, or pictures approved. */
export async function tellIds(
  kind: "seen" | "approve",
  page: string,
  { ids, means }: { readonly ids: readonly string[]; readonly means: Means },
): Promise<void> {
  const { path } = desk.getState()
  if (path === null) return
  const record = { ...profileHere(), page, kind, body: { ids } }
  if (valueOf(await means.door.call("keepRecord", path, record))) await fetchRounds(means)
}
