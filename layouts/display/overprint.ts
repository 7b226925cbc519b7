import type { Ink, Item } from "./list.ts"

/** The kinds of items that are printed in an ink. */
export type InkedKind = Extract<Item, { readonly ink: string }>["kind"]

/**
 * Whether an item of an ink prints over what lies below it (压印) on the plates that the ink is not on:
 * text and rules of solid black, so that a slip of the plates shows no white edge, and whatever is of
 * a spot ink that is said to. All else knocks out (镂空): white that overprints would vanish.
 * Source: PDF 1.7, 11.7.4 (OPM 1); GWG 2.3.12; reference/pdf.md C.2
 */
export function printsOver({ cmyk, spot }: Ink, kind: InkedKind): boolean {
  if (spot) return spot.overprint
  const [cyan, magenta, yellow, black] = cmyk
  const solid = cyan === 0 && magenta === 0 && yellow === 0 && black === 1
  return solid && kind !== "fill"
}
