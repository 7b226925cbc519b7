import type { Signature } from "../issue/versions.ts"
import { differences, type Difference } from "./diff.ts"

/** One person's writing in a text: the text before it, up to the next step's or to what stands now. */
export interface Step {
  readonly before: string
  readonly by: Signature
}

/** A stretch of a text with its changes (花脸): `by` is who put it in or took it out; null when kept. */
export type Run =
  | { readonly kind: "kept"; readonly text: string; readonly by: null }
  | { readonly kind: "inserted" | "deleted"; readonly text: string; readonly by: Signature }

/**
 * A text as it stands with all that steps changed in it (花脸稿). Kept and inserted runs together are
 * the text now, kept and deleted ones the text before the first step. What one put in and another
 * took out again is gone; what was taken out and put back at its place is kept.
 */
export function trackedRuns(steps: readonly Step[], now: string): readonly Run[] {
  let runs: readonly Run[] = [kept(steps[0]?.before ?? now)]
  steps.forEach(({ before, by }, i) => {
    const after = steps[i + 1]?.before ?? now
    for (const difference of differences(before, after).toReversed())
      runs = changed(runs, difference, { words: wordsIn(after, difference), by })
  })
  return tidy(runs)
}

function kept(text: string): Run {
  return { kind: "kept", text, by: null }
}

function wordsIn(after: string, { nowFrom, nowTo }: Difference): string {
  return after.slice(nowFrom, nowTo)
}

/** What a step puts in a place of a text. */
interface Put {
  readonly words: string
  readonly by: Signature
}

/** Runs with one difference more: offsets count what stands, not what was deleted. */
function changed(
  runs: readonly Run[],
  { from, to }: Difference,
  { words, by }: Put,
): readonly Run[] {
  const [head, rest] = cutAt(runs, from)
  const [middle, tail] = cutAt(rest, to - from)
  const taken = middle.flatMap((run): readonly Run[] => {
    if (run.kind === "inserted") return []
    return run.kind === "deleted" ? [run] : [{ ...run, kind: "deleted", by }]
  })
  if (words === "") return [...head, ...taken, ...tail]
  // Behind what was deleted here, so that old words stand before new ones.
  const gone = tail.findIndex(({ kind }) => kind !== "deleted")
  const [here, after] = gone < 0 ? [tail, []] : [tail.slice(0, gone), tail.slice(gone)]
  return [...head, ...restored([...taken, ...here], { words, by }), ...after]
}

/** Deleted runs with words put behind them; words that put one of them back make it kept again. */
function restored(deleted: readonly Run[], { words, by }: Put): readonly Run[] {
  const at = deleted.findIndex(({ text }) => text === words)
  if (at < 0) return [...deleted, { kind: "inserted", text: words, by }]
  return deleted.map((run, i) => (i === at ? kept(words) : run))
}

/** Runs in two at so many standing characters; what was deleted at the cut comes behind it. */
function cutAt(runs: readonly Run[], offset: number): readonly [readonly Run[], readonly Run[]] {
  let left = offset
  for (const [i, run] of runs.entries()) {
    if (left === 0) return [runs.slice(0, i), runs.slice(i)]
    if (run.kind === "deleted") continue
    if (left < run.text.length) {
      const [first, second] = [run.text.slice(0, left), run.text.slice(left)]
      return [
        [...runs.slice(0, i), { ...run, text: first }],
        [{ ...run, text: second }, ...runs.slice(i + 1)],
      ]
    }
    left -= run.text.length
  }
  return [runs, []]
}

/** Runs without empty ones, those of one kind and one hand made one. */
function tidy(runs: readonly Run[]): readonly Run[] {
  const one: Run[] = []
  for (const run of runs) {
    const last = one.at(-1)
    if (run.text === "") continue
    if (last && last.kind === run.kind && last.by === run.by)
      one[one.length - 1] = { ...last, text: last.text + run.text }
    else one.push(run)
  }
  return one
}
