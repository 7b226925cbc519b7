import fc from "fast-check"

/** A line of copy and what of it must come out again: all but heading marks and picture syntax. */
export interface CopyLine {
  readonly source: string
  readonly ink: string
}

const PHRASES = [
  "瑞河港今年完成货物吞吐量1280万吨",
  "茶农们背着竹篓走进茶园",
  "要坚持“以港兴城”",
  "机车车辆厂的工人王大路说",
  "他介绍说：“今年的茶青价格比去年高两成",
  "明年还要再加把劲。”",
  "切实把",
  "（见图）",
  "《瑞河志》记载",
  "——这是一条黄金水道",
  "5G、AGV等新技术",
  "不久，𠮷祥街也要改造",
]
const MARKS = ["，", "。", "。 ", "！", "？”", "……", "；", "：", "", "", "。　　", " "]
const FIXED = [
  "本报讯 9月14日，瑞河大桥合龙。",
  "本报讯（记者 林一川 通讯员 周晓）",
  "本报讯(记者 赵苇)4月16日,港区开工。",
  "新华社瑞河9月14日电",
  "据新华社瑞河6月4日电（记者 梁文）近日，",
  "（张小河 李大江）",
  "（本报记者 谷雨）",
  "（市港航局提供）",
  "王明 摄",
  "本报记者 孙小苇 摄",
  "9月14日，市民在江边放风筝。",
  "图为瑞河大桥夜景。王晓明摄",
  "瑞河市民服务热线",
  "12345",
  "爱我瑞河 护我青山",
  "责任编辑：钱一鸣 美编：高洁",
  "启事",
  "广告",
  "问：难点在哪里？",
  "答：难点在人手",
  "一、通道更畅",
  "云雾深处是我家",
  "一垄青茶一垄花",
  "（下转第二版）",
  "---",
  "——瑞河市茶产业发展纪实",
  "2023年4月18日 星期二 第1版",
  "今天白天晴，偏南风3级，最高气温26℃",
  "王大路 李小河 张青山 陈白帆",
]
const HEADINGS = [
  "以港兴城逐浪行 开放门户向江海",
  "看新港 访茶山 话丰年 青崖镇组织老茶农参观新港区",
  "陈立 何静到滨江新区调研",
  "——瑞河市建设内河枢纽港综述",
  "一、通道更畅",
  "瑞河日报",
  "公告",
  "要闻",
  "走好赶考路 ——瑞河市优化营商环境观察",
  "守好江堤",
]

/** Running text of random phrases and marks: whole, cut off, with blanks inside. */
const prose = fc
  .array(fc.tuple(fc.constantFrom(...PHRASES), fc.constantFrom(...MARKS)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.flat().join("").trim())
  .filter((text) => text !== "")

const plain = fc.oneof(
  { arbitrary: prose, weight: 4 },
  { arbitrary: fc.constantFrom(...FIXED), weight: 4 },
)

const textLine = fc
  .tuple(fc.constantFrom("", "", "　　", "  "), plain)
  .map(([indent, text]): CopyLine => ({ source: indent + text, ink: text }))
const headingLine = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...HEADINGS))
  .map(([level, text]): CopyLine => ({ source: `${"#".repeat(level)} ${text}`, ink: text }))
const pictureLine = fc.constant<CopyLine>({ source: "![码头](photos/a.jpg)", ink: "" })
const blankLine = fc.constant<CopyLine>({ source: "", ink: "" })

/** Random copy, line by line; with marked headings or without. */
export const randomCopy = fc.oneof(copyOf(true), copyOf(false))

function copyOf(marked: boolean): fc.Arbitrary<readonly CopyLine[]> {
  const lines = fc.oneof(
    { arbitrary: textLine, weight: 8 },
    { arbitrary: blankLine, weight: 4 },
    { arbitrary: headingLine, weight: marked ? 3 : 0 },
    { arbitrary: pictureLine, weight: 1 },
  )
  return fc
    .array(lines, { minLength: 1, maxLength: 30 })
    .filter((all) => all.some((line) => line.ink !== ""))
}

/** Every non-blank character, in order. */
export function inkOf(text: string): string {
  return text.replace(/\s+/g, "")
}
