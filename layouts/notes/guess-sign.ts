import type { NewMark } from "../issue/mark.ts"
import type { ForeignNote } from "./foreign.ts"

/** A sign with what it says. */
export type Guess = Pick<NewMark, "sign" | "payload">

/** What a comment is taken for, and what it says that the sign does not. */
export interface Guessed {
  readonly guess: Guess
  /** Whether it stands on words, between two, or only somewhere on the page. */
  readonly on: "words" | "gap" | "place"
  /** What was said beside it; "" for nothing. */
  readonly aside: string
}

/** Words that ask for others in place of the marked ones, and the words that they ask for. */
const INSTEAD = /^(?:改为|改成|改作|应为|应作|→|->|=>)\s*[：:]?\s*[“"「]?([\s\S]+?)[”"」]?$/
const NEW_PARAGRAPH = /^(?:另起段|另段|分段|另起一段|¶|\n+)$/
const RUN_ON = /^(?:接排|连排|接上段)$/

const SHAPES: Readonly<Record<string, string>> = {
  ...{ Ink: "手写批注", Square: "方框", Circle: "圆圈", Line: "线条", Polygon: "多边形" },
  ...{ PolyLine: "折线", Stamp: "图章", FileAttachment: "附件", Redact: "涂黑" },
}

/**
 * What a comment asks for, by its kind and its words: Acrobat's caret with struck-out words is 改正,
 * a struck-out stretch 删除, a caret 增补; highlights and free notes are 说明. `group` are the
 * comments that are one with it. Null for one that says nothing.
 */
export function guessSign(note: ForeignNote, group: readonly ForeignNote[]): Guessed | null {
  const say = note.say.trim()
  const struck = group.find(({ kind }) => kind === "StrikeOut") ?? null
  const caret = group.find(({ kind }) => kind === "Caret") ?? null
  if (note.kind === "Caret" && struck) return replaced(note.say, struck.say)
  if (note.kind === "StrikeOut" && caret) return replaced(caret.say, note.say)
  switch (note.kind) {
    case "Caret":
      return caretGuess(note)
    case "StrikeOut": {
      const instead = INSTEAD.exec(say)?.[1]
      if (instead !== undefined) return on("words", { sign: "correct", payload: { text: instead } })
      return { ...on("words", { sign: "delete", payload: {} }), aside: say }
    }
    case "Highlight":
    case "Underline":
    case "Squiggly": {
      const instead = INSTEAD.exec(say)?.[1]
      if (instead !== undefined) return on("words", { sign: "correct", payload: { text: instead } })
      return on("words", noteSaying(say === "" ? "请看此处" : say))
    }
    case "Text":
    case "FreeText":
      return say === "" ? null : on("gap", noteSaying(say))
    default: {
      const shape = Object.hasOwn(SHAPES, note.kind) ? SHAPES[note.kind] : undefined
      if (shape === undefined && say === "") return null
      return on("place", noteSaying(say === "" ? `${shape}，请看原文件` : say))
    }
  }
}

function replaced(put: string, aside: string): Guessed {
  const guess: Guess =
    put.trim() === ""
      ? { sign: "delete", payload: {} }
      : { sign: "correct", payload: { text: put } }
  return { ...on("words", guess), aside: aside.trim() }
}

function caretGuess({ say, paragraph }: ForeignNote): Guessed {
  const words = say.trim()
  if (paragraph || NEW_PARAGRAPH.test(say.trim() === "" ? say : words))
    return on("gap", { sign: "split", payload: {} })
  if (RUN_ON.test(words)) return on("gap", { sign: "join", payload: {} })
  if (say === "\u3000") return on("gap", { sign: "space", payload: { zi: 1 } })
  if (say === " ") return on("gap", { sign: "separate", payload: {} })
  if (words === "") return on("gap", noteSaying("此处有插入符，未写内容"))
  return on("gap", { sign: "insert", payload: { text: say } })
}

function noteSaying(say: string): Guess {
  return { sign: "note", payload: { say } }
}

function on(where: Guessed["on"], guess: Guess): Guessed {
  return { guess, on: where, aside: "" }
}
