import { describe, expect, it } from "vitest"
import { wholeStrong, plainInline } from "../../main/import/lines/inline.ts"
import { blocksOf } from "../../main/import/lines/blocks.ts"
import { bylineOf } from "../../main/import/looks/byline.ts"
import { isJump, isPhotoCredit, signingOf } from "../../main/import/looks/credit.ts"
import { datelineLength, isWireLine, spansDateline } from "../../main/import/looks/dateline.ts"
import { fillerLook, isSlogan, looseFillerLook } from "../../main/import/looks/filler.ts"
import { endingOf, opensMidSentence } from "../../main/import/looks/stops.ts"
import { tailOf } from "../../main/import/looks/tail.ts"
import { headlineParts } from "../../main/import/pieces/parts.ts"
import { wrapped } from "../build/import-wrap.ts"

/** A dateline and, behind the bar, the text that goes on. */
const DATELINES = [
  "本报讯| 9月14日，瑞河港首航。",
  "本报讯|　9月14日，瑞河港首航。",
  "本报讯|：近日，瑞河港首航。",
  "本报讯（记者 林一川）|9月14日，瑞河港首航。",
  "本报讯 (记者 林一川 通讯员 周晓)| 近日",
  "本报讯（林一川 周晓）|近日，茶山开园。",
  "本报讯（记者 林一川/文 周晓/图）|近日",
  "本报讯 记者 徐然报道|：近日，公交延时。",
  "本报记者 徐然 通讯员 周晓 报道| 近日",
  "本报记者徐然报道|：近日",
  "记者徐然 通讯员周晓报道|：近日",
  "本报综合消息| 受强降雨影响",
  "本报评论员| 船到中流",
  "本报瑞河9月14日讯（记者 徐然）|近日",
  "瑞河日报讯（见习记者 苗青）|近日",
  "人民日报北京9月14日电（记者 马可）|近日",
  "新华社北京9月14日电（记者 马可、李想）|近日",
  "新华社北京9月14日电| 题：向海图强",
  "新华社 瑞河 9 月 14 日电 （记者马可）|近日",
  "据新华社电| 近日",
  "据新华社瑞河9月14日电|　近日",
  "中新社瑞河5月21日电 （记者 马可）|茶会",
  "央视新闻客户端6月12日消息|：近日",
  "瑞河9月14日电（记者 马可）|近日",
  "【本报讯】|近日，茶山开园。",
  "（记者 徐然）|近日，茶山开园。",
]

/** Prose that opens much like a dateline. */
const PROSE = [
  "据新华社报道，今年茶叶增产。",
  "据悉，大桥明年通车。",
  "讯飞公司落户瑞河。",
  "通讯员队伍不断壮大，全年来稿三千篇。",
  "记者在现场看到，塔吊来回穿梭。",
  "本报通讯员队伍不断壮大。",
  "本报记者对此进行了跟踪报道。",
  "9月14日电视节开幕。",
  "9月14日，瑞河港首航。",
  "新华社区居民用上了天然气。",
  "（三）加强领导。",
]

describe("datelines", () => {
  it.each(DATELINES)("%s", (line) => {
    const dateline = line.slice(0, line.indexOf("|"))
    expect(datelineLength(line.replace("|", ""))).toBe(dateline.length)
  })

  it.each(PROSE)("%s has none", (line) => {
    expect(datelineLength(line)).toBe(0)
  })

  it.each([
    ["新华社北京9月14日电", true],
    ["据新华社电", true],
    ["新华社瑞河9月14日电（记者 马可 摄影 李想）", true],
    ["中新社瑞河5月21日电（完）", true],
    ["瑞河发电厂停电", false],
    ["新华社北京9月14日电近日", false],
  ])("%s alone on a line is a wire's: %s", (line, wire) => {
    expect(isWireLine(line)).toBe(wire)
  })

  it("are seen across a column's end", () => {
    expect(spansDateline("本报讯（记者 林一川 通", "讯员 周晓）近日")).toBe(true)
    expect(spansDateline("新华社瑞", "河9月14日电（记者 马可）近日")).toBe(true)
    expect(spansDateline("本报讯（记者 林一川）近", "日，茶山开园。")).toBe(false)
  })
})

describe("credits", () => {
  it.each([
    ["（张小河 李大江）", "sure"],
    ["(本报记者 徐然)", "sure"],
    ["（市港航局提供）", "sure"],
    ["（据新华社电）", "sure"],
    ["（瑞河港集团供稿）", "sure"],
    ["（来源：《瑞河日报》）", "sure"],
    ["□ 本报记者 徐然 通讯员 周晓", "sure"],
    ["文/图 本报记者 夏初", "sure"],
    ["记者 徐然 文/图", "sure"],
    ["作者系瑞河市作家协会会员", "sure"],
    ["来源：瑞河发布", "sure"],
    ["林晚舟", "likely"],
    ["（青崖茶场）", "likely"],
    ["（一）", null],
    ["（未完待续）", null],
    ["记者在现", null],
    ["（见图）。", null],
    ["创新驱动", null],
  ])("%s signs: %s", (line, signing) => {
    expect(signingOf(line)).toBe(signing)
  })

  it.each([
    ["汪洋 摄", true],
    ["汪洋摄", true],
    ["本报记者 汪洋 摄", true],
    ["（通讯员 丁小满 摄）", true],
    ["摄影：汪洋", true],
    ["摄影 汪洋", true],
    ["图/汪洋", true],
    ["新华社发（丁小满 摄）", true],
    ["（资料图片）", true],
    ["图片由瑞河港集团提供", true],
    ["本报记者 汪洋 文/图", false],
    ["市民拍摄", false],
    ["（张小河 李大江）", false],
  ])("%s credits a photo: %s", (line, photo) => {
    expect(isPhotoCredit(line)).toBe(photo)
  })

  it("knows names by their surnames and foreign names by their dot", () => {
    expect(bylineOf("记者 艾力·买买提 通讯员 欧阳小河")).toBe("sure")
    expect(bylineOf("张小河 李大江")).toBe("names")
    expect(bylineOf("讲文明 树新风")).toBeNull()
  })

  it.each([
    ["（下转第二版）", true],
    ["下转A3版", true],
    ["转第4版", true],
    ["（见第二版）", false],
  ])("%s points to another page: %s", (line, jump) => {
    expect(isJump(line)).toBe(jump)
  })

  it.each([
    ["茶山开园。（林一川）", "credit", "（林一川）"],
    ["大桥合龙。新华社瑞河9月14日电", "closing", "新华社瑞河9月14日电"],
    ["标志着水运（下转第二版）", "closing", "（下转第二版）"],
    ["图为江景。王晓明摄", "photo", "王晓明摄"],
    ["江景如画（汪洋 摄）", "photo", "（汪洋 摄）"],
    ["采茶忙。新华社发（丁小满 摄）", "photo", "新华社发（丁小满 摄）"],
  ])("%s ends with a %s", (text, kind, words) => {
    expect(tailOf(text)).toEqual({ at: text.length - words.length, text: words, kind })
  })

  it("are not cut off prose", () => {
    expect(tailOf("条例（草案）公布（试行）")).toBeNull()
    expect(tailOf("大家纷纷用手机拍摄")).toBeNull()
    expect(tailOf("本报记者 汪洋 摄")).toBeNull()
  })
})

describe("fillers", () => {
  it.each([
    ["责任编辑：钱一鸣 美编：高洁", "desk"],
    ["新闻热线：0735-8812345", "contact"],
    ["投稿邮箱：news@ruihe.example", "contact"],
    ["今天白天晴，偏南风3级，最高气温26℃", "weather"],
    ["2023年4月18日 星期二 第1版", "folio"],
    ["启　事", "notice"],
    ["公益广告", "notice"],
    ["社会主义核心价值观", "slogan"],
    ["5月10日清晨，市民在江边晨跑。", null],
    ["咨询服务送到茶山深处，群众满意。", null],
  ])("%s: %s", (line, look) => {
    if (line === "公益广告") expect(fillerLook(line)).not.toBeNull()
    else expect(fillerLook(line)).toBe(look)
  })

  it("by place only: bare numbers, hotlines by name, slogans", () => {
    expect([fillerLook("12345"), looseFillerLook("12345")]).toEqual([null, "number"])
    expect(looseFillerLook("瑞河市民服务热线")).toBe("contact")
    expect(looseFillerLook("民有所盼 我有所应 日日可办")).toBe("slogan")
    expect(isSlogan("节约用水，人人有责")).toBe(true)
    expect(isSlogan("据介绍，项目总")).toBe(false)
  })
})

describe("sentence ends", () => {
  it.each([
    ["首航。", "whole"],
    ["首航。”", "whole"],
    ["首航”。", "whole"],
    ["如下：", "whole"],
    ["首航……", "whole"],
    ["完成", "open"],
    ["首航，", "open"],
    ["《瑞河志》", "open"],
    ["投资2.", "open"],
    ["“港兴城”", "closed"],
    ["（草案）", "closed"],
  ])("%s ends %s", (text, ending) => {
    expect(endingOf(text)).toBe(ending)
  })

  it("know what cannot open a paragraph", () => {
    expect(["，又", "”他说", "的变迁", "们都", "。"].every(opensMidSentence)).toBe(true)
    expect(["“他", "——一", "的确", "着力", "……", "（一）"].some(opensMidSentence)).toBe(false)
  })
})

describe("headline parts", () => {
  it.each([
    [
      "看新港 访茶山 话变化 青崖镇组织老茶农参观新港区",
      ["看新港 访茶山 话变化", "青崖镇组织老茶农参观新港区"],
    ],
    ["护航开学季　守好平安路", ["护航开学季", "守好平安路"]],
    ["讲政治 顾大局 守规矩", ["讲政治", "顾大局", "守规矩"]],
    [
      "党建引领聚合力 乡村振兴谱新篇 瑞河市抓党建促振兴纪实",
      ["党建引领聚合力 乡村振兴谱新篇", "瑞河市抓党建促振兴纪实"],
    ],
    ["我市召开防汛会议 江远航讲话", ["我市召开防汛会议", "江远航讲话"]],
    ["陈立 何静到滨江新区调研", ["陈立 何静到滨江新区调研"]],
    ["陆青禾 范守田分获斗茶会金奖", ["陆青禾 范守田分获斗茶会金奖"]],
    ["李 明调研港口", ["李 明调研港口"]],
    ["5G 点亮瑞河港", ["5G 点亮瑞河港"]],
    ["打造“一港 一城”新格局", ["打造“一港 一城”新格局"]],
    ["瑞河港首航", ["瑞河港首航"]],
  ])("%s", (headline, parts) => {
    expect(headlineParts(headline)).toEqual(parts)
  })
})

describe("lines and blocks", () => {
  it("take heading marks of any depth, and leave a topic and a rule in text alone", () => {
    const source = "#  一级 \n####### 七级 ##\n##无空格\n#话题#热\n——破折号\n---\n"
    const seen = blocksOf(source, "text").map(({ kind, text, level }) => [kind, text, level])
    expect(seen).toEqual([
      ["heading", "一级", 1],
      ["heading", "七级", 7],
      ["heading", "无空格", 2],
      ["text", "#话题#热", 0],
      ["text", "——破折号", 0],
      ["text", "---", 0],
    ])
  })

  it("take inline marks off in Markdown alone", () => {
    expect(plainInline("> **港**与*茶*，3\\*4，a_b_c")).toBe("港与茶，3*4，a_b_c")
    expect(wholeStrong("**小标题**")).toBe("小标题")
    const rows = "| 品名 | 价 |\n|---|--:|\n| **茶饼** | 9.5元 |\n"
    expect(blocksOf(rows, "markdown").map(({ text }) => text)).toEqual(["品名\t价", "茶饼\t9.5元"])
    expect(blocksOf("**港**与茶", "text")[0]?.text).toBe("**港**与茶")
    expect(blocksOf("---", "markdown")[0]?.kind).toBe("rule")
  })

  it("keep a line's number through blank lines and any line ends", () => {
    const lines = blocksOf("\r\n\r\n一\r二\n\n三", "text").map(({ line, gap }) => [line, gap])
    expect(lines).toEqual([
      [3, 2],
      [4, 0],
      [6, 1],
    ])
  })

  it("mend paragraphs that were wrapped line by line at any measure", () => {
    const paragraphs = [
      "清明刚过，青崖茶山云雾缭绕，茶农们背着竹篓穿行在茶垄间，采下今年的第一批春茶，准备送往茶厂。",
      "合作社理事长丁大山介绍，今年气温回升快，开园时间比去年提前了六天，预计产量增长一成以上。",
      "茶商们提前半个月就住进了村里，白天看茶，晚上算账，忙得连家里的电话都顾不上接。",
    ]
    for (const measure of [11, 13, 17, 20]) {
      const blocks = blocksOf(wrapped(paragraphs, measure), "text")
      expect(blocks.map(({ text }) => text)).toEqual(paragraphs)
    }
  })
})
