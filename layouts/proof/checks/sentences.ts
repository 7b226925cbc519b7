import type { ArticleKind } from "../../issue/article.ts"
import { isDigit, isHan } from "./characters.ts"
import { isWord } from "./lexicon.ts"
import type { Note, Passage } from "./note.ts"

/** Shorter paragraphs are lines of a list, a verse or a form, characters. */
const SENTENCE = 20

/** What a sentence cannot end with. */
const DANGLING = [
  "和",
  "与",
  "及",
  "以及",
  "并且",
  "而且",
  "把",
  "被",
  "对于",
  "关于",
  "由于",
  "或者",
]

/** What the last words of a paragraph without a stop may be: a wire's closing, a credit. */
const CLOSINGS = ["电", "摄", "供图", "报道", "文图", "图文", "整理", "提供", "撰", "编译", "综合"]

/** What a story's paragraph is judged by besides its text. */
export interface Setting {
  readonly kind: ArticleKind
  readonly last: boolean
  /** Whether the importer found the story cut off. */
  readonly truncated: boolean
}

/** A body paragraph that ends without a stop, or in mid sentence. Lists, verse and forms are left alone. */
export function brokenSentences(passage: Passage, setting: Setting): readonly Note[] {
  const { field, text } = passage
  if (field !== "body" || setting.kind === "ad" || setting.kind === "filler") return []
  const end = text.trimEnd().length
  const last = text[end - 1]
  const written = end >= SENTENCE && /[，。；：]/.test(text.slice(0, end - 1))
  if (last === undefined || !written || isForm(text)) return []
  if (setting.last && setting.truncated) return [cutOff(end)]
  if (last === "，" || last === "、") return [cutOff(end)]
  if (!isHan(last) && !isDigit(last) && last !== "%") return []
  if (CLOSINGS.some((one) => text.slice(0, end).endsWith(one)) || !/[。！？]/.test(text)) return []
  return [
    {
      ...{ rule: "sentences/no-end", from: end - 1, to: end, suggest: [`${last}。`] },
      say: { zh: "段末没有句末标点。", en: "The paragraph ends without a stop." },
    },
  ]
}

/** A line with blanks between items, or an address: a telephone number, a blank, the street. */
function isForm(text: string): boolean {
  return /[\u3000\t]| {2}/.test(text) || /(?:电话|邮箱|地址|热线|网址|微信|公众号)[：:]/.test(text)
}

function cutOff(end: number): Note {
  const from = Math.max(0, end - 4)
  return {
    ...{ rule: "sentences/cut-off", from, to: end, suggest: [] },
    say: { zh: "句子没有说完，段落就断了。", en: "The paragraph breaks off in mid sentence." },
  }
}

/** A conjunction or preposition directly before a full stop. */
export function danglingWords(text: string): readonly Note[] {
  const notes: Note[] = []
  for (let at = text.indexOf("。"); at >= 0; at = text.indexOf("。", at + 1)) {
    const word = DANGLING.find((one) => text.startsWith(one, at - one.length))
    if (word === undefined || at <= word.length) continue
    const from = at - word.length
    if (word.length === 1 && (isWord(text[from - 1], word) || !isHan(text[from - 1]))) continue
    if (word === "和" || word === "与" || word.length > 1)
      notes.push({
        ...{ rule: "sentences/cut-off", from, to: at + 1, suggest: [] },
        severity: "warning",
        say: { zh: `“${word}”后面没有说完。`, en: `Nothing follows ${word}.` },
      })
  }
  return notes
}
