/** Hours by which a time without a zone is taken to be ahead of universal time: the paper's own clock. */
const HOME = 8

const PDF_TIME =
  /^\s*(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:\.\d+)?\s*(?:(Z)|([+-])(\d\d)'?:?(\d\d)?)?/i

/**
 * The time that a comment says, in milliseconds since 1970: PDF's own form, cut off anywhere and with
 * a zone or without, or ISO 8601; null for anything else.
 */
export function timeOf(words: string): number | null {
  const iso = /^\s*\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?\s*$/i.test(words)
  if (iso) return sound(Date.parse(zoned(words.trim())))
  const parts = PDF_TIME.exec(words)
  if (!parts) return null
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00"] = parts
  const [universal, sign, hours = "00", minutes = "00"] = parts.slice(7)
  const ahead = universal || !sign ? 0 : Number(hours) * 60 + Number(minutes)
  const zone = universal ? 0 : sign ? (sign === "-" ? -ahead : ahead) : HOME * 60
  const clock = [Number(hour), Number(minute), Number(second)] as const
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), ...clock)
  const [inYear, inDay] = [Number(month) <= 12 && Number(month) > 0, Number(day) <= 31]
  return inYear && inDay && Number(hour) < 25 ? sound(at - zone * 60_000) : null
}

function zoned(words: string): string {
  if (!words.includes("T")) return `${words}T00:00:00+08:00`
  return /(?:Z|[+-]\d\d:?\d\d)$/i.test(words) ? words : `${words}+08:00`
}

function sound(at: number): number | null {
  return Number.isFinite(at) && at > 0 && at < 253_402_300_800_000 ? at : null
}
