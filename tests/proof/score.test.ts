import { expect, test } from "vitest"
import { checkIssue } from "../../layouts/proof/checks/check-issue.ts"
import { scoreOf, weightOf } from "../../layouts/proof/checks/score.ts"
import { articleOf, para } from "../build/article.ts"

const MEANS = { today: null, house: null }

/** The score of one article with these body paragraphs and this headline. */
function scored(texts: readonly string[], headline = "老桥新灯照夜航") {
  const articles = [
    articleOf(
      "a1",
      texts.map((text) => para(text)),
      { headline },
    ),
  ]
  const findings = checkIssue(articles, MEANS)
  return { findings, score: scoreOf(articles, findings), weights: findings.map(weightOf) }
}

test("one character counts 1, two to five 2, more 4; a headline's fault twice", () => {
  expect(scored(["市里布署了任务。"]).weights).toEqual([1])
  expect(scored(["市里编发知识知识手册。"]).weights).toEqual([2])
  expect(scored(["全市推进环境综合整治环境综合整治行动。"]).weights).toEqual([4])
  expect(scored(["市里部署了任务。"], "市里布署任务").weights).toEqual([2])
})

test("marks count a tenth, numerals a tenth and no more than 1, dates 1, unit symbols a half", () => {
  expect(scored(["船走了，，水还在。"]).weights).toEqual([0.1])
  expect(scored(["定于2月30日举行。"]).weights).toEqual([1])
  expect(scored(["全长5KM。"]).weights).toEqual([0.5])
  const numerals = Array.from({ length: 30 }, (_, i) => `占到百分之${i + 10}。`)
  expect(scored(numerals).score.errors).toBe(1)
})

test("the same wrong words count three times at most", () => {
  expect(scored(Array.from({ length: 5 }, () => "市里布署了任务。")).score.errors).toBe(3)
})

test("the rate is of ten thousand characters, and passes up to three", () => {
  const clean = "码头上的灯一直亮到天明。".repeat(250)
  const one = scored([clean, "市里布署了任务。"]).score
  expect(one).toMatchObject({ errors: 1, limit: 3, passes: false })
  expect(one.rate).toBeCloseTo(10_000 / one.characters, 2)
  const long = Array.from({ length: 4 }, () => clean)
  expect(scored([...long, "市里布署了任务。"]).score).toMatchObject({ passes: true })
  expect(scoreOf([], [])).toMatchObject({ characters: 0, rate: 0, passes: true })
})

test("doubtful places and notes are no errors", () => {
  const { score, findings } = scored(["到场的约20人左右，观看《船讯》、《看水口诀》展览。"])
  expect(findings.map(({ severity }) => severity)).toEqual(["warning", "note"])
  expect(score).toMatchObject({ errors: 0, doubtful: 1 })
})
