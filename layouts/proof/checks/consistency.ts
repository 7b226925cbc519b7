import { isDigit } from "./characters.ts"
import type { Note } from "./note.ts"
import type { Masked, Placed } from "./pairs.ts"

/** Two ways of writing one thing: an article keeps to one of them. */
interface Ways {
  readonly rule: Note["rule"]
  readonly ways: readonly [RegExp, RegExp]
  readonly zh: string
  readonly en: string
}

const WAYS: readonly Ways[] = [
  {
    rule: "numbers/consistency",
    ways: [
      /(?:近|连续|历时|历经|时隔|长达)\d{1,3}年(?!代)/g,
      /(?:近|连续|历时|历经|时隔|长达)[二三四五六七八九十]{1,3}年(?!代|级|行动|计划|规划)/g,
    ],
    zh: "年数有的用阿拉伯数字，有的用汉字",
    en: "years are counted in both kinds of numerals",
  },
  {
    rule: "numbers/consistency",
    ways: [
      /\d{1,3}多(?:个|人|名|家|次|年|天|户)/g,
      /(?<![一二三四五六七八九几])[一二三四五六七八九]?十多(?:个|人|名|家|次|年|天|户)/g,
    ],
    zh: "“二十多”和“20多”两种写法并用",
    en: "二十多 and 20多 stand side by side",
  },
  {
    rule: "units/consistency",
    ways: [/\d公里/g, /\d千米/g],
    zh: "“公里”和“千米”并用",
    en: "公里 and 千米 stand side by side",
  },
  {
    rule: "units/consistency",
    ways: [/\d(?:公里|千米)/g, /\dkm(?![a-z/²])/g],
    zh: "“公里”和“km”并用",
    en: "公里 and km stand side by side",
  },
  {
    rule: "units/consistency",
    ways: [/\d公斤/g, /\d千克/g],
    zh: "“公斤”和“千克”并用",
    en: "公斤 and 千克 stand side by side",
  },
]

/** Hints where an article writes one kind of thing in two ways: the rarer way's first place. */
export function mixedWays(passages: readonly Masked[]): readonly Placed[] {
  return WAYS.flatMap(({ rule, ways, zh, en }): readonly Placed[] => {
    const [first, second] = ways.map((way) => placesOf(passages, way))
    if (first!.length === 0 || second!.length === 0) return []
    const rarer = first!.length <= second!.length ? first! : second!
    const { at, from, to } = rarer[0]!
    const say = { zh: `同一篇里${zh}，宜统一。`, en: `In one article ${en}.` }
    return [{ at, note: { rule, from, to, suggest: [], say } }]
  })
}

interface Place {
  readonly at: number
  readonly from: number
  readonly to: number
}

function placesOf(passages: readonly Masked[], way: RegExp): readonly Place[] {
  return passages.flatMap(({ text, masks }, at) =>
    [...text.matchAll(way)].flatMap(({ 0: words, index }): readonly Place[] => {
      if (masks.quoted[index] === 1 || masks.title[index] === 1) return []
      const from = isDigit(text[index]) && words.length < 5 ? numberStart(text, index) : index
      return [{ at, from, to: index + words.length }]
    }),
  )
}

/** Where the number that a place is in begins. */
function numberStart(text: string, at: number): number {
  let from = at
  while (from > 0 && (isDigit(text[from - 1]) || text[from - 1] === ".")) from -= 1
  return from
}
