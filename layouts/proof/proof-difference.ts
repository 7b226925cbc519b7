import type { Say } from "../finding.ts"
import type { HeadWords } from "../issue/article.ts"
import type { Place } from "../issue/selection.ts"
import type { Box } from "../units.ts"

/** What kind of thing differs between two versions of a page. */
export type DifferenceKind = "text" | "style" | "geometry" | "length" | "picture" | "furniture"

/** One difference between two versions of a page, with its places on both. */
export interface ProofDifference {
  readonly kind: DifferenceKind
  readonly article: string | null
  readonly say: Say
  readonly before: string
  readonly after: string
  /** Where it stood on the older version and stands on the newer one, pt; none where it is not. */
  readonly was: readonly Box[]
  readonly now: readonly Box[]
  /** Its place in the newer text; null for what is no text. */
  readonly place: {
    readonly words: HeadWords | null
    readonly from: Place
    readonly to: Place
  } | null
}

/** The differences of one block of a page: an article's, or the paper's own for null. */
export interface DifferenceBlock {
  readonly article: string | null
  readonly differences: readonly ProofDifference[]
}

/** Differences block by block, each with its texts, style and geometry together; the paper's own last. */
export function differenceBlocks(
  differences: readonly ProofDifference[],
): readonly DifferenceBlock[] {
  const blocks = new Map<string | null, ProofDifference[]>()
  for (const difference of differences) {
    const own = blocks.get(difference.article) ?? []
    blocks.set(difference.article, [...own, difference])
  }
  const all = [...blocks].map(([article, own]) => ({ article, differences: own }))
  return [
    ...all.filter(({ article }) => article !== null),
    ...all.filter(({ article }) => article === null),
  ]
}
