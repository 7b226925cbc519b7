import { PARAGRAPH_FIELDS, soundLook, type ParagraphLook } from "./text-look.ts"

/** What each sign of GB/T 14706 says beside its range. */
export interface Payloads {
  /** 改正: the right words. */
  readonly correct: { readonly text: string }
  readonly delete: Nothing
  /** 增补: the words to put in. */
  readonly insert: { readonly text: string }
  /** 改正上下角: where the sign belongs. */
  readonly script: { readonly level: "up" | "middle" | "down" }
  readonly turn: Nothing
  /** 对调: UTF-16 lengths of the first and the last part; what is between them stays. */
  readonly transpose: { readonly first: number; readonly last: number }
  readonly join: Nothing
  readonly split: Nothing
  /** 转移: the place is the mark's target. */
  readonly move: Nothing
  /** 上下移: 字 of the body size, up is positive. */
  readonly raise: { readonly zi: number }
  /** 左右移: 字 of the body size, right is positive. */
  readonly shift: { readonly zi: number }
  /** 排齐: along a row or down a column. */
  readonly align: { readonly axis: "row" | "column" }
  readonly step: Nothing
  readonly straighten: Nothing
  /** 加大空距, 减小空距: between characters or between lines. */
  readonly widen: { readonly between: "characters" | "lines" }
  readonly narrow: { readonly between: "characters" | "lines" }
  /** 空字距: how much, as a part of a 字. */
  readonly space: { readonly zi: SpaceWidth }
  readonly separate: Nothing
  /** 保留: the mark that is cancelled. */
  readonly stet: { readonly mark: string }
  /** 代替: what stands for every such word of the article. */
  readonly substitute: { readonly text: string }
  /** 说明: an instruction, and the look that it asks for where it asks for one. */
  readonly note: { readonly say: string; readonly look?: ParagraphLook }
}

/** A sign's stable name. */
export type SignId = keyof Payloads

/** A sign that says all by itself. */
export type Nothing = Readonly<Record<never, never>>

/** The widths of 空字距: 1, 1/2, 1/3 and 1/4 of a 字. */
export const SPACE_WIDTHS = [1, 1 / 2, 1 / 3, 1 / 4] as const
export type SpaceWidth = (typeof SPACE_WIDTHS)[number]

/** Longest words of a payload, UTF-16 units. */
const MOST_WORDS = 20_000

/** Farthest that a mark may move something, 字. */
const FARTHEST = 200

type Raw = Readonly<Record<string, unknown>>

/** A payload of a sign as it came from elsewhere; null when it is none. What is foreign is dropped. */
export function soundPayload<S extends SignId>(sign: S, raw: unknown): Payloads[S] | null {
  if (typeof raw !== "object" || raw === null) return null
  return READERS[sign](raw as Raw)
}

/** Whether a name is that of a sign. */
export function isSign(name: unknown): name is SignId {
  return typeof name === "string" && Object.hasOwn(READERS, name)
}

const nothing = (): Nothing => ({})
const words = ({ text }: Raw): { text: string } | null => (isWords(text) ? { text } : null)
const between = ({ between: gap }: Raw): Payloads["widen"] | null =>
  gap === "characters" || gap === "lines" ? { between: gap } : null
const distance = ({ zi }: Raw): Payloads["raise"] | null =>
  typeof zi === "number" && Math.abs(zi) <= FARTHEST ? { zi } : null

const READERS: { readonly [S in SignId]: (raw: Raw) => Payloads[S] | null } = {
  correct: words,
  delete: nothing,
  insert: words,
  script: ({ level }) =>
    level === "up" || level === "middle" || level === "down" ? { level } : null,
  turn: nothing,
  transpose: ({ first, last }) => (isLength(first) && isLength(last) ? { first, last } : null),
  join: nothing,
  split: nothing,
  move: nothing,
  raise: distance,
  shift: distance,
  align: ({ axis }) => (axis === "row" || axis === "column" ? { axis } : null),
  step: nothing,
  straighten: nothing,
  widen: between,
  narrow: between,
  space: (raw) => {
    const zi = SPACE_WIDTHS.find((width) => width === raw["zi"])
    return zi === undefined ? null : { zi }
  },
  separate: nothing,
  stet: ({ mark }) => (typeof mark === "string" ? { mark } : null),
  substitute: words,
  note: ({ say, look }) => {
    if (!isWords(say)) return null
    const sound = isFields(look) ? soundLook<ParagraphLook>(PARAGRAPH_FIELDS, look) : null
    return { say, ...(sound ? { look: sound } : {}) }
  },
}

function isWords(raw: unknown): raw is string {
  return typeof raw === "string" && raw !== "" && raw.length <= MOST_WORDS
}

function isLength(raw: unknown): raw is number {
  return Number.isInteger(raw) && (raw as number) > 0 && (raw as number) <= MOST_WORDS
}

function isFields(raw: unknown): raw is Raw {
  return typeof raw === "object" && raw !== null
}
