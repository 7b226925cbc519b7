import { goesDown } from "./letter-matrix.ts"
import type { DisplayList, Glyphs, Item } from "./list.ts"

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
      return `${short(item.x)},${short(item.y)} ${item.face} ${short(item.size)} ${wordsOf(item)}`
    case "fill":
      return `fill ${item.ink} ${printPath(item.path)}`
    case "stroke":
      return `stroke ${item.ink} ${short(item.width)} ${printPath(item.path)}`
    case "image": {
      const { x, y, width, height } = item.box
      const name = item.picture.split(/[\\/]/).at(-1)
      const cut = item.cut ? ` cut ${printPath(item.cut)}` : ""
      return `image ${name} ${short(x)},${short(y)} ${short(width)}×${short(height)}${cut}`
    }
    case "push":
      return `push ${item.matrix.map(short).join(" ")}`
    case "pop":
      return "pop"
  }
}

/**
 * The text with the place of its last glyph, and how far its glyphs stand apart in em on average:
 * across, or from its first glyph down (↓), upright or turned (↻), stretched so many times.
 */
function wordsOf(run: Glyphs): string {
  const { texts, dx, dy, size, turned, stretch } = run
  const down = goesDown(run) ? dy : null
  const places = down ?? dx
  const first = down ? (places[0] ?? 0) : 0
  const last = places.at(-1) ?? 0
  const step = places.length > 1 ? (last - first) / (places.length - 1) / size : 0
  const way = down ? `↓${short(first)} ${turned ? "↻" : ""}` : ""
  const wide = stretch === undefined ? "" : ` ×${short(stretch)}`
  return `${way}|${texts.join("")}| ${short(last)} (${short(step)})${wide}`
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
