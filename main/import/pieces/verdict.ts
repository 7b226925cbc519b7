import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import { opensDated } from "../looks/caption.ts"
import type { Outlook } from "./outlook.ts"
import { groupEnd } from "./outlook.ts"
import type { Piece } from "./piece.ts"
import type { Segment } from "./segment.ts"
import { hasText } from "./segment.ts"
import { isNumbered } from "./subheads.ts"

/** One sign for (positive) or against a heading being an article's. */
interface Sign {
  readonly weight: number
  readonly zh: string
  readonly en: string
}

/** Words that headlines of news have and subheads seldom. */
const NEWSY =
  /召开|举行|举办|开幕|闭幕|启动|开工|竣工|通车|揭牌|签约|调研|会见|出席|开展|发布|开放|落户|投产|获评|入选|走进|打响|创历史|推出|亮相|首发|首航|首条|首家|首批|合龙|开建|复工|获奖|上线|公布|出台|新增|增至|突破|免费|开跑|开馆|开园/

/**
 * Whether a group of headings begins an article or is a subhead of the one that is open, after
 * asking the book. The first headings of a text always begin an article.
 */
export function beginsArticle(
  pieces: readonly Piece[],
  at: number,
  open: Segment | null,
  asked: { readonly outlook: Outlook; readonly book: Book },
): boolean {
  const heading = pieces[at] as Piece
  if (open === null || (open.heads.length === 0 && !hasText(open))) return true
  const signs = signsOf(pieces, at, open, asked.outlook)
  const score = signs.reduce((sum, sign) => sum + sign.weight, 0)
  const article = score > 0
  const telling = signs
    .filter((sign) => sign.weight !== 0 && sign.weight > 0 === article)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, 2)
  const choice = decide(asked.book, {
    topic: "heading",
    line: heading.block.line,
    what: article ? "article" : "subhead",
    why: because(
      telling.map((sign) => sign.zh).join("；") || "没有新稿件的迹象",
      telling.map((sign) => sign.en).join("; ") || "no sign of a new article",
    ),
    confidence: Math.round(Math.min(0.98, 0.52 + Math.abs(score) * 0.1) * 100) / 100,
    choice: article ? "article" : "subhead",
    choices: ["article", "subhead"],
  })
  return choice === "article"
}

/** All signs for and against. */
function signsOf(
  pieces: readonly Piece[],
  at: number,
  open: Segment,
  outlook: Outlook,
): readonly Sign[] {
  return [
    ...textSigns(pieces, at, outlook),
    beforeSign(outlook, at),
    levelSign(pieces[at] as Piece, at, open, outlook),
    ...lookSigns(pieces, at, open, outlook),
  ]
}

/** What the text under the headings says. */
function textSigns(pieces: readonly Piece[], at: number, outlook: Outlook): readonly Sign[] {
  const end = groupEnd(pieces, at)
  const first = outlook.ahead[end + 1] ?? -1
  const signs: Sign[] = []
  if (first >= 0 && (pieces[first]?.dateline ?? 0) > 0) {
    signs.push({ weight: 4, zh: "首段以电头开头", en: "its first paragraph opens with a dateline" })
  }
  if (pieces[end + 1]?.role === "credit" && first >= 0) {
    signs.push({ weight: 3, zh: "题下有署名", en: "a byline stands under it" })
  }
  return signs
}

/** How the text before ended. */
function beforeSign(outlook: Outlook, at: number): Sign {
  const before = outlook.before[at]
  if (before === "credit")
    return { weight: 3.2, zh: "前文以署名结束", en: "the text before was signed" }
  if (before === "closing") {
    return {
      weight: 3.4,
      zh: "前文以电讯稿电头结束",
      en: "the text before was closed by a wire line",
    }
  }
  if (before === "cut") {
    return { weight: 3, zh: "前文在句中中断", en: "the text before breaks off in mid sentence" }
  }
  return { weight: 0, zh: "", en: "" }
}

/** What the heading's level says against the open article's own. */
function levelSign(heading: Piece, at: number, open: Segment, outlook: Outlook): Sign {
  const { level } = heading.block
  if (open.heads.length === 0) {
    return { weight: 1, zh: "前文没有标题", en: "the text before has no headline" }
  }
  if (level < open.level) {
    return {
      weight: 3,
      zh: "级别高于前一篇的标题",
      en: "its level is above the article's own headline",
    }
  }
  if (level > open.level) {
    return {
      weight: -1.5,
      zh: "级别低于本篇标题",
      en: "its level is below the article's own headline",
    }
  }
  if (!outlook.flat) {
    return {
      weight: 1.5,
      zh: "与前一篇标题同级",
      en: "it has the level of the article's own headline",
    }
  }
  return flatSign(at, outlook)
}

/** In a text of one heading level: subheads come at least in twos, articles mostly have datelines. */
function flatSign(at: number, outlook: Outlook): Sign {
  if (!outlook.dated) {
    return outlook.marked
      ? {
          weight: 1,
          zh: "全文标题同级且都没有电头",
          en: "all headings are alike and none has a dateline",
        }
      : { weight: -0.8, zh: "没有电头，像小标题", en: "without a dateline it looks like a subhead" }
  }
  return (outlook.series[at] ?? 0) >= 2
    ? {
        weight: -1,
        zh: "连续几个标题下都没有电头",
        en: "several headings in a row have no dateline",
      }
    : { weight: 0.4, zh: "小标题一般不会只有一个", en: "a subhead seldom stands alone" }
}

/** What the heading's own words and place say. */
function lookSigns(
  pieces: readonly Piece[],
  at: number,
  open: Segment,
  outlook: Outlook,
): readonly Sign[] {
  const heading = pieces[at] as Piece
  const first = outlook.ahead[groupEnd(pieces, at) + 1] ?? -1
  const signs: Sign[] = []
  if (isNumbered(heading.text)) {
    signs.push({ weight: -3.6, zh: "有序号", en: "it is numbered" })
  }
  if (first < 0 && pieces[groupEnd(pieces, at) + 1]?.role === "caption") {
    signs.push({ weight: 3.5, zh: "下面只有图片说明", en: "only a photo's caption follows it" })
  } else if (first < 0) {
    signs.push({ weight: 0.4, zh: "下面没有正文", en: "no running text follows it" })
  }
  const newsy = NEWSY.test(heading.text)
  const text = first < 0 ? "" : (pieces[first]?.text ?? "")
  const led = opensDated(text) && !/^\d{4}年/.test(text)
  if ((newsy || led) && outlook.series[at] === 1) {
    const weight = newsy && led ? 1.7 : 0.7
    signs.push({ weight, zh: "像消息的标题或导语", en: "it reads like a news headline or lead" })
  }
  if (!hasText(open) && heading.block.level > open.level) {
    signs.push({ weight: -1, zh: "本篇还没有正文", en: "the article has no text yet" })
  }
  return signs
}
