import { articleAt, frameAt, pageAt, type Change } from "../issue/change.ts"
import { freshKey, setField, type Fields } from "../issue/content.ts"
import { addFrame } from "../issue/page-fields.ts"
import type { Frame, Page } from "../issue/page.ts"

/** A page as it stood before the edit. */
export function pageOf({ issue }: Change, id: string): Page | null {
  return issue.pages.find((page) => page.id === id) ?? null
}

/** A frame and the page that it stands on, before the edit; null when it is gone. */
export function standing(
  { issue }: Change,
  frame: string,
): { readonly page: Page; readonly frame: Frame } | null {
  for (const page of issue.pages)
    for (const one of page.frames) if (one.id === frame) return { page, frame: one }
  return null
}

/**
 * Ids for new frames of a page: `A1-f8` after `A1-f7`. No other frame of the issue has them.
 */
export function freshFrameIds({ issue }: Change, page: string, count: number): readonly string[] {
  const taken = new Set(issue.pages.flatMap(({ frames }) => frames.map(({ id }) => id)))
  const ids: string[] = []
  for (let number = 1; ids.length < count; number += 1)
    if (!taken.has(`${page}-f${number}`)) ids.push(`${page}-f${number}`)
  return ids
}

/** The frames of some ids that a page has and that are not locked. */
export function looseFrames(page: Page, ids: readonly string[]): readonly Frame[] {
  return page.frames.filter(({ id, locked }) => ids.includes(id) && !locked)
}

/** Lays frames aside; undo brings them back where they were. */
export function dropFrames(change: Change, ids: readonly string[]): void {
  for (const id of ids) {
    const fields = frameAt(change, id)
    if (fields) setField(fields, "removed", true)
  }
}

/** Body frames of an article in the order of its thread, before the edit. */
export function threadOf({ issue }: Change, article: string): readonly Frame[] {
  return issue.pages
    .flatMap(({ frames }) => frames)
    .filter((frame) => frame.role === "body" && frame.article === article)
    .toSorted((a, b) => a.order - b.order)
}

/** What is put on a page, and which frames go for it. */
export interface Exchange {
  readonly page: string
  readonly frames: readonly Frame[]
  readonly dropped: readonly string[]
}

/**
 * Puts frames on a page in place of others. Body frames enter their article's thread where the
 * first dropped frame was, or else at its end, so that the text of other pages stays in order;
 * among themselves they keep their order.
 * A frame of an article that is gone is left out.
 */
export function exchangeFrames(change: Change, { page, frames, dropped }: Exchange): void {
  const fields = pageAt(change, page)
  if (!fields) return
  const put = new Map<string, { readonly order: number; readonly link: Fields }[]>()
  for (const frame of frames) {
    const article = frame.article === null ? null : articleKey(change, frame.article)
    if (frame.article !== null && article === null) continue
    const made = addFrame(fields, { ...frame, article }, freshKey(change.content))
    if (!made || frame.role !== "body" || frame.article === null) continue
    const links = put.get(frame.article) ?? []
    put.set(frame.article, [...links, { order: frame.order, link: made }])
  }
  for (const [article, made] of put) {
    const thread = threadOf(change, article)
    const kept = thread.filter(({ id }) => !dropped.includes(id))
    const gap = thread.findIndex(({ id }) => dropped.includes(id))
    const before = gap < 0 ? kept.length : kept.indexOf(thread.slice(0, gap).at(-1)!) + 1
    const links = made.toSorted((a, b) => a.order - b.order).map(({ link }) => link)
    setThread(linksOf(change, kept).toSpliced(before, 0, ...links))
  }
  dropFrames(change, dropped)
}

/** Takes a body frame out of the thread that it is in. */
export function leaveThread(change: Change, { id, article }: Frame): void {
  if (article === null) return
  const left = threadOf(change, article).filter((frame) => frame.id !== id)
  setThread(linksOf(change, left))
}

/** Counts the frames of a thread anew, from 0. */
export function setThread(links: readonly Fields[]): void {
  links.forEach((link, i) => setField(link, "order", i))
}

/** The fields of frames that are there, in the order given. */
export function linksOf(change: Change, frames: readonly Frame[]): readonly Fields[] {
  return frames.map(({ id }) => frameAt(change, id)).filter((link) => link !== null)
}

/** An article's key while the article is there. */
export function articleKey(change: Change, id: string): string | null {
  return articleAt(change, id) ? (change.keys.articles.get(id) ?? null) : null
}
