/** Where this window keeps a draft, so that it is there again after a reload. */
const DRAFT = "banxin.draft"

/** Keeps what is being drafted beside an issue, plain values only; null when it has ended. */
export function noteDraft(issue: string, draft: object | null): void {
  if (draft) sessionStorage.setItem(DRAFT, JSON.stringify({ issue, draft }))
  else sessionStorage.removeItem(DRAFT)
}

/** What was drafted beside an issue in this window and never ended; null when nothing was. */
export function draftBefore(issue: string): unknown {
  const kept = sessionStorage.getItem(DRAFT)
  if (kept === null) return null
  const noted = JSON.parse(kept) as { readonly issue: string; readonly draft: unknown }
  return noted.issue === issue ? noted.draft : null
}
