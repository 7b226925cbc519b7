import { expect, test } from "vitest"
import { checkIssue } from "../../layouts/proof/checks/check-issue.ts"
import type { Means } from "../../layouts/proof/checks/check-article.ts"
import { houseCheck } from "../../layouts/proof/checks/house-check.ts"
import { readHouseTable } from "../../layouts/proof/checks/house-tables.ts"
import { scoreOf, weightOf } from "../../layouts/proof/checks/score.ts"
import { articleOf, para } from "../build/article.ts"

const MEANS = { today: null, house: null }

const NAMES = readHouseTable(
  "类别,词语,另称,误写,重要\n人名,周望川,市长,周旺川,是\n人名,林知夏,副市长,林之夏,\n",
).entries

/** The score of one article with these body paragraphs and this headline. */
function scored(texts: readonly string[], headline = "老桥新灯照夜航", means: Means = MEANS) {
  const articles = [
    articleOf(
      "a1",
      texts.map((text) => para(text)),
      { headline },
    ),
  ]
  const findings = checkIssue(articles, means)
  return { findings, score: scoreOf(articles, findings), weights: findings.map(weightOf) }
}

test("one character counts 1, two to five 2, more 4; a headline's fault twice", () => {
  expect(scored(["市里布署了任务。"]).weights).toEqual([1])
  expect(scored(["市里编发知识知识手册。"]).weights).toEqual([2])
  expect(scored(["全市推进环境综合整治环境综合整治行动。"]).weights).toEqual([4])
  expect(scored(["市里部署了任务。"], "市里布署任务").weights).toEqual([2])
})

test("a fault in an important name counts double, once with its headline, and is told", () => {
  const means = { today: null, house: houseCheck(NAMES) }
  const told = scored(["周旺川到场，林之夏也到场。"], "周旺川看船", means)
  expect(told.weights).toEqual([2, 2, 1])
  expect(told.score).toMatchObject({ errors: 5, important: 2 })
  expect(told.findings.map(({ say }) => say.zh.includes("加倍"))).toEqual([true, true, false])
  expect(scored(["林知夏、副市长周望川到场。"], "看船", means).weights).toEqual([2])
  expect(scored(["市里布署了任务。"], undefined, means).score.important).toBe(0)
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
