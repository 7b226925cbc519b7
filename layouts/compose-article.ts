import type { Finding } from "./finding.ts"
import { breakOutcomes, type BreakOutcome } from "./flow/breaks.ts"
import { composeStory, type SetStory, type StorySetting } from "./flow/compose-story.ts"
import { storyFindings } from "./flow/findings.ts"
import { placePictures, type PlacedPicture } from "./flow/pictures.ts"
import type { Thread } from "./flow/thread.ts"
import { placeHead, type PlacedHead } from "./head/place-head.ts"
import { setFiller, type SetFiller } from "./head/set-filler.ts"
import type { Article } from "./issue/article.ts"
import type { Frame, Page } from "./issue/page.ts"
import { settingOf } from "./issue/setting.ts"
import { sheetOf, trackedSheet } from "./issue/style.ts"

/** A filler in its frame. */
export interface PlacedFiller extends SetFiller {
  readonly frame: Frame
}

/** An article set into all of its frames. */
export interface ComposedArticle {
  readonly article: Article
  readonly thread: Thread
  readonly heads: readonly PlacedHead[]
  readonly fillers: readonly PlacedFiller[]
  readonly pictures: readonly PlacedPicture[]
  readonly story: SetStory
  readonly breaks: readonly BreakOutcome[]
  readonly findings: readonly Finding[]
}

/** Articles already set, by identity, with what they were set with. */
const remembered = new WeakMap<
  Article,
  { thread: Thread; setting: StorySetting; composed: ComposedArticle }
>()

/**
 * Sets an article into its thread: headline block, story, filler lines, findings.
 * Remembered by the identity of article, thread and setting; a warm answer is the cold one. What
 * the article's own setting does to fit it is part of the article.
 */
export function composeArticle(
  article: Article,
  thread: Thread,
  asked: StorySetting,
): ComposedArticle {
  const known = remembered.get(article)
  if (known && known.thread === thread && sameSetting(known.setting, asked)) return known.composed
  const { tracking } = settingOf(article).fit
  const setting = { ...asked, sheet: sheetOf(article, asked.sheet) }
  const story = composeStory(article, article.kind === "filler" ? bodiless(thread) : thread, {
    ...setting,
    sheet: trackedSheet(setting.sheet, tracking),
  })
  const heads = framesOf(thread, "headline").map(({ page, frame }) =>
    placeHead(article, frame, page.grid, setting),
  )
  const fillers = framesOf(thread, "filler").map(({ page, frame }) => ({
    frame,
    ...setFiller(article, frame, page.grid, setting),
  }))
  const pictures = placePictures(article, thread, setting.press)
  const breaks = breakOutcomes(article, story)
  const set = { article, thread, heads, fillers, pictures, breaks }
  const placed = fillers.length > 0 ? { ...story, overset: { characters: 0, lines: 0 } } : story
  const findings = storyFindings({ ...set, story: placed }, setting.breaks)
  const composed = { ...set, story: placed, findings }
  remembered.set(article, { thread, setting: asked, composed })
  return composed
}

function sameSetting(a: StorySetting, b: StorySetting): boolean {
  return a.press === b.press && a.sheet === b.sheet && a.breaks === b.breaks
}

/** A filler's words stand in its filler frame, not in text columns. */
function bodiless(thread: Thread): Thread {
  return { ...thread, columns: [] }
}

function framesOf(
  thread: Thread,
  role: Frame["role"],
): readonly { readonly page: Page; readonly frame: Frame }[] {
  return thread.frames.filter(({ frame }) => frame.role === role)
}
