import { parseFragment, type DefaultTreeAdapterTypes } from "parse5"
import { readOutline, type OutlineContour } from "../../../fonts/made/outline-path.ts"
import { woundContours } from "../../../fonts/made/winding.ts"
import { isInsideClip } from "./clip.ts"
import { FIRST_LOOK, isBlank, isStroked, isWhite, lookOf, sheetRules } from "./look.ts"
import type { Look, SheetRule } from "./look.ts"
import { readTransform, times, type Matrix } from "./matrix.ts"
import { placedPath } from "./path-data.ts"
import { lengthOf, shapeData, SHAPES, type Attribute } from "./shapes.ts"
import { fitted } from "./view-box.ts"

type Element = DefaultTreeAdapterTypes.Element

/** Why a drawing leaves no outline; each has a sentence of its own. */
export type Refusal =
  "nothing" | "unreadable" | "strokes" | "white" | "clipped" | "others" | "crossing" | "tooLong"

/** Elements that show something an outline cannot. */
const OTHERS = new Set(["text", "image", "foreignobject", "foreignObject"])

/** Elements with shapes in them that are shown where they stand. */
const GROUPS = new Set(["g", "a", "svg", "switch", "symbol"])

/** How deep elements may stand in each other, `use` counted in. */
const DEEPEST = 40

/** Most elements that are drawn. */
const MOST_ELEMENTS = 5000

/** A drawing while it is read. */
interface Sheet {
  readonly rules: readonly SheetRule[]
  readonly byId: ReadonlyMap<string, Element>
  readonly contours: OutlineContour[]
  /** Elements that may still be drawn: what is used in what is used has no end of itself. */
  left: number
}

/** What an element stands in. */
interface Around {
  readonly matrix: Matrix
  readonly look: Look
  readonly depth: number
  /** True for what a `use` points to: only there a symbol shows. */
  readonly used?: boolean
}

/**
 * The contours that an SVG drawing paints, what its view box shows filling a cell of 1000 × 1000; or
 * why it has none. Groups and transforms are followed to any depth; all shapes are paths.
 * Source: SVG 2, 5 to 13
 */
export function readDrawing(source: string): readonly OutlineContour[] | Refusal {
  const all = elementsIn(parseFragment(source))
  const root = all.find(({ tagName }) => tagName === "svg")
  if (!root) return "nothing"
  const styles = all.filter(({ tagName }) => tagName === "style").map(textIn)
  // Of elements with one id the first is meant.
  const byId = new Map(all.toReversed().map((one) => [attributeOf(one)("id") ?? "", one]))
  const sheet: Sheet = {
    rules: styles.flatMap(sheetRules),
    byId,
    contours: [],
    left: MOST_ELEMENTS,
  }
  const look = lookOf(root, sheet.rules, FIRST_LOOK)
  const refused = children(sheet, root, { matrix: fitted(attributeOf(root)), look, depth: 0 })
  if (refused) return refused
  return sheet.contours.length === 0 ? "nothing" : sheet.contours
}

function children(sheet: Sheet, element: Element, around: Around): Refusal | null {
  if (around.depth > DEEPEST) return "unreadable"
  for (const child of element.childNodes) {
    const refused = "tagName" in child ? draw(sheet, child, around) : null
    if (refused) return refused
  }
  return null
}

/** Draws an element; why it cannot be, null for nothing against it. */
function draw(sheet: Sheet, element: Element, around: Around): Refusal | null {
  const { matrix: outer, look: was, depth } = around
  const name = element.tagName
  const isShape = SHAPES.includes(name) || name === "line"
  if (!isShape && !GROUPS.has(name) && name !== "use" && !OTHERS.has(name)) return null
  const look = lookOf(element, sheet.rules, was)
  if (!look.shown || (name === "symbol" && !around.used)) return null
  if ((sheet.left -= 1) < 0) return "tooLong"
  if (OTHERS.has(name)) return look.visible ? "others" : null
  const attribute = attributeOf(element)
  if (["mask", "filter"].some((one) => (attribute(one) ?? "none") !== "none")) return "others"
  const own = readTransform(attribute("transform") ?? "")
  if (!own) return "unreadable"
  const matrix = times(outer, own)
  const inside = { matrix, look, depth: depth + 1 }
  const before = sheet.contours.length
  const refused =
    name === "use"
      ? drawUsed(sheet, attribute, inside)
      : isShape
        ? drawShape(sheet, element, inside)
        : children(sheet, element, {
            ...inside,
            matrix: name === "svg" ? times(matrix, nested(attribute)) : matrix,
          })
  const clip = /^url\(["']?#([^"')]+)["']?\)$/.exec(attribute("clip-path") ?? "none")
  if (refused || !clip) return refused
  const by = sheet.byId.get(clip[1]!)
  const drawn = sheet.contours.slice(before)
  return by && !isInsideClip(by, drawn, matrix) ? "clipped" : null
}

/** Draws what a `use` points to, where it is placed. */
function drawUsed(sheet: Sheet, attribute: Attribute, around: Around): Refusal | null {
  const used = sheet.byId.get((attribute("href") ?? "").replace(/^#/, ""))
  if (!used || around.depth > DEEPEST) return "unreadable"
  const [x, y] = [lengthOf(attribute("x") ?? "0"), lengthOf(attribute("y") ?? "0")]
  if (x === null || y === null) return "unreadable"
  const matrix = times(around.matrix, [1, 0, 0, 1, x, y])
  return draw(sheet, used, { ...around, matrix, used: true })
}

function drawShape(sheet: Sheet, element: Element, { matrix, look }: Around): Refusal | null {
  if (!look.visible) return null
  if (isStroked(look)) return "strokes"
  if (isBlank(look.fill) || element.tagName === "line") return null
  // White paper under a drawing is nothing; white on ink would have to be cut out of it.
  if (isWhite(look.fill)) return sheet.contours.length === 0 ? null : "white"
  const data = shapeData(element.tagName, attributeOf(element))
  const placed = data === null ? null : placedPath(data, matrix)
  const contours = placed === null ? null : readOutline(placed)
  if (!contours) return "unreadable"
  const wound = woundContours(contours, look.rule === "evenodd" ? "evenodd" : "nonzero")
  if (!wound) return "crossing"
  for (const contour of wound) sheet.contours.push(contour)
  return null
}

/** Where a drawing in a drawing shows what its view box does. */
function nested(attribute: Attribute): Matrix {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
    lengthOf(attribute(name) ?? (name.length === 1 ? "0" : "")),
  )
  const there: Matrix = [1, 0, 0, 1, x ?? 0, y ?? 0]
  if (!attribute("viewBox") || !width || !height) return there
  return times(there, fitted(attribute, { width, height }))
}

/** An element's attributes by name; those of a namespace by the name behind it. */
function attributeOf({ attrs }: Element): Attribute {
  return (name) => attrs.find((one) => one.name === name)?.value
}

/** All elements of a tree, from its start. */
function elementsIn(tree: DefaultTreeAdapterTypes.ParentNode): readonly Element[] {
  const found: Element[] = []
  const waiting = tree.childNodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!("tagName" in node)) continue
    found.push(node)
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) waiting.push(node.childNodes[i]!)
  }
  return found
}

function textIn({ childNodes }: Element): string {
  return childNodes.map((node) => ("value" in node ? node.value : "")).join("")
}
