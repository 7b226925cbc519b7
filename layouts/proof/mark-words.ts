import type { Issue } from "../issue/issue.ts"
import type { Mark } from "../issue/mark.ts"
import { changeAsked } from "./change-asked.ts"
import { SIGNS } from "./signs.ts"

/** An issue with its marks, as it stands. */
export interface Marked {
  readonly issue: Issue
  readonly marks: readonly Mark[]
}

/** Where 改正上下角 wants its signs, in words. */
const LEVELS = { up: "上角", middle: "居中", down: "下角" } as const

/** What a mark says in words: the words that it wants, else what is to be done; never changes. */
export function wordsOfMark(mark: Mark): string {
  switch (mark.sign) {
    case "correct":
    case "insert":
    case "substitute":
      return mark.payload.text
    case "note":
      return mark.payload.say
    case "script":
      return LEVELS[mark.payload.level]
    case "raise":
      return `${mark.payload.zi < 0 ? "下" : "上"}移 ${Math.abs(mark.payload.zi)} 字`
    case "shift":
      return `${mark.payload.zi < 0 ? "左" : "右"}移 ${Math.abs(mark.payload.zi)} 字`
    case "align":
      return mark.payload.axis === "row" ? "横向排齐" : "纵向排齐"
    case "widen":
    case "narrow":
      return `${mark.sign === "widen" ? "加" : "减"}空${mark.payload.between === "lines" ? "（行）" : ""}`
    case "transpose":
      return transposed(mark)
    case "move":
      return mark.quote.text
    case "separate":
      return " "
    case "space":
      return mark.payload.zi === 1 ? "\u3000" : "\u2002"
    case "delete":
      return ""
    default:
      return SIGNS[mark.sign].name.zh
  }
}

/** The marked words in their new order. */
function transposed({ payload: { first, last }, quote: { text } }: Mark & { sign: "transpose" }) {
  if (first + last > text.length) return SIGNS.transpose.name.zh
  return text.slice(-last) + text.slice(first, text.length - last) + text.slice(0, first)
}

/** A stretch of an article's text. */
export interface Spot {
  readonly words: Extract<Mark["range"], { kind: "text" }>["words"]
  readonly from: number
  readonly to: number
}

/** All stretches that a mark is about: every place of 代替; empty where a machine cannot tell. */
export function spotsOf({ issue, marks }: Marked, mark: Mark): readonly Spot[] {
  return mark.sign === "substitute" ? (changeAsked(issue, mark, marks) ?? []) : []
}
