import { beforeAll, describe, expect, test } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { shippedTemplates } from "../../layouts/templates/shelf.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

let articles: readonly Article[]

beforeAll(async () => {
  articles = await sampleArticles()
})

/** What no page made up from good copy should be told. */
const FAULTS = /overset|head-apart|stranded|heads-clash|overlap|box|contrast/

describe.each(shippedTemplates().map((template) => [template.id, template] as const))(
  "the sample on %s",
  (id, template) => {
    test("is whole, and without a fault of its layout", () => {
      const { issue } = setPages(articles, { template: id })
      for (const { id: page } of issue.pages) {
        const { findings, articles: sets } = composePage(issue, page, press, "free")
        expect(findings.filter(({ severity }) => severity === "error")).toEqual([])
        expect(findings.map(({ rule }) => rule).filter((rule) => FAULTS.test(rule))).toEqual([])
        for (const { story } of sets) expect(story.overset.characters).toBe(0)
      }
    })

    test("gives an article the box that a slot of it has, and no other article one", () => {
      const { issue, placements } = setPages(articles, { template: id })
      const boxed = issue.articles.filter(({ surround }) => surround)
      const slots = template.slots.filter(({ looks }) => looks)
      expect(boxed).toHaveLength(slots.length)
      for (const article of boxed) {
        const { slot } = placements.find((one) => one.article === article.id)!
        const shown = slots.find((one) => one.id === slot)
        expect(article.surround).toEqual(shown?.looks![0]!.surround)
      }
    })
  },
)
