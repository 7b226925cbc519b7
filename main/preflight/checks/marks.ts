import type { Mark, PathMark, ShadingMark, StateMark } from "../paint/marks.ts"
import { around } from "../paint/matrix.ts"
import { overlapOf, type Rect } from "../read/pages.ts"
import type { RuleId } from "../rules.ts"
import { checkInk, checkSpace, sayer, type Sheet } from "./inks.ts"
import { checkText } from "./text.ts"

/** A line shorter than this is part of a drawing, pt. */
const SHORTEST_LINE = 3

/** Checks a mark of a page, pictures' pixels apart. */
export function checkMark(sheet: Sheet, mark: Mark): void {
  const box = overlapOf(mark.box, sheet.printed)
  if (!box) return
  if (mark.kind === "state") return checkState(sheet, mark, box)
  if (mark.kind === "text") return checkText(sheet, mark, box)
  if (mark.kind === "path") return checkPath(sheet, mark)
  if (mark.kind === "shading") return checkShading(sheet, mark, box)
  checkSpace(sheet, mark.space ?? mark.fill.space, box)
  if (mark.space === null) checkInk(sheet, mark.fill, box)
  if (mark.masked)
    sayer(sheet, box)("transparency/used", "图片有透明蒙版。", "A picture has a soft mask.")
}

function checkPath(sheet: Sheet, mark: PathMark): void {
  const pieces = mark.pieces
    .map((piece) => overlapOf(piece, sheet.printed))
    .filter((piece) => piece !== null)
  const box = around(
    pieces.flatMap(
      ([a, b, c, d]) =>
        [
          [a, b],
          [c, d],
        ] as const,
    ),
  )
  if (!box) return
  const area = pieces.reduce((sum, [a, b, c, d]) => sum + (c - a) * (d - b), 0)
  for (const paint of [mark.fill, mark.stroke])
    if (paint) {
      checkSpace(sheet, paint.space, box)
      checkInk(sheet, paint, box, area)
    }
  const { thinnest } = sheet.profile.condition
  const long = Math.max(mark.box[2] - mark.box[0], mark.box[3] - mark.box[1])
  if (long < SHORTEST_LINE) return
  const thin = mark.stroke ? mark.width : mark.plank ? Math.min(...sidesOf(mark.plank)) : null
  if (thin === null || thin >= thinnest - 0.002) return
  const width = thin.toFixed(2)
  sayer(sheet, box)(
    "line/hairline",
    `线粗 ${width} pt，低于 ${thinnest} pt，可能印不出来。`,
    `A line of ${width} pt is below ${thinnest} pt and may not print.`,
  )
}

function sidesOf({ width, height }: { readonly width: number; readonly height: number }) {
  return [width, height] as const
}

function checkShading(sheet: Sheet, { space }: ShadingMark, box: Rect): void {
  checkSpace(sheet, space, box)
}

const STATES = {
  alpha: ["transparency/used", "用了不透明度。", "Opacity is used."],
  blend: ["transparency/used", "用了混合模式。", "A blend mode is used."],
  softmask: ["transparency/used", "用了透明蒙版。", "A soft mask is used."],
  group: ["transparency/used", "有透明组。", "There is a transparency group."],
  "group-rgb": [
    "transparency/rgb",
    "透明组在 RGB 中混合。",
    "A transparency group mixes its colours in RGB.",
  ],
  transfer: ["transparency/transfer", "用了传递函数。", "A transfer function is used."],
} as const satisfies Record<StateMark["fault"], readonly [RuleId, string, string]>

function checkState(sheet: Sheet, { fault }: StateMark, box: Rect): void {
  const say = sayer(sheet, box)
  const [rule, zh, en] = STATES[fault]
  say(rule, zh, en)
  // A group that mixes in RGB is a group all the same.
  const [used, inChinese, inEnglish] = STATES.group
  if (fault === "group-rgb") say(used, inChinese, inEnglish)
}
