import type { Issue } from "../../layouts/issue/issue.ts"
import type { Mark } from "../../layouts/issue/mark.ts"

/** Marks in the order of the issue's articles and of their text. */
export function inTextOrder(
  marks: readonly Mark[],
  issue: Pick<Issue, "articles"> | null,
): readonly Mark[] {
  const order = new Map(issue?.articles.map(({ id }, i) => [id, i]))
  const at = ({ article, range }: Mark): readonly [number, number, number] => {
    const text = range.kind === "text" ? range.from : { paragraph: 0, offset: 0 }
    const head = range.kind === "text" && range.words !== null
    return [order.get(article ?? "") ?? -1, head ? -1 : text.paragraph, text.offset]
  }
  const keyed = marks.map((mark) => ({ mark, key: at(mark) }))
  return keyed
    .toSorted(({ key: a }, { key: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(({ mark }) => mark)
}
