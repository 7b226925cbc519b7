import { times } from "../../../layouts/display/matrix.ts"
import { overlapOf, rectOf, type Rect } from "../read/pages.ts"
import { dictOf, nameOf, numberOf, refOf, streamOf } from "../read/values.ts"
import type { Dict, Stream, Value } from "../read/values.ts"
import { spaceOf } from "./colour.ts"
import { around, matrixOf, movedRect } from "./matrix.ts"
import { addToPath, freshPath, piecesOf, plankOf } from "./path.ts"
import { numbersIn, placeOf, resource, type Operator, type Run } from "./run.ts"
import { fillOf, growth, strokeOf, type Chosen } from "./state.ts"

function wider([left, bottom, right, top]: Rect, by: number): Rect {
  return [left - by, bottom - by, right + by, top + by]
}

const paint =
  (fills: boolean, strokes: boolean): Operator =>
  (run) => {
    const { state, scene, walk, path } = run
    const box = around(path.points)
    const width = state.lineWidth * growth(state.matrix)
    const grow = strokes ? width / 2 : 0
    const place = placeOf(run, box && wider(box, grow))
    if (place && (fills || strokes) && !scene.unprinted) {
      const fill = fills ? fillOf(state) : null
      const stroke = strokes ? strokeOf(state) : null
      const plank = scene.frame ? null : plankOf(path)
      const pieces = piecesOf(path)
        .map((piece) => placeOf(run, wider(piece, grow)))
        .filter((piece) => piece !== null)
      walk.see({ kind: "path", box: place, pieces, fill, stroke, width, plank })
      if (fills) showPattern(run, state.fill, place)
      if (strokes) showPattern(run, state.stroke, place)
    }
    if (run.cuts) state.clip = box && state.clip ? overlapOf(state.clip, box) : null
    run.cuts = false
    run.path = freshPath()
  }

const build =
  (operator: string): Operator =>
  (run, operands) => {
    addToPath(run.path, operator, numbersIn(operands), run.state.matrix)
  }

const cut: Operator = (run) => {
  run.cuts = true
}

/** Operators that draw. Source: PDF 1.7, tables 59 to 61, 77 and 87 */
export const PAINT_OPERATORS: Readonly<Record<string, Operator>> = {
  ...Object.fromEntries(["m", "l", "c", "v", "y", "h", "re"].map((one) => [one, build(one)])),
  S: paint(false, true),
  s: paint(false, true),
  f: paint(true, false),
  F: paint(true, false),
  "f*": paint(true, false),
  B: paint(true, true),
  "B*": paint(true, true),
  b: paint(true, true),
  "b*": paint(true, true),
  n: paint(false, false),
  W: cut,
  "W*": cut,
  sh: (run, [name]) => showShading(run, resource(run, "Shading", nameOf(name)), run.state.clip),
  Do: (run, [name]) => {
    const stream = streamOf(run.walk.file.get(resource(run, "XObject", nameOf(name))))
    const kind = stream && nameOf(run.walk.file.get(stream.dict.get("Subtype")))
    if (kind === "Image") showPicture(run, stream!)
    if (kind === "Form") showForm(run, stream!)
  },
}

/** Looks at what a pattern draws, where it is used. */
export function showPattern(run: Run, { pattern }: Chosen, place: Rect): void {
  const { walk, scene, state } = run
  const given = walk.file.get(pattern)
  const dict = dictOf(given)
  if (!dict) return
  if (dict.has("Shading")) return showShading(run, dict.get("Shading")!, place)
  const stream = streamOf(given)
  const key = refOf(pattern) ?? dict
  if (!stream || walk.shown.has(key)) return
  walk.shown.add(key)
  const bytes = walk.file.unpack(stream)?.bytes
  if (!bytes) return
  const own = matrixOf(walk.file, dict.get("Matrix"))
  const inner = { ...state, matrix: own ? times(scene.ground, own) : scene.ground, clip: place }
  const resources = dictOf(walk.file.get(dict.get("Resources"))) ?? scene.resources
  const depth = scene.depth + 1
  walk.play(walk, { ...scene, bytes, resources, state: inner, depth, frame: place })
}

function showShading(run: Run, value: Value, box: Rect | null): void {
  const { walk, scene } = run
  const dict = dictOf(walk.file.get(value))
  const place = scene.frame ?? box
  if (!dict || !place || scene.unprinted) return
  const space = spaceOf(walk.file, dict.get("ColorSpace"), scene.resources)
  walk.see({ kind: "shading", box: place, space })
}

/** Shows a picture at the unit square. */
export function showPicture(run: Run, stream: Stream): void {
  const { walk, scene, state } = run
  const { dict } = stream
  const get = (long: string, short: string): Value =>
    walk.file.get(dict.get(long) ?? dict.get(short))
  const box = placeOf(run, movedRect(state.matrix, [0, 0, 1, 1]))
  const [width, height] = [numberOf(get("Width", "W")), numberOf(get("Height", "H"))]
  if (!box || !width || !height || scene.unprinted) return
  const [a, b, c, d] = state.matrix
  const stencil = get("ImageMask", "IM") === true
  const coded = dict.get("ColorSpace") ?? dict.get("CS")
  walk.see({
    kind: "picture",
    box,
    stream,
    pixels: { width, height },
    size: { width: Math.hypot(a, b), height: Math.hypot(c, d) },
    space: stencil ? null : spaceOf(walk.file, coded, scene.resources),
    bits: stencil ? 1 : (numberOf(get("BitsPerComponent", "BPC")) ?? 8),
    fill: fillOf(state),
    masked: streamOf(get("SMask", "SMask")) !== null,
  })
  if (stencil) showPattern(run, state.fill, box)
}

/** Forms in each other; deeper ones are left out. */
const DEEPEST = 24

/** Operators that beginning a form counts for. */
const FORM_COST = 20

function showForm(run: Run, form: Stream): void {
  const { walk, scene, state } = run
  const { dict } = form
  if (scene.depth >= DEEPEST) return
  walk.left -= FORM_COST
  const own = matrixOf(walk.file, dict.get("Matrix"))
  const matrix = own ? times(state.matrix, own) : state.matrix
  const edge = rectOf(walk.file, dict.get("BBox"))
  const clip = edge && state.clip ? overlapOf(state.clip, movedRect(matrix, edge)) : state.clip
  const place = clip && (scene.frame ?? clip)
  const group = dictOf(walk.file.get(dict.get("Group")))
  if (group && place) seeGroup(run, group, place)
  const bytes = clip && walk.file.unpack(form)?.bytes
  if (!bytes) return
  const resources = dictOf(walk.file.get(dict.get("Resources"))) ?? scene.resources
  const depth = scene.depth + 1
  walk.play(walk, { ...scene, bytes, resources, state: { ...state, matrix, clip }, depth })
}

/** Says that something is a transparency group, and whether it mixes its colours in RGB. */
export function seeGroup(
  { walk, scene }: Pick<Run, "walk" | "scene">,
  group: Dict,
  box: Rect,
): void {
  if (nameOf(walk.file.get(group.get("S"))) !== "Transparency") return
  const space = group.has("CS") ? spaceOf(walk.file, group.get("CS"), scene.resources) : null
  const rgb = space !== null && /^(rgb|icc-rgb|cal-rgb|lab)$/.test(space.family)
  walk.see({ kind: "state", box, fault: rgb ? "group-rgb" : "group" })
}
