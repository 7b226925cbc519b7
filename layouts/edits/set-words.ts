import { WORDS } from "../issue/article-fields.ts"
import type { Article } from "../issue/article.ts"
import { articleAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { storyWords } from "../issue/story.ts"

/** The words of an article beside its story; null takes a word away. */
export type Words = Partial<Pick<Article, (typeof WORDS)[number] | "headlineParts">>

/** Sets words of an article's heading and tail (改标题); what is not named stays. */
export function setWords(article: string, words: Words): Edit {
  return {
    name: "set-words",
    say: { zh: "改标题", en: "Change headline" },
    run(change) {
      const fields = articleAt(change, article)
      if (!fields) return
      for (const name of WORDS) {
        const value = words[name]
        if (value !== undefined) setField(fields, name, value === null ? null : line(value))
      }
      if (words.headlineParts)
        setField(fields, "headlineParts", JSON.stringify(words.headlineParts.map(line)))
    },
  }
}

function line(words: string): string {
  return storyWords(words).replaceAll("\n", " ")
}
