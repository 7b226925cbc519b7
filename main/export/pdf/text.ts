import { letterMatrix } from "../../../layouts/display/letter-matrix.ts"
import type { Glyphs } from "../../../layouts/display/list.ts"
import { pt } from "../../../layouts/units.ts"
import { fillWith, set } from "./easel.ts"
import type { Easel } from "./easel.ts"
import { EM_BOX, hangingsOf, standsDown } from "./hanging.ts"
import { factor, length, lengths, thousandth } from "./numbers.ts"
import { across, up } from "./sheet.ts"
import { letterOf } from "./typecase.ts"
import type { Letter, Typecase } from "./typecase.ts"

/** A stretch of a glyph run on one line across or, turned, one line down: glyphs from `from` up to `to`. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Paints one run of glyphs: a text object with one TJ, or one TJ a baseline where glyphs are shifted
 * off it. Letters upright one below the other are written down, so that readers take them for a line.
 */
export function paintGlyphs(easel: Easel, run: Glyphs): void {
  const size = thousandth(run.size)
  if (run.glyphs.length === 0 || size === 0) return
  const typecase = easel.typecases.get(run.face)
  if (typecase === undefined) throw new Error(`the face ${run.face} has no typecase`)
  const down = standsDown(run) ? typecase.down : null
  const name = down ?? typecase.name
  easel.fonts.add(name)
  fillWith(easel, run.ink, run.kind)
  set(easel, "font", `/${name} ${length(size)}`, "Tf")
  const lines =
    down === null
      ? stretchesOf(run).map((stretch) => paintStretch(easel, run, typecase, stretch))
      : paintDown(easel, run, typecase)
  easel.operators.push(`BT ${lines.join(" ")} ET`)
}

/** Splits a run where its glyphs leave their baseline. */
function stretchesOf(run: Glyphs): readonly Stretch[] {
  const count = run.glyphs.length
  const off = run.turned ? run.dx : run.dy
  if (off === null) return [{ from: 0, to: count }]
  const stretches: Stretch[] = []
  let from = 0
  for (let i = 1; i <= count; i++) {
    if (i < count && (off[i] ?? 0) === (off[from] ?? 0)) continue
    stretches.push({ from, to: i })
    from = i
  }
  return stretches
}

/**
 * `1 0 0 1 x y Tm [<codes>adjustment<codes>] TJ` for a stretch. The matrix turns and stretches the
 * glyphs, and with them the pen, so that places along the baseline are counted in its measure.
 */
function paintStretch(easel: Easel, run: Glyphs, typecase: Typecase, stretch: Stretch): string {
  const { from, to } = stretch
  const [a, b, c, d] = letterMatrix({ ...run, size: pt(1) })
  const wide = run.stretch ?? 1
  const x = thousandth(across(easel.sheet, run.x + (run.dx[from] ?? 0)))
  const y = thousandth(up(easel.sheet, run.y + (run.dy?.[from] ?? 0)))
  const letters: Letter[] = []
  const places: number[] = []
  for (let i = from; i < to; i++) {
    letters.push(letterOf(typecase, run.glyphs[i]!, run.texts[i] ?? ""))
    const along = run.turned
      ? y - up(easel.sheet, run.y + (run.dy?.[i] ?? 0))
      : across(easel.sheet, run.x + (run.dx[i] ?? 0)) - x
    places.push(along / wide)
  }
  const codes = showLetters(letters, places, { size: thousandth(run.size) })
  return `${[a, -b, c, -d].map(factor).join(" ")} ${lengths(x, y)} Tm [<${codes}>] TJ`
}

/** A letter of a line that is written down, and where the pen is for it on the sheet, pt. */
interface Hung {
  readonly letter: Letter
  readonly x: number
  readonly y: number
}

/** A TJ for each stretch of letters whose pens are one below the other. */
function paintDown(easel: Easel, run: Glyphs, typecase: Typecase): readonly string[] {
  const size = thousandth(run.size)
  const wide = run.stretch ?? 1
  const hangings = hangingsOf(run, typecase)
  const hung = run.glyphs.map((glyph, i): Hung => {
    const letter = letterOf(typecase, glyph, run.texts[i] ?? "", hangings[i])
    const left = letter.hanging?.left ?? letter.width / 2
    const below = letter.hanging?.below ?? EM_BOX.below
    return {
      letter,
      x: across(easel.sheet, run.x + run.dx[i]!) + (left / 1000) * size * wide,
      y: up(easel.sheet, run.y + run.dy![i]!) + (below / 1000) * size,
    }
  })
  const stretches: Hung[][] = []
  hung.forEach((one, i) => {
    const last = hung[i - 1]
    if (last && Math.abs(last.x - one.x) < 0.0005 && one.y < last.y) stretches.at(-1)!.push(one)
    else stretches.push([one])
  })
  return stretches.map((stretch) => {
    const x = thousandth(stretch[0]!.x)
    const y = thousandth(stretch[0]!.y)
    const places = stretch.map((one) => y - one.y)
    const codes = showLetters(
      stretch.map(({ letter }) => letter),
      places,
      { size, down: true },
    )
    return `${factor(wide)} 0 0 1 ${lengths(x, y)} Tm [<${codes}>] TJ`
  })
}

/** How letters are shown: size and the pen's first place, pt; whether each moves it down and not across. */
interface Showing {
  readonly size: number
  readonly start?: number
  readonly down?: boolean
}

/**
 * The codes of the letters with the adjustments (thousandths of an em, positive to the left) that
 * bring each to its place.
 * Each adjustment is counted from where the reader's pen truly stands, after all that was written so
 * far, to where the glyph must stand: what one adjustment rounds off, the next makes good. Down the
 * page a pen goes farther for a positive one.
 * Source: PDF 1.7, 9.4.3 (TJ) and 9.4.4 (how the pen moves).
 */
export function showLetters(
  letters: readonly Letter[],
  places: readonly number[],
  { size, start = 0, down = false }: Showing,
): string {
  const em = size / 1000
  let pen = start
  let shown = ""
  letters.forEach((letter, i) => {
    const adjustment = i === 0 ? 0 : thousandth((pen - places[i]!) / em)
    if (adjustment !== 0) shown += `>${length(down ? -adjustment : adjustment)}<`
    shown += letter.hex
    const step = down ? (letter.hanging?.step ?? EM_BOX.step) : letter.width
    pen += (step - adjustment) * em
  })
  return shown
}
