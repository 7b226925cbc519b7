import { depthOf, type Block } from "./blocks.ts"
import { fill } from "./fill.ts"

/**
 * Depths in lines of `columns` columns that hold all of a story: as even as the text allows
 * (拉平), the last one shorter. Source: CLREQ #column_balancing; lines = ceil(total / columns).
 */
export function balancedDepths(blocks: readonly Block[], columns: number): readonly number[] {
  const total = blocks.reduce((sum, block) => sum + block.height, 0)
  let depth = Math.max(1, Math.ceil(total / columns))
  for (;;) {
    const flow = fill(blocks, new Array<number>(columns).fill(depth))
    if (!flow.rest) return flow.columns.map((column) => column.used)
    depth += 1
  }
}

/**
 * Depths of columns that end where the original's did: each stretch between two original breaks
 * gets one column, and the columns left over go to the stretches that would be deepest.
 * Null when there are fewer columns than stretches: then columns cannot end where they did.
 */
export function originalDepths(
  blocks: readonly Block[],
  columns: number,
): readonly number[] | null {
  const stretches = stretchesOf(blocks)
  if (stretches.length > columns) return null
  const shares = stretches.map(() => 1)
  const depthOf = (i: number): number => lines(stretches[i]!) / shares[i]!
  for (let left = columns - stretches.length; left > 0; left -= 1) {
    let deepest = 0
    for (let i = 1; i < stretches.length; i += 1) if (depthOf(i) > depthOf(deepest)) deepest = i
    shares[deepest]! += 1
  }
  return stretches.flatMap((stretch, i) => balancedDepths(stretch, shares[i]!))
}

function lines(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.height, 0)
}

/** The story cut at its original column breaks; a cut block becomes two. */
function stretchesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const stretches: Block[][] = [[]]
  for (const block of blocks) {
    let from = 0
    block.lines.forEach((line, i) => {
      if (line.end !== "columnBreak") return
      stretches.at(-1)!.push(slice(block, from, i + 1))
      stretches.push([])
      from = i + 1
    })
    if (from < block.lines.length) stretches.at(-1)!.push(slice(block, from, block.lines.length))
  }
  return stretches.filter((stretch, i) => i === 0 || stretch.length > 0)
}

/** Part of a block for counting; its breaks are already the ends of stretches. */
function slice(block: Block, from: number, to: number): Block {
  if (from === 0 && to === block.lines.length && block.lines.at(-1)!.end !== "columnBreak")
    return block
  const lines = block.lines
    .slice(from, to)
    .map((line) => (line.end === "columnBreak" ? { ...line, end: "line" as const } : line))
  const taken = block.taken && block.taken.slice(from, to)
  return { ...block, lines, taken, height: block.runIn ? 0 : depthOf(block, from, to) }
}
