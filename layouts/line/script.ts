import type { Face } from "../../fonts/face.ts"
import type { Script } from "../issue/text-look.ts"
import { pt } from "../units.ts"
import type { TextRun } from "./cells.ts"

/** Size and rise, em, of small figures that the face has no drawings of. */
const SCALED = {
  super: { size: 0.6, rise: 0.36 },
  sub: { size: 0.6, rise: -0.14 },
} as const

/**
 * Numerator, slash and denominator of a fraction, em of its size: together about as high as a digit. A
 * face's slash goes below the baseline; here it stands as high as the numbers.
 */
const FRACTION = {
  over: { size: 0.58, rise: 0.32 },
  slash: { size: 0.9, rise: 0.1 },
  under: { size: 0.58, rise: -0.04 },
} as const

/** How far the numbers of a fraction come under and over its slash, em of its size. */
const KERN = 0.08

/**
 * A run of small figures as runs: with the face's own drawings where it has them for every character,
 * else scaled and shifted. Superscripts and subscripts stay with what is before them and are never
 * divided; a fraction is whole, its numbers over and under the slash. A fraction without a slash is
 * left as it is. Source: typography reference 1.2 (note numbers), 1.4 (unbreakable)
 */
export function scriptRuns(text: string, run: TextRun, script: Script): readonly TextRun[] {
  if (script === "fraction") return fractionRuns(text, run)
  const own = drawnAlternates(
    run,
    text.slice(run.from, run.to),
    script === "super" ? "sups" : "subs",
  )
  return [own ? { ...run, faces: own, bound: "before" } : scaled(run, SCALED[script], "before")]
}

function fractionRuns(text: string, run: TextRun): readonly TextRun[] {
  const words = text.slice(run.from, run.to)
  const at = run.from + words.search(/[/／⁄]/)
  if (at < run.from || at === run.from || at + 1 >= run.to) return [run]
  const last = at - ([...text.slice(run.from, at)].at(-1)?.length ?? 1)
  const over = scaled({ ...run, from: last, to: at }, FRACTION.over, "before")
  const slash = scaled({ ...run, from: at, to: at + 1 }, FRACTION.slash, "before")
  const parts = [
    { ...over, tracking: -KERN / FRACTION.over.size },
    { ...slash, tracking: -KERN / FRACTION.slash.size },
    scaled({ ...run, from: at + 1 }, FRACTION.under, "before"),
  ]
  if (last === run.from) return [{ ...parts[0]!, bound: "inside" }, ...parts.slice(1)]
  return [scaled({ ...run, to: last }, FRACTION.over, "inside"), ...parts]
}

function scaled(
  run: TextRun,
  { size, rise }: { readonly size: number; readonly rise: number },
  bound: "inside" | "before",
): TextRun {
  return { ...run, size: pt(size * run.size), rise: rise * run.size, bound }
}

/** Faces that draw a feature's glyphs, by face and feature. */
const alternates = new WeakMap<Face, Map<string, readonly Face[]>>()

/** The run's own face showing a feature's drawings; null unless it has one of each character. */
function drawnAlternates(
  { faces }: TextRun,
  words: string,
  feature: "sups" | "subs",
): readonly Face[] | null {
  const face = faces[0]!
  const has = [...words].every((character) => {
    const plain = face.glyphOf(character.codePointAt(0)!)
    return plain !== 0 && face.shape(character, [feature]).glyphs[0] !== plain
  })
  if (!has) return null
  const known = alternates.get(face) ?? new Map<string, readonly Face[]>()
  alternates.set(face, known)
  const made = known.get(feature) ?? [alternate(face, feature), ...faces.slice(1)]
  known.set(feature, made)
  return made
}

/** A face as it is with one feature on. */
function alternate(face: Face, feature: "sups" | "subs"): Face {
  return {
    ...face,
    glyphOf: (code) =>
      face.glyphOf(code) === 0 ? 0 : face.shape(String.fromCodePoint(code), [feature]).glyphs[0]!,
    shape: (text, features, language) => face.shape(text, [...features, feature], language),
  }
}
