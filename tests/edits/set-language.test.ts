import { expect, it } from "vitest"
import { setLanguage } from "../../layouts/edits/set-language.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { expectEdit } from "../build/document-law.ts"
import { small } from "../build/document-small.ts"

const ids = small.articles.map(({ id }) => id)

it("makes articles traditional text, and simplified again", () => {
  expectEdit(newDocument(small), setLanguage([...ids, "none"], "hant"), ({ articles }) =>
    expect(articles.every(({ language }) => language === "hant")).toBe(true),
  )
  const articles = small.articles.map((article) => ({ ...article, language: "hant" as const }))
  expectEdit(newDocument({ ...small, articles }), setLanguage([ids[0]!], null), (after) => {
    expect(after.articles[0]!.language).toBeUndefined()
    expect(after.articles[1]!.language).toBe("hant")
  })
})
