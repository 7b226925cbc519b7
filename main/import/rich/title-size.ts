/** What of a document's tree is looked at and changed; the tree is mammoth's. */
export interface TreeNode {
  readonly type: string
  readonly children?: readonly TreeNode[]
  readonly value?: string
  /** Points; null where only a style says it. */
  readonly fontSize?: number | null
  readonly styleName?: string | null
}

/** Longest heading, characters. */
const LONGEST = 60

/** How much larger than running text a heading's letters are, pt. */
const LARGER = 3.5

/** Size of running text in a document that never says it, pt: 小四, at which most office copy is typed. */
const USUAL = 12

/** Styles of a heading: those that Word and WPS name so, in either language. */
const HEADED = /^(?:heading|标题|title|subtitle|副标题)/i

/**
 * The document with paragraphs set in large letters named as headings, the larger the higher: office
 * copy is mostly typed without styles, and a headline is told by its size (二号, 小二).
 */
export function headedBySize(document: TreeNode): TreeNode {
  const sizes = new Map<number, number>()
  for (const node of nodesOf(document))
    if (node.type === "run") {
      const size = node.fontSize ?? USUAL
      sizes.set(size, (sizes.get(size) ?? 0) + textOf(node).length)
    }
  const [body] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? [USUAL]
  const large = [...nodesOf(document)].flatMap((node) => {
    const size = headingSize(node, body)
    return size === null ? [] : [size]
  })
  const ranks = [...new Set(large)].sort((a, b) => b - a)
  return ranks.length === 0 ? document : renamed(document, body, ranks)
}

/** The size that a paragraph's letters share when they are a heading's; null for any other. */
function headingSize(node: TreeNode, body: number): number | null {
  if (node.type !== "paragraph" || HEADED.test(node.styleName ?? "")) return null
  const text = textOf(node).trim()
  if (text === "" || text.length > LONGEST) return null
  const sizes = [...nodesOf(node)]
    .filter((run) => run.type === "run" && textOf(run).trim() !== "")
    .map((run) => run.fontSize ?? USUAL)
  const least = Math.min(...sizes)
  return Number.isFinite(least) && least >= body + LARGER ? least : null
}

function renamed(node: TreeNode, body: number, ranks: readonly number[]): TreeNode {
  const size = headingSize(node, body)
  if (size !== null)
    return { ...node, styleName: `heading ${Math.min(6, ranks.indexOf(size) + 1)}` }
  if (node.type === "run" || !node.children) return node
  return Object.assign(node, {
    children: node.children.map((child) => renamed(child, body, ranks)),
  })
}

/** A node and all under it, in order. */
function* nodesOf(node: TreeNode): Generator<TreeNode> {
  yield node
  for (const child of node.children ?? []) yield* nodesOf(child)
}

function textOf(node: TreeNode): string {
  let text = ""
  for (const one of nodesOf(node)) text += one.value ?? ""
  return text
}
