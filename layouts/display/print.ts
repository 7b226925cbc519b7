import type { DisplayList, Item } from "./list.ts"

/**
 * A display list as text: a line for each item, lengths in pt with two decimals. What the goldens
 * hold and `npm run page` prints; a change to it reads like a proofreader's note.
 */
export function printList(list: DisplayList): string {
  const { width, height } = list.trim
  const head = `page ${list.page} ${short(width)}×${short(height)} bleed ${short(list.bleed)}`
  const inks = list.inks.map(({ name, cmyk }) => `ink ${name} ${cmyk.map(short).join(" ")}`)
  return `${[head, ...inks, ...list.items.map(printItem)].join("\n")}\n`
}

function printItem(item: Item): string {
  switch (item.kind) {
    case "tag":
      return `# ${item.role}${item.article === null ? "" : ` ${item.article}`}`
    case "glyphs":
      return `${short(item.x)},${short(item.y)} ${item.face} ${short(item.size)} ${spaced(item.texts, item.dx, item.size)}`
    case "fill":
      return `fill ${item.ink} ${printPath(item.path)}`
    case "stroke":
      return `stroke ${item.ink} ${short(item.width)} ${printPath(item.path)}`
    case "image": {
      const { x, y, width, height } = item.box
      const name = item.picture.split(/[\\/]/).at(-1)
      return `image ${name} ${short(x)},${short(y)} ${short(width)}×${short(height)}`
    }
    case "push":
      return `push ${item.matrix.map(short).join(" ")}`
    case "pop":
      return "pop"
  }
}

/** The text with the place of its last glyph, and how far its glyphs stand apart in em on average. */
function spaced(texts: readonly string[], dx: readonly number[], size: number): string {
  const last = dx.at(-1) ?? 0
  return `|${texts.join("")}| ${short(last)} (${short(dx.length > 1 ? last / (dx.length - 1) / size : 0)})`
}

function printPath(path: readonly (readonly (string | number)[])[]): string {
  return path
    .map((segment) =>
      segment.map((part) => (typeof part === "number" ? short(part) : part)).join(" "),
    )
    .join(" ")
}

function short(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return Object.is(rounded, -0) ? "0" : String(rounded)
}
