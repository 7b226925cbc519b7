import type { Say } from "../../layouts/finding.ts"
import type { OpenDocument } from "../../layouts/issue/document.ts"
import { forbiddenPage } from "../../layouts/proof/allowed-change.ts"
import { roundOf, workflowOf } from "../../layouts/proof/round-records.ts"
import { editsFor, type Profile } from "../../layouts/proof/rounds.ts"
import { roleOf } from "../../layouts/proof/workflow.ts"
import type { IssueStore } from "../files/issue-store.ts"
import type { DocumentName } from "./contract.ts"
import { documentOf } from "./documents.ts"

/** Documents of issues whose pages are not all free, by their stores. */
const guarded = new WeakMap<IssueStore, OpenDocument>()

/**
 * Why an update must not be kept; null when it may be. On a page that is on its way nothing changes
 * but what its state allows, whatever desk sends it: what is signed stands, and whoever's role marks
 * never edits, from the first on. An editor's issue none of whose pages went a step costs nothing.
 */
export function barredUpdate(
  store: IssueStore,
  { document, update }: { readonly document: DocumentName; readonly update: Uint8Array },
  profile: Profile,
): Say | null {
  const { records } = store.records()
  const onTheWay = records.some(({ kind }) => kind === "transition" || kind === "sign")
  const writes = roleOf(workflowOf(records, null).workflow, profile.role)?.writes ?? "content"
  if (document === "marks") return onTheWay && writes === "nothing" ? NO_MARKS : null
  if (!onTheWay && writes === "content") return null
  const opened = guarded.get(store) ?? documentOf(store.documents())
  guarded.set(store, opened)
  const before = opened.issue()
  opened.apply("content", update)
  const page = forbiddenPage(before, opened.issue(), (id) => {
    const { workflow } = workflowOf(records, id)
    return editsFor(workflow, roundOf(workflow, records, id), profile)
  })
  if (page === null) return null
  guarded.delete(store)
  return {
    zh: `${page} 版此刻不许这样改，没有存。`,
    en: `Page ${page} may not be changed so now; it was not kept.`,
  }
}

const NO_MARKS: Say = {
  zh: "出版岗位不加批注，没有存。",
  en: "The press desk makes no marks; it was not kept.",
}
