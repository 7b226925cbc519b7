import { hitsIn, type Hit, type Query } from "./find.ts"

/** What the worker is asked: where a query matches in texts. */
export interface FindOrder {
  readonly texts: readonly string[]
  readonly query: Query
}

/** What it answers: that it is up, so that its time begins, then the hits. */
export type FindAnswer = "ready" | readonly Hit[]

const tell = (answer: FindAnswer): void => self.postMessage(answer)

self.addEventListener("message", ({ data }: MessageEvent<FindOrder>) => {
  tell(hitsIn(data.texts, data.query))
})
tell("ready")
