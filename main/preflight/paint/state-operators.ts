import type { Matrix } from "../../../layouts/display/list.ts"
import { times } from "../../../layouts/display/matrix.ts"
import { dictOf, listOf, nameOf, numberOf, streamOf } from "../read/values.ts"
import type { Dict, Value } from "../read/values.ts"
import { CMYK, GRAY, RGB, spaceOf, type Space } from "./colour.ts"
import type { StateMark } from "./marks.ts"
import { matrixOf } from "./matrix.ts"
import { fontOf, numbersIn, placeOf, resource, type Operator, type Run } from "./run.ts"
import type { Chosen, State } from "./state.ts"

/** Saved states that a stream may have. */
const MOST_SAVED = 500

const choose =
  (which: "fill" | "stroke", space: Space): Operator =>
  (run, operands) => {
    run.state[which] = { space, parts: numbersIn(operands), pattern: null }
  }

const chooseSpace =
  (which: "fill" | "stroke"): Operator =>
  (run, [name]) => {
    const space = spaceOf(run.walk.file, name, run.scene.resources)
    const parts = space.family === "cmyk" ? [0, 0, 0, 1] : firstParts(space)
    run.state[which] = { space, parts, pattern: null }
  }

/** What a space begins with: full ink for a spot, else zeros. Source: PDF 1.7, 8.6.8 */
function firstParts({ family, size }: Space): readonly number[] {
  return Array.from({ length: Math.min(size, 32) }, () => (family === "spot" ? 1 : 0))
}

const choosePart =
  (which: "fill" | "stroke"): Operator =>
  (run, operands) => {
    const { space } = run.state[which]
    const pattern = resource(run, "Pattern", nameOf(operands.at(-1)))
    const chosen: Chosen = { space, parts: numbersIn(operands), pattern }
    run.state[which] = chosen
  }

const setNumber =
  (field: "lineWidth" | "letterSpace" | "wordSpace" | "leading" | "rise" | "textMode"): Operator =>
  (run, operands) => {
    run.state[field] = numbersIn(operands)[0] ?? 0
  }

/** Operators that change the drawing state. Source: PDF 1.7, tables 57, 74 and 105 */
export const STATE_OPERATORS: Readonly<Record<string, Operator>> = {
  q: (run) => {
    if (run.stack.length < MOST_SAVED) run.stack.push({ ...run.state })
  },
  Q: (run) => {
    run.state = run.stack.pop() ?? run.state
  },
  cm: (run, operands) => {
    const six = numbersIn(operands)
    if (six.length === 6) run.state.matrix = times(run.state.matrix, six as unknown as Matrix)
  },
  w: setNumber("lineWidth"),
  Tc: setNumber("letterSpace"),
  Tw: setNumber("wordSpace"),
  TL: setNumber("leading"),
  Ts: setNumber("rise"),
  Tr: setNumber("textMode"),
  Tz: (run, operands) => {
    run.state.stretch = (numbersIn(operands)[0] ?? 100) / 100
  },
  g: choose("fill", GRAY),
  G: choose("stroke", GRAY),
  rg: choose("fill", RGB),
  RG: choose("stroke", RGB),
  k: choose("fill", CMYK),
  K: choose("stroke", CMYK),
  cs: chooseSpace("fill"),
  CS: chooseSpace("stroke"),
  sc: choosePart("fill"),
  SC: choosePart("stroke"),
  scn: choosePart("fill"),
  SCN: choosePart("stroke"),
  gs: (run, [name]) => {
    const dict = dictOf(run.walk.file.get(resource(run, "ExtGState", nameOf(name))))
    if (dict) setAll(run, dict)
  },
}

/** Takes over an extended graphics state. Source: PDF 1.7, table 58 */
function setAll(run: Run, dict: Dict): void {
  const { walk, state } = run
  const { file } = walk
  const get = (key: string): Value => file.get(dict.get(key))
  const [over, small] = [get("OP"), get("op")]
  if (typeof over === "boolean") state.strokeOver = over
  if (typeof (small ?? over) === "boolean") state.fillOver = (small ?? over) as boolean
  state.overMode = numberOf(get("OPM")) ?? state.overMode
  state.lineWidth = numberOf(get("LW")) ?? state.lineWidth
  const font = listOf(get("Font"))
  if (font) {
    state.font = fontOf(walk, font[0] ?? null)
    state.fontSize = numberOf(file.get(font[1])) ?? state.fontSize
  }
  for (const fault of faultsOf(get)) {
    const box = placeOf(run, state.clip)
    if (box) walk.see({ kind: "state", box, fault })
  }
  const mask = dictOf(get("SMask"))
  if (mask && !walk.shown.has(mask)) {
    walk.shown.add(mask)
    showMask(run, mask)
  }
}

function faultsOf(get: (key: string) => Value): readonly StateMark["fault"][] {
  const faults: StateMark["fault"][] = []
  const blend = get("BM")
  const mode = nameOf(listOf(blend)?.[0] ?? blend)
  if (dictOf(get("SMask"))) faults.push("softmask")
  if ([get("ca"), get("CA")].some((one) => one !== null && one !== 1)) faults.push("alpha")
  if (mode !== null && mode !== "Normal" && mode !== "Compatible") faults.push("blend")
  const second = nameOf(get("TR2"))
  if (get("TR") !== null && nameOf(get("TR")) !== "Identity") faults.push("transfer")
  else if (get("TR2") !== null && second !== "Default") faults.push("transfer")
  return faults
}

/** Looks at the fonts of a soft mask; its colours print nothing. */
function showMask({ walk, scene, state }: Run, mask: Dict): void {
  const form = streamOf(walk.file.get(mask.get("G")))
  const bytes = form && walk.file.unpack(form)?.bytes
  if (!form || !bytes) return
  const own = matrixOf(walk.file, form.dict.get("Matrix"))
  const inner: State = { ...state, matrix: own ? times(state.matrix, own) : state.matrix }
  const resources = dictOf(walk.file.get(form.dict.get("Resources"))) ?? scene.resources
  const depth = scene.depth + 1
  walk.play(walk, { ...scene, bytes, resources, state: inner, depth, unprinted: true })
}
