import { bylineOf, namesOnly } from "./byline.ts"

/** At most this much of a paragraph is looked at: datelines are short, paragraphs are not. */
const REACH = 140

/** Blanks inside a dateline: none, one or two, of any width. */
const S = "[ \\u3000\\u00a0]{0,2}"
const DAY = `\\d{1,2}${S}[日号]`
const DATE = `(?:(?:\\d{2,4}${S}年${S})?\\d{1,2}${S}月${S}${DAY}|${DAY})(?:上午|下午|晚|凌晨)?`
const DATE_WITH_MONTH = `(?:\\d{2,4}${S}年${S})?\\d{1,2}${S}月${S}${DAY}(?:上午|下午|晚|凌晨)?`
const PLACE = `[\\p{Script=Han}·、／/（()） ]{0,16}?`

/** A word that every dateline holds; most paragraphs hold none so early. */
const TELLING = /[讯电]|消息|报道|记者|通讯员|评论员/

/** Not a wire's 电 when a word of electricity goes on. */
const WIRED = "电(?![视影力动子商话网站台厂脑缆器池梯量价信竞气路线机])"
const TOLD = "讯(?![息员号问飞速])"
/** A report word counts only when the prose does not go on with it. */
const SAID = "(?:综合|专题)?(?:消息|报道|专电|快讯|专讯|特讯)(?=$|[\\s：:（(】\\]])"

const PAPERS =
  "(?:本\\s?报|本刊|本台|本网|本站|本社|\\p{Script=Han}{2,8}?(?:日报|晚报|早报|晨报|商报|时报|都市报|快报|周报|导报|青年报|法治报|工人报|电视台|广播电台|新闻网|融媒体中心|融媒|客户端))"
const WIRES =
  "(?:新\\s?华\\s?社|中新社|中国新闻社|中新网|新华网|人民网|央视新闻|央视网|央视|央广网|央广|中国之声|国际在线|法新社|路透社|美联社|塔斯社|共同社|韩联社|埃菲社|中国青年网|中青网|澎湃新闻|环球网|中国网)"

/** The first words of a dateline, from the most to the least telling. */
const OPENINGS: readonly RegExp[] = [
  new RegExp(`^据?${PAPERS}(?:${S}${PLACE}${S}${DATE})?${S}(?:${TOLD}|${WIRED})`, "u"),
  new RegExp(`^${PAPERS}(?:综合)?(?:${S}${PLACE})?${S}${SAID}`, "u"),
  new RegExp(
    `^(?:综合|据)?${WIRES}(?:客户端)?${S}${PLACE}(?:${DATE})?${S}(?:${WIRED}|${TOLD}|${SAID})`,
    "u",
  ),
  new RegExp(`^\\p{Script=Han}{0,10}${S}${DATE_WITH_MONTH}${S}(?:${WIRED}|${TOLD})`, "u"),
  /^本报(?:特约)?评论员(?:文章)?(?=$|[\s：:])/u,
]

/** Reporters named before 报道: 本报记者 王海 通讯员 李江 报道. */
const REPORTERS = new RegExp(
  `^((?:本报|本刊|本台|本网|\\p{Script=Han}{2,6}(?:日报|晚报|电视台))?(?:全媒体|融媒体?|见习|实习|特约|首席|驻\\p{Script=Han}{2,4}?)?(?:记者|通讯员)[^，。！？；,“”（）()]{2,44}?)(?:摄影|综合)?报道(?=$|[\\s：:，,]|[^了的称说中过组会])`,
  "u",
)

/** A bracket that names reporters or says nothing but names. */
const BRACKET = new RegExp(`^${S}([（(]([^（()）。！？]{1,60})[）)])`, "u")

/**
 * Length in UTF-16 units of the dateline (电头) that opens a paragraph, its bracket of reporters
 * included; 0 when there is none. `据新华社报道，` is prose: a dateline is not followed by a comma.
 */
export function datelineLength(text: string): number {
  const head = text.slice(0, REACH)
  if (!TELLING.test(head)) return 0
  const framed = /^[【[]\s?/.exec(head)?.[0].length ?? 0
  const body = head.slice(framed)
  const opening = openingLength(body)
  if (opening === 0) return framed === 0 ? leadingBracket(head) : 0
  let end = opening
  for (let round = 0; round < 2; round++) end += reporterBracket(body.slice(end))
  end += reportersAfter(body.slice(end))
  if (framed === 0) return end
  const close = /^\s?[】\]]/.exec(body.slice(end))?.[0].length ?? 0
  const after = framed + end + close
  return close === 0 ? 0 : after + reporterBracket(head.slice(after))
}

/**
 * True when a dateline begins in the first of two pieces and ends in the second: a column's end cut
 * it. Only a short first piece can be such a part.
 */
export function spansDateline(first: string, second: string): boolean {
  if (
    first.length > 40 ||
    !/^(?:据|本\s?报|新\s?华\s?社|中新社|\p{Script=Han}{2,6}(?:日报|晚报))/u.test(first)
  )
    return false
  const own = datelineLength(first)
  if (own >= first.length) return false
  return datelineLength(first + second.slice(0, REACH)) > first.length
}

/** Length of the first words of a dateline, 0 when the text is prose. */
function openingLength(text: string): number {
  for (const [at, opening] of OPENINGS.entries()) {
    const found = opening.exec(text)?.[0]
    if (found === undefined) continue
    const next = text.charAt(found.length)
    if ((next === "，" || next === ",") && at >= 1 && at <= 3) continue
    return found.length
  }
  return reportersReport(text)
}

/** Length of 记者 NAMES 报道 when what stands between is names, else 0. */
function reportersReport(text: string): number {
  const found = REPORTERS.exec(text)
  if (found === null || found[1] === undefined) return 0
  return bylineOf(found[1]) === "sure" ? found[0].length : 0
}

/** Length of 记者 NAMES 报道 that follows 本报讯 with or without a blank, the blank included. */
function reportersAfter(text: string): number {
  const blank = /^[ \u3000\u00a0]{0,2}/.exec(text)?.[0].length ?? 0
  const length = reportersReport(text.slice(blank))
  return length === 0 ? 0 : blank + length
}

/** Length of a bracket of reporters at the start (blanks before it included), 0 when there is none. */
function reporterBracket(text: string): number {
  const found = BRACKET.exec(text)
  if (found === null || found[2] === undefined) return 0
  const names = found[2].trim()
  const press =
    /记者|通讯员|实习生|特派|评论员|编译|全媒体|融媒|摄影|供稿|文[/／]/.test(names) ||
    namesOnly(names)
  return press ? found[0].length : 0
}

/** Length of a bracket that names reporters and opens the text without 本报讯, 0 when it is none. */
function leadingBracket(text: string): number {
  const length = reporterBracket(text)
  return length < text.length && /记者|通讯员/.test(text.slice(0, length)) ? length : 0
}

/** Wire lines that may stand alone at an article's end. */
const WIRE_LINE = new RegExp(
  `^(?:综合|据)?(?:${WIRES}|${PAPERS})?${S}${PLACE}(?:${DATE})?${S}电(?:${S}[（(][^（()）]{1,40}[）)])?(?:${S}[（(]完[）)])?[。.]?$`,
  "u",
)

/** True when the line is a wire's dateline and nothing else: 新华社北京9月14日电. */
export function isWireLine(text: string): boolean {
  if (text.length < 3 || text.length > 60 || !text.includes("电")) return false
  if (!WIRE_LINE.test(text)) return false
  return new RegExp(`${WIRES}|\\d${S}日`, "u").test(text)
}
