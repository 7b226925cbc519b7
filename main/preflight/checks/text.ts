import { platesOf, type Plated } from "../paint/colour.ts"
import type { Paint, TextMark } from "../paint/marks.ts"
import type { PdfFont } from "../fonts/pdf-font.ts"
import type { Rect } from "../read/pages.ts"
import { checkInk, checkSpace, sayer, type Sheet } from "./inks.ts"

/** Text in several inks below this size is seldom in register, pt. */
const SMALL = 12

/** White text on a ground below this size fills up on newsprint, pt. */
const SMALL_REVERSED = 8

/** The smallest size that is told of, pt. Source: reference/domain.md 2.3, 七号 */
const SMALLEST = 5

/** Ink that counts as none. */
const TRACE = 0.02

/** Checks shown text: its font, its glyphs, its colour. */
export function checkText(sheet: Sheet, mark: TextMark, box: Rect): void {
  checkFont(sheet, mark.font, box)
  checkCodes(sheet, mark, box)
  const say = sayer(sheet, box)
  if (mark.size > 0 && mark.size < SMALLEST)
    say("text/small", `字号不到 ${SMALLEST} pt。`, `Text is smaller than ${SMALLEST} pt.`)
  if (!mark.fill) return
  checkSpace(sheet, mark.fill.space, box)
  checkInk(sheet, mark.fill, box)
  const plated = platesOf(mark.fill.space, mark.fill.parts)
  if (plated) checkInks(sheet, { mark, paint: mark.fill, plated }, box)
}

function checkFont(sheet: Sheet, font: PdfFont, box: Rect): void {
  const say = sayer(sheet, box)
  const { name } = font
  if (font.kind === "Type3")
    return say(
      "font/type3",
      `字体“${name}”是 Type 3，没有轮廓提示，印出来可能粗糙。`,
      `The font ${name} is Type 3, whose glyphs may print rough.`,
    )
  if (!font.embedded)
    return say("font/not-embedded", `字体“${name}”没有嵌入。`, `The font ${name} is not embedded.`)
  if (!font.program.sound)
    say(
      "font/program",
      `字体“${name}”的字体文件已损坏。`,
      `The font program of ${name} is damaged.`,
    )
  if (!/^[A-Z]{6}\+/.test(name))
    say("font/not-subset", `字体“${name}”没有子集标记。`, `The font ${name} has no subset tag.`)
  if (font.openType)
    say(
      "font/opentype",
      `字体“${name}”是 OpenType 文件，PDF 1.4 不认识。`,
      `The font ${name} is an OpenType program, which PDF 1.4 does not know.`,
    )
}

function checkCodes(sheet: Sheet, { font, codes }: TextMark, box: Rect): void {
  const say = sayer(sheet, box)
  const { name } = font
  if (codes.some(({ missing }) => missing))
    say(
      "font/missing-glyph",
      `字体“${name}”缺字，印出来是空框。`,
      `The font ${name} lacks a glyph and shows none.`,
    )
  if (codes.some(({ misfit, missing }) => misfit && !missing))
    say(
      "font/width",
      `字体“${name}”的字宽与字体文件不符。`,
      `Widths of the font ${name} are not its program's.`,
    )
  if (codes.some(({ legible }) => !legible))
    say(
      "font/no-unicode",
      `字体“${name}”的文字无法检索和复制。`,
      `Text in the font ${name} cannot be searched or copied.`,
    )
}

interface InkedText {
  readonly mark: TextMark
  readonly paint: Paint
  readonly plated: Plated
}

function checkInks(sheet: Sheet, { mark, paint, plated }: InkedText, box: Rect): void {
  const say = sayer(sheet, box)
  const [cyan, magenta, yellow, black] = plated.cmyk
  const inks = [...plated.cmyk, plated.spots].filter((share) => share > TRACE).length
  const coloured = Math.max(cyan, magenta, yellow) > TRACE
  if (black >= 0.8 && coloured)
    say(
      "text/rich-black",
      "黑字用了不止黑版，容易套印不准。",
      "Black text is on other plates than black and may be out of register.",
    )
  else if (inks >= 3 && mark.size < SMALL)
    say(
      "text/many-inks",
      `${SMALL} pt 以下的字用了 ${inks} 色，容易套印不准。`,
      `Text below ${SMALL} pt in ${inks} inks may be out of register.`,
    )
  if (inks === 0 && mark.size < SMALL_REVERSED)
    say(
      "text/reversed-small",
      `不到 ${SMALL_REVERSED} pt 的反白字，印出来容易糊。`,
      `Reversed text below ${SMALL_REVERSED} pt may fill up.`,
    )
  if (black === 1 && !coloured && plated.spots === 0 && !overprints(paint))
    say(
      "text/knocks-out",
      "黑字没有套印，套不准时露白边。",
      "Black text knocks out and shows white edges when out of register.",
    )
}

/** Black on the black plate alone leaves the others as they are. */
function overprints({ space, overprint, mode }: Paint): boolean {
  return overprint && (space.family === "spot" || (space.family === "cmyk" && mode === 1))
}
