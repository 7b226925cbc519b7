import type { Say } from "../finding.ts"
import type { SignId } from "../issue/payload.ts"

/**
 * The 21 proof marks of GB/T 14706-1993 (校对符号及其用法), as one table.
 *
 * How to use marks from elsewhere: `document.marks()` gives every mark with its range as the text now
 * stands (layouts/issue/mark.ts says what its `standing` means); `isWaiting(mark)` says whether it
 * stands against closing a round. They are made by the edits add-mark, answer-mark, withdraw-mark
 * and apply-mark; proof/unauthorised.ts lists changes that no mark explains; proof/draw-marks.ts
 * draws them. Ids, times and authors are given by the caller, for the core has no clock.
 *
 * Source: GB/T 14706-1993 as reported in the references; the shapes of 转正, 排阶梯形, 正图, 空字距 and
 * 分开 are to be held against a printed copy.
 */
export interface Sign {
  /** Its number in the standard's table. */
  readonly number: number
  readonly name: Say
  /** What carrying it out does. */
  readonly operation:
    | "replace"
    | "delete"
    | "insert"
    | "script"
    | "turn"
    | "transpose"
    | "join"
    | "split"
    | "move"
    | "raise"
    | "shift"
    | "align"
    | "step"
    | "straighten"
    | "space"
    | "stet"
    | "replaceAll"
    | "note"
  /** What it is laid on: words, a point between two characters, a paragraph's end, a picture, or any. */
  readonly on: "words" | "point" | "feed" | "picture" | "any"
  /** How it is drawn on the words. */
  readonly stroke:
    | "ring"
    | "strike"
    | "caret"
    | "frame"
    | "turn"
    | "swap"
    | "joinCurve"
    | "bracket"
    | "ringArrow"
    | "notch"
    | "sideNotch"
    | "parallels"
    | "stair"
    | "cross"
    | "wedgeOpen"
    | "wedgeClosed"
    | "hash"
    | "fork"
    | "triangles"
    | "holes"
    | "dots"
  /** What stands at its leader's end in the margin. */
  readonly margin: "words" | "stroke" | "none"
}

/** Every sign by its stable name. */
export const SIGNS: { readonly [S in SignId]: Sign } = {
  correct: {
    number: 1,
    name: { zh: "改正", en: "Correct" },
    operation: "replace",
    on: "words",
    stroke: "ring",
    margin: "words",
  },
  delete: {
    number: 2,
    name: { zh: "删除", en: "Delete" },
    operation: "delete",
    on: "words",
    stroke: "strike",
    margin: "stroke",
  },
  insert: {
    number: 3,
    name: { zh: "增补", en: "Insert" },
    operation: "insert",
    on: "point",
    stroke: "caret",
    margin: "words",
  },
  script: {
    number: 4,
    name: { zh: "改正上下角", en: "Superscript or subscript" },
    operation: "script",
    on: "words",
    stroke: "frame",
    margin: "words",
  },
  turn: {
    number: 5,
    name: { zh: "转正", en: "Turn upright" },
    operation: "turn",
    on: "words",
    stroke: "turn",
    margin: "stroke",
  },
  transpose: {
    number: 6,
    name: { zh: "对调", en: "Transpose" },
    operation: "transpose",
    on: "words",
    stroke: "swap",
    margin: "none",
  },
  join: {
    number: 7,
    name: { zh: "接排", en: "Run on" },
    operation: "join",
    on: "feed",
    stroke: "joinCurve",
    margin: "none",
  },
  split: {
    number: 8,
    name: { zh: "另起段", en: "New paragraph" },
    operation: "split",
    on: "point",
    stroke: "bracket",
    margin: "none",
  },
  move: {
    number: 9,
    name: { zh: "转移", en: "Move" },
    operation: "move",
    on: "words",
    stroke: "ringArrow",
    margin: "none",
  },
  raise: {
    number: 10,
    name: { zh: "上下移", en: "Move up or down" },
    operation: "raise",
    on: "any",
    stroke: "notch",
    margin: "stroke",
  },
  shift: {
    number: 11,
    name: { zh: "左右移", en: "Move sideways" },
    operation: "shift",
    on: "any",
    stroke: "sideNotch",
    margin: "stroke",
  },
  align: {
    number: 12,
    name: { zh: "排齐", en: "Align" },
    operation: "align",
    on: "any",
    stroke: "parallels",
    margin: "none",
  },
  step: {
    number: 13,
    name: { zh: "排阶梯形", en: "Set in steps" },
    operation: "step",
    on: "words",
    stroke: "stair",
    margin: "none",
  },
  straighten: {
    number: 14,
    name: { zh: "正图", en: "Straighten picture" },
    operation: "straighten",
    on: "picture",
    stroke: "cross",
    margin: "stroke",
  },
  widen: {
    number: 15,
    name: { zh: "加大空距", en: "More space" },
    operation: "space",
    on: "any",
    stroke: "wedgeOpen",
    margin: "none",
  },
  narrow: {
    number: 16,
    name: { zh: "减小空距", en: "Less space" },
    operation: "space",
    on: "any",
    stroke: "wedgeClosed",
    margin: "none",
  },
  space: {
    number: 17,
    name: { zh: "空字距", en: "Measured space" },
    operation: "space",
    on: "point",
    stroke: "hash",
    margin: "stroke",
  },
  separate: {
    number: 18,
    name: { zh: "分开", en: "Separate" },
    operation: "insert",
    on: "point",
    stroke: "fork",
    margin: "none",
  },
  stet: {
    number: 19,
    name: { zh: "保留", en: "Stet" },
    operation: "stet",
    on: "any",
    stroke: "triangles",
    margin: "none",
  },
  substitute: {
    number: 20,
    name: { zh: "代替", en: "Substitute throughout" },
    operation: "replaceAll",
    on: "words",
    stroke: "holes",
    margin: "words",
  },
  note: {
    number: 21,
    name: { zh: "说明", en: "Instruction" },
    operation: "note",
    on: "any",
    stroke: "dots",
    margin: "words",
  },
}

/** The signs in the order of the standard. */
export const SIGN_IDS = Object.keys(SIGNS) as readonly SignId[]
