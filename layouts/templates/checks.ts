import { cutsOf } from "../grid/cuts.ts"
import { contains, firstOverlap, tiles } from "../grid/regions.ts"
import type { Region } from "../issue/page.ts"
import { mm, mmToPt, TOLERANCE } from "../units.ts"
import { faultAt, type TemplateFault } from "./faults.ts"
import { bracedWords, PLACEHOLDERS } from "./placeholders.ts"
import type { Slot, Template } from "./template.ts"

/**
 * What is wrong with a template whose fields are each of the right kind: a type area off the
 * sheet, slots off the grid, on each other or on furniture, a page left bare, frames off their
 * slot, ids used twice. Empty when the template can be used.
 */
export function checkTemplate(template: Template): readonly TemplateFault[] {
  const faults = [
    ...checkSheet(template),
    ...checkIds(template),
    ...checkTexts(template),
    ...checkRegions(template),
    ...checkReserved(template),
    ...template.slots.flatMap((slot, i) => checkSlot(slot, `slots[${i}]`)),
    ...checkDrawn(template),
  ]
  // Whether the page is filled is worth saying only of regions that are right one by one.
  return faults.length === 0 ? checkFilled(template) : faults
}

/** The type area must stand on the sheet and lines must be at least as high as their type. */
function checkSheet({ sheet, typeArea, grid }: Template): readonly TemplateFault[] {
  const faults: TemplateFault[] = []
  const wide = (grid.columns * grid.measure + (grid.columns - 1) * grid.gutter) * grid.bodySize
  if (mmToPt(typeArea.x) + wide > mmToPt(sheet.width) + TOLERANCE)
    faults.push(
      faultAt(
        "typeArea.x",
        "版心右边超出成品纸边。",
        "the type area runs off the sheet's right edge.",
      ),
    )
  if (mmToPt(typeArea.y) + grid.lines * grid.linePitch > mmToPt(sheet.height) + TOLERANCE)
    faults.push(
      faultAt("typeArea.y", "版心下边超出成品纸边。", "the type area runs off the sheet's foot."),
    )
  if (grid.linePitch < grid.bodySize)
    faults.push(
      faultAt("grid.linePitch", "行高不能小于字号。", "must not be less than the body size."),
    )
  if (sheet.width <= mm(0) || sheet.height <= mm(0))
    faults.push(faultAt("sheet", "成品尺寸必须大于 0。", "the trim must have a size."))
  return faults
}

/** Slots and reserved parts are told apart by their ids. */
function checkIds(template: Template): readonly TemplateFault[] {
  const seen = new Set<string>()
  const faults: TemplateFault[] = []
  const look = (id: string, path: string): void => {
    if (seen.has(id))
      faults.push(faultAt(path, `编号“${id}”用了两次。`, `the id "${id}" is used twice.`))
    seen.add(id)
  }
  template.reserved.forEach((part, i) => look(part.id, `reserved[${i}].id`))
  template.slots.forEach((slot, i) => look(slot.id, `slots[${i}].id`))
  return faults
}

/** Texts may ask only for what an issue can answer. */
function checkTexts({ furniture, notices }: Template): readonly TemplateFault[] {
  const known: readonly string[] = PLACEHOLDERS
  const look = (text: string, path: string): readonly TemplateFault[] =>
    bracedWords(text)
      .filter((word) => !known.includes(word))
      .map((word) =>
        faultAt(path, `没有“{${word}}”这个占位词。`, `there is no placeholder "{${word}}".`),
      )
  return [
    ...furniture.flatMap((piece, i) =>
      piece.kind === "text" ? look(piece.text, `furniture[${i}].text`) : [],
    ),
    ...notices.flatMap((notice, i) => [
      ...look(notice.title, `notices[${i}].title`),
      ...notice.lines.flatMap((line, j) => look(line, `notices[${i}].lines[${j}]`)),
    ]),
  ]
}

/** Every region of the page with the field that holds it: reserved parts first, then slots. */
function placesOf(template: Template): readonly { region: Region; path: string; id: string }[] {
  return [
    ...template.reserved.map((part, i) => ({ ...part, path: `reserved[${i}].region` })),
    ...template.slots.map((slot, i) => ({ ...slot, path: `slots[${i}].region` })),
  ]
}

/** Regions must lie in the grid and keep off each other. */
function checkRegions(template: Template): readonly TemplateFault[] {
  const whole = wholeGrid(template)
  const places = placesOf(template)
  const faults = places
    .filter((place) => !contains(whole, place.region))
    .map((place) =>
      faultAt(
        place.path,
        `超出 ${whole.columns} 栏 × ${whole.lines} 行的版心。`,
        `stands outside the grid of ${whole.columns} columns by ${whole.lines} lines.`,
      ),
    )
  const pair = firstOverlap(places.map((place) => place.region))
  if (pair === null) return faults
  const [a, b] = [places[pair[0]]!, places[pair[1]]!]
  return [...faults, faultAt(b.path, `与“${a.id}”重叠。`, `overlaps "${a.id}".`)]
}

/** Furniture in the type area stands at its head, because everything under it moves, and leaves half the page. */
function checkReserved({ reserved, grid }: Template): readonly TemplateFault[] {
  return reserved.flatMap(({ region }, i) => {
    const field = `reserved[${i}].region`
    const faults: TemplateFault[] = []
    if (region.line > 0)
      faults.push(
        faultAt(
          `${field}.line`,
          "报头、报眼须从版心顶端排起。",
          "must be 0: furniture stands at the head of the page.",
        ),
      )
    if (region.line + region.lines > grid.lines / 2)
      faults.push(
        faultAt(
          `${field}.lines`,
          "不能超过版心高度的一半。",
          "must not be more than half of the page.",
        ),
      )
    return faults
  })
}

/** A slot's own fields must agree with each other. */
function checkSlot(slot: Slot, path: string): readonly TemplateFault[] {
  const faults: TemplateFault[] = []
  const { columns, lines } = slot.region
  if (slot.span !== null && (slot.span.min > columns || slot.span.max < columns))
    faults.push(
      faultAt(
        `${path}.span`,
        `本身的 ${columns} 栏不在范围内。`,
        `does not hold the slot's own ${columns} columns.`,
      ),
    )
  if (slot.headline !== null) {
    const { lines: usual, min, max } = slot.headline
    if ((min ?? usual) > usual || (max ?? usual) < usual || usual > lines)
      faults.push(
        faultAt(
          `${path}.headline`,
          "标题行数须在 min 与 max 之间，且不高于稿位。",
          "its lines must lie between min and max and not exceed the slot.",
        ),
      )
  }
  const own = { column: 0, columns, line: 0, lines }
  slot.frames.forEach((frame, i) => {
    if (!contains(own, frame.region))
      faults.push(faultAt(`${path}.frames[${i}].region`, "超出稿位。", "stands outside its slot."))
  })
  // What text goes round lies on it; all else keeps off the other frames of its slot.
  const plain = slot.frames.filter(({ wrap }) => !wrap)
  const pair = firstOverlap(plain.map((frame) => frame.region))
  if (pair !== null)
    faults.push(
      faultAt(
        `${path}.frames[${slot.frames.indexOf(plain[pair[1]]!)}].region`,
        "与同一稿位的另一框重叠。",
        "overlaps another frame of its slot.",
      ),
    )
  return faults
}

/** Rules and boxes must lie in the grid, and a rule must be as broad as one. */
function checkDrawn(template: Template): readonly TemplateFault[] {
  const whole = wholeGrid(template)
  return (template.drawn ?? []).flatMap(({ role, region, look }, i) => {
    const path = `drawn[${i}].region`
    if (!contains(whole, region)) return [faultAt(path, "超出版心。", "stands outside the grid.")]
    const broad = (look.upright ? region.columns : region.lines) !== 1
    return role === "rule" && broad
      ? [faultAt(path, "线只占一行或一栏。", "a rule takes one line or one column.")]
      : []
  })
}

/** Slots and reserved parts together must fill the grid, and straight cuts must part them. */
function checkFilled(template: Template): readonly TemplateFault[] {
  const whole = wholeGrid(template)
  const regions = placesOf(template).map((place) => place.region)
  if (!tiles(whole, regions))
    return [faultAt("slots", "版面没有排满，有空白。", "leave part of the page bare.")]
  if (cutsOf(whole, regions) === null)
    return [
      faultAt(
        "slots",
        "稿位互相咬合，直线切不开，无法调整高低。",
        "interlock so that no straight cut parts them; their heights could not be changed.",
      ),
    ]
  return []
}

/** The whole type area as a region. */
function wholeGrid(template: Template): Region {
  return { column: 0, columns: template.grid.columns, line: 0, lines: template.grid.lines }
}
