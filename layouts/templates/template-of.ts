import { mmToPt, mm, ptToMm, TOLERANCE, zi, type Mm, type Pt } from "../units.ts"
import type { Page } from "../issue/page.ts"
import { drawnOf } from "./drawn-of.ts"
import { fixturesOf } from "./fixtures-of.ts"
import { readTemplate, type TemplateReading } from "./read.ts"
import { reservedOf } from "./reserved-of.ts"
import { slotsOf, type LookedArticle } from "./slots-of.ts"
import type { Named, Template } from "./template.ts"

/** What a page is kept as, and the template that it was made from; null when that is gone. */
export interface KeptAs {
  readonly id: string
  readonly name: Named
  readonly base: Template | null
  /** The articles on it, whose boxes and column rules the slots keep; none when left out. */
  readonly articles?: readonly LookedArticle[]
}

/**
 * A page as a template (存为版式): its sheet, grid and furniture, and a slot for each article on it,
 * with its frames where they stand and as they look; notices and the page after it are the base's. Faults when the
 * page is one that no template may be, such as one whose type area runs off its sheet.
 */
export function templateOf(page: Page, { id, name, base, articles = [] }: KeptAs): TemplateReading {
  const { x, y, ...grid } = page.grid
  const drawn = drawnOf(page)
  const template: Template = {
    id,
    name,
    section: page.words?.section ?? "",
    sheet: page.sheet,
    typeArea: { x: margin(x, base?.typeArea.x), y: margin(y, base?.typeArea.y) },
    grid: { ...grid, measure: zi(grid.measure) },
    furniture: fixturesOf(page),
    rules: page.rules,
    ...slotsOf(page, reservedOf(page, base), { base, articles }),
    ...(drawn.length > 0 ? { drawn } : {}),
    notices: base?.notices ?? [],
    next: base?.next ?? null,
  }
  return readTemplate(JSON.parse(JSON.stringify(template)))
}

/** A margin in mm: the base's very number where the page still has it. */
function margin(points: Pt, known: Mm | undefined): Mm {
  if (known !== undefined && Math.abs(mmToPt(known) - points) < TOLERANCE) return known
  return mm(Math.round(ptToMm(points) * 1e4) / 1e4)
}

/**
 * An id for a template that a person keeps under a name, none of those taken: `own-` with the name's
 * small Latin letters and digits, or with a number. No shipped template has such an id.
 */
export function templateId(name: string, taken: readonly string[]): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const letters = words.join("-").slice(0, 40).replace(/-$/, "")
  const wish = letters === "" ? "own-1" : `own-${letters}`
  const numbered = (number: number): string =>
    letters === "" ? `own-${number}` : `${wish}-${number}`
  let number = 1
  let id = wish
  while (taken.includes(id)) {
    number += 1
    id = numbered(number)
  }
  return id
}
