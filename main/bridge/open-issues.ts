import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Issue, IssueDate } from "../../layouts/issue/issue.ts"
import { createIssueFolder, type IssueStore } from "../files/issue-store.ts"
import { openIssueFolder } from "../files/open-issue.ts"
import { openPreferences } from "../files/preferences.ts"
import { rememberIssue } from "../files/recent.ts"
import { done, fault, type Result } from "../result.ts"
import type { StoredIssue } from "./contract.ts"
import { condensed, firstStates } from "./documents.ts"

/** The issues that this program has open, by their folders. */
export interface OpenIssues {
  /** Makes an issue; without an imprint of its own it has the one that the person set for new issues. */
  create(path: string, begun: BegunIssue): Result<StoredIssue>
  /** Opens an issue; one that is open already answers as it stands, as after a reload of the window. */
  open(path: string): Result<StoredIssue>
  /** The store of an open issue, a sentence for one that is not. */
  store(path: string): Result<IssueStore>
  close(path: string): Promise<void>
  closeAll(): Promise<void>
  /** A picture by the address that its issue's `pictures` began; null for any other. */
  picture(key: string, id: string): { readonly file: string; readonly kind: string } | null
}

/** What an issue begins with. */
export type BegunIssue = Pick<Issue, "paper" | "date" | "imprint">

/** An issue that is open, and the unguessable part of its pictures' addresses. */
interface Open {
  readonly store: IssueStore
  readonly key: string
}

/** No issue open yet; `home` is the program's own folder. */
export function openIssues(home: string): OpenIssues {
  const issues = new Map<string, Open>()

  function open(path: string): Result<StoredIssue> {
    const folder = resolve(path)
    const known = issues.get(folder)
    if (known) return done(storedIssue(known))
    const store = openIssueFolder(folder, condensed)
    if (!store.ok) return store
    const fresh = { store: store.value, key: randomBytes(16).toString("hex") }
    issues.set(folder, fresh)
    rememberIssue(home, folder)
    return done(storedIssue(fresh))
  }

  async function close(path: string): Promise<void> {
    const folder = resolve(path)
    const known = issues.get(folder)
    issues.delete(folder)
    await known?.store.close()
  }

  return {
    open,
    close,
    create(path, { paper, date, imprint = openPreferences(home).imprint }) {
      const folder = path === "" ? untitled(home, date) : path
      const known = Object.values(imprint).some((word) => word !== "")
      const first = firstStates({
        ...{ paper, date, articles: [], pages: [] },
        ...(known ? { imprint } : {}),
      })
      const created = createIssueFolder(folder, first)
      return created.ok ? open(folder) : created
    },
    store(path) {
      const known = issues.get(resolve(path))
      return known
        ? done(known.store)
        : fault(`${path} 没有打开。`, `The issue ${path} is not open.`)
    },
    async closeAll() {
      await Promise.all([...issues.keys()].map(close))
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
