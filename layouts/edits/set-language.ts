import { writeLanguage } from "../issue/article-fields.ts"
import { articleAt, type Edit } from "../issue/change.ts"

/** Makes articles traditional text (繁体), or simplified again: how their marks are set, not their words. */
export function setLanguage(articles: readonly string[], language: "hant" | null): Edit {
  return {
    name: "set-language",
    say: { zh: "改繁简", en: "Change script" },
    run(change) {
      for (const article of articles) {
        const fields = articleAt(change, article)
        if (fields) writeLanguage(fields, language)
      }
    },
  }
}
