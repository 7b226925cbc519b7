import { useEffect } from "react"
import { useStore } from "zustand"
import { createStore } from "zustand/vanilla"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { CheckFinding } from "../../layouts/proof/checks/check-article.ts"
import type { HouseEntry } from "../../layouts/proof/checks/house-tables.ts"
import type { Door } from "../../main/bridge/contract.ts"
import type { CheckAnswer, CheckOrder } from "../text/check-worker.ts"
import { useAtRest } from "./at-rest.ts"
import { fetchHouseTables, houseTables } from "./house-tables.ts"
import type { HitFilter } from "./hit-list.ts"

/** What the checks of the proof desk found in the open issue, and what this window shows of it. */
export interface Checks {
  /** By article, in reading order; those of an article keep their identity until it changes. */
  readonly found: ReadonlyMap<string, readonly CheckFinding[]>
  /** Whether articles wait to be looked through. */
  readonly running: boolean
  readonly by: "article" | "rule"
  readonly filter: HitFilter
  /** The name of the hit that keys are for. */
  readonly chosen: string | null
}

export const checks = createStore<Checks>(() => ({
  found: new Map(),
  running: false,
  by: "article",
  filter: { severities: ["error", "warning", "note"], page: null, article: null, rule: null },
  chosen: null,
}))

/** Has the issue looked through whenever the desk is at rest, as long as the caller is seen. */
export function useChecks(door: Door): void {
  const issue = useAtRest((state) => state.issue)
  const { entries } = useStore(houseTables)
  useEffect(() => {
    if (entries === null) void fetchHouseTables(door)
  }, [entries, door])
  useEffect(() => {
    if (issue && entries) check(issue, entries)
  }, [issue, entries])
}

/** The thread that looks through articles; it is made by its first use and stays. */
let worker: Worker | null = null

/** What the thread checks by. */
let told: { readonly day: string; readonly entries: readonly HouseEntry[] } | null = null

/** Findings by the identity of their article; null while the thread looks through it. */
let known = new WeakMap<Article, readonly CheckFinding[] | null>()

/** Articles that the thread looks through, by turn. */
const turns = new Map<number, readonly Article[]>()
let turn = 0
let shown: Issue | null = null

/**
 * Looks through an issue beside the desk. An article that did not change is not looked through
 * again; what was found in one that did is shown until the thread has answered.
 */
function check(issue: Issue, entries: readonly HouseEntry[]): void {
  shown = issue
  tellMeans(issue, entries)
  const articles = issue.articles.filter((article) => !known.has(article))
  if (articles.length > 0) {
    for (const article of articles) known.set(article, null)
    turns.set((turn += 1), articles)
    send({ turn, articles })
  }
  publish()
}

/** Tells the thread the day and the paper's tables; with others all is to be looked through anew. */
function tellMeans({ date }: Issue, entries: readonly HouseEntry[]): void {
  const day = JSON.stringify(date)
  if (told?.day === day && told.entries === entries) return
  told = { day, entries }
  known = new WeakMap()
  turns.clear()
  send({ today: date, entries })
}

function send(order: CheckOrder): void {
  if (!worker) {
    worker = new Worker(new URL("../text/check-worker.ts", import.meta.url), { type: "module" })
    worker.addEventListener("message", ({ data }: MessageEvent<CheckAnswer>) => heard(data))
  }
  worker.postMessage(order)
}

function heard({ turn: answered, found }: CheckAnswer): void {
  turns.get(answered)?.forEach((article, i) => known.set(article, found[i]!))
  if (turns.delete(answered)) publish()
}

const NONE: readonly CheckFinding[] = []

/** Shows what is known of the issue as it was checked last. */
function publish(): void {
  const { found: before } = checks.getState()
  const found = new Map(
    shown?.articles.map((article) => {
      return [article.id, known.get(article) ?? before.get(article.id) ?? NONE]
    }),
  )
  const same = found.size === before.size && [...found].every(([id, own]) => before.get(id) === own)
  checks.setState({ found: same ? before : found, running: turns.size > 0 })
}
