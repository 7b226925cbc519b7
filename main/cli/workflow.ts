import { workflowOf, type NamedWorkflow } from "../../layouts/proof/round-records.ts"
import type { ImportedWorkflow } from "../bridge/contract.ts"
import { condensed } from "../bridge/documents.ts"
import { appFolder } from "../files/app-folder.ts"
import type { IssueStore } from "../files/issue-store.ts"
import { openIssueFolder } from "../files/open-issue.ts"
import { openPreferences } from "../files/preferences.ts"
import { giveWorkflow, readWorkflowFile } from "../files/workflows.ts"
import { BadUsage, bothTongues, progress, readOptions, type Exit } from "./answer.ts"

/** `banxin workflow`: checks a paper's own workflow, gives it to an issue, or prints the one in force. */
export async function workflowCommand(args: readonly string[]): Promise<Exit> {
  const { values, files } = readOptions(args, ["issue", "name", "role"], [])
  const [path, ...more] = files
  if (more.length > 0)
    throw new BadUsage(
      "最多给出一个流程文件。Name one workflow at most; see banxin workflow --help.",
    )
  const read = path === undefined ? null : readOf(path)
  if (read && read.faults.length > 0) {
    process.stdout.write(`${read.faults.map(bothTongues).join("\n")}\n`)
    return 1
  }
  const own = read?.workflow ?? null
  const { issue } = values
  const kept = issue === undefined ? null : await withIssue(issue, own, personOf(values))
  const shown = own ?? kept ?? workflowOf([], null)
  process.stdout.write(
    own
      ? `流程“${own.name}”无误。The workflow “${own.name}” is sound.\n`
      : `${JSON.stringify(shown.workflow, null, 1)}\n`,
  )
  return 0
}

function readOf(path: string): ImportedWorkflow {
  const read = readWorkflowFile(path)
  if (!read.ok) throw new BadUsage(bothTongues(read.say))
  return read.value
}

/** Who gives an issue its workflow: as named, else as the desk's preferences say. */
function personOf({ name, role }: Readonly<Record<string, string | undefined>>) {
  const { person } = openPreferences(appFolder())
  return { who: name ?? person.name, role: role ?? person.role }
}

/** The workflow of an issue's new pages, after it was given its own. */
async function withIssue(
  folder: string,
  own: NamedWorkflow | null,
  by: { readonly who: string; readonly role: string },
): Promise<NamedWorkflow> {
  const opened = openIssueFolder(folder, condensed)
  if (!opened.ok) throw new BadUsage(bothTongues(opened.say))
  const store = opened.value
  try {
    for (const notice of store.notices) progress(bothTongues(notice))
    if (own) take(store, own, by)
    return workflowOf(store.records().records, null)
  } finally {
    await store.close()
  }
}

function take(store: IssueStore, own: NamedWorkflow, by: Parameters<typeof giveWorkflow>[2]): void {
  const given = giveWorkflow(store, own, by)
  if (!given.ok) throw new BadUsage(bothTongues(given.say))
}
