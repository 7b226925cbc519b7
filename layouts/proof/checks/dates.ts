import { weekday } from "../../issue/day.ts"
import type { IssueDate } from "../../issue/issue.ts"
import { numeralOf } from "./characters.ts"
import type { Note } from "./note.ts"

const WEEKDAYS = "日一二三四五六"

/** A day and the weekday that the text gives it; the year may be missing. */
const DAY =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号](?:(?:[（(，,]|\s)?(?:是|为|，)?(?:星期|周|礼拜)([一二三四五六日天])(?!报|刊|届|[、至到]))?/g

/** The weekday first: 星期二（11月24日）. */
const WEEKDAY_FIRST =
  /(?:星期|周|礼拜)([一二三四五六日天])[（(](?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})[日号]/g

/** The same month twice or once: 11月23日至21日. */
const SPAN = /(\d{1,2})月(\d{1,2})日?(?:至|到|—|～|-)(?:(\d{1,2})月)?(\d{1,2})日/g

const CLOCK =
  /(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|当晚|晚)?(\d{1,2})(?:时(?!代|候|期|光)|点钟|[:：](?=\d{2}(?!\d)))(\d{1,2})?(分)?/g

/**
 * Days and times that cannot be, weekdays that do not fit their day, spans that end before they
 * begin. A day without a year is one of the year that the text named last, else the one nearest to
 * the issue's day; without either its weekday is not judged. Days of the lunar calendar are written
 * in Chinese numerals and never met here.
 */
export function wrongDates(text: string, today: IssueDate | null): readonly Note[] {
  const notes: Note[] = []
  let year: number | null = null
  for (const hit of text.matchAll(DAY)) {
    if (hit[1] !== undefined) year = Number(hit[1])
    const day = { year: Number(hit[1] ?? 2000), month: Number(hit[2]), day: Number(hit[3]) }
    const [from, to] = [hit.index, hit.index + hit[0].length]
    if (isImpossible(day)) notes.push(impossible(text, from, to))
    else if (hit[4] !== undefined) {
      const known = hit[1] === undefined ? nearest(day, year, today) : day
      notes.push(...fits(known, hit[4], { from, to, words: hit[0] }))
    }
  }
  for (const hit of text.matchAll(WEEKDAY_FIRST)) {
    const month = hit[3] === undefined ? today?.month : Number(hit[3])
    if (month === undefined) continue
    const day = { year: Number(hit[2] ?? 2000), month, day: Number(hit[4]) }
    if (isImpossible(day)) continue
    const known = hit[2] === undefined ? nearest(day, null, today) : day
    const [from, to] = [hit.index, hit.index + hit[0].length]
    notes.push(...fits(known, hit[1]!, { from, to, words: hit[0] }))
  }
  return [...notes, ...spans(text), ...clocks(text)]
}

function isImpossible({ year, month, day }: IssueDate): boolean {
  return month < 1 || month > 12 || day < 1 || day > daysIn(year, month)
}

/** Days of a month; February of an unknown year (given as 2000) has 29. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The day with its year: the text's own, else the one that brings it nearest to the issue's day. */
function nearest(day: IssueDate, year: number | null, today: IssueDate | null): IssueDate | null {
  if (year !== null) return { ...day, year }
  if (today === null) return null
  const months = day.month - today.month
  const shift = months > 6 ? -1 : months < -6 ? 1 : 0
  return { ...day, year: today.year + shift }
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly words: string
}

function fits(day: IssueDate | null, said: string, { from, to, words }: Stretch): readonly Note[] {
  if (day === null) return []
  const right = WEEKDAYS[weekday(day)]!
  if (right === (said === "天" ? "日" : said)) return []
  const place = words.search(/(?:星期|周|礼拜)[一二三四五六日天]/)
  const lead = words[place] === "周" ? 1 : 2
  const suggest = `${words.slice(0, place + lead)}${right}${words.slice(place + lead + 1)}`
  return [
    {
      ...{ rule: "dates/weekday", from, to, suggest: [suggest] },
      say: {
        zh: `${day.year}年${day.month}月${day.day}日是星期${right}，不是星期${said}。`,
        en: `${day.year}-${day.month}-${day.day} is no 星期${said} but a 星期${right}.`,
      },
    },
  ]
}

function impossible(text: string, from: number, to: number): Note {
  const words = text.slice(from, to)
  return {
    ...{ rule: "dates/impossible", from, to, suggest: [] },
    say: { zh: `没有“${words}”这个日期或时间。`, en: `There is no ${words}.` },
  }
}

/** A span within a year that ends before it begins; over the turn of the year it may. */
function spans(text: string): readonly Note[] {
  return [...text.matchAll(SPAN)].flatMap((hit): readonly Note[] => {
    const [month, day, last] = [Number(hit[1]), Number(hit[2]), Number(hit[4])]
    const lastMonth = hit[3] === undefined ? month : Number(hit[3])
    const [from, to] = [hit.index, hit.index + hit[0].length]
    const range = { year: 2000, month: lastMonth, day: last }
    if (isImpossible(range)) return [impossible(text, from, to)]
    // 10月8日至9月30日 is hardly a year long; 12月28日至1月3日 goes over the turn of the year.
    const back = lastMonth < month && month - lastMonth <= 3
    if (!back && (lastMonth !== month || last >= day)) return []
    return [
      {
        ...{ rule: "dates/order", from, to, suggest: [] },
        ...(back ? { severity: "warning" as const } : {}),
        say: { zh: `“${hit[0]}”：止日早于起日。`, en: `${hit[0]} ends before it begins.` },
      },
    ]
  })
}

/** Hours past 24, minutes past 59, and 上午 of an afternoon's hour. */
function clocks(text: string): readonly Note[] {
  return [...text.matchAll(CLOCK)].flatMap((hit): readonly Note[] => {
    const [, part, hour, minute, sign] = hit
    const [from, to] = [hit.index, hit.index + hit[0].length]
    const before = text[from - 1] ?? "　"
    if (/[\d.:：第用共历约]/.test(before) || numeralOf(before) >= 0) return []
    const h = Number(hour)
    const written = hit[0].includes("时") || hit[0].includes("点")
    const late = part === "上午" || part === "凌晨" || part === "早上" || part === "早晨"
    const early = part === "下午" || part === "晚上" || part === "傍晚"
    const set = part === undefined && written && "于在至到日".includes(before) && h > 24
    if (set) return [impossible(text, from, to)]
    if (part === undefined && !(written && sign !== undefined)) return []
    const wrong = h > 24 || (minute !== undefined && sign !== undefined && Number(minute) > 59)
    const clash = (late && h > 12) || (early && h > 24) || (part === "下午" && h > 18 && h < 24)
    return wrong || clash ? [impossible(text, from, to)] : []
  })
}
