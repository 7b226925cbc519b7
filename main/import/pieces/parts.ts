import { isName, opensWithDoer } from "../looks/names.ts"

/** Longest headline in characters that is split; a longer one is running text that was marked by mistake. */
const LONGEST = 120

/**
 * The headline split at its spaces as one would set it: couplets in their halves, a run of short
 * phrases kept together before a longer main line (引题 + 主题), names never parted from what they
 * did. One part when no space parts it.
 */
export function headlineParts(headline: string): readonly string[] {
  const words = headline.split(/[\s\u3000]+/).filter((word) => word !== "")
  if (words.length < 2 || headline.length > LONGEST) return [headline]
  const tokens = withNames(withBound(words))
  if (tokens.length < 2) return [headline]
  const groups = byLength(tokens)
  const parts = groups.length === 1 ? tokens : groups.map((group) => group.join(" "))
  return located(parts, headline)
}

/**
 * Words that belong together although a space stands between: Latin letters and digits with what they
 * count, single characters, the inside of a quotation. 5G 时代, 李 明, “一港 一城”.
 */
function withBound(words: readonly string[]): readonly string[] {
  const out: string[] = []
  for (const word of words) {
    const before = out.at(-1)
    if (before !== undefined && isBound(before, word)) out[out.length - 1] = `${before} ${word}`
    else out.push(word)
  }
  return out
}

/** True when the space between two words parts nothing. */
function isBound(before: string, word: string): boolean {
  const endsLatin = /[A-Za-z\d]$/.test(before)
  const opensLatin = /^[A-Za-z\d]/.test(word)
  if (endsLatin && (opensLatin || before.length <= 4)) return true
  if (opensLatin && word.length <= 4) return true
  if (lastWord(before).length === 1 || word.length === 1) return true
  return [..."“《（"].some(
    (open, at) => before.lastIndexOf(open) > before.lastIndexOf("”》）".charAt(at)),
  )
}

function lastWord(text: string): string {
  return text.split(" ").at(-1) ?? text
}

/** Names in a row before what they did are one part: 张培 李同出席会议. */
function withNames(tokens: readonly string[]): readonly string[] {
  const out: string[] = []
  let held: string[] = []
  for (const token of tokens) {
    if (isPerson(token)) {
      held.push(token)
      continue
    }
    if (held.length > 0 && opensWithDoer(token, held.at(-1) ?? ""))
      out.push([...held, token].join(" "))
    else out.push(...held, token)
    held = []
  }
  return [...out, ...held]
}

/** A name, with or without a space inside. */
function isPerson(token: string): boolean {
  const name = token.replace(/\s/g, "")
  return name.length <= 4 && isName(name)
}

/** Neighbours of one length are one group: phrases of a slogan, halves of a couplet. */
function byLength(tokens: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = []
  for (const token of tokens) {
    const last = groups.at(-1)
    if (last !== undefined && last[0]?.length === token.length) last.push(token)
    else groups.push([token])
  }
  return groups
}

/** The parts with the headline's own spaces inside them, in order. */
function located(parts: readonly string[], headline: string): readonly string[] {
  let from = 0
  return parts.map((part) => {
    const ink = part.replace(/[\s\u3000]+/g, "").length
    while (/[\s\u3000]/.test(headline.charAt(from))) from++
    let to = from
    for (let seen = 0; seen < ink; to++) if (!/[\s\u3000]/.test(headline.charAt(to))) seen++
    const found = headline.slice(from, to)
    from = to
    return found
  })
}

/** Why the headline is split so, and how sure that is. */
export function partsReason(parts: readonly string[]): {
  zh: string
  en: string
  confidence: number
} {
  const lengths = parts.map((part) => part.length)
  if (parts.length === 2 && lengths[0] === lengths[1]) {
    return {
      zh: "空格两边字数相同，是对偶的两行",
      en: "both halves have one length: a couplet",
      confidence: 0.92,
    }
  }
  if (parts.length === 2 && (parts[0] ?? "").includes(" ")) {
    return {
      zh: "前面几个等长短语像引题，后面是主题",
      en: "phrases of one length like a kicker, then the main line",
      confidence: 0.85,
    }
  }
  return {
    zh: "空格像换行或引题与主题的界线",
    en: "the space looks like a line end or a kicker's end",
    confidence: 0.6,
  }
}
