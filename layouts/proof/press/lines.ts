import type { ComposedPage } from "../../compose.ts"
import { isDrawn } from "../../issue/page.ts"
import { extentOf, printedItems } from "./printed-items.ts"
import type { PressLimits, Remark } from "./profile.ts"

/** A line shorter than this is part of a drawing, pt. */
const SHORTEST = 3

/** Rounding of weights that came through mm. */
const SLACK = 0.002

/** Rules and boxes of a page that are thinner than the press holds: each frame, else each weight once. */
export function lineRemarks({ page, list }: ComposedPage, limits: PressLimits): readonly Remark[] {
  const isThin = (weight: number): boolean => weight > 0 && weight < limits.thinnest - SLACK
  const say = (weight: number): Remark["say"] => ({
    zh: `线粗 ${weight.toFixed(2)} pt，低于“${limits.name.zh}”的 ${limits.thinnest} pt，可能印不出来。`,
    en: `A rule of ${weight.toFixed(2)} pt is below the ${limits.thinnest} pt of “${limits.name.en}” and may not print.`,
  })
  const frames = page.frames.filter(
    ({ role, look }) => isDrawn(role) && look !== undefined && isThin(look.rule),
  )
  const told = new Set(frames.map(({ look }) => look!.rule.toFixed(2)))
  const others: Remark[] = []
  for (const { item, article, scale } of printedItems(list)) {
    const weight = weightOf(item) * scale
    if (!isThin(weight) || told.has(weight.toFixed(2))) continue
    told.add(weight.toFixed(2))
    const where = article === null ? { page: page.id } : { page: page.id, article }
    others.push({ rule: "line/hairline", where, say: say(weight) })
  }
  return [
    ...frames.map(({ id, look }) => ({
      rule: "line/hairline",
      where: { page: page.id, frame: id },
      say: say(look!.rule),
    })),
    ...others,
  ]
}

/** Weight of a rule, of a ground that is one, and 0 for anything else. */
function weightOf(item: ReturnType<typeof printedItems>[number]["item"]): number {
  if (item.kind === "stroke") return item.width
  if (item.kind === "glyphs") return 0
  const { width, height } = extentOf(item.path)
  const straight = item.path.length <= 6 && item.path.every(([kind]) => kind !== "C")
  return straight && Math.max(width, height) >= SHORTEST ? Math.min(width, height) : 0
}
