/** Components that are narrow at the left, low at the top, low at the foot. */
const NARROW = new Set("氵亻讠钅扌忄犭彳阝纟饣礻衤木口土火王日月石目禾米女虫足马车贝言金彡刂卩")
const LOW_TOP = new Set("艹宀冖亠⺮罒爫穴癶雨土士日十八")
const LOW_FOOT = new Set("灬心皿一儿八土口日")

/** The signs of a description that part a cell in two or three. */
const IN_TWO = new Set("⿰⿱⿴⿵⿶⿷⿸⿹⿺⿻")
const IN_THREE = new Set("⿲⿳")

function isOperator(sign: string): boolean {
  return IN_TWO.has(sign) || IN_THREE.has(sign)
}

/** Where a cell is cut behind ⿰ or ⿱, a share of it, by the components that follow. */
export function cutFor(sign: "⿰" | "⿱", rest: readonly string[]): number {
  if (sign === "⿰") return NARROW.has(rest[0] ?? "") ? 0.36 : 0.5
  if (LOW_TOP.has(rest[0] ?? "")) return 0.36
  return LOW_FOOT.has(rest.at(-1) ?? "") ? 0.62 : 0.5
}

/** Where a whole description's cell is first cut in two (⿰ ⿱), a share of it; null for any other. */
export function firstCut(description: string): number | null {
  const [sign, ...rest] = description.trim()
  return sign === "⿰" || sign === "⿱" ? cutFor(sign, rest) : null
}

/** A description; bare characters, as they are typed, stand side by side. */
export function described(description: string): string {
  const signs = [...description.trim()]
  if (signs.some(isOperator)) return description.trim()
  if (signs.length === 2) return `⿰${signs.join("")}`
  return signs.length === 3 ? `⿲${signs.join("")}` : description.trim()
}

/**
 * A description once a sign is picked: before bare characters; in place of the first sign that parts as
 * many; else behind what is there, which it is to part further.
 */
export function withOperator(description: string, sign: string): string {
  const [first, ...rest] = description.trim()
  if (first === undefined) return sign
  if (!isOperator(first) && !rest.some(isOperator)) return sign + first + rest.join("")
  const whole = wantedBy([first, ...rest]) === 0
  const alike = IN_THREE.has(first) === IN_THREE.has(sign)
  return whole && alike ? sign + rest.join("") : description.trim() + sign
}

/** How many components a description still wants. */
function wantedBy(signs: readonly string[]): number {
  return signs.reduce(
    (wanted, sign) => wanted - 1 + (IN_THREE.has(sign) ? 3 : IN_TWO.has(sign) ? 2 : 0),
    1,
  )
}
