import { guardPlace } from "../../layouts/proof/guard-places.ts"
import type { GuardId } from "../../layouts/proof/workflow.ts"
import { chooseDifference } from "./compare-deeds.ts"
import { compareProof, comparing } from "./comparing.ts"
import { jumpTo, jumpToEnd, showSpot } from "./jump.ts"
import { chooseMark } from "./mark-deeds.ts"
import type { Means } from "./means.ts"
import type { Standing } from "./round-deeds.ts"
import { rounds } from "./rounds.ts"

/** Goes to the first place that a guard stands against; a page that changed is compared with its newest proof. */
export function goToGuard(guard: GuardId, { sources, page }: Standing, means: Means): void {
  const place = guardPlace(guard, sources)
  switch (place?.kind) {
    case "mark":
      return chooseMark(place.id)
    case "where":
      return jumpTo(place.where)
    case "end":
      return jumpToEnd(place.article)
    case "boxes":
      return showSpot({ page: page.page.id, boxes: place.boxes })
    case "proof":
      return void compareNewest(page.page.id, means)
    case undefined:
      return
  }
}

async function compareNewest(page: string, means: Means): Promise<void> {
  const newest = rounds.getState().proofs.findLast((proof) => proof.page === page)
  const { comparison } = comparing.getState()
  const known = comparison?.now === null && comparison.was.number === newest?.number
  if (newest && !(known && comparison.page === page)) await compareProof(newest, means)
  chooseDifference(0)
}
