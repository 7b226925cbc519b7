import { readFileSync } from "node:fs"
import type { Say } from "../../layouts/finding.ts"
import { readWorkflow } from "../../layouts/proof/read-workflow.ts"
import type { NamedWorkflow } from "../../layouts/proof/round-records.ts"
import type { Profile } from "../../layouts/proof/rounds.ts"
import { HOUSE_WORKFLOW } from "../../layouts/proof/states.ts"
import type { IssueRecord } from "../../layouts/proof/record.ts"
import type { ImportedWorkflow, KeptWorkflows } from "../bridge/contract.ts"
import { decodeText } from "../import/decode.ts"
import { done, fault, type Result } from "../result.ts"
import type { IssueStore } from "./issue-store.ts"
import { namedShelf, shelfName, type NamedShelf } from "./named-shelf.ts"

/**
 * The paper's own workflows (流程) that are kept in the program's folder, one JSON file each, by name.
 * What cannot be read is told and left out; its file stays.
 */
export function keptWorkflows(home: string): KeptWorkflows {
  const shelf = shelfIn(home)
  const read = shelf.names().map((name) => ({ name, kept: readKept(shelf, name) }))
  return {
    workflows: read.flatMap(({ kept }) => (kept ? [kept] : [])),
    notices: read.flatMap(({ name, kept }) => (kept ? [] : [unreadable(name)])),
  }
}

/** A workflow's file as it is; of a faulty one no workflow, and a sentence for each fault. */
export function readWorkflowFile(path: string): Result<ImportedWorkflow> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    return fault(`读不了流程文件 ${path}。`, `The workflow ${path} cannot be read.`)
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return fault(`${path}：${decoded.say.zh}`, `${path}: ${decoded.say.en}`)
  const name = shelfName(path, "流程")
  try {
    const reading = readWorkflow(JSON.parse(decoded.value.text))
    return done(
      reading.ok
        ? { workflow: { name, workflow: reading.workflow }, faults: [] }
        : { workflow: null, faults: reading.faults },
    )
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    return done({ workflow: null, faults: [NO_JSON] })
  }
}

const NO_JSON: Say = { zh: "流程文件不是 JSON。", en: "The workflow is no JSON." }

/** Takes in a workflow's file and keeps it under the file's name; a faulty one is not kept. */
export function importWorkflow(home: string, path: string): Result<ImportedWorkflow> {
  const read = readWorkflowFile(path)
  if (!read.ok || read.value.workflow === null) return read
  const { name, workflow } = read.value.workflow
  try {
    shelfIn(home).write(name, workflow)
    return read
  } catch (cause) {
    const { message } = cause as Error
    return fault(`流程存不下来：${message}。`, `The workflow cannot be written down: ${message}.`)
  }
}

/** Removes a kept workflow; issues that it was given to keep theirs. */
export function removeWorkflow(home: string, name: string): Result<null> {
  const shelf = shelfIn(home)
  if (!shelf.names().includes(name)) return missing(name)
  try {
    shelf.remove(name)
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(`删不掉流程：${message}。`, `The workflow cannot be removed: ${message}.`)
  }
}

/** The workflow of a name; the empty one is the house's. */
export function workflowCalled(home: string, name: string): Result<NamedWorkflow> {
  if (name === "") return done({ name, workflow: HOUSE_WORKFLOW })
  const shelf = shelfIn(home)
  const kept = shelf.names().includes(name) ? readKept(shelf, name) : null
  return kept ? done(kept) : missing(name)
}

/**
 * Gives an issue a workflow: written down for good with who did it. Its pages go by it that have gone
 * no step yet; the others end as they began.
 */
export function giveWorkflow(
  store: IssueStore,
  { name, workflow }: NamedWorkflow,
  { who, role }: Profile,
): Result<IssueRecord> {
  return store.keepRecord({ who, role, page: null, kind: "workflow", body: { name, workflow } })
}

function readKept(shelf: NamedShelf, name: string): NamedWorkflow | null {
  try {
    const reading = readWorkflow(JSON.parse(shelf.read(name)))
    return reading.ok ? { name, workflow: reading.workflow } : null
  } catch {
    return null
  }
}

function unreadable(name: string): Say {
  return {
    zh: `流程“${name}”读不了，没有列出。`,
    en: `The workflow “${name}” cannot be read and is left out.`,
  }
}

function missing(name: string): Result<never> {
  return fault(`没有名为“${name}”的流程。`, `No workflow “${name}” is kept.`)
}

function shelfIn(home: string): NamedShelf {
  return namedShelf(home, "workflows")
}
