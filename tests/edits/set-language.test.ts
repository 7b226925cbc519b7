import { expect, it } from "vitest"
import { addPhotos } from "../../layouts/edits/add-photos.ts"
import { setIssueLanguage, setLanguage } from "../../layouts/edits/set-language.ts"
import { takeCopy } from "../../layouts/edits/take-copy.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainArticle } from "../build/document-records.ts"
import { articleOf, small } from "../build/document-small.ts"

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

it("makes the whole issue traditional text, and what comes in later with it", () => {
  const document = newDocument(small)
  expectEdit(document, setIssueLanguage("hant"), ({ articles, language }) => {
    expect(language).toBe("hant")
    expect(articles.every((article) => article.language === "hant")).toBe(true)
  })
  expectEdit(document, takeCopy([plainArticle("b1")], []), ({ articles }) =>
    expect(articleOf({ ...small, articles }, "b1").language).toBe("hant"),
  )
  expectEdit(document, addPhotos([plainArticle("p1")], null), ({ articles }) =>
    expect(articles.at(-1)!.language).toBe("hant"),
  )
  expectEdit(document, setIssueLanguage(null), ({ articles, language }) => {
    expect(language).toBeUndefined()
    expect(articles.some((article) => article.language === "hant")).toBe(false)
  })
  expectEdit(document, takeCopy([plainArticle("b2")], []), ({ articles }) =>
    expect(articles.at(-1)!.language).toBeUndefined(),
  )
})

it("keeps the issue's script when it is opened again, and drops one that is none", () => {
  expect(newDocument({ ...small, language: "hant" }).issue().language).toBe("hant")
  const odd = { ...small, language: "latin" } as unknown as Issue
  expect(newDocument(odd).issue().language).toBeUndefined()
})
