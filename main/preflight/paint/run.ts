import type { Matrix } from "../../../layouts/display/list.ts"
import { readFont, type PdfFont } from "../fonts/pdf-font.ts"
import type { PdfFile } from "../read/pdf-file.ts"
import type { Rect } from "../read/pages.ts"
import { dictOf, refOf, type Dict, type Value } from "../read/values.ts"
import type { Mark } from "./marks.ts"
import { UNMOVED } from "./matrix.ts"
import { freshPath, type PathDraft } from "./path.ts"
import { seenPart, type State } from "./state.ts"

/** Going through the content of a page and of all that it shows. */
export interface Walk {
  readonly file: PdfFile
  readonly see: (mark: Mark) => void
  /** Operators that may still be read; below 0 the page is left where it is. */
  left: number
  /** Fonts already read, by their object or their dictionary. */
  readonly fonts: Map<number | Dict, PdfFont | null>
  /** What is drawn over and over and looked at once: patterns, glyphs, masks. */
  readonly shown: Set<unknown>
  /** Reads the operators of a content stream. */
  readonly play: (walk: Walk, scene: Scene) => void
}

/** A content stream and what it begins with. */
export interface Scene {
  readonly bytes: Uint8Array
  readonly resources: Dict | null
  readonly state: State
  readonly depth: number
  /** Where on the page all of it stands, for a pattern, which has no place of its own. */
  readonly frame: Rect | null
  /** The page's own space, which patterns are placed in. */
  readonly ground: Matrix
  /** True inside a soft mask, whose colours print nothing. */
  readonly unprinted: boolean
}

/** One content stream while it is read. */
export interface Run {
  readonly walk: Walk
  readonly scene: Scene
  state: State
  readonly stack: State[]
  path: PathDraft
  /** Whether the path that is painted next cuts what comes after it. */
  cuts: boolean
  textMatrix: Matrix
  lineMatrix: Matrix
}

/** What an operator does with what stands before it. */
export type Operator = (run: Run, operands: readonly Value[]) => void

export function beginRun(walk: Walk, scene: Scene): Run {
  return {
    walk,
    scene,
    state: { ...scene.state },
    stack: [],
    path: freshPath(),
    cuts: false,
    textMatrix: UNMOVED,
    lineMatrix: UNMOVED,
  }
}

/** The numbers among some operands. */
export function numbersIn(operands: readonly Value[]): readonly number[] {
  return operands.filter((one) => typeof one === "number")
}

/** A resource by its kind and name, references not followed. */
export function resource({ scene, walk }: Run, kind: string, name: string | null): Value {
  const shelf = dictOf(walk.file.get(scene.resources?.get(kind)))
  return (name === null ? undefined : shelf?.get(name)) ?? null
}

/** The part of a box that is seen, or the place of the pattern that it is in; null for none. */
export function placeOf({ state, scene }: Run, box: Rect | null): Rect | null {
  return scene.frame ?? seenPart(state, box)
}

/** A font of the resources, read once. */
export function fontCalled(run: Run, name: string | null): PdfFont | null {
  return fontOf(run.walk, resource(run, "Font", name))
}

export function fontOf({ fonts, file }: Walk, value: Value): PdfFont | null {
  const key = refOf(value) ?? dictOf(value)
  if (key === null) return null
  if (!fonts.has(key)) fonts.set(key, readFont(file, value))
  return fonts.get(key)!
}
