import { createStore } from "zustand/vanilla"
import { readAloud, type Reading, type Sentence } from "../../layouts/proof/aloud/read-aloud.ts"
import { desk } from "./desk.ts"
import { revealWords, type Words } from "./show-words.ts"

/** Where a pair is in reading an article aloud (唱校); never saved with the issue. */
export interface Aloud {
  /** Null while nothing is read. */
  readonly article: string | null
  /** The sentence that is read now, from 0. */
  readonly step: number
  readonly numbers: Reading["numbers"]
  /** Whether the machine says what is to be read. */
  readonly speaks: boolean
}

/** The window's state of reading aloud. */
export const aloud = createStore<Aloud>(() => ({
  article: null,
  step: 0,
  numbers: "digits",
  speaks: false,
}))

/** Whether this machine can speak. */
export const CAN_SPEAK = typeof window !== "undefined" && "speechSynthesis" in window

/** An article's sentences; none for one that is gone. */
export function sentencesOf(
  article: string | null,
  numbers: Reading["numbers"],
): readonly Sentence[] {
  const found = desk.getState().issue?.articles.find(({ id }) => id === article)
  return found ? readAloud(found, { numbers, names: namesBy(found.credit) }) : []
}

/** Who signed an article: names that its text may have too. */
function namesBy(credit: string | null): readonly string[] {
  return (credit ?? "").split(/[^\p{Script=Han}·]+/u).filter((name) => /^.{2,4}$/u.test(name))
}

/** The sentence that is read now, as a stretch of its article. */
export function stretchRead(): Words | null {
  const { article, step, numbers } = aloud.getState()
  const sentence = sentencesOf(article, numbers)[step]
  if (article === null || !sentence) return null
  const { words, paragraph, from, to } = sentence
  return { article, words, from: { paragraph, offset: from }, to: { paragraph, offset: to } }
}

/** Begins to read an article. */
export function readArticle(article: string | null): void {
  aloud.setState({ article, step: 0 })
  arrive()
}

/** Goes to a sentence; those before the first and behind the last are these. */
export function readStep(step: number): void {
  const { article, numbers } = aloud.getState()
  const last = sentencesOf(article, numbers).length - 1
  aloud.setState({ step: Math.max(0, Math.min(step, last)) })
  arrive()
}

/** Shows the sentence on the page, and says it where that is wanted. */
function arrive(): void {
  const stretch = stretchRead()
  if (stretch) revealWords(stretch)
  const { article, step, numbers, speaks } = aloud.getState()
  if (!CAN_SPEAK) return
  window.speechSynthesis.cancel()
  const sentence = sentencesOf(article, numbers)[step]
  if (!speaks || !sentence) return
  const said = [sentence.opening, ...sentence.pieces.map(({ say }) => say)].join("，")
  const voice = new SpeechSynthesisUtterance(said)
  voice.lang = "zh-CN"
  window.speechSynthesis.speak(voice)
}
