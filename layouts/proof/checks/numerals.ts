import { isDigit, isHan, isLatin } from "./characters.ts"
import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

/** One form of number that is set otherwise: what finds it, and what is said of it. */
interface Form {
  readonly rule: Note["rule"]
  /** Every quantifier is bounded, so that the search stays linear. */
  readonly pattern: RegExp
  /** What should stand there; null when this hit is right after all. */
  readonly mend: (hit: RegExpExecArray) => string | null
  readonly zh: string
  readonly en: string
}

/** What follows 千, 百 and 十 in the name of a unit or of something else. */
const NOT_COUNT = "米克瓦伏卡帕赫焦牛安欧分兆年姓货科佳强字元业里周叶升公家亩吨合尺"

/** What may follow a range of values; a score, a number or a day has none of it. */
const MEASURES = "个天年月日人名次米元公万亿%℃岁小分周倍吨户家条毫厘平千℉度层级"

const FORMS: readonly Form[] = [
  {
    rule: "numbers/mixed",
    pattern: /\d{1,6}(?:\.\d{1,3})?[万亿]\d{1,4}[千百万]/g,
    mend: ([words]) => mendThousands(words),
    zh: "同一个数不混用“万”和“千”“百”",
    en: "one number has one unit of myriads",
  },
  {
    rule: "numbers/mixed",
    pattern: /\d{1,4}(?:\.\d{1,3})?[千百十](?!分|里|多|余|来|几)/g,
    mend: ({ 0: words, input, index }) => mendCount(words, input, index),
    zh: "阿拉伯数字后只用“万”“亿”",
    en: "after figures only 万 and 亿 are used",
  },
  {
    rule: "numbers/mixed",
    pattern: /百分之\d{1,4}(?:\.\d{1,3})?/g,
    mend: ([words]) => `${words.slice(3)}%`,
    zh: "“百分之”后用汉字，或写成百分数",
    en: "百分之 takes Chinese numerals, figures take %",
  },
  {
    rule: "numbers/mixed",
    pattern: /[二三四五六七八九]\d{1,2}[个名人天年次]/g,
    mend: ({ 0: words, input, index }) => (isHan(input[index - 1]) ? null : words),
    zh: "一个数里混用了汉字数字和阿拉伯数字",
    en: "one number mixes both kinds of numerals",
  },
  {
    rule: "numbers/mixed",
    pattern: /[一二三四五六七八九][0０](?=[亩个人名次年天万亿余多元户吨])/g,
    mend: ([words]) => words,
    zh: "一个数里混用了汉字数字和阿拉伯数字",
    en: "one number mixes both kinds of numerals",
  },
  {
    rule: "numbers/mixed",
    pattern: /(?:十[一二三四五六七八九]|二十一?)世纪\d0年代/g,
    mend: ([words]) => words,
    zh: "世纪和年代用同一种数字",
    en: "century and decade take the same numerals",
  },
  {
    rule: "numbers/decimal",
    pattern: /\d{1,6}\.\d{1,4}\.\d{1,4}(?=[万亿米元吨%％公千])/g,
    mend: ([words]) => words,
    zh: "一个数有两个小数点",
    en: "one number has two decimal points",
  },
  {
    rule: "numbers/range",
    pattern: /\d{1,6}(?:\.\d{1,3})?[%℃]?[-－]\d{1,6}(?:\.\d{1,3})?(?=(.))/gu,
    mend: ({ 0: words, 1: next, input, index }) => mendRange(words, next!, input[index - 1]),
    zh: "数值范围用“～”或“—”",
    en: "a range of values takes ～ or —",
  },
  {
    rule: "numbers/year",
    pattern: /['’‘]\d{2}年/g,
    mend: ([words]) => `${Number(words.slice(1, 3)) > 50 ? "19" : "20"}${words.slice(1)}`,
    zh: "年份用四位数字",
    en: "a year has four figures",
  },
  {
    rule: "numbers/year",
    pattern: /\d{2}年(?=\d{1,2}月)/g,
    mend: ({ 0: words, input, index }) => mendYear(words, input[index - 1]),
    zh: "年份用四位数字",
    en: "a year has four figures",
  },
  {
    rule: "numbers/zero",
    pattern: /[一二][一二三四五六七八九零〇○OoＯ0]{3}年/g,
    mend: ([words]) => (/[零○OoＯ0]/.test(words) ? words.replace(/[零○OoＯ0]/g, "〇") : null),
    zh: "年份里的“零”写作“〇”",
    en: "zero in a year is 〇",
  },
  {
    rule: "numbers/decimal",
    pattern: /\d{1,9}[·．。•]\d{1,4}(?=[%％万亿米元公吨倍个千毫厘℃])/g,
    mend: ({ 0: words }) => words.replace(/[·．。•]/, "."),
    zh: "小数点用下圆点",
    en: "a decimal point is a low dot",
  },
  {
    rule: "numbers/grouping",
    pattern: /\d{1,3}(?:，\d{3}){1,3}(?=[万元人名个吨户家次亩公米])/g,
    mend: ({ 0: words, input, index }) =>
      isDigit(input[index - 1]) ? null : words.replaceAll("，", ""),
    zh: "数字分节不用全角逗号",
    en: "a full-width comma does not group figures",
  },
  {
    rule: "numbers/day",
    pattern: /\d{1,2}月\d{1,2}号(?!楼|院|线|文|令|车|馆|门|台|泊|公|机|井|桥|坑|展|桌|床|厅|窗)/g,
    mend: ([words]) => words.replace("号", "日"),
    zh: "书面日期用“日”",
    en: "a written date takes 日",
  },
]

/** Numerals of a wrong form. Source: GB/T 15835-2011 4, 5. */
export function numeralForms(text: string, masks: Masks): readonly Note[] {
  return FORMS.flatMap(({ rule, pattern, mend, zh, en }) =>
    [...text.matchAll(pattern)].flatMap((hit): readonly Note[] => {
      const found = hit as RegExpExecArray
      const { index: from } = found
      if (masks.foreign[from] === 1 || isLatin(text[from - 1])) return []
      if (rule === "numbers/day" && masks.quoted[from] === 1) return []
      const mended = mend(found)
      if (mended === null) return []
      const suggest = mended === found[0] ? [] : [mended]
      const to = from + found[0].length
      return [
        {
          rule,
          from,
          to,
          suggest,
          say: { zh: `“${found[0]}”：${zh}。`, en: `${found[0]}: ${en}.` },
        },
      ]
    }),
  )
}

/** 5万3千 as 5.3万; null where a house number or a decimal makes it something else. */
function mendThousands(words: string): string | null {
  const hit = /^(\d+)([万亿])(\d)([千百万])$/.exec(words)
  if (!hit) return words
  const [, whole, unit, part, low] = hit
  if (unit === "亿" || low === "百") return low === "万" ? null : words
  return `${whole}.${part}${unit}`
}

/** 3千 as 3000; a unit such as 千米 is right. */
function mendCount(words: string, text: string, from: number): string | null {
  const next = text[from + words.length]
  if (next !== undefined && NOT_COUNT.includes(next)) return null
  if (isDigit(text[from - 1]) || "万亿.第".includes(text[from - 1] ?? "　")) return null
  const count = Number(words.slice(0, -1))
  const times = { 千: 1000, 百: 100, 十: 10 }[words.at(-1)!]!
  // 2十 is likely a slip for something else, 12百 too; 3.5千 is not written out.
  return Number.isInteger(count * times) ? String(count * times) : words
}

function mendRange(words: string, next: string, before: string | undefined): string | null {
  if (!MEASURES.includes(next)) return null
  if (before !== undefined && ("-－—/.年".includes(before) || isDigit(before))) return null
  const [low, high] = words.split(/[-－]/).map(Number.parseFloat)
  if (low === undefined || high === undefined || low >= high || words.startsWith("0")) return null
  return words.replace(/[-－]/, "～")
}

function mendYear(words: string, before: string | undefined): string | null {
  if (before !== undefined && (isDigit(before) || "前近约第后满'’‘.".includes(before))) return null
  return `${Number(words.slice(0, 2)) > 50 ? "19" : "20"}${words}`
}
