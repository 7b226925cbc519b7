import { isDigit, isHan, isLatin, PAIRS } from "./characters.ts"
import type { Masks } from "./masks.ts"
import type { Note, Passage } from "./note.ts"

/** A passage with the masks of its text. */
export interface Masked extends Passage {
  readonly masks: Masks
}

/** A note and the place of its passage in the list that was checked. */
export interface Placed {
  readonly at: number
  readonly note: Note
}

/** An opening mark that waits for its other half. */
interface Open {
  readonly mark: string
  readonly at: number
  readonly from: number
}

const CLOSE = new Map(PAIRS)
const OPEN = new Map(PAIRS.map(([open, close]) => [close, open]))

/** Half-width brackets pair with full-width ones; that they are half-width is told elsewhere. */
const FULL: Readonly<Record<string, string>> = { "(": "（", ")": "）" }

/**
 * Quotation marks, brackets and title marks (引号、括号、书名号) that lack their other half or are
 * wrongly nested, over a whole story. A quotation may run over paragraphs: each opens with “ and
 * only the last closes. Source: GB/T 15834-2011 4.8, 4.9, 4.14.
 */
export function unpairedMarks(passages: readonly Masked[]): readonly Placed[] {
  const placed: Placed[] = []
  let carried: Open | null = null
  passages.forEach((passage, at) => {
    const { text } = passage
    const open: Open[] = []
    // A paragraph that begins with “ goes on with what the one before left open.
    if (carried !== null && text.startsWith("“")) carried = null
    if (carried !== null && closesFirst(text)) {
      open.push({ mark: "“", at, from: -1 })
      carried = null
    }
    if (carried !== null) placed.push({ at: carried.at, note: unclosed(carried) })
    carried = null
    const add = (note: Note): number => placed.push({ at, note })
    walk(passage, at, open, add)
    for (const one of open) {
      if (one.mark === "“" && one.from >= 0 && passage.field === "body") carried = one
      else if (one.from >= 0) add(unclosed(one))
    }
  })
  const left = carried as Open | null
  if (left !== null) placed.push({ at: left.at, note: unclosed(left) })
  return placed
}

/** Whether the first quotation mark of a paragraph is a closing one. */
function closesFirst(text: string): boolean {
  const [open, close] = [text.indexOf("“"), text.indexOf("”")]
  return close >= 0 && (open < 0 || close < open)
}

function walk(
  { text, masks }: Masked,
  at: number,
  open: Open[],
  add: (note: Note) => number,
): void {
  for (let i = 0; i < text.length; i += 1) {
    const mark = masks.foreign[i] === 1 ? text[i]! : (FULL[text[i]!] ?? text[i]!)
    if (CLOSE.has(mark)) {
      const nested = wrongInside(open, mark, i)
      if (nested) add(nested)
      open.push({ mark, at, from: i })
    } else if (OPEN.has(mark)) {
      if (isApostrophe(text, i) || (mark === "）" && isItem(text, i, masks))) continue
      close(open, mark, i, add)
    }
  }
}

/** Takes the other half of a closing mark off the stack; what it shuts in is left open. */
function close(open: Open[], mark: string, i: number, add: (note: Note) => number): void {
  const wanted = OPEN.get(mark)!
  const place = open.findLastIndex((one) => one.mark === wanted)
  if (place < 0) {
    add({
      ...{ rule: "marks/unopened", from: i, to: i + 1, suggest: mark === "”" ? ["“", ""] : [""] },
      say: { zh: `“${mark}”前面没有“${wanted}”。`, en: `“${mark}” without “${wanted}” before it.` },
    })
    return
  }
  for (const one of open.splice(place).slice(1)) if (one.from >= 0) add(unclosed(one))
}

/** A mark directly inside its like: “…“ and 《…《 want the other kind within. */
function wrongInside(open: readonly Open[], mark: string, i: number): Note | null {
  const outer = open.at(-1)
  if (outer?.mark !== mark || outer.from < 0 || (mark !== "“" && mark !== "《")) return null
  const inner = mark === "“" ? "‘" : "〈"
  return {
    ...{ rule: "marks/nested", from: i, to: i + 1, suggest: mark === "“" ? ["”", inner] : [inner] },
    say: {
      zh: `“${mark}”里面又是“${mark}”：里层用“${inner}”，或前一个缺后半。`,
      en: `${mark} inside ${mark}: the inner one is ${inner}, or the outer one was not closed.`,
    },
  }
}

function unclosed({ mark, from }: Open): Note {
  const other = CLOSE.get(mark)!
  return {
    ...{ rule: "marks/unclosed", from, to: from + 1, suggest: [] },
    say: { zh: `“${mark}”没有对应的“${other}”。`, en: `“${mark}” has no “${other}” after it.` },
  }
}

/** The ’ of an English word, or of a year such as ’98. */
function isApostrophe(text: string, at: number): boolean {
  if (text[at] !== "’") return false
  return (isLatin(text[at - 1]) && !isHan(text[at + 1])) || isDigit(text[at + 1])
}

/** The bracket of an item number: 1）, a）, at the start of a clause. */
function isItem(text: string, at: number, masks: Masks): boolean {
  let from = at - 1
  while (from >= 0 && at - from <= 3 && (isDigit(text[from]) || masks.foreign[from] === 1))
    from -= 1
  if (from === at - 1)
    return "一二三四五六七八九十".includes(text[from] ?? "　") && isStart(text, from - 1)
  return isStart(text, from)
}

function isStart(text: string, at: number): boolean {
  return at < 0 || "，。；：、！？ ".includes(text[at]!)
}
