import { endingOf, inkLength, readsAsProse } from "./stops.ts"

/** What makes a line a filler (补白): its words alone, or only its place at an article's end. */
export type FillerLook = "desk" | "contact" | "weather" | "folio" | "notice" | "slogan" | "number"

/** Lines of the desk: who was on duty. */
const DESK =
  /^(?:本版|本期|今日|值班)?\s*(?:责任编辑|责任校对|责\s*编|编\s*辑|美\s*编|美术编辑|美术|版面设计|版式设计|版式|版面|组\s*版|校\s*对|校\s*检|审\s*读|审\s*校|值班编委|值班总编|值班主任|值班编辑|编委|主\s*编|总编辑|一审|二审|三审|监制|统筹|策划|电子信箱|本版编辑)\s*[：:／/\s]\s*\S/
const CONTACT =
  /热线|电\s*话|手机号?|传\s*真|邮\s*箱|信\s*箱|网\s*址|邮\s*编|地\s*址|微\s*信|公众号|客户端|二维码|扫码|扫描|广告部|发行部|订\s*阅|零售|定\s*价|邮发代号|统一刊号|刊号|印\s*刷|承\s*印|投\s*稿|爆\s*料|举\s*报|监督|抖音|官方微博|值班|咨询|服务/
const SITE = /https?:\/\/|www\.|[\w.]+@[\w.]+/i
const SKY = /晴|多云|阴|小雨|中雨|大雨|暴雨|阵雨|雷雨|小雪|雾|霾/
const WIND = /风力?\s*[\d一二三四五六—~～-]{1,4}级|[偏东南西北]{1,3}风|微风/
const HEAT = /℃|°C|气温|度到|摄氏度/
const DAY_OPENS = /^(?:今|明|昨|后)[天日晚]|^\d{1,2}[日号]|^白天|^夜间|^未来|天气|^瞭望|^气象/
const NOTICE =
  /^[【[（(■◆●★☆◎□]?\s*(?:公\s*告|启\s*事|通\s*告|声\s*明|通\s*知|公\s*示|讣\s*告|更\s*正|更正启事|更正声明|更正与致歉|致\s*歉|致歉声明|\p{Script=Han}{1,6}(?:启事|公告|通告|声明|公示)|停[电水气](?:公告|通知|预告|信息)|(?:重要|友情|温馨|特别|安全)提示|便民信息|天气预报|今日天气|气象信息|分类信息|广\s*告)\s*[】\]）)]?$/u
const FOLIO: readonly RegExp[] = [
  /^\p{Script=Han}{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报|工人报|周报)\s+\d{4}\s?年/u,
  /^(?:\d{4}年)?\d{1,2}月\d{1,2}日\s*(?:星期[一二三四五六日天]|周[一二三四五六日])/,
  /^星期[一二三四五六日天]$/,
  /^(?:第\s*)?[A-Z]?\d{1,3}\s*版(?:\s|$|[：:·—])/,
  /^第\s*[一二三四五六七八九十\d]{1,4}\s*版/,
  /^[A-Z]\d{1,3}(?:\s|$)/,
  /^(?:农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)/,
  /^(?:总第|第)\s*\d+\s*期/,
  /^今日\s*\d+\s*版/,
  /国内统一(?:连续)?(?:刊|出版)/,
  /^\p{Script=Han}{2,8}(?:主管|主办|出版)(?:\s|$)/u,
]
/** Lines of the imprint: where the paper is made and sold. */
const IMPRINT =
  /^(?:本报)?(?:地址|社址|电话|邮编|零售|定价|每份|订阅|发行|广告(?:部|热线|电话|经营)|印刷|承印|法律顾问|邮发代号|总编室|编辑部|新闻热线|投稿邮箱|投稿信箱|监督电话)[^，。]*$/
/** A tip to the reader in one line. */
const TIP = /^[【[]?(?:温馨|友情|特别|安全|重要)(?:提示|提醒)[】\]]?[：:]/
const VALUES =
  /公益广告|社会主义核心价值观|富强\s*民主|自由\s*平等|爱国\s*敬业|讲文明|树新风|核心价值观|扫黑除恶|人人有责|光盘行动|创建全国文明城市|文明(?:城市|瑞河|市民|单位)?你我|节约用水|节约用电|珍惜粮食|拒绝浪费|远离毒品|安全出行/

/** The filler that a line is by its own words, else null. Lines that end as prose does are none. */
export function fillerLook(text: string): FillerLook | null {
  if (text.length > 90) return null
  const short = text.length <= 60 && endingOf(text) !== "whole"
  if (DESK.test(text) && !/。/.test(text)) return "desk"
  if (isWeather(text)) return "weather"
  if (NOTICE.test(text) || (TIP.test(text) && text.length <= 70)) return "notice"
  if (!short) return VALUES.test(text) && text.length <= 30 ? "slogan" : null
  if (IMPRINT.test(text)) return "contact"
  if (SITE.test(text) && text.length <= 60) return "contact"
  if (CONTACT.test(text) && /\d{5,}|\d{3,4}[-—]\d{4,}/.test(text)) return "contact"
  if (FOLIO.some((pattern) => pattern.test(text)) && !/[，。；]/.test(text)) return "folio"
  if (VALUES.test(text) && text.length <= 30) return "slogan"
  return null
}

/**
 * The filler that a line may be where an article has ended: hotlines by name, numbers, slogans.
 * In the middle of running text the same words are prose.
 */
export function looseFillerLook(text: string): FillerLook | null {
  const own = fillerLook(text)
  if (own !== null) return own
  if (text.length > 40) return null
  if (/^[\d\s\-—–()（）、/转／]{3,30}$/.test(text) && /\d{3}/.test(text)) return "number"
  const ending = endingOf(text)
  if (isSlogan(text)) return "slogan"
  if (ending === "whole") return null
  if (CONTACT.test(text) && text.length <= 24 && !/[，。]/.test(text)) return "contact"
  return null
}

/** Two or more phrases of one length, parted by blanks or by a comma: 节约用水，人人有责. */
export function isSlogan(text: string): boolean {
  const bare = text.replace(/[！!。]$/, "")
  const spaced = bare.split(/[\s\u3000]+/)
  const phrases = spaced.length > 1 ? spaced : bare.split(/[，,]/)
  if (phrases.length < 2 || phrases.length > 6) return false
  const length = phrases[0]?.length ?? 0
  if (
    /^(?:据|近日|日前|今年|目前|会上|会议)|(?:说|表示|指出|强调|要求|认为|介绍)$/.test(
      phrases[0] ?? "",
    )
  ) {
    return false
  }
  const stopped = bare !== text && spaced.length === 1
  return (
    !stopped &&
    length >= 2 &&
    length <= 10 &&
    phrases.every((phrase) => phrase.length === length && /^\p{Script=Han}+$/u.test(phrase))
  )
}

/** True for a short line without any mark that may be a slogan or a sign at an article's end. */
export function isBareSign(text: string): boolean {
  if (inkLength(text) > 16 || inkLength(text) < 2) return false
  if (!/^[\p{Script=Han}“”·\s]+$/u.test(text)) return false
  return (
    !readsAsProse(text) &&
    !/说$|表示|强调|指出|认为|要求|介绍|提出|会议|记者|^据|近日|目前|今年/.test(text)
  )
}

function isWeather(text: string): boolean {
  if (text.length > 90) return false
  const signs = [SKY, WIND, HEAT].filter((sign) => sign.test(text)).length
  return (
    signs >= 2 &&
    (DAY_OPENS.test(text) || /^\p{Script=Han}{2,6}[：:\s]/u.test(text) || text.length <= 30)
  )
}

/** Headings of notices: the whole item under them is a filler, unless it opens as news does. */
export function isNoticeTitle(text: string): boolean {
  return NOTICE.test(text)
}

/** Headings that are the paper's own name. */
export function isMasthead(text: string): boolean {
  return /^\p{Script=Han}{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报|工人报|青年报|法治报|周报|周刊)$/u.test(
    text.replace(/\s/g, ""),
  )
}

/** True for a heading that is the page's own: the paper's name, a date, a page number. */
export function isPageHead(text: string): boolean {
  return isMasthead(text) || FOLIO.some((pattern) => pattern.test(text))
}

/** True for a line that is a date and nothing else: the paper's own only at the head of the page. */
export function isBareDate(text: string): boolean {
  return /^\d{4}年\d{1,2}月\d{1,2}日$/.test(text)
}

/** True for the label of an advertisement. */
export function isAdLabel(text: string): boolean {
  return /^[【[（(]?\s*广\s*告\s*[】\]）)]?$/.test(text)
}

/** Names of columns and pages (栏目) that stand over the headline of their first article. */
export function isSectionName(text: string): boolean {
  const name = text.replace(/\s/g, "")
  if (SECTIONS.has(name)) return true
  return name.length <= 6 && SECTION_ENDS.test(name)
}

const SECTIONS = new Set(
  (
    "要闻 综合 本地 时政 经济 社会 民生 文化 文体 体育 教育 健康 法治 国内 国际 副刊 专题 专版 专栏 评论 言论 " +
    "城事 焦点 关注 头条 导读 特别报道 深度报道 本报评论 社论 今日导读"
  ).split(" "),
)
const SECTION_ENDS =
  /(?:短波|短讯|简讯|快讯|快报|速递|速览|要闻|新闻|传真|动态|集锦|视窗|广角|之窗|看台|聚焦|播报|纵横|观察|论坛|专栏|一线|之声|时评)$/
