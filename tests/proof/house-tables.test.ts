import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { checkText } from "../../layouts/proof/checks/check-article.ts"
import { wordFinder } from "../../layouts/proof/checks/find-words.ts"
import { houseCheck } from "../../layouts/proof/checks/house-check.ts"
import { readHouseTable } from "../../layouts/proof/checks/house-tables.ts"

const TABLE = `类别,词语,另称,次序,误写,改为,说明
人名,周望川,市长;市委副书记,1,周旺川,,
人名,林知夏,副市长,2,,,
人名,何雨,,3,,,
机构,瑞河市港航中心,市港航中心,,瑞河港航中心;瑞河市航港中心,,机构改革后的全称
地名,望津桥,,,望京桥,,
文件,瑞河港迁建损益测算办法（试行）,,,,,
表述,以人民为中心,,,以人民为重心,,
禁用,菜篮子,,,,农产品供应,"读者来信, 2026"
`

const { entries, faults } = readHouseTable(TABLE)
const house = houseCheck(entries)
const hits = (text: string): readonly string[] =>
  checkText(text, { today: null, house }).map(
    ({ rule, from, to, suggest }) => `${rule} ${text.slice(from, to)} → ${suggest[0] ?? ""}`,
  )

describe("the paper's own tables", () => {
  test("are read whole from CSV, and the same from JSON", () => {
    expect(faults).toEqual([])
    expect(entries).toHaveLength(8)
    expect(entries[0]).toMatchObject({ kind: "person", also: ["市长", "市委副书记"], order: 1 })
    expect(entries[7]).toMatchObject({ suggest: ["农产品供应"], note: "读者来信, 2026" })
    expect(readHouseTable(JSON.stringify(entries))).toEqual({ entries, faults: [] })
  })

  test("say which names are important, in a column of their own", () => {
    const named =
      "类别,词语,误写,重要\n人名,周望川,周旺川,是\n人名,林知夏,林之夏,否\n人名,何雨,何宇,\n"
    const read = readHouseTable(named)
    expect(read.faults).toEqual([])
    expect(read.entries.map(({ important }) => important)).toEqual([true, undefined, undefined])
    expect(readHouseTable(JSON.stringify(read.entries))).toEqual(read)
  })

  test.each([
    ["", "第 1 行"],
    ["{", "不是合法的 JSON"],
    ['{"entries": 3}', "没有词条的列表"],
    ["词语,误写\n望津桥,望京桥\n", "第一行须有"],
    ["类别,词语\n桥,望津桥\n", "第 2 行：类别“桥”"],
    ["类别,词语\nconstructor,望津桥\n", "第 2 行：类别“constructor”"],
    ["类别,词语\n地名,\n", "第 2 行：没有词语"],
    ["类别,词语\n地名,桥\n", "只有一个字"],
    ["类别,词语,次序\n人名,周望川,头\n", "不是整数"],
    ["类别,词语\n表述,以人民为中心\n", "没有写出误写"],
    ["类别,词语,误写\n地名,望津桥,望津桥\n", "自己的误写"],
  ])("%j is told in one sentence", (text, zh) => {
    const read = readHouseTable(text)
    expect(read.entries).toEqual([])
    expect(read.faults).toHaveLength(1)
    expect(read.faults[0]!.zh).toContain(zh)
    expect(read.faults[0]!.en).toMatch(/\.$/)
  })

  test("a faulty row leaves the others standing", () => {
    const read = readHouseTable(
      "kind,word,wrong\nplace,望津桥,望京桥\nriver,瑞河,\nplace,盐埠街,\n",
    )
    expect(read.entries.map(({ word }) => word)).toEqual(["望津桥", "盐埠街"])
    expect(read.faults[0]!.zh).toContain("第 3 行")
  })

  test.each([
    ["他走过望京桥。", "house/wording 望京桥 → 望津桥"],
    ["坚持以人民为重心。", "house/wording 以人民为重心 → 以人民为中心"],
    ["抓好菜篮子。", "house/banned 菜篮子 → 农产品供应"],
    ["据瑞河市航港中心介绍。", "house/wording 瑞河市航港中心 → 瑞河市港航中心"],
    ["副市长周望川到会。", "house/title 副市长周望川 → 市长周望川"],
    ["林知夏、周望川到会。", "house/order 林知夏、周望川 → 周望川、林知夏"],
    ["副市长林之夏到会。", "house/near-name 林之夏 → 林知夏"],
    [
      "依照《瑞河港迁建损益预算办法（试行）》。",
      "house/near-document 瑞河港迁建损益预算办法（试行） → 瑞河港迁建损益测算办法（试行）",
    ],
  ])("%s", (text, hit) => {
    expect(hits(text)).toEqual([hit])
  })

  test.each([
    "市长周望川、副市长林知夏和何雨走过望津桥。",
    "市委副书记周望川到瑞河市港航中心调研，市港航中心汇报了情况。",
    "周望川说，副市长分管的工作要抓紧。",
    "依照《瑞河港迁建损益测算办法（试行）》和《看水口诀》。",
  ])("is silent on: %s", (text) => {
    expect(hits(text)).toEqual([])
  })
})

describe("many words at once", () => {
  test("finds what searching one by one finds", () => {
    const word = fc.string({ unit: fc.constantFrom("甲", "乙", "丙"), maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom("甲", "乙", "丙"), maxLength: 40 }),
        (words, text) => {
          const slowly = words.flatMap((one, number) =>
            [...text].flatMap((_, from) =>
              one !== "" && text.startsWith(one, from)
                ? [{ word: number, from, to: from + one.length }]
                : [],
            ),
          )
          const key = (one: { word: number; from: number }): string => `${one.from} ${one.word}`
          const found = wordFinder(words)(text)
          expect(found.map(key).sort()).toEqual(slowly.map(key).sort())
        },
      ),
    )
  })
})
