import { bylineOf, namesOnly } from "./byline.ts"

/** How a line signs: `sure` on its own words, `likely` only at an article's end or right under its headline. */
export type Signing = "sure" | "likely"

const BULLETS = /^[□◎■●◇○◆▲△▽▼★☆◤◥▪︱|｜/／\s]+/u
const BRACKETED = /^[（(【[]\s*([^（()）【】]{2,50})\s*[）)】\]]$/u

/** Words of supply and source that no prose line is made of. */
const SUPPLY =
  /提供|供稿|供图|来稿|来源|整理|摘自|选自|转自|原载|载自|据.{0,24}(?:电|讯|报道|消息|客户端|报|网)$|宣传部|融媒|新闻科|记者|通讯员|作者|执笔|撰文|摄$|摄影|报道$|消息$|[电讯]$/u
const LABELLED =
  /^(?:作\s?者|来\s?源|供\s?稿|文|图|文[/／]图|图[/／]文|撰\s?文|执\s?笔|整\s?理|摄\s?影|图文|图片|文字|记\s?者|通讯员|转自|摘自|摘编自|稿件来源|采写|供图)\s*[：:／/]\s*\S/u

/** Brackets that sign nothing: parts of a text, its end, a pointer. */
const NO_NAME =
  /^(?:[一二三四五六七八九十\d]{1,3}|[完略注]|未完|待续|未完待续|组诗|外[一二三四五]首|小小说|散文|[上中下]|[上下]篇|连载.*|续.*|下转.*|上接.*|详见.*|见.*版|节选|附.*|全文.*|试行|暂行|草案|.*版权.*|注：.*)$/u

/** Whether the line is a credit (署名): authors, supplier, source, in brackets or bare. */
export function signingOf(text: string): Signing | null {
  if (text.length > 60 || text.length < 2) return null
  const inner = BRACKETED.exec(text)?.[1]?.trim()
  if (inner !== undefined) return bracketSigning(inner)
  if (isJump(text)) return null
  const bare = text.replace(BULLETS, "")
  if (bare === "" || /[。！？；]/.test(bare)) return null
  if (/^(?:作者系|作者单位|作者为|作者简介|本文作者)/.test(bare)) return "sure"
  if (LABELLED.test(bare) && bare.length <= 40) return "sure"
  if (/^本报(?:特约)?评论员$/.test(bare)) return "sure"
  if (/^\S{2,20}(?:供稿|供图)$/.test(bare) && !bare.includes("，")) return "sure"
  const byline = bylineOf(bare)
  if (byline === "sure") return "sure"
  if (byline === "names") return bare === text ? "likely" : "sure"
  return /^(?:据|原载|转自|摘自|选自)[^，、：]{2,24}$/.test(bare) ? "likely" : null
}

/** A bracket alone on its line: names and supply words are sure, any other short one is likely. */
function bracketSigning(inner: string): Signing | null {
  if (NO_NAME.test(inner) || /[。！？；]/.test(inner)) return null
  if (SUPPLY.test(inner) || bylineOf(inner) !== null) return "sure"
  return inner.length <= 30 && !/[，：]/.test(inner) ? "likely" : null
}

/** True for the pointer to another page that a story runs on to: （下转第二版）. */
export function isJump(text: string): boolean {
  if (text.length > 30 || !text.includes("版")) return false
  return /^[（(▲►▶→※]?\s*(?:紧?下转|转)\s*第?\s*[A-Za-z\d一二三四五六七八九十]{1,4}\s*版.{0,8}$/u.test(
    text,
  )
}

/** True for the word that ends a text: （完）, （全文完）. */
export function isEndWord(text: string): boolean {
  return /^[（(](?:完|全文完|未完待续|待续|未完)[）)]$/.test(text)
}

/** What signs a photo: 王明 摄, 摄影 王明, 新华社发, 资料图片. */
const PHOTO: readonly RegExp[] = [
  /^(?:新华社|中新社|本报|人民网|新华网)(?:发|供图|资料图?片?)(?:\s?[（(].{2,24}[）)])?$/u,
  /^(?:资料|效果|示意|网络)(?:图|图片|照片)$/u,
  /^(?:本组)?(?:图片?|照片|摄\s?影|影像?)\s*[：:／/]\s*\S.{0,24}$/u,
  /^(?:图片?|照片)?(?:均?由|均为).{2,24}(?:提供|供图|拍摄|摄)$/u,
  /^.{2,20}(?:提供图片|图片提供|供图)$/u,
]

/** True when the line is a photo credit and nothing else, in brackets or bare. */
export function isPhotoCredit(text: string): boolean {
  if (text.length > 44 || text.length < 2 || !/[摄图照影发]/.test(text)) return false
  const bare = (BRACKETED.exec(text)?.[1] ?? text).replace(BULLETS, "").trim()
  if (/[。！？；]/.test(bare) || /文[/／并]?图|图[/／]文/.test(bare)) return false
  if (PHOTO.some((pattern) => pattern.test(bare))) return true
  if (/^摄影\s\S/.test(bare))
    return bylineOf(bare.slice(2).trim()) !== null || namesOnly(bare.slice(2))
  const taken = /^(.{2,34}?)(\s*)(?:摄影报道|航拍|摄影|摄|供图)$/u.exec(bare)
  if (taken !== null) {
    const names = (taken[1] ?? "").trim()
    return bylineOf(names) !== null || (taken[2] !== "" && namesOnly(names))
  }
  const drawn = /^(.{2,20})\s图$/u.exec(bare)?.[1]?.trim()
  return drawn !== undefined && (bylineOf(drawn) !== null || namesOnly(drawn))
}
