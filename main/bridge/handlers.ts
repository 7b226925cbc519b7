import { existsSync } from "node:fs"
import { readFile, stat } from "node:fs/promises"
import { basename, join } from "node:path"
import type { Profile } from "../../layouts/proof/rounds.ts"
import { SHIPPED } from "../../fonts/registry/families.ts"
import { conditionsIn, keepCondition, removeCondition } from "../conditions/kept.ts"
import { readCondition } from "../conditions/read.ts"
import { SHIPPED_CONDITIONS } from "../conditions/shelf.ts"
import { crashLog, reportFault } from "../files/crash-log.ts"
import {
  importHouseTable,
  keptHouseTables,
  removeHouseTable,
  switchHouseTable,
} from "../files/house-tables.ts"
import { keepGlyph, keptGlyphs } from "../files/made-glyphs.ts"
import type { IssueStore } from "../files/issue-store.ts"
import { keepPreferences, openPreferences, readPreferences } from "../files/preferences.ts"
import { forgetRecent, recentIssues } from "../files/recent.ts"
import { keepTemplate, keptTemplates, removeTemplate } from "../files/templates.ts"
import {
  giveWorkflow,
  importWorkflow,
  keptWorkflows,
  removeWorkflow,
  workflowCalled,
} from "../files/workflows.ts"
import { openNotesApart } from "../import/annotations/open-apart.ts"
import { proofFiles } from "../import/annotations/proof-files.ts"
import { done, fault } from "../result.ts"
import { rootFolder } from "../root.ts"
import { listFolder } from "./browse.ts"
import type { Answer, CallName, Calls, KeptConditions } from "./contract.ts"
import { importCopy } from "./copy.ts"
import { isUpdate } from "./documents.ts"
import type { Exports } from "./export.ts"
import { barredUpdate } from "./edit-guard.ts"
import { copyProof, freezeProof } from "./freeze.ts"
import { goOn } from "./go-on.ts"
import { barredName, barredRecord } from "./record-guard.ts"
import type { OpenIssues } from "./open-issues.ts"
import type { Asker, Setting, ShellPort } from "./shell-port.ts"

/** Largest picture file that is read from this machine, bytes. */
const MOST_PICTURE = 100 * 1024 * 1024

/** How each call of the contract is answered. */
export type Handlers = {
  readonly [N in CallName]: (
    ...args: Parameters<Calls[N]>
  ) => ReturnType<Calls[N]> | Promise<ReturnType<Calls[N]>>
}

/** What the answers are made with. */
export interface Works {
  readonly setting: Setting
  readonly shell: ShellPort
  readonly issues: OpenIssues
  readonly exports: Exports
  /** A fresh folder for what is dropped next. */
  nextTray(): string
}

/** The calls of one window. */
export function handlersFor(works: Works, asker: Asker): Handlers {
  return {
    ...programCalls(works, asker),
    ...shelfCalls(works),
    ...issueCalls(works, asker),
    ...pictureCalls(works, asker),
    ...proofCalls(works, asker),
  }
}

type OfIssue =
  | "createIssue"
  | "openIssue"
  | "keepUpdate"
  | "closeIssue"
  | "copyIssue"
  | "exportPages"
  | "cancelExport"
type OfShelves =
  | "templates"
  | "keepTemplate"
  | "removeTemplate"
  | "conditions"
  | "readCondition"
  | "keepCondition"
  | "removeCondition"
  | "houseTables"
  | "importHouseTable"
  | "switchHouseTable"
  | "removeHouseTable"
  | "glyphs"
  | "keepGlyph"
  | "workflows"
  | "importWorkflow"
  | "removeWorkflow"
type OfProofs =
  | "freezeProof"
  | "readNotes"
  | "proofs"
  | "proof"
  | "copyProof"
  | "records"
  | "keepRecord"
  | "giveWorkflow"
  | "goOn"
type OfPictures = "keepPicture" | "adoptPicture" | "pictures"

/** Calls that concern the program and this machine. */
function programCalls(
  { setting, shell, nextTray }: Works,
  asker: Asker,
): Omit<Handlers, OfShelves | OfIssue | OfPictures | OfProofs> {
  const { home, version, open } = setting
  return {
    hello() {
      const faces = SHIPPED.map(({ id, family, weight, licence }) => ({
        ...{ id, family },
        ...{ weight, licence },
      }))
      const recent = recentIssues(home)
      return done({ version, shell: shell.kind, recent, faces, sample: sampleCopy(), open })
    },
    chooseFiles: async (ask) => done(await shell.chooseFiles(ask, asker)),
    listFolder,
    importCopy: (sources, choices) => importCopy(sources, choices, nextTray()),
    preferences: () => done(readPreferences(home)),
    keepPreferences(preferences) {
      const kept = keepPreferences(home, preferences)
      if (kept.ok) shell.tell("preferencesKept", preferences, asker)
      return kept
    },
    forgetRecent() {
      forgetRecent(home)
      return done(null)
    },
    reportFault(happened) {
      reportFault(home, happened, new Date())
      return done(null)
    },
    crashLog: () => done(crashLog(home)),
    // The shell that has the window hears of it by the answer.
    readyToClose: (kept) => done(kept),
  }
}

/** Calls that concern what the person keeps beside what is shipped: templates, printing conditions, tables of words, glyphs, workflows. */
function shelfCalls({ setting: { home } }: Works): Pick<Handlers, OfShelves> {
  return {
    templates: () => done(keptTemplates(home)),
    keepTemplate: (template) => keepTemplate(home, template),
    removeTemplate: (id) => removeTemplate(home, id),
    conditions: () => done(conditionEntries(home)),
    readCondition,
    keepCondition(condition) {
      const kept = keepCondition(home, condition)
      return kept.ok ? done(null) : kept
    },
    removeCondition: (id) => removeCondition(home, id),
    houseTables: () => done(keptHouseTables(home)),
    importHouseTable: (path) => importHouseTable(home, path),
    switchHouseTable: (id, switched) => switchHouseTable(home, id, switched),
    removeHouseTable: (id) => removeHouseTable(home, id),
    glyphs: () => done(keptGlyphs(home)),
    keepGlyph: (glyph) => keepGlyph(home, glyph),
    workflows: () => done(keptWorkflows(home)),
    importWorkflow: (path) => importWorkflow(home, path),
    removeWorkflow: (name) => removeWorkflow(home, name),
  }
}

/** Calls that concern an issue and its documents. */
function issueCalls(works: Works, asker: Asker): Pick<Handlers, OfIssue> {
  const { issues, exports, shell } = works
  return {
    createIssue: (path, paper, date, imprint) =>
      issues.create(path, { paper, date, ...(imprint ? { imprint } : {}) }, asker),
    openIssue: (path) => issues.open(path, asker),
    keepUpdate: (issue, document, update) =>
      withStore(works, asker, issue, async (store) => {
        if (!isUpdate(update))
          return fault("这不是一处改动，没有存。", "These bytes are no change and were not kept.")
        const barred = barredUpdate(store, { document, update }, profileOf(works))
        if (barred) return { ok: false, say: barred }
        const kept = await store.keep(document, update)
        if (kept.ok && issues.isShared(store.path))
          shell.tell("updateKept", { issue: store.path, document, update }, asker)
        return kept
      }),
    async closeIssue(issue) {
      await issues.close(issue, asker)
      return done(null)
    },
    copyIssue: (issue, path) =>
      withStore(works, asker, issue, (store) => {
        const copied = store.copyTo(path)
        return copied.ok ? issues.open(path, asker) : copied
      }),
    exportPages: (order) =>
      withStore(works, asker, order.issue, (store) => exports.run(order, store)),
    cancelExport(issue) {
      exports.cancel(issue)
      return done(null)
    },
  }
}

/** Calls that concern an issue's pictures. */
function pictureCalls(works: Works, asker: Asker): Pick<Handlers, OfPictures> {
  return {
    keepPicture: (issue, name, bytes) =>
      withStore(works, asker, issue, (store) => store.keepPicture(name, bytes)),
    adoptPicture: (issue, path) =>
      withStore(works, asker, issue, async (store) => {
        const bytes = await pictureBytes(path)
        return bytes
          ? store.keepPicture(basename(path), bytes)
          : fault(`读不到图片 ${path}。`, `The picture ${path} cannot be read.`)
      }),
    pictures: (issue) => withStore(works, asker, issue, (store) => done(store.pictures())),
  }
}

/** Calls that concern frozen proofs, and what is written down for good. */
function proofCalls(works: Works, asker: Asker): Pick<Handlers, OfProofs> {
  return {
    freezeProof: (order) =>
      withStore(works, asker, order.issue, (store) => {
        const barred = barredName(order, profileOf(works))
        return barred ? { ok: false, say: barred } : freezeProof(order, store, works.exports)
      }),
    readNotes: (issue, path, password) =>
      withStore(works, asker, issue, (store) =>
        openNotesApart({ path, proofs: proofFiles(store), password }),
      ),
    proofs: (issue) => withStore(works, asker, issue, (store) => done(store.proofs())),
    proof: (issue, page, number) =>
      withStore(works, asker, issue, (store) => store.proof(page, number)),
    copyProof: (issue, page, number, out) =>
      withStore(works, asker, issue, (store) => {
        const proof = store.proof(page, number)
        return proof.ok ? copyProof(proof.value, out) : proof
      }),
    records: (issue) => withStore(works, asker, issue, (store) => done(store.records())),
    keepRecord: (issue, record) =>
      withStore(works, asker, issue, (store) => {
        const barred = barredRecord(store, record, profileOf(works))
        return barred ? { ok: false, say: barred } : store.keepRecord(record)
      }),
    giveWorkflow: (issue, name) =>
      withStore(works, asker, issue, (store) => {
        const called = workflowCalled(works.setting.home, name)
        return called.ok ? giveWorkflow(store, called.value, profileOf(works)) : called
      }),
    goOn: (order) =>
      withStore(works, asker, order.issue, (store) => {
        const barred = barredName(order, profileOf(works))
        return barred ? { ok: false, say: barred } : goOn(order, store, works.exports)
      }),
  }
}

/** Who is at this machine, by the preferences. */
function profileOf({ setting: { home } }: Works): Profile {
  const { name, role } = openPreferences(home).person
  return { who: name, role }
}

async function withStore<T>(
  { issues }: Works,
  asker: Asker,
  path: string,
  work: (store: IssueStore) => Answer<T> | Promise<Answer<T>>,
): Promise<Answer<T>> {
  const store = issues.store(path, asker)
  return store.ok ? work(store.value) : store
}

/** The conditions to choose from, each with whether it ships. */
function conditionEntries(home: string): KeptConditions {
  const { conditions, notices } = conditionsIn(home)
  const entries = conditions.map((condition) => ({
    ...condition,
    shipped: SHIPPED_CONDITIONS.includes(condition),
  }))
  return { conditions: entries, notices }
}

/** A picture file's bytes; null when it cannot be read or is too large. */
async function pictureBytes(path: string): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(path)
    return size > MOST_PICTURE ? null : await readFile(path)
  } catch {
    return null
  }
}

/** The sample page's copy beside the program; null where it was not installed. */
function sampleCopy(): string | null {
  const path = join(rootFolder(), "tests/samples/ruihe/ruihe-a1.md")
  return existsSync(path) ? path : null
}
