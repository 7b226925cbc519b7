import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Issue, IssueDate } from "../../layouts/issue/issue.ts"
import { createIssueFolder, type IssueStore } from "../files/issue-store.ts"
import { openIssueFolder } from "../files/open-issue.ts"
import { openPreferences } from "../files/preferences.ts"
import { rememberIssue } from "../files/recent.ts"
import { giveWorkflow, workflowCalled } from "../files/workflows.ts"
import { done, fault, type Result } from "../result.ts"
import type { StoredIssue } from "./contract.ts"
import { condensed, firstStates } from "./documents.ts"
import type { Asker } from "./shell-port.ts"

/** The issues that this program has open, by their folders. */
export interface OpenIssues {
  /** Makes an issue; without an imprint of its own it has the one that the person set for new issues. */
  create(path: string, begun: BegunIssue, asker: Asker): Result<StoredIssue>
  /** Opens an issue; one that is open already answers as it stands, as after a reload of the window. */
  open(path: string, asker: Asker): Result<StoredIssue>
  /** The store of an open issue, a sentence for one that is not. */
  store(path: string, asker: Asker): Result<IssueStore>
  /** Whether more than one window has an issue open. */
  isShared(path: string): boolean
  /** Closes an issue, unless another window has it open too. */
  close(path: string, asker: Asker): Promise<void>
  /** A window is gone: what it alone had open is closed, unless it soon asks again. */
  left(asker: Asker): void
  closeAll(): Promise<void>
  /** A picture by the address that its issue's `pictures` began; null for any other. */
  picture(key: string, id: string): { readonly file: string; readonly kind: string } | null
}

/** What an issue begins with. */
export type BegunIssue = Pick<Issue, "paper" | "date" | "imprint">

/** An issue that is open, the unguessable part of its pictures' addresses, and its windows. */
interface Open {
  readonly store: IssueStore
  readonly key: string
  readonly askers: Set<Asker>
}

/** How long an issue stays open after its last window has gone: a reload opens it again at once, ms. */
const GRACE = 30_000

/** No issue open yet; `home` is the program's own folder. */
export function openIssues(home: string): OpenIssues {
  const issues = new Map<string, Open>()
  /** Keys of issues that were closed behind a window which may still be there, cut off. */
  const lapsed = new Map<string, string>()
  /** Stores that are being closed; the program does not end before they are. */
  const closing = new Set<Promise<void>>()

  function open(path: string, asker: Asker): Result<StoredIssue> {
    const folder = resolve(path)
    const known = issues.get(folder)
    known?.askers.add(asker)
    if (known) return done(storedIssue(known))
    const store = openIssueFolder(folder, condensed)
    if (!store.ok) return store
    const key = lapsed.get(folder) ?? randomBytes(16).toString("hex")
    lapsed.delete(folder)
    const fresh = { store: store.value, key, askers: new Set([asker]) }
    issues.set(folder, fresh)
    rememberIssue(home, folder)
    return done(storedIssue(fresh))
  }

  async function close(path: string, asker: Asker): Promise<void> {
    const folder = resolve(path)
    const known = issues.get(folder)
    known?.askers.delete(asker)
    if (!known || known.askers.size > 0) return
    issues.delete(folder)
    await closed(known)
  }

  async function closed({ store }: Open): Promise<void> {
    const end = store.close()
    closing.add(end)
    await end.finally(() => closing.delete(end))
  }

  /** Gives a new issue the workflow that is set for new ones; one that is gone leaves it the house's. */
  function begin(store: IssueStore): void {
    const { workflow, person } = openPreferences(home)
    const own = workflow === "" ? null : workflowCalled(home, workflow)
    if (own?.ok) giveWorkflow(store, own.value, { who: person.name, role: person.role })
  }

  function lapse(folder: string, known: Open): void {
    if (known.askers.size > 0 || issues.get(folder) !== known) return
    lapsed.set(folder, known.key)
    void close(folder, null)
  }

  return {
    open,
    close,
    create(path, { paper, date, imprint = openPreferences(home).imprint }, asker) {
      const folder = path === "" ? untitled(home, date) : path
      const known = Object.values(imprint).some((word) => word !== "")
      const first = firstStates({
        ...{ paper, date, articles: [], pages: [] },
        ...(known ? { imprint } : {}),
      })
      const created = createIssueFolder(folder, first)
      if (!created.ok) return created
      const opened = open(folder, asker)
      if (opened.ok) begin(issues.get(resolve(folder))!.store)
      return opened
    },
    store(path, asker) {
      const folder = resolve(path)
      if (!issues.has(folder) && lapsed.has(folder)) open(folder, asker)
      const known = issues.get(folder)
      known?.askers.add(asker)
      return known
        ? done(known.store)
        : fault(`${path} 没有打开。`, `The issue ${path} is not open.`)
    },
    isShared: (path) => (issues.get(resolve(path))?.askers.size ?? 0) > 1,
    left(asker) {
      for (const [folder, known] of issues)
        if (known.askers.delete(asker) && known.askers.size === 0)
          setTimeout(() => lapse(folder, known), GRACE).unref()
    },
    async closeAll() {
      const all = [...issues.values()]
      issues.clear()
      await Promise.all([...closing, ...all.map(closed)])
    },
    picture(key, id) {
      const known = [...issues.values()].find((one) => one.key === key)
      return known?.store.picture(id) ?? null
    },
  }
}

function storedIssue({ store, key }: Open): StoredIssue {
  const { path, notices } = store
  return { path, notices, documents: store.documents(), pictures: `/pictures/${key}` }
}

/** A folder for an issue that has no name yet: its day, and a number when that is taken. */
function untitled(home: string, { year, month, day }: IssueDate): string {
  const name = [year, month, day].map((n) => String(n).padStart(2, "0")).join("")
  for (let number = 1; ; number++) {
    const folder = join(home, "untitled", `${name}${number > 1 ? `-${number}` : ""}.issue`)
    if (!existsSync(folder)) return folder
  }
}
