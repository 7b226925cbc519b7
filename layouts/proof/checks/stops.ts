import { ENDS, isDigit, isHan, numeralOf, STOPS } from "./characters.ts"
import { isWord } from "./lexicon.ts"
import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

/** Counters after which two numerals with 、 between are no list: 三、四个, 五、六十人. */
const COUNTERS = "十百千万个名人天次米里岁元家户位条块只公小"

/** Stops that stand wrongly (点号误用). Source: GB/T 15834-2011 4.1 to 4.9, 5.1. */
export function misplacedStops(text: string, masks: Masks): readonly Note[] {
  const notes: Note[] = []
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i]!
    if (STOPS.includes(mark)) notes.push(...doubled(text, i), ...spaced(text, i))
    if (mark === "、") notes.push(...enumeration(text, i, masks))
    if (mark === "。") notes.push(...roundBracket(text, i), ...roundQuote(text, i))
    if (mark === "？") notes.push(...indirect(text, i, masks))
  }
  return [...notes, ...colons(text, masks), ...start(text)]
}

/** Two stops in a row; ？！ and up to three ！ or ？ are one. */
function doubled(text: string, at: number): readonly Note[] {
  if (at > 0 && STOPS.includes(text[at - 1]!)) return []
  let end = at + 1
  while (end < text.length && STOPS.includes(text[end]!)) end += 1
  const run = text.slice(at, end)
  if (run.length < 2 || (run.length <= 3 && [...run].every((one) => "？！".includes(one))))
    return []
  // 。。。 is a wrong ellipsis.
  if (run.length >= 3 && new Set(run).size === 1 && "。，、".includes(run[0]!)) return []
  const last = [...run].find((one) => ENDS.includes(one)) ?? run[0]!
  return [
    {
      ...{ rule: "marks/doubled", from: at, to: end, suggest: [last] },
      say: { zh: `“${run}”两个点号连用。`, en: `${run}: two stops in a row.` },
    },
  ]
}

/** A blank before a stop. */
function spaced(text: string, at: number): readonly Note[] {
  let from = at
  while (from > 0 && (text[from - 1] === " " || text[from - 1] === "　")) from -= 1
  if (from === at || from === 0 || !isHan(text[from - 1])) return []
  const mark = text[at]!
  return [
    {
      ...{ rule: "marks/spaced", from, to: at + 1, suggest: [mark] },
      say: { zh: `“${mark}”前有空格。`, en: `A blank before ${mark}.` },
    },
  ]
}

function enumeration(text: string, at: number, masks: Masks): readonly Note[] {
  const [before, next, far] = [text[at - 1], text[at + 1], text[at + 2]]
  if ((before === "”" && next === "“") || (before === "》" && next === "《"))
    return [
      {
        ...{ rule: "marks/between-quotes", from: at, to: at + 1, suggest: [""] },
        say: {
          zh: `并列的${before === "”" ? "引号" : "书名号"}之间通常不用顿号。`,
          en: "No 顿号 is usual between items that bear marks of their own.",
        },
      },
    ]
  const [low, high] = [numeralOf(before), numeralOf(next)]
  if (low > 0 && (high === low + 1 || (low === 3 && high === 5)) && isApproximate(text, at)) {
    const suggest = `${before}${next}`
    return [
      {
        ...{ rule: "marks/approximate", from: at - 1, to: at + 2, suggest: [suggest] },
        say: { zh: `概数“${suggest}”中间不用顿号。`, en: `${suggest} is one number: no 顿号.` },
      },
    ]
  }
  const joined = (next === "和" || next === "与" || next === "及") && !isWord(next, far)
  const listEnd = next === "等" && !isWord(next, far) && isHan(before)
  if (masks.title[at] === 1 || !(joined || listEnd) || !isHan(far ?? "一")) return []
  if (joined && (text[at + 3] === "、" || isNamed(text, at + 1))) return []
  return [
    {
      ...{ rule: "marks/list-end", from: at, to: at + 2, suggest: [next!] },
      severity: listEnd ? "error" : "warning",
      say: { zh: `“${next}”前不用顿号。`, en: `No 顿号 before ${next}.` },
    },
  ]
}

/** Whether an item that begins with 和 or 与 may be a name or a word of three: 和田市, 和记. */
function isNamed(text: string, at: number): boolean {
  return "田珅龙硕县布顺静林纸服牌式美风弦而时众世日邻虎狐".includes(text[at + 1] ?? "　")
}

/** 三、四十人 is about a number; 二、三产业 and 一、二年级 are lists, as is 第三、四名. */
function isApproximate(text: string, at: number): boolean {
  if (!COUNTERS.includes(text[at + 2] ?? "　")) return false
  const lead = text[at - 2]
  if (text[at + 2] === "个" && "月".includes(text[at + 3] ?? "　")) return true
  return lead !== "第" && lead !== "、" && at - 1 > 0 && text[at + 3] !== "、"
}

/** A sentence that ends both before and inside or after a bracket: 。（…）。 */
function roundBracket(text: string, at: number): readonly Note[] {
  if (text[at - 1] !== "）") return []
  const lead = Math.max(0, at - 400)
  const open = lead + text.slice(lead, at).lastIndexOf("（")
  if (open <= lead || !ENDS.includes(text[open - 1]!)) return []
  return [
    {
      ...{ rule: "marks/bracket-stop", from: open - 1, to: at + 1, suggest: [] },
      say: {
        zh: "括号前后都有句末标点，留一个。",
        en: "The sentence ends before the bracket and after it: keep one stop.",
      },
    },
  ]
}

/** 。”。 and 。”，: the quotation ends its sentence, no stop follows. */
function roundQuote(text: string, at: number): readonly Note[] {
  const close = text[at + 1]
  const after = text[at + 2]
  if ((close !== "”" && close !== "’") || after === undefined || !"。，；".includes(after))
    return []
  return [
    {
      ...{
        rule: "marks/doubled",
        from: at,
        to: at + 3,
        suggest: [`。${close}`, `${close}${after}`],
      },
      say: {
        zh: `引号内外都有点号：“。${close}${after}”。`,
        en: "Stops inside and after the quote.",
      },
    },
  ]
}

/** 我不知道他是谁？: a statement that quotes a question. */
function indirect(text: string, at: number, masks: Masks): readonly Note[] {
  if (masks.quoted[at] === 1) return []
  let from = at
  while (from > 0 && !`${STOPS}“”`.includes(text[from - 1]!)) from -= 1
  const clause = text.slice(from, at)
  const unknown = ["我不知道", "他不知道", "她不知道", "并不知道", "都不知道", "不知道", "不清楚"]
  const asked = ["谁", "什么", "怎么", "怎样", "如何", "是否", "哪里", "哪儿", "为何"]
  if (!unknown.some((one) => clause.startsWith(one))) return []
  if (!asked.some((one) => clause.includes(one)) || clause.endsWith("吗")) return []
  return [
    {
      ...{ rule: "marks/indirect-question", from: at, to: at + 1, suggest: ["。"] },
      say: { zh: "整句不是疑问语气，句末用句号。", en: "The sentence asks nothing: a full stop." },
    },
  ]
}

/** A second colon in one sentence outside quotations, where the first still governs. */
function colons(text: string, masks: Masks): readonly Note[] {
  const notes: Note[] = []
  let first = -1
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i]!
    if (ENDS.includes(mark) || mark === "；" || mark === " " || mark === "”") first = -1
    if (mark !== "：" || masks.quoted[i] === 1 || masks.title[i] === 1) continue
    if (!isHan(text[i - 1]) || isDigit(text[i + 1])) continue
    if (first >= 0 && i - first > 4 && text[i + 1] !== "“") {
      notes.push({
        ...{ rule: "marks/colon-in-colon", from: i, to: i + 1, suggest: ["，"] },
        say: { zh: "一句话里冒号套冒号。", en: "A colon within a colon's sentence." },
      })
    } else if (first < 0) first = i
  }
  return notes
}

/** A mark that cannot begin a paragraph. */
function start(text: string): readonly Note[] {
  const mark = text[0]
  if (mark === undefined || !`${STOPS}”’）》】〉`.includes(mark)) return []
  return [
    {
      ...{ rule: "marks/paragraph-start", from: 0, to: 1, suggest: [""] },
      say: { zh: `段首不能是“${mark}”。`, en: `A paragraph cannot begin with ${mark}.` },
    },
  ]
}
