import type { Thread } from "./thread.ts"

/** What came of setting a story: how many lines were over. */
interface Outcome {
  readonly overset: { readonly lines: number }
}

/**
 * A story whose last frame's bands end on the same vertical line (拉平), the earliest that holds the
 * text. `full` are the lines that its columns take, which hold all of it; `setIn` sets it in fewer.
 * Source: CLREQ #column_balancing
 */
export function levelBands<Story extends Outcome>(
  { columns }: Thread,
  full: readonly number[],
  setIn: (depths: readonly number[]) => Story,
): Story {
  const last = columns.at(-1)?.frame.id
  const upTo = (strips: number): readonly number[] =>
    full.map((depth, i) => (columns[i]!.frame.id === last ? Math.min(depth, strips) : depth))
  let [least, most] = [1, Math.max(...full)]
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    if (setIn(upTo(middle)).overset.lines === 0) most = middle
    else least = middle + 1
  }
  return setIn(upTo(most))
}
