import { pt } from "../units.ts"
import type { LineStyle } from "../issue/line-style.ts"
import type { Furniture, Grid } from "../issue/page.ts"
import type { Fixture, Template } from "../templates/template.ts"
import { mmToPt } from "../units.ts"

/** The page grid of a template, in points from the trim's top left. */
export function gridOf(template: Template): Grid {
  return {
    ...template.grid,
    x: mmToPt(template.typeArea.x),
    y: mmToPt(template.typeArea.y),
  }
}

/** A template's furniture resolved to points, its texts with their placeholders. */
export function furnitureOf(template: Template): readonly Furniture[] {
  const grid = gridOf(template)
  return template.furniture.map((fixture) => resolved(fixture, grid))
}

/** One fixture in points. */
function resolved(fixture: Fixture, grid: Grid): Furniture {
  const across = (characters: number) => pt(grid.x + characters * grid.bodySize)
  const down = (line: number) => pt(grid.y + line * grid.linePitch)
  switch (fixture.kind) {
    case "text": {
      const { line, x, ink, ...type } = fixture
      return { ...type, x: across(x), baseline: down(line), ...styleOf({ ink }) }
    }
    case "rule":
      return {
        kind: "rule",
        x1: across(fixture.x1),
        y1: down(fixture.line1),
        x2: across(fixture.x2),
        y2: down(fixture.line2),
        width: fixture.width,
        ...styleOf(fixture),
      }
    case "box":
      return {
        kind: "box",
        x: across(fixture.x),
        y: down(fixture.line),
        width: pt(fixture.width * grid.bodySize),
        height: pt(fixture.lines * grid.linePitch),
        rule: fixture.rule,
        tint: fixture.tint,
        ...styleOf(fixture),
        ...(fixture.open ? { open: fixture.open } : {}),
        ...(fixture.pattern ? { pattern: fixture.pattern } : {}),
        ...(fixture.ground === undefined ? {} : { ground: fixture.ground }),
      }
  }
}

/** The line style and the ink of a fixture that has its own. */
function styleOf({ style, ink }: Styled): { readonly line?: LineStyle; readonly ink?: string } {
  return { ...(style ? { line: style } : {}), ...(ink === undefined ? {} : { ink }) }
}

interface Styled {
  readonly style?: LineStyle | undefined
  readonly ink?: string | undefined
}
