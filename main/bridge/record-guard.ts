import type { Say } from "../../layouts/finding.ts"
import type { NewRecord, Person } from "../../layouts/proof/record.ts"
import { roundOf, workflowOf } from "../../layouts/proof/round-records.ts"
import { editsFor, NOBODY, sameName, type Profile } from "../../layouts/proof/rounds.ts"
import { roleOf, stateOf } from "../../layouts/proof/workflow.ts"
import type { IssueStore } from "../files/issue-store.ts"
import { markedIssueOf } from "./documents.ts"

/** Most ids that a record tells of. */
const MOST_IDS = 10_000

/**
 * Why something cannot be written down in a name; null in that of whoever sits at this machine. A
 * blank name is nobody's.
 */
export function barredName(person: Person, profile: Profile): Say | null {
  return barredOther(person, profile) ?? (sameName(profile.who, "") ? NOBODY : null)
}

/** The same for what may stand unsigned. */
function barredOther({ who, role }: Person, profile: Profile): Say | null {
  return sameName(who, profile.who) && role.trim() === profile.role.trim() ? null : NOT_HERE
}

/**
 * Why a record must not be kept; null when it may be. It is told in the name of whoever sits at this
 * machine, and only a hit that is let stand may be unsigned; by a role that writes something; what was rechecked on a page only by a role whose turn it is
 * there, pictures are approved by editors too; while anything of the page may change, and only of what
 * is in the issue.
 */
export function barredRecord(store: IssueStore, record: NewRecord, profile: Profile): Say | null {
  const name = (record.kind === "ignore" ? barredOther : barredName)(record, profile)
  if (name) return name
  const { records } = store.records()
  const { page, kind, body } = record
  const { workflow } = workflowOf(records, page)
  const role = roleOf(workflow, profile.role)
  if (role?.writes === "nothing") return NOT_OF_ROLE
  if (kind === "ignore") return isIgnore(body) && page === null ? null : UNSOUND
  const ids = body["ids"]
  if (page === null || !isIds(ids)) return UNSOUND
  const { issue, marks } = markedIssueOf(store.documents())
  const own = issue.pages.find(({ id }) => id === page)
  if (!own) return UNSOUND
  const round = roundOf(workflow, records, page)
  if (editsFor(workflow, round, profile) === "nothing") return NOT_OF_ROLE
  const turn = role !== null && stateOf(workflow, round.state).acts.includes(role.id)
  if (!turn && !(kind === "approve" && role?.writes === "content")) return NOT_OF_ROLE
  const known = new Set(
    kind === "seen"
      ? marks.map(({ id }) => id)
      : issue.articles.flatMap(({ pictures }) => pictures.map(({ id }) => id)),
  )
  return ids.every((id) => known.has(id)) ? null : UNSOUND
}

function isIds(ids: unknown): ids is readonly string[] {
  return Array.isArray(ids) && ids.length <= MOST_IDS && ids.every((id) => typeof id === "string")
}

/** Whether a record tells of a hit that was let stand, with a reason, or is minded again. */
function isIgnore(body: NewRecord["body"]): boolean {
  const word = (name: string): string | null =>
    typeof body[name] === "string" ? (body[name] as string) : null
  if (!["rule", "article", "text", "reason"].every((name) => word(name) !== null)) return false
  return word("deed") === "heed" || (word("deed") === "ignore" && word("reason")!.trim() !== "")
}

const NOT_HERE: Say = {
  zh: "只能以本机登记的姓名和岗位留痕，没有记下。",
  en: "Records are kept in the name and role of this machine's profile alone; nothing was written.",
}

const NOT_OF_ROLE: Say = {
  zh: "此刻轮不到这个岗位，没有记下。",
  en: "It is not this role's turn; nothing was written.",
}

const UNSOUND: Say = {
  zh: "这条记录说的不是这一期的东西，没有记下。",
  en: "The record tells of nothing in this issue; it was not written.",
}
