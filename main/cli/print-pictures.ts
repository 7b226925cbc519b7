import type { Finding } from "../../layouts/finding.ts"
import type { SetIssue } from "../../layouts/make-up.ts"
import { preflightIssue } from "../../layouts/proof/preflight.ts"
import type { Plate } from "../conditions/plate.ts"
import { SHIPPED_CONDITIONS } from "../conditions/shelf.ts"
import type { Library } from "../fonts/library.ts"
import { damagedPictures } from "../pictures/damaged.ts"
import type { OpenedPicture } from "../pictures/open.ts"
import { platesFor } from "../pictures/plates.ts"
import { printPictures, USUAL_QUALITY } from "../pictures/print.ts"
import { largestSizes } from "../pictures/sizes.ts"
import { pressesOf, type Presses } from "../press.ts"

/** What pictures are printed from and for. */
interface Printing {
  readonly library: Library
  readonly opened: ReadonlyMap<string, OpenedPicture>
  readonly plate: Plate
}

/**
 * Makes the pictures of a set issue ready for the size that it prints them at. The findings are the
 * issue's, with what its printing condition's press would stumble over, and the pictures that turned
 * out to be damaged.
 */
export async function printFor(
  set: SetIssue,
  { library, opened, plate }: Printing,
): Promise<{ readonly presses: Presses; readonly findings: readonly Finding[] }> {
  const { condition } = plate
  const lists = set.pages.map(({ list }) => list)
  const { most } = (condition ?? SHIPPED_CONDITIONS[0]!).resolution
  const { pictures, faults } = await printPictures(opened, {
    plates: platesFor(condition),
    sizes: largestSizes(lists),
    most,
    quality: USUAL_QUALITY,
  })
  return {
    presses: pressesOf(library, pictures, opened),
    findings: [...judged(set, plate), ...damagedPictures(lists, faults)],
  }
}

/** An issue's findings; preflight's in place of composing's where there is a press to hold it against. */
function judged(
  { issue, pages, placing, findings }: SetIssue,
  { standard, condition }: Plate,
): readonly Finding[] {
  if (condition === null) return findings
  return [...placing, ...preflightIssue(issue, pages, { standard, limits: condition })]
}
