import type { Finding } from "../../layouts/finding.ts"
import type { SetIssue } from "../../layouts/make-up.ts"
import type { Plate } from "../conditions/plate.ts"
import { SHIPPED_CONDITIONS } from "../conditions/shelf.ts"
import type { Library } from "../fonts/library.ts"
import { COARSE, coarsePictures } from "../pictures/coarse.ts"
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
 * issue's, with the printing condition's limits in place of a newspaper's, and the pictures that
 * turned out to be damaged.
 */
export async function printFor(
  { pages, findings }: SetIssue,
  { library, opened, plate: { condition } }: Printing,
): Promise<{ readonly presses: Presses; readonly findings: readonly Finding[] }> {
  const lists = pages.map(({ list }) => list)
  const { most } = (condition ?? SHIPPED_CONDITIONS[0]!).resolution
  const { pictures, faults } = await printPictures(opened, {
    plates: platesFor(condition),
    sizes: largestSizes(lists),
    most,
    quality: USUAL_QUALITY,
  })
  const judged =
    condition === null
      ? findings
      : [
          ...findings.filter(({ rule }) => rule !== COARSE),
          ...lists.flatMap((list) => coarsePictures(list, opened, condition)),
        ]
  return {
    presses: pressesOf(library, pictures, opened),
    findings: [...judged, ...damagedPictures(lists, faults)],
  }
}
