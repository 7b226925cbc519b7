import { readFile, rm, stat } from "node:fs/promises"
import { existsSync } from "node:fs"
import { basename, join } from "node:path"
import { SHIPPED } from "../../fonts/registry/families.ts"
import { conditionsIn, keepCondition, removeCondition } from "../conditions/kept.ts"
import { readCondition } from "../conditions/read.ts"
import { SHIPPED_CONDITIONS } from "../conditions/shelf.ts"
import { crashLog, reportFault } from "../files/crash-log.ts"
import { keepPreferences, openPreferences } from "../files/preferences.ts"
import { forgetRecent, recentIssues } from "../files/recent.ts"
import { keepTemplate, keptTemplates, removeTemplate } from "../files/templates.ts"
import { done, fault } from "../result.ts"
import { rootFolder } from "../root.ts"
import { ARGUMENTS } from "./arguments.ts"
import { listFolder } from "./browse.ts"
import type { Answer, CallName, Calls, EventName, Events, KeptConditions } from "./contract.ts"
import { importCopy } from "./copy.ts"
import { isUpdate } from "./documents.ts"
import { exporter } from "./export.ts"
import { openIssues } from "./open-issues.ts"
import { trustedPaths, type TrustedPaths } from "./trusted-paths.ts"

/** Largest picture file that is read from this machine, bytes. */
const MOST_PICTURE = 100 * 1024 * 1024

/** What a shell lends to the calls. */
export interface ShellPort {
  readonly kind: "electron" | "browser"
  /** The platform's own dialog; null where the shell has none. */
  chooseFiles(ask: Parameters<Calls["chooseFiles"]>[0]): Promise<readonly string[] | null>
  /** Tells every window. */
  tell<N extends EventName>(name: N, event: Events[N]): void
}

/** What a program start decided. */
export interface Setting {
  /** The program's own folder. */
  readonly home: string
  readonly version: string
  /** An issue folder to open at once, as an absolute path. */
  readonly open: string | null
}

/** The machine's side of the door, whichever shell carries the calls. */
export interface Machine {
  /** Answers a call as it came; never throws, whatever came. */
  answer(name: unknown, args: unknown): Promise<Answer<unknown>>
  /** A path that the person named outside of the desk, as on the command line. */
  trust(path: string): void
  /** A picture by its address; null when there is none. */
  picture(key: string, id: string): { readonly file: string; readonly kind: string } | null
  /** Closes every issue; what was acknowledged is on the disk before. */
  close(): Promise<void>
}

type Handlers = {
  readonly [N in CallName]: (
    ...args: Parameters<Calls[N]>
  ) => ReturnType<Calls[N]> | Promise<ReturnType<Calls[N]>>
}

/** Serves the calls of the contract from one table. */
export function serve(setting: Setting, shell: ShellPort): Machine {
  const issues = openIssues(setting.home)
  const exports = exporter((progress) => shell.tell("exportProgress", progress))
  const trays = join(setting.home, "dropped", String(process.pid))
  const trusted = trustedPaths(setting.home)
  let drops = 0

  const handlers: Handlers = {
    hello: () => {
      const faces = SHIPPED.map(({ id, family, weight, licence }) => ({
        id,
        family,
        weight,
        licence,
      }))
      const { version, open } = setting
      const recent = recentIssues(setting.home)
      return done({ version, shell: shell.kind, recent, faces, sample: sampleCopy(), open })
    },
    chooseFiles: async (ask) => done(await shell.chooseFiles(ask)),
    listFolder,
    importCopy: (sources, choices) => importCopy(sources, choices, join(trays, String(++drops))),
    createIssue: (path, paper, date, imprint) =>
      issues.create(path, { paper, date, ...(imprint ? { imprint } : {}) }),
    openIssue: (path) => issues.open(path),
    keepUpdate: (issue, document, update) =>
      withStore(issue, (store) =>
        isUpdate(update)
          ? store.keep(document, update)
          : fault("这不是一处改动，没有存。", "These bytes are no change and were not kept."),
      ),
    closeIssue: async (issue) => {
      await issues.close(issue)
      return done(null)
    },
    copyIssue: (issue, path) =>
      withStore(issue, (store) => {
        const copied = store.copyTo(path)
        return copied.ok ? issues.open(path) : copied
      }),
    keepPicture: (issue, name, bytes) =>
      withStore(issue, (store) => store.keepPicture(name, bytes)),
    adoptPicture: (issue, path) =>
      withStore(issue, async (store) => {
        const bytes = await pictureBytes(path)
        return bytes
          ? store.keepPicture(basename(path), bytes)
          : fault(`读不到图片 ${path}。`, `The picture ${path} cannot be read.`)
      }),
    pictures: (issue) => withStore(issue, (store) => done(store.pictures())),
    templates: () => done(keptTemplates(setting.home)),
    keepTemplate: (template) => keepTemplate(setting.home, template),
    removeTemplate: (id) => removeTemplate(setting.home, id),
    conditions: () => done(conditionEntries(setting.home)),
    readCondition,
    keepCondition(condition) {
      const kept = keepCondition(setting.home, condition)
      return kept.ok ? done(null) : kept
    },
    removeCondition: (id) => removeCondition(setting.home, id),
    preferences: () => done(openPreferences(setting.home)),
    keepPreferences: (preferences) => keepPreferences(setting.home, preferences),
    forgetRecent() {
      forgetRecent(setting.home)
      return done(null)
    },
    reportFault(happened) {
      reportFault(setting.home, happened, new Date())
      return done(null)
    },
    crashLog: () => done(crashLog(setting.home)),
    exportPages: (order) => withStore(order.issue, (store) => exports.run(order, store)),
    cancelExport(issue) {
      exports.cancel(issue)
      return done(null)
    },
    // The shell that has the window hears of it by the answer.
    readyToClose: (kept) => done(kept),
  }

  type Store = Extract<ReturnType<typeof issues.store>, { ok: true }>["value"]
  async function withStore<T>(
    path: string,
    work: (store: Store) => Answer<T> | Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const store = issues.store(path)
    return store.ok ? work(store.value) : store
  }

  return {
    answer: (name, args) =>
      answered(handlers, [name, args], shell.kind === "electron" ? trusted : null),
    trust: trusted.trust,
    picture: (key, id) => issues.picture(key, id),
    async close() {
      await issues.closeAll()
      await rm(trays, { recursive: true, force: true })
    },
  }
}

/** Checks name and arguments, and turns a bug of ours into a sentence: the other side gets data only. */
async function answered(
  handlers: Handlers,
  [name, args]: readonly [unknown, unknown],
  trusted: TrustedPaths | null,
): Promise<Answer<unknown>> {
  if (typeof name !== "string" || !Object.hasOwn(handlers, name))
    return fault("没有这个调用。", "There is no such call.")
  const call = name as CallName
  const checked = ARGUMENTS[call].safeParse(args)
  if (!checked.success) {
    const where = checked.error.issues.map(({ path }) => path.join(".")).join(", ")
    return fault(
      `调用 ${call} 的参数不对（${where}）。`,
      `The arguments of ${call} are wrong (${where}).`,
    )
  }
  const stranger = trusted?.strangerIn(call, checked.data) ?? null
  if (stranger !== null)
    return fault(
      `${stranger} 不是在这里选定的，没有读。`,
      `${stranger} was not chosen here and is not read.`,
    )
  try {
    const handler = handlers[call] as (
      ...given: unknown[]
    ) => Answer<unknown> | Promise<Answer<unknown>>
    const answer = await handler(...checked.data)
    if (answer.ok) trusted?.learn(call, answer.value)
    return answer
  } catch (cause) {
    console.error(cause)
    return fault(
      `程序出错，这是版心的缺陷：${String(cause)}`,
      `This is a bug in Banxin: ${String(cause)}`,
    )
  }
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
