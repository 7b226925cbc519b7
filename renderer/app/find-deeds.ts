import { replaceTexts, type TextChange } from "../../layouts/edits/replace-texts.ts"
import { perform, selectText } from "../state/actions.ts"
import { caret } from "../state/caret.ts"
import { find, search, type Find } from "../state/find.ts"
import { revealCaret, shownCaret } from "../state/show-caret.ts"
import { endTyping } from "../state/typing.ts"
import { hitAt, hitBeside, selectionOf, type Hit } from "../text/find.ts"

/**
 * Goes to the next or the last hit from where the caret is, and selects it on its page. Looks anew
 * first: the text may have changed while the panel was out of sight.
 */
export async function goToHit(way: -1 | 1): Promise<void> {
  await search()
  const { texts, hits } = find.getState()
  showHit(hitBeside(texts, hits, caret.getState().selection, way))
}

/** Selects a hit on its page, or in the story where it is on none; the keys stay where they are. */
export function showHit(index: number): void {
  const { texts, hits } = find.getState()
  const hit = hits[index]
  if (!hit) return
  endTyping()
  selectText(selectionOf(texts[hit.text]!, hit), { keys: "elsewhere" })
  if (shownCaret()) revealCaret()
}

/** Replaces the hit that is selected and goes on to the next; goes to one first where none is. */
export async function replaceHit(): Promise<void> {
  await search()
  const state = find.getState()
  const at = hitAt(state.texts, state.hits, caret.getState().selection)
  const hit = state.hits[at]
  if (!hit) {
    await goToHit(1)
    return
  }
  const change = changeOf(state, hit)
  endTyping()
  perform(replaceTexts([change]))
  const behind = { ...hit, to: hit.from + change.put.length }
  const { article, focus } = selectionOf(state.texts[hit.text]!, behind)
  selectText({ article, anchor: focus, focus }, { keys: "elsewhere" })
  await goToHit(1)
}

/** Replaces every hit as one step; how many there were. Looks anew first: the desk may have gone on. */
export async function replaceHits(): Promise<number> {
  await search()
  const state = find.getState()
  endTyping()
  perform(replaceTexts(state.hits.map((hit) => changeOf(state, hit))))
  return state.hits.length
}

function changeOf({ texts }: Find, { text, from, to, put }: Hit): TextChange {
  const { article, words, paragraph } = texts[text]!
  return { article, words, paragraph, from, to, put }
}
