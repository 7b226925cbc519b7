import { createStore } from "zustand/vanilla"
import { hitsIn, patternOf, searchedTexts, type Hit, type Query } from "../text/find.ts"
import type { Scope, SearchedText } from "../text/find.ts"
import type { FindOrder } from "../text/find-worker.ts"
import { desk } from "./desk.ts"
import { view } from "./view.ts"

/** Longest time, ms, that a regular expression may take; one that backtracks without end is stopped. */
const TIME_BOX = 1500

/** What is looked for in this window, and what was found. */
export interface Find extends Query {
  readonly scope: Scope
  readonly texts: readonly SearchedText[]
  readonly hits: readonly Hit[]
  /** Why nothing was looked for: a word key; null when all is well. */
  readonly fault: "find.badRegex" | "find.tooSlow" | null
}

export const find = createStore<Find>(() => ({
  words: "",
  regex: false,
  matchCase: false,
  replacement: "",
  scope: "issue",
  texts: [],
  hits: [],
  fault: null,
}))

let worker: Worker | null = null

/**
 * Looks for the query anew in the issue as it stands; false when a later search came in between,
 * whose answer is the one that counts.
 */
export async function search(): Promise<boolean> {
  const query = find.getState()
  const { issue } = desk.getState()
  const texts = issue ? searchedTexts(issue, query.scope, view.getState()) : []
  worker?.terminate()
  worker = null
  const words = texts.map(({ text }) => text)
  if (query.words !== "" && !patternOf(query)) return answer(texts, [], "find.badRegex")
  if (!query.regex) return answer(texts, hitsIn(words, query))
  const hits = await hitsInWorker({ texts: words, query: bare(query) })
  if (hits === "stopped") return false
  return hits === "slow" ? answer(texts, [], "find.tooSlow") : answer(texts, hits)
}

function answer(
  texts: readonly SearchedText[],
  hits: readonly Hit[],
  fault: Find["fault"] = null,
): true {
  find.setState({ texts, hits, fault })
  return true
}

/** The query alone, as a worker can be sent it. */
function bare({ words, regex, matchCase, replacement }: Query): Query {
  return { words, regex, matchCase, replacement }
}

/** Runs a query where it can be stopped. */
function hitsInWorker(order: FindOrder): Promise<readonly Hit[] | "slow" | "stopped"> {
  const own = new Worker(new URL("../text/find-worker.ts", import.meta.url), { type: "module" })
  worker = own
  return new Promise((settle) => {
    const late = setTimeout(() => {
      own.terminate()
      settle(worker === own ? "slow" : "stopped")
    }, TIME_BOX)
    own.addEventListener("message", ({ data }: MessageEvent<readonly Hit[]>) => {
      clearTimeout(late)
      own.terminate()
      settle(worker === own ? data : "stopped")
    })
    own.postMessage(order)
  })
}
