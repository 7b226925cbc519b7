import type { DefaultTreeAdapterTypes } from "parse5"

type Element = DefaultTreeAdapterTypes.Element

/** How a drawing's shapes are painted, as far as an outline depends on it. */
export interface Look {
  readonly fill: string
  readonly stroke: string
  readonly strokeWidth: string
  readonly rule: string
  readonly shown: boolean
  readonly visible: boolean
}

export const FIRST_LOOK: Look = {
  ...{ fill: "black", stroke: "none", strokeWidth: "1", rule: "nonzero" },
  ...{ shown: true, visible: true },
}

/** One rule of a style sheet. */
export interface SheetRule {
  readonly selector: string
  readonly declarations: string
}

/** The rules of a style sheet that name one element, class or id; others are left out. */
export function sheetRules(css: string): readonly SheetRule[] {
  const bare = css.replace(/\/\*[^]*?\*\/|<!\[CDATA\[|\]\]>/g, "")
  return [...bare.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, declarations]) =>
    selectors!
      .split(",")
      .map((one) => ({ selector: one.trim(), declarations: declarations! }))
      .filter(({ selector }) => /^(?:\*|[.#]?[\w-]+)$/.test(selector)),
  )
}

/**
 * How an element is painted, in one that is painted so: its own attributes, then style rules by their
 * weight, then its style attribute.
 */
export function lookOf(element: Element, rules: readonly SheetRule[], around: Look): Look {
  const said = new Map(element.attrs.map(({ name, value }) => [name, value.trim()] as const))
  const weight = ({ selector }: SheetRule): number =>
    " *.#".indexOf(selector[0]!.replace(/\w/, " "))
  const matching = rules.filter(({ selector }) => isFor(selector, element.tagName, said))
  const declared = [
    ...matching.toSorted((a, b) => weight(a) - weight(b)).map(({ declarations }) => declarations),
    said.get("style") ?? "",
  ]
  for (const one of declared)
    for (const [, name, value] of one.matchAll(/([\w-]+)\s*:\s*([^;]+)/g))
      said.set(name!, value!.replace(/!important/, "").trim())
  const of = (name: string, otherwise: string): string => {
    const value = said.get(name)
    return value === undefined || value === "inherit" ? otherwise : value
  }
  return {
    fill: said.get("fill-opacity") === "0" ? "none" : of("fill", around.fill),
    stroke: of("stroke", around.stroke),
    strokeWidth: of("stroke-width", around.strokeWidth),
    rule: of("fill-rule", around.rule),
    shown: around.shown && said.get("display") !== "none" && said.get("opacity") !== "0",
    visible: of("visibility", around.visible ? "visible" : "hidden") === "visible",
  }
}

function isFor(selector: string, name: string, said: ReadonlyMap<string, string>): boolean {
  if (selector.startsWith("."))
    return (said.get("class") ?? "").split(/\s+/).includes(selector.slice(1))
  if (selector.startsWith("#")) return said.get("id") === selector.slice(1)
  return selector === "*" || selector === name
}

/** Whether a shape so painted has a line along its edge. */
export function isStroked({ stroke, strokeWidth }: Look): boolean {
  return stroke !== "none" && stroke !== "transparent" && Number.parseFloat(strokeWidth) !== 0
}

/** Whether a fill is no ink at all. */
export function isBlank(fill: string): boolean {
  return fill === "none" || fill === "transparent"
}

/** Whether a fill is the white of paper. */
export function isWhite(fill: string): boolean {
  return /^(?:white|#fff|#ffffff|rgba?\(\s*255[\s,]+255[\s,]+255[\s,/]*(?:1|100%)?\s*\))$/i.test(
    fill,
  )
}
