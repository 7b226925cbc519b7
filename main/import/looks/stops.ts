/** How a paragraph ends: with a stop, with only a closing mark, or in mid sentence. */
export type Ending = "whole" | "closed" | "open"

/** Marks that end a sentence or announce what follows. */
const STOPS = "。．！？…：；!?.:;"

/** Marks that close a quotation or a bracket after the stop. */
const CLOSERS = "”’）】」』〕〗)\"'］]"

/** Marks that no paragraph can begin with (避头). */
const NEVER_FIRST = "，。、；：！？”’）】」』〕〗》〉,.;:!?)%％℃"

/** Particles that no Chinese sentence begins with. */
const PARTICLES = "的了着们"

/**
 * How the text ends. `closed` is a closing quote or bracket without a stop: mostly an ending, at
 * times a column break after a quoted name.
 */
export function endingOf(text: string): Ending {
  let at = text.length - 1
  while (at >= 0 && CLOSERS.includes(text.charAt(at))) at--
  if (at < 0) return text === "" ? "whole" : "closed"
  if (STOPS.includes(text.charAt(at)) && !/\d[.:]$/.test(text.slice(0, at + 1).slice(-2)))
    return "whole"
  return at === text.length - 1 ? "open" : "closed"
}

/** True when the text ends as a sentence does. */
export function endsWhole(text: string): boolean {
  return endingOf(text) === "whole"
}

/** True when the text opens with what can only stand inside a sentence: a closing mark or a particle. */
export function opensMidSentence(text: string): boolean {
  const first = text.charAt(0)
  if (PARTICLES.includes(first))
    return !/^(?:的士|的确|了解|了不起|着力|着眼|着重|着手|着实|着陆|着火|着装|着名)/.test(text)
  return NEVER_FIRST.includes(first) && !text.startsWith("……")
}

/** True when a quotation was opened and not closed by the text's end. */
export function leavesQuoteOpen(text: string): boolean {
  return text.lastIndexOf("“") > text.lastIndexOf("”")
}

/** True when the text closes a quotation that it did not open. */
export function closesForeignQuote(text: string): boolean {
  const close = text.indexOf("”")
  const open = text.indexOf("“")
  return close >= 0 && (open < 0 || close < open)
}

/** Number of characters that are not blank. */
export function inkLength(text: string): number {
  return text.replace(/\s+/g, "").length
}

/**
 * Words that a sentence cannot end with, since what they govern is still to come; not where they are
 * the second half of a word, as in 作为, 应对, 需要.
 */
const DANGLING = new RegExp(
  [
    "(?<!目)的",
    "(?<![需纪重主摘概紧])要",
    "(?<![祥温总饱共亲缓柔谐融])和",
    "(?<![参给授])与",
    "(?<![存所实现内外潜])在",
    "(?<![应面配相针核反成])对",
    "(?<![火拖])把",
    "(?<![干健战大名老])将",
    "(?<!普)及",
    "(?<![作行有敢善所先])为",
    "(?<![平高初中上下一二三同])等",
    "(?<![方去转导意趋走朝流风])向",
    "(?:进一步|以及|通过|从|被|并|而|或|会上)",
  ].join("$|") + "$",
  "u",
)

/** True when a line without a stop is a piece of prose: someone says something, or its end dangles. */
export function readsAsProse(text: string): boolean {
  return DANGLING.test(text) || /(?:要求|指出|强调|表示|说|介绍|认为)[，：]/.test(text)
}
