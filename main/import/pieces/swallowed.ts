import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import type { Item } from "./segment.ts"

/** A space behind a stop or a closing quote, before Chinese text: a paragraph break that was swallowed. */
const SWALLOWED = /(?<=[。！？…”’])[ \u3000\u00a0]+(?=[“‘《「（【—\p{Script=Han}\d])/gu

/**
 * The story with its swallowed paragraph breaks parted where the desk or a full indent says so.
 * By default a single space stays where it is and a split is only proposed; blanks as wide as a
 * paragraph's indent are one. No character is lost: a split drops blanks alone.
 */
export function partSwallowed(items: readonly Item[], book: Book): readonly Item[] {
  return items.flatMap((item) =>
    item.role === "body" && !item.verse ? partOne(item, book) : [item],
  )
}

/** One paragraph, in as many as its breaks were chosen to part. */
function partOne(item: Item, book: Book): readonly Item[] {
  const parts: Item[] = []
  let from = 0
  let nth = 0
  for (const found of item.text.matchAll(SWALLOWED)) {
    if (found.index <= item.dateline) continue
    nth++
    if (!isPartedAt(item, found[0], found.index, { book, nth })) continue
    parts.push(slice(item, from, found.index, parts.length > 0))
    from = found.index + found[0].length
  }
  if (parts.length === 0) return [item]
  return [...parts, slice(item, from, item.text.length, true)]
}

/** Asks the book about one break. */
function isPartedAt(
  item: Item,
  blanks: string,
  at: number,
  asked: { readonly book: Book; readonly nth: number },
): boolean {
  const indent = /\u3000{2}/.test(blanks) || blanks.length >= 4
  const stop = /[。！？…][”’]?$/.test(item.text.slice(Math.max(0, at - 2), at))
  const around = `${item.text.slice(Math.max(0, at - 4), at)}▏${item.text.slice(at + blanks.length).slice(0, 4)}`
  const choice = decide(asked.book, {
    topic: "swallowed",
    nth: asked.nth,
    line: item.line,
    what: "swallowed paragraph break",
    why: indent
      ? because(
          `句末有段首缩进那么宽的空白：${around}`,
          "blanks as wide as an indent behind a stop",
        )
      : because(
          `句末标点后有空格，像吞掉的换段：${around}`,
          "a space behind a stop, like a lost paragraph break",
        ),
    confidence: indent ? 0.9 : stop ? 0.7 : 0.4,
    choice: indent ? "split" : "keep",
    choices: ["keep", "split"],
  })
  return choice === "split"
}

function slice(item: Item, from: number, to: number, parted: boolean): Item {
  const text = item.text.slice(from, to).trim()
  return from === 0 ? { ...item, text } : { ...item, text, dateline: 0, parted, across: false }
}
