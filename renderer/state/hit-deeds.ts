import { heedHit, ignoreHit } from "../../layouts/edits/ignore-hit.ts"
import { replaceTexts } from "../../layouts/edits/replace-texts.ts"
import type { Hit } from "../../layouts/issue/ignored.ts"
import { editsOfArticle } from "../../layouts/proof/allowed-change.ts"
import type { TextPlace } from "../text/place.ts"
import { perform, selectText } from "./actions.ts"
import { checks } from "./checks.ts"
import { desk } from "./desk.ts"
import { filteredHits, groupedHits, ignorable, listedHits } from "./hit-list.ts"
import { stillStands, stretchOf, type ListedHit } from "./hit-list.ts"
import { jumpTo } from "./jump.ts"
import { markSelected, markTyped } from "./mark-deeds.ts"
import { tell } from "./means.ts"
import { editsHere } from "./rounds.ts"
import { showWords } from "./show-words.ts"
import { signature } from "./signature.ts"
import { endTyping } from "./typing.ts"
import { view, type View } from "./view.ts"

/**
 * What is done with a suggestion on an article: by how far its pages are and by the role of whoever is
 * at the desk it is marked, changes the text, or nothing. An editor with the proof tool in the hand
 * marks as well.
 */
export function takingUp(
  article: string,
  { tool }: Pick<View, "tool">,
): "mark" | "change" | "nothing" {
  const { issue } = desk.getState()
  const edits = editsOfArticle(issue ?? { pages: [] }, article, editsHere)
  if (edits === "nothing") return "nothing"
  return tool === "mark" || edits === "marks" || edits === "listed" ? "mark" : "change"
}

/** Chooses a hit: its words are selected, and shown on their page. */
export function chooseHit(hit: ListedHit): void {
  checks.setState({ chosen: hit.name })
  if (!select(hit)) return
  const { words, paragraph, from, to } = stretchOf(hit.finding)
  if (hit.page === null) return jumpTo(hit.finding.where)
  const place = (offset: number) => ({ paragraph, offset })
  showWords({ article: hit.article.id, words, from: place(from), to: place(to) })
}

/** Selects a hit's words where they still stand; the keys stay where they are. */
function select({ finding, article: { id } }: ListedHit): boolean {
  const article = desk.getState().issue?.articles.find((one) => one.id === id)
  if (!article || !stillStands(article, finding)) {
    tell(CHANGED, false)
    return false
  }
  const { words, paragraph, from, to } = stretchOf(finding)
  const place = (offset: number): TextPlace => ({ words, paragraph, offset, affinity: "after" })
  endTyping()
  selectText({ article: id, anchor: place(from), focus: place(to) }, { keys: "elsewhere" })
  return true
}

const CHANGED = {
  zh: "这里的字已经改过，等检查更新后再处理。",
  en: "These words were changed; wait until they are checked again.",
}

/**
 * Takes a suggestion up (改): the text is changed, a step of undo, or where only marks are made it
 * gets those that ask for the change. Null stands for a hit that nothing is suggested for: it gets an
 * instruction with the reason, or is changed by hand.
 */
export function takeUp(hit: ListedHit, suggestion: string | null): void {
  if (!select(hit)) return
  const { finding, article } = hit
  const stretch = stretchOf(finding)
  const taking = takingUp(article.id, view.getState())
  if (taking === "nothing") return tell(SIGNED, false)
  if (taking === "mark") {
    if (suggestion === null) markSelected({ sign: "note", payload: { say: finding.say.zh } })
    else markTyped(suggestion)
  } else if (suggestion === null) return tell(BY_HAND, false)
  else perform(replaceTexts([{ ...stretch, article: article.id, put: suggestion }]))
  const end = stretch.from + (suggestion ?? finding.text).length
  const { words, paragraph } = stretch
  const at: TextPlace = { words, paragraph, offset: end, affinity: "before" }
  selectText({ article: article.id, anchor: at, focus: at }, { keys: "elsewhere" })
}

const BY_HAND = {
  zh: "这一处没有现成的改法，要动手改。",
  en: "Nothing is suggested here; it is changed by hand.",
}

const SIGNED = {
  zh: "这个版此刻既不能改，也不加批注。",
  en: "This page is neither edited nor marked now.",
}

/** Lets a hit stand (忽略) for a reason; the same words under the same rule all over the article. */
export function ignore({ finding }: ListedHit, reason: string): void {
  const { author, at } = signature()
  perform(ignoreHit({ ...ignorable(finding), reason, author, at }))
}

/** Minds again what was let stand. */
export function heed(hit: Hit): void {
  perform(heedHit(hit))
}

/** The hits as the panel lists them now, in its order. */
function hitsInOrder(): readonly ListedHit[] {
  const { issue, ignored, pages } = desk.getState()
  const { found, filter, by } = checks.getState()
  if (!issue) return []
  const all = listedHits({ articles: issue.articles, found, ignored, pages })
  return groupedHits(filteredHits(all, filter), by).flatMap(({ hits }) => hits)
}

/** Goes on to the next hit of the list, or back. */
export function stepHit(step: 1 | -1): void {
  const hits = hitsInOrder()
  const { chosen } = checks.getState()
  const at = hits.findIndex(({ name }) => name === chosen)
  const next = hits.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % hits.length)
  if (next) chooseHit(next)
}

/** The hit that keys are for; null when none is chosen. */
export function chosenHit(): ListedHit | null {
  const { chosen } = checks.getState()
  return hitsInOrder().find(({ name }) => name === chosen) ?? null
}
