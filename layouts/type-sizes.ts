import { pt, type Pt } from "./units.ts"

/** A size by its name in the trade (字号). */
export interface TypeSize {
  readonly name: string
  readonly size: Pt
  /** Sizes that other cases and programs give the same name. */
  readonly also: readonly Pt[]
}

function named(name: string, size: number, ...also: readonly number[]): TypeSize {
  return { name, size: pt(size), also: also.map(pt) }
}

/**
 * The trade's size names, large to small. Foundries never agreed; `size` is what this house casts,
 * `also` what else goes by the name. Source: CLREQ's table of type sizes, domain.md 2.3; 小初, 小三,
 * 小六 and 八号, which it lacks, from printers' tables.
 */
export const TYPE_SIZES: readonly TypeSize[] = [
  named("初号", 42),
  named("小初", 36),
  named("一号", 27.5, 28, 26),
  named("小一", 24),
  named("二号", 21, 22),
  named("小二", 18),
  named("三号", 16, 15.75),
  named("小三", 15),
  named("四号", 14, 13.75),
  named("小四", 12),
  named("五号", 10.5),
  named("小五", 9),
  named("六号", 8, 7.875, 7.5),
  named("小六", 6.875, 6.5),
  named("七号", 5.25, 5.5),
  named("八号", 4.5, 5),
]

/** Sizes nearer than this are one size, pt. */
const SAME = 0.01

/** The trade's name of a size; null when it has none. */
export function sizeName(size: Pt): string | null {
  const near = (known: Pt): boolean => Math.abs(known - size) < SAME
  return TYPE_SIZES.find((one) => near(one.size) || one.also.some(near))?.name ?? null
}

/** The size of a name, such as 小五; null for a name that the trade has not. */
export function sizeNamed(name: string): Pt | null {
  const plain = name
    .trim()
    .replace(/^新(?=五号?$)/u, "小")
    .replace(/^(小.)号$/u, "$1")
  return TYPE_SIZES.find((one) => one.name === plain)?.size ?? null
}
