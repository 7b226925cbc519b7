import { createStore } from "zustand/vanilla"
import { asTyped, readAlike } from "../../layouts/issue/made-glyph.ts"
import { hitsIn, patternOf, searchedTexts, type Hit, type Query } from "../text/find.ts"
import type { Scope, SearchedText } from "../text/find.ts"
import type { FindAnswer, FindOrder } from "../text/find-worker.ts"
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

/** Stops the search that is going on, if there is one. */
let stop: () => void = () => {}

let latest: Promise<void> = Promise.resolve()

/** Looks for the query anew in the issue as it stands; done when the newest search has its answer. */
export function search(): Promise<void> {
  latest = searchOnce()
  return latest
}

async function searchOnce(): Promise<void> {
  const { issue } = desk.getState()
  const now = find.getState()
  const { glyphs } = issue ?? {}
  const query = { ...now, words: asTyped(now.words, glyphs), alike: readAlike(glyphs) }
  const texts = issue ? searchedTexts(issue, query.scope, view.getState()) : []
  stop()
  const words = texts.map(({ text }) => text)
  if (query.words !== "" && !patternOf(query)) return answer(texts, [], "find.badRegex")
  if (!query.regex) return answer(texts, hitsIn(words, query))
  const hits = await hitsInWorker({ texts: words, query: bare(query) })
  if (hits === "stopped") return latest
  return hits === "slow" ? answer(texts, [], "find.tooSlow") : answer(texts, hits)
}

function answer(
  texts: readonly SearchedText[],
  hits: readonly Hit[],
  fault: Find["fault"] = null,
): void {
  find.setState({ texts, hits, fault })
}

/** The query alone, as a worker can be sent it. */
function bare({ words, regex, matchCase, replacement }: Query): Query {
  return { words, regex, matchCase, replacement }
}

/** Runs a query where it can be stopped: by a newer search, or when its time is over. */
function hitsInWorker(order: FindOrder): Promise<readonly Hit[] | "slow" | "stopped"> {
  const worker = new Worker(new URL("../text/find-worker.ts", import.meta.url), { type: "module" })
  return new Promise((resolve) => {
    let late = 0
    const settle = (answered: readonly Hit[] | "slow" | "stopped"): void => {
      clearTimeout(late)
      worker.terminate()
      resolve(answered)
    }
    stop = () => settle("stopped")
    worker.addEventListener("message", ({ data }: MessageEvent<FindAnswer>) => {
      if (data !== "ready") return settle(data)
      late = window.setTimeout(() => settle("slow"), TIME_BOX)
      worker.postMessage(order)
    })
  })
}
