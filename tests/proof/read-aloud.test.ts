import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readAloud } from "../../layouts/proof/aloud/read-aloud.ts"
import { sayNumber } from "../../layouts/proof/aloud/spoken-marks.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"

const BARE = { kicker: null, headline: null, deck: null } as const
const article = (...texts: readonly string[]) => ({
  ...plainArticle(
    "a1",
    texts.map((text) => plainParagraph(text)),
  ),
  ...BARE,
})
const said = (text: string, numbers: "digits" | "counted" = "counted", names: string[] = []) =>
  readAloud(article(text), { numbers, names }).map(({ opening, pieces }) =>
    [...(opening === "" ? [] : [opening]), ...pieces.map(({ say }) => say)].join(" "),
  )

describe("readAloud", () => {
  it("says marks by name, sentence by sentence", () => {
    expect(said("他问：“开船吗？”没人应……——罢了。")).toEqual([
      "另起一行 他问 冒号 引号开 开船吗 问号 引号合",
      "没人应 省略号",
      "破折号 罢了 句号",
    ])
  })

  it("says numbers as they are counted or digit by digit, years and codes always so", () => {
    expect(said("2026年运茶10205吨、12.5%，编号007")[0]).toBe(
      "另起一行 二零二六 年运茶 一万零二百零五 吨 顿号 十二点五 百分号 逗号 编号 零零七",
    )
    expect(said("10205吨", "digits")[0]).toBe("另起一行 一零二零五 吨")
    const counted = ["0", "10", "110", "1000", "20000", "100010000", "1000000001", "3.14"].map(
      sayNumber,
    )
    expect(counted).toEqual([
      ...["零", "十", "一百一十", "一千", "二万", "一亿零一万", "十亿零一", "三点一四"],
    ])
  })

  it("spells the characters of names that others sound like", () => {
    const [first] = said("记者章启明采访周望川。", "counted", ["章启明"])
    expect(first).toBe("另起一行 记者 章启明，立早章 采访 周望川，吉框周 句号")
  })

  it("leaves no character out and says something for each piece", () => {
    const text = fc
      .array(fc.constantFrom(..."瑞河港张三12.09，。！”“（……—— %年", "𠮷"), { maxLength: 30 })
      .map((all) => all.join(""))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.boolean(), (texts, digits) => {
        const numbers = digits ? "digits" : "counted"
        const read = readAloud(article(...texts), { numbers, names: ["三1"] })
        texts.forEach((whole, paragraph) => {
          const own = read.filter((sentence) => sentence.paragraph === paragraph)
          expect(own.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join("")).toBe(
            whole,
          )
          for (const { from, to, pieces } of own)
            expect(pieces.map((piece) => piece.text).join("")).toBe(whole.slice(from, to))
        })
        for (const { pieces } of read) for (const { say } of pieces) expect(say).not.toBe("")
      }),
    )
  })
})
