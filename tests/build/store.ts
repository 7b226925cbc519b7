import type { Condense } from "../../main/files/issue-store.ts"
import type { IssueStore } from "../../main/files/issue-store.ts"
import { createIssueFolder } from "../../main/files/issue-store.ts"
import { openIssueFolder } from "../../main/files/open-issue.ts"

/** Joins opaque updates end to end: what a real document makes of them is not the store's business. */
export const joined: Condense = (_document, updates) =>
  Uint8Array.from(updates.flatMap((u) => [...u]))

/** A text as an update. */
export function update(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** What a document's updates say, end to end. */
export function told(updates: readonly Uint8Array[]): string {
  return updates.map((bytes) => new TextDecoder().decode(bytes)).join("")
}

/** Makes a new issue folder whose documents say 初 and nothing; throws when it cannot. */
export function made(path: string): void {
  const created = createIssueFolder(path, { content: update("初"), marks: update("") })
  if (!created.ok) throw new Error(created.say.en)
}

/** Opens an issue folder; throws when it cannot. */
export function opened(path: string): IssueStore {
  const store = openIssueFolder(path, joined)
  if (!store.ok) throw new Error(store.say.en)
  return store.value
}
