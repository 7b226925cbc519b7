import { isDigit, isHan, isLatin } from "./characters.ts"
import { isWord } from "./lexicon.ts"
import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

const DOTS = ".。，·・…、"
const DASHES = "-－—─―–一"

/** Ellipses and dashes of a wrong form. Source: GB/T 15834-2011 4.10, 4.11, 5.1.4, 5.1.5. */
export function markForms(text: string, masks: Masks): readonly Note[] {
  const notes: Note[] = []
  for (let i = 0; i < text.length;) {
    const end = runEnd(text, i)
    if (masks.foreign[i] === 0) {
      if (DOTS.includes(text[i]!)) notes.push(...ellipsis(text, i, end))
      else if (DASHES.includes(text[i]!)) notes.push(...dash(text, i, end))
    }
    i = end
  }
  return notes
}

/** End of the run of the same character. */
function runEnd(text: string, from: number): number {
  let end = from + 1
  while (text[end] === text[from]) end += 1
  return end
}

function ellipsis(text: string, from: number, end: number): readonly Note[] {
  const run = text.slice(from, end)
  const chinese = [text[from - 1], text[end]].some(
    (one) => isHan(one) || "“”》）".includes(one ?? "　"),
  )
  if (run[0] === "…") {
    if (run.length === 4) return text.trim() === run ? [] : [longEllipsis(from, end)]
    const sound = run.length === 2
    return sound ? afterEllipsis(text, from, end) : chinese ? [wrongEllipsis(from, end, run)] : []
  }
  if (run.length < 3 || !chinese) return []
  return [wrongEllipsis(from, end, run)]
}

function wrongEllipsis(from: number, to: number, run: string): Note {
  return {
    ...{ rule: "marks/ellipsis", from, to, suggest: ["……"] },
    say: { zh: `“${run}”应为六个点的省略号“……”。`, en: `${run} where …… is set.` },
  }
}

/** Twelve dots stand for whole lines, and on a line of their own. Source: GB/T 15834-2011 5.1.5 */
function longEllipsis(from: number, to: number): Note {
  return {
    ...{ rule: "marks/ellipsis", from, to, suggest: ["……"], severity: "warning" },
    say: {
      zh: "十二个点的省略号表示省略整段或整行，须单独占一行；句中用“……”。",
      en: "An ellipsis of twelve dots stands on a line of its own; inside a sentence …… is set.",
    },
  }
}

/** ……等 and ……。: the ellipsis says it already. */
function afterEllipsis(text: string, from: number, end: number): readonly Note[] {
  const next = text[end]
  if (next === "。" || next === "、") {
    return [
      {
        ...{ rule: "marks/ellipsis", from, to: end + 1, suggest: ["……"] },
        severity: "warning",
        say: { zh: `省略号后不用“${next}”。`, en: `No ${next} after an ellipsis.` },
      },
    ]
  }
  const far = text[end + 1]
  const more =
    next === "等" &&
    (far === undefined || "，。；、”等".includes(far) || (isListed(text, from) && !isVerb(far)))
  const before = text.slice(Math.max(0, from - 2), from)
  const etc =
    before === "等等" || (before.endsWith("等") && text[from - 2] !== "等" && isListed(text, from))
  if (!more && !etc) return []
  const [start, to] = more ? [from, end + 1] : [from - (before === "等等" ? 2 : 1), end]
  return [
    {
      ...{ rule: "marks/ellipsis-and-more", from: start, to, suggest: ["……", "等"] },
      say: { zh: "省略号和“等”只用一个。", en: "Either …… or 等, not both." },
    },
  ]
}

/** Whether 等 goes on as a verb or another word: 等待, 等到, 等级. */
function isVerb(after: string): boolean {
  return "待到于级候着一我你他她它人会了船车你们雨风天明".includes(after)
}

/** Whether 等 before a place ends a list and is no verb: a 顿号 stands a few characters before. */
function isListed(text: string, at: number): boolean {
  return text.slice(Math.max(0, at - 12), at - 1).includes("、")
}

function dash(text: string, from: number, end: number): readonly Note[] {
  const run = text.slice(from, end)
  const [before, next] = [text[from - 1], text[end]]
  const chinese = isChinese(before) && isChinese(next)
  if (run[0] === "—") {
    if (run.length === 2) return []
    if (run.length === 1) return isSingleDash(text, from) ? [wrongDash(from, end, run)] : []
    return [wrongDash(from, end, run)]
  }
  if (run[0] === "一") {
    const quoted = run.length === 2 && "”。！？".includes(before ?? "　") && isHan(next)
    return quoted && !isWord("一", next) ? [wrongDash(from, end, run)] : []
  }
  if (run.length < 2 || !chinese) return []
  return [wrongDash(from, end, run)]
}

function isChinese(character: string | undefined): boolean {
  return character === undefined || isHan(character) || "“”《》（），。！？".includes(character)
}

/** One — where a dash is meant: at a paragraph's start, after a closing mark, before a clause. */
function isSingleDash(text: string, at: number): boolean {
  const [before, next] = [text[at - 1], text[at + 1]]
  if (before === undefined) return isHan(next) || next === "“"
  if (isDigit(before) || isLatin(before)) return false
  return "”，。！？".includes(before) && isHan(next)
}

function wrongDash(from: number, to: number, run: string): Note {
  return {
    ...{ rule: "marks/dash", from, to, suggest: ["——"] },
    say: { zh: `“${run}”应为破折号“——”。`, en: `${run} where —— is set.` },
  }
}
