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

/** Makes the whole issue traditional text (全期繁体), or simplified again: what it has, and what comes in. */
export function setIssueLanguage(language: "hant" | null): Edit {
  return {
    name: "set-issue-language",
    say: { zh: "改全期繁简", en: "Change script of the issue" },
    run(change) {
      writeLanguage(change.content.issue, language)
      setLanguage([...change.keys.articles.keys()], language).run(change)
    },
  }
}
