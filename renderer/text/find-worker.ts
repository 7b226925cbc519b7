import { hitsIn, type Query } from "./find.ts"

/** What the worker is asked: where a query matches in texts. */
export interface FindOrder {
  readonly texts: readonly string[]
  readonly query: Query
}

self.addEventListener("message", ({ data }: MessageEvent<FindOrder>) => {
  self.postMessage(hitsIn(data.texts, data.query))
})
