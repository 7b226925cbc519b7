import type { ComposedPage } from "../compose.ts"
import type { Finding } from "../finding.ts"
import type { Issue } from "../issue/issue.ts"
import { isWaiting, type Mark } from "../issue/mark.ts"
import { compareProofs } from "./compare-proofs.ts"
import { freezePage, marksOnPage, type FrozenPage } from "./frozen-page.ts"
import type { RoundFacts } from "./guards.ts"
import type { ProofDifference } from "./proof-difference.ts"
import { recheckProof, unexecuted, type Recheck } from "./recheck.ts"
import type { PageRound } from "./rounds.ts"
import { READINGS, roleOf, stateOf, type DoneStep, type Workflow } from "./workflow.ts"

/** What facts of a page are gathered from. */
export interface FactSources {
  readonly workflow: Workflow
  readonly issue: Issue
  readonly page: ComposedPage
  readonly marks: readonly Mark[]
  /** What preflight found on the page. */
  readonly findings: readonly Finding[]
  readonly round: PageRound
  /** SHA-256 of the page's display list as it stands. */
  readonly list: string
  /** Its newest proof, frozen at a time in milliseconds since 1970, and the one before that. */
  readonly newest: NewestProof | null
  readonly earlier: FrozenPage | null
  /** Marks that an eye found carried out, and pictures that somebody approved. */
  readonly seen: ReadonlySet<string>
  readonly approved: ReadonlySet<string>
}

export interface NewestProof {
  readonly at: number
  readonly list: string
  readonly frozen: FrozenPage
}

/**
 * The marks that are to be gone through again (核红), with what was changed unasked: on a proof that
 * is being read those of the proof before it; while corrections are made those of the newest one.
 */
export function recheckDue(
  sources: Pick<FactSources, "workflow" | "issue" | "marks" | "round" | "newest" | "earlier">,
): Recheck | null {
  const { workflow, issue, marks, round, newest, earlier } = sources
  if (!newest) return null
  const reading = stateOf(workflow, round.state).edits === "marks"
  if (!reading) return recheckProof(newest.frozen, issue, marks)
  return earlier ? recheckProof(earlier, issue, marks, newest.at) : null
}

/** What stands on a page when it is to go on: the guards are held against it. */
export function factsOf(sources: FactSources): RoundFacts {
  const { page, findings, list, newest, seen, approved } = sources
  const own = marksOnPage(sources.marks, page.page)
  const again = recheckDue(sources)
  const rules = (rule: string): readonly Finding[] => findings.filter((one) => one.rule === rule)
  const pictures = new Set(
    page.list.items.flatMap((item) => (item.kind === "image" ? [item.picture] : [])),
  )
  return {
    openMarks: own.filter(isWaiting).length,
    unexecuted: again ? unexecuted(again, seen) : 0,
    overset: page.articles.reduce((sum, { story }) => sum + story.overset.characters, 0),
    missingGlyphs: rules("fonts/missing-glyph").length,
    errors: findings.filter(({ severity }) => severity === "error").length,
    brokenJumps: rules("jump/broken").length,
    unapproved: [...pictures].filter((picture) => !approved.has(picture)).length,
    unlisted: unlistedOf(sources),
    list,
    proofList: newest?.list ?? null,
    readers: readersOf(sources.workflow, own),
  }
}

/** Changes since 改后签发 that are on no listed mark: of the text, and of anything else at all. */
function unlistedOf(sources: FactSources): number {
  const { round, newest, issue, marks } = sources
  if (round.listed === null || !newest) return 0
  const { unauthorised } = recheckProof(newest.frozen, issue, marks)
  return unauthorised.length + strayMarks(sources).length + strayDifferences(sources).length
}

/** Marks of the page that were carried out since its newest proof and are not among the listed ones. */
export function strayMarks({ round, newest, page, marks }: FactSources): readonly Mark[] {
  const { carriedOut = {} } = newest?.frozen ?? {}
  return marksOnPage(marks, page.page).filter(
    ({ id, change }) => change.length > (carriedOut[id] ?? 0) && !round.listed?.includes(id),
  )
}

/** How the page differs from its newest proof otherwise than in its text and what follows from that. */
export function strayDifferences({ newest, page, marks }: FactSources): readonly ProofDifference[] {
  if (!newest) return []
  const differences = compareProofs(newest.frozen, freezePage(page, marks))
  return differences.filter(({ kind }) => kind !== "text" && kind !== "length")
}

/** Who read the page in each pass, by the marks of those whose role reads proofs. */
function readersOf(workflow: Workflow, marks: readonly Mark[]): readonly DoneStep[] {
  const ways = workflow.transitions.filter(({ step }) => READINGS.some((one) => one === step))
  const reading = new Set(ways.flatMap(({ acts }) => acts))
  return marks.flatMap(({ pass, author, role }) => {
    const step = READINGS[pass - 1]
    const reads = reading.has(roleOf(workflow, role)?.id ?? "")
    return step && reads ? [{ step, who: author }] : []
  })
}
