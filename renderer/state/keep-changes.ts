import type { Say } from "../../layouts/finding.ts"
import type { Answer, DocumentName } from "../../main/bridge/contract.ts"

/** Whether all changes are on the disk. */
export type Saving = "saved" | "saving" | "failed"

/** Pause before what the disk refused is sent again, ms. */
export const AGAIN = 2000

interface Change {
  readonly document: DocumentName
  readonly update: Uint8Array
}

/** What changes are kept with. */
export interface Keeping {
  send(document: DocumentName, update: Uint8Array): Promise<Answer<number>>
  /** Hears how it stands, whenever that changes; `why` comes with the first refusal. */
  heard(saving: Saving, why: Say | null): void
}

/**
 * Keeps changes of an open issue: each is sent at once, and one that was refused, or that met a
 * broken connection, is sent again until it is on the disk. Changes may arrive in any order; none
 * may be missing, for the later ones build on it. Nothing counts as saved before all are.
 */
export function changeKeeper({ send, heard }: Keeping): (change: Change) => void {
  let underWay = 0
  let failing = false
  let refused: Change[] = []
  let told: Saving = "saved"

  function tell(why: Say | null): void {
    const waits = underWay > 0 || refused.length > 0
    failing &&= waits
    const saving = failing ? "failed" : waits ? "saving" : "saved"
    if (saving === told && why === null) return
    told = saving
    heard(saving, why)
  }

  async function keep(change: Change): Promise<void> {
    underWay += 1
    tell(null)
    const answer = await send(change.document, change.update)
    underWay -= 1
    const first = !answer.ok && !failing
    if (!answer.ok) {
      failing = true
      if (refused.length === 0) setTimeout(sendAgain, AGAIN)
      refused.push(change)
    }
    tell(first && !answer.ok ? answer.say : null)
  }

  function sendAgain(): void {
    const changes = refused
    refused = []
    for (const change of changes) void keep(change)
  }

  return (change) => void keep(change)
}
