import fc from "fast-check"

/** A column break as one knows it who cut the paragraph: the body paragraph and the place in it. */
export interface Cut {
  readonly paragraph: number
  readonly offset: number
}

/** What must be found of one article of a made page. */
export interface Wanted {
  readonly kind: "lead" | "news" | "photo" | "filler"
  readonly headline: string | null
  readonly deck: string | null
  readonly subheads: readonly string[]
  readonly credit: string | null
  readonly closing: string | null
  readonly dateline: string | null
  readonly truncated: boolean
  readonly paragraphs: readonly string[]
  readonly cuts: readonly Cut[]
}

/** A made page: its source and what must be found in it, in order. */
export interface MadePage {
  readonly source: string
  readonly wanted: readonly Wanted[]
}

const PARAGRAPHS = [
  "昨日上午，市委书记江远航到瑞河港调研，先后察看集装箱码头、智慧调度中心和船员服务站，详细了解项目建设、通关效率和安全生产等情况。",
  "江远航强调，要牢牢把握水运复兴的机遇，以“一港通、一网管”为抓手，推动港口、产业、城市融合发展，努力把区位优势转化为发展优势。要坚持问题导向，聚焦企业反映集中的堵点难点，拿出务实管用的办法，切实让企业有感、群众受益。",
  "青崖镇的茶园里，采茶工柳月娥一上午采了四斤多鲜叶。“今年春茶比去年早了一周，价钱也好。”她边说边把竹篓里的茶青倒进筐里，脸上满是笑容。",
  "据介绍，项目总投资12.8亿元，占地360亩，建成后年产轨道交通轴承40万套，可带动上下游就业1500余人。目前，一号厂房主体已经封顶，设备将于下月进场安装。",
  "为破解用工难题，合作社引进了26台智能采茶机，一台机器顶得上30名熟练工，亩均成本下降四成。同时，通过“茶园认养”“云上品茶”等方式拓宽销路，线上销售额占到总量的一半以上。",
  "会议指出，今年以来，全市上下锚定“开门红、季季红”目标，抢抓机遇、真抓实干，一季度地区生产总值增长7.6%，规模以上工业增加值增长9.1%，主要指标增速均位居全省前列。",
  "老站长韩守业在铁路上干了38年。退休那天，他把用了半辈子的怀表交给徒弟，说：“钟表会停，规矩不能停。”如今，这句话写在了值班室的墙上。",
  "市教育局有关负责人表示，将进一步优化课后服务内容，丰富体育、艺术、科普、劳动等课程，确保有需要的学生全覆盖，让孩子们玩得开心、家长们放心。",
  "记者在现场看到，6台龙门吊来回穿梭，一辆辆无人驾驶集卡有序装卸，偌大的堆场里几乎看不到工人。调度员只需轻点鼠标，指令便通过5G网络传到每一台设备，作业误差控制在3厘米以内。",
  "《瑞河市内河航运发展条例（草案）》日前公开征求意见。条例共7章58条，对航道养护、港口经营、绿色发展、应急救援等作出规定，明确每年6月为“瑞河航运安全月”。",
  "活动中，志愿者们向过往群众发放宣传手册2000余份，讲解防溺水知识，现场演示心肺复苏和抛绳救生的方法，引来不少市民驻足观看、跟着练习。",
  "大桥全长3268米，主跨460米，是瑞河上跨度最大的斜拉桥。建设者们先后攻克了深水围堰、大节段吊装等难题，取得专利23项，比原计划提前四个月实现合龙。",
]
const SHORT_PARAGRAPHS = [
  "活动将持续到本月底。",
  "目前，各项工作正在有序推进。",
  "“我们心里更有底了。”江远航说。",
]
const HEADLINES = [
  "江远航到瑞河港调研",
  "机器换人茶园增收",
  "轴承产业园一号厂房封顶",
  "陈立 何静出席全市航运工作会议",
  "护航开学季 守好平安路",
  "航运条例草案公开征求意见",
  "瑞河大桥提前合龙",
  "“小板凳”议出大民生",
]
const SUBHEADS = ["以港兴城开新局", "“老字号”焕发新活力", "茶旅融合拓新路", "通江达海再出发"]
const DATELINES = [
  "本报讯 ",
  "本报讯　",
  "本报讯（记者 林一川）",
  "本报讯（记者 林一川 通讯员 周晓）",
  "本报讯(记者 赵苇)",
  "瑞河日报讯（见习记者 苗青）",
  "新华社瑞河9月14日电（记者 梁文）",
  "据新华社瑞河9月14日电 ",
  "本报记者 谷雨报道 ",
]
const CREDITS = [
  "（林一川）",
  "（梅若兰 江小舟）",
  "（市港航局提供）",
  "（本报记者 谷雨）",
  "（瑞河港集团供稿）",
]
const CLOSINGS = ["新华社瑞河9月14日电", "据新华社电"]
const PHOTOS: readonly (readonly [string, string])[] = [
  ["9月14日，市民在瑞河亲水平台放风筝，享受假日时光。", "汪洋 摄"],
  ["图为建设中的江心洲大桥主塔。", "本报记者 张帆 摄"],
  ["日前，青崖镇茶农在晾晒秋茶。近年来，当地做强茶产业，带动千余户村民增收。", "通讯员 丁小满 摄"],
]
const FILLERS: readonly (readonly string[])[] = [
  ["瑞河市民服务热线", "12345"],
  ["爱我瑞河 护我青山 从我做起"],
  ["新闻热线 0735-8812345", "投稿邮箱：news@ruihe.example"],
  ["节约用水，人人有责"],
]

/** Marks behind which a cut cannot be told from a paragraph's end, or before which no column ends. */
const WHOLE = "。！？…：；”’）)—.:"
const NEVER_FIRST = "，。、；：！？”’）》…—%.:)"

/** Fewest characters of one paragraph in a whole column. */
const COLUMN = 30

interface Part {
  readonly lines: readonly string[]
  readonly paragraph: string
  readonly offsets: readonly number[]
}

/** A paragraph in pieces, cut where printed columns end, at most twice. */
function cutParagraph(text: string, dice: readonly number[], from: number): Part {
  const places = []
  for (let at = from; at < text.length - 3; at++) {
    const apart = WHOLE.includes(text.charAt(at - 1)) || NEVER_FIRST.includes(text.charAt(at))
    const blank = /\s/.test(text.charAt(at - 1) + text.charAt(at))
    const number = /[A-Za-z\d]/.test(text.charAt(at - 1)) && /[A-Za-z\d]/.test(text.charAt(at))
    if (!apart && !blank && !number) places.push(at)
  }
  const offsets: number[] = []
  for (const one of dice) {
    const place = places[one % places.length] as number
    if (offsets.every((other) => Math.abs(other - place) >= Math.max(COLUMN, from)))
      offsets.push(place)
  }
  offsets.sort((one, other) => one - other)
  const edges = [0, ...offsets, text.length]
  const lines = edges.slice(1).map((edge, at) => text.slice(edges[at], edge))
  return { lines, paragraph: text, offsets }
}

/** One article's own text: paragraphs, some cut. */
interface Draft {
  readonly parts: readonly Part[]
  readonly dateline: string | null
}

const draftOf = (dated: boolean, piece: number): fc.Arbitrary<Draft> =>
  fc
    .record({
      dateline: fc.constantFrom(...DATELINES),
      texts: fc.shuffledSubarray(PARAGRAPHS, { minLength: 1, maxLength: 3 }),
      last: fc.option(fc.constantFrom(...SHORT_PARAGRAPHS)),
      dice: fc.array(fc.array(fc.nat(), { maxLength: 2 }), { minLength: 8, maxLength: 8 }),
    })
    .map(({ dateline, texts, last, dice }) => {
      const all = last === null ? texts : [...texts, last]
      const parts = all.map((text, at) => {
        const whole = dated && at === 0 ? dateline + text : text
        const cuts = text.length > 40 ? (dice[at] ?? []) : []
        return cutParagraph(whole, cuts, Math.max(piece, whole === text ? 0 : dateline.length + 2))
      })
      return { parts, dateline: dated ? dateline.trim() : null }
    })

function cutsOf(parts: readonly Part[]): readonly Cut[] {
  return parts.flatMap(({ offsets }, paragraph) => offsets.map((offset) => ({ paragraph, offset })))
}

const BLANK: Omit<Wanted, "kind"> = {
  headline: null,
  deck: null,
  subheads: [],
  credit: null,
  closing: null,
  dateline: null,
  truncated: false,
  paragraphs: [],
  cuts: [],
}

interface Block {
  readonly lines: readonly string[]
  readonly wanted: readonly Wanted[]
}

/** A photo or a filler that stands inside an article's running text. */
const photo = fc.constantFrom(...PHOTOS).map(([caption, credit]): Block => ({
  lines: [caption, credit],
  wanted: [{ ...BLANK, kind: "photo", paragraphs: [caption], credit }],
}))
const filler = fc
  .constantFrom(...FILLERS)
  .map((lines): Block => ({ lines, wanted: [{ ...BLANK, kind: "filler", paragraphs: lines }] }))

const newsOf = (headline: string, level: string, piece: number): fc.Arbitrary<Block> =>
  fc
    .record({
      draft: draftOf(true, piece),
      end: fc.oneof(fc.constant(null), fc.constantFrom(...CREDITS), fc.constant("cut")),
      inside: fc.option(photo),
      place: fc.nat(),
    })
    .map(({ draft, end, inside, place }) => {
      const texts = draft.parts.map(({ paragraph }) => paragraph)
      const text = draft.parts.flatMap((part) => part.lines)
      const first = draft.parts[0]?.lines.length ?? 1
      if (inside !== null)
        text.splice(first + (place % Math.max(1, text.length - first)), 0, ...inside.lines)
      const lines = [`${level} ${headline}`, ...text]
      const credit = end === null || end === "cut" ? null : end
      if (credit !== null) lines.push(credit)
      if (end === "cut") {
        lines.push("江远航要求，沿河各县区要抓紧")
        texts.push("江远航要求，沿河各县区要抓紧")
      }
      const { dateline, parts } = draft
      const wanted = { headline, credit, dateline, paragraphs: texts, cuts: cutsOf(parts) }
      const news: Wanted = { ...BLANK, kind: "news", ...wanted, truncated: end === "cut" }
      return { lines, wanted: [news, ...(inside?.wanted ?? [])] }
    })

const leadOf = (level: string, subLevel: string, piece: number): fc.Arbitrary<Block> =>
  fc
    .record({
      intro: draftOf(false, piece),
      sections: fc.array(draftOf(false, piece), { minLength: 2, maxLength: 4 }),
      end: fc.constantFrom(...CLOSINGS, ...CREDITS),
      deck: fc.boolean(),
    })
    .map(({ intro, sections, end, deck }) => {
      const headline = "以港兴城逐浪行 开放门户向江海"
      const decked = "——瑞河市建设内河枢纽港综述"
      const subheads = SUBHEADS.slice(0, sections.length)
      const parts = [...intro.parts, ...sections.flatMap((section) => section.parts)]
      const lines = [
        `${level} ${headline}`,
        ...(deck ? [`#${level} ${decked}`] : []),
        ...intro.parts.flatMap((part) => part.lines),
        ...sections.flatMap((section, at) => [
          `${subLevel} ${subheads[at]}`,
          ...section.parts.flatMap((part) => part.lines),
        ]),
        end,
      ]
      const closing = CLOSINGS.includes(end) ? end : null
      const wanted: Wanted = {
        ...BLANK,
        kind: "lead",
        headline,
        deck: deck ? decked : null,
        subheads,
        closing,
        credit: closing === null ? end : null,
        paragraphs: parts.map(({ paragraph }) => paragraph),
        cuts: cutsOf(parts),
      }
      return { lines, wanted: [wanted] }
    })

/** A random page whose cuts leave at least so many characters before them, in the habits of the house's first seed: a lead, news, photos, fillers at the end. */
function pageOf(piece: number): fc.Arbitrary<MadePage> {
  return fc
    .record({
      style: fc.constantFrom(["#", "###", "###"], ["#", "##", "###"], ["##", "###", "##"]),
      headlines: fc.shuffledSubarray(HEADLINES, { minLength: 2, maxLength: 6 }),
    })
    .chain(({ style: [top, sub, level], headlines }) =>
      fc.record({
        lead: leadOf(top as string, sub as string, piece),
        news: fc.tuple(...headlines.map((headline) => newsOf(headline, level as string, piece))),
        photos: fc.array(fc.tuple(fc.nat(), photo), { maxLength: 2 }),
        last: fc.option(filler),
        gap: fc.constantFrom("\n\n", "\n\n\n"),
      }),
    )
    .map(({ lead, news, photos, last, gap }) => {
      const blocks: Block[] = [lead, ...news]
      for (const [dice, one] of photos) blocks.splice(1 + (dice % (blocks.length - 1)), 0, one)
      if (last !== null) blocks.push(last)
      return {
        source: `\n\n${blocks.flatMap((block) => block.lines).join(gap)}\n`,
        wanted: blocks.flatMap((block) => block.wanted),
      }
    })
}

/** Fewest characters before a cut: the first line of an indented paragraph in a column of 15 字. */
const LINE = 13

/** A random page with its headings marked. */
export const madePage = pageOf(LINE)

/** Fewest characters before a cut in plain text: a shorter piece without a mark is a headline to anyone. */
const LONG_PIECE = 46

/** The same pages in plain text: no heading is marked, blocks parted by a blank line or by none. */
export const plainPage: fc.Arbitrary<MadePage> = fc
  .tuple(pageOf(LONG_PIECE), fc.boolean())
  .map(([{ source, wanted }, tight]) => {
    const bare = source.replace(/^#+ /gm, "")
    return { source: tight ? bare.replace(/\n{2,}/g, "\n") : bare, wanted }
  })
