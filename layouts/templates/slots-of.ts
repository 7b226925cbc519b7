import { filledUp, type Filled } from "../grid/fill-up.ts"
import { overlaps, regionAround } from "../grid/regions.ts"
import type { Article } from "../issue/article.ts"
import { isDrawn, type Frame, type Page, type Region } from "../issue/page.ts"
import { freeId } from "../issue/repair.ts"
import type { Reserved, Slot, SlotFrame, SlotLook, SlotRole, Template } from "./template.ts"

/** Lines that may lie between frames of one slot. */
const MOST_AIR = 2

/** Lines of an ordinary headline over its text. */
const USUAL_HEAD = 5

/** What of an article a template keeps: how it is drawn. */
export type LookedArticle = Pick<Article, "id" | "surround" | "columnRule">

/** What slots are made from beside their page: the template it was made from, and its articles. */
export interface SlotsFrom {
  readonly base: Template | null
  readonly articles: readonly LookedArticle[]
}

/** A page's slots, and the reserved parts that they leave standing. */
export interface SlotsOf {
  readonly slots: readonly Slot[]
  readonly reserved: readonly Reserved[]
}

/**
 * A page's frames as slots that fill its grid: one for each article, notice or slot of the template
 * it was made from (`base`), as large as its frames and the white beside them. Frames keep their
 * places and looks, articles theirs. Articles that interlock share a slot, as its parts.
 */
export function slotsOf(
  page: Page,
  reserved: readonly Reserved[],
  { base, articles }: SlotsFrom,
): SlotsOf {
  const { columns, lines } = page.grid
  const whole = { column: 0, columns, line: 0, lines }
  const bunches = bunchesOf(page)
  const regions = bunches.map((bunch) => regionAround(bunch.map(({ region }) => region)))
  const beside = filledUp(
    whole,
    reserved.map(({ region }) => region),
    regions,
  )
  const filled = beside ?? filledUp(whole, [], regions) ?? [{ region: whole, from: [] }]
  return {
    slots: withLead(named(filled, bunches, { base, articles })),
    reserved: beside ? reserved : [],
  }
}

/** Frames that belong together: of one article, of one group, of one slot while they stand together. */
export function bunchesOf({ frames }: Pick<Page, "frames">): readonly (readonly Frame[])[] {
  const bunches = new Map<string, Frame[]>()
  for (const frame of frames.filter(({ role }) => !isDrawn(role))) {
    const key = keyOf(frame)
    const known = bunches.get(key)
    if (known) known.push(frame)
    else bunches.set(key, [frame])
  }
  return [...bunches].flatMap(([key, bunch]) => {
    if (!key.startsWith("slot ")) return [bunch]
    return key === "slot " ? byHeadline(bunch) : standingTogether(bunch)
  })
}

function keyOf({ id, role, article, group, slot }: Frame): string {
  if (article !== null) return `article ${article}`
  if (role === "house") return `house ${id}`
  return group === undefined ? `slot ${slot}` : `group ${group}`
}

/** Frames of one slot that touch, or nearly, in bunches: a slot that was copied is two. */
function standingTogether(frames: readonly Frame[]): readonly (readonly Frame[])[] {
  const bunches: Frame[][] = []
  for (const frame of frames) {
    const near = bunches.filter((bunch) =>
      bunch.some((other) => standTogether(other.region, frame.region)),
    )
    const bunch = [...near.flat(), frame]
    near.forEach((one) => bunches.splice(bunches.indexOf(one), 1))
    bunches.push(bunch)
  }
  return bunches
}

/** Whether two regions stand together: side by side, or above each other with no more than a little air. */
export function standTogether(a: Region, b: Region): boolean {
  const wide = { ...a, column: a.column - 1, columns: a.columns + 2 }
  const high = { ...a, line: a.line - MOST_AIR, lines: a.lines + 2 * MOST_AIR }
  return overlaps(wide, b) || overlaps(high, b)
}

/** Frames that were drawn by hand: each headline with what hangs under it, the others by themselves. */
function byHeadline(frames: readonly Frame[]): readonly (readonly Frame[])[] {
  const left = new Set(frames)
  const tops = [...frames].toSorted(
    (a, b) =>
      Number(b.role === "headline") - Number(a.role === "headline") ||
      a.region.line - b.region.line,
  )
  return tops.flatMap((top) => {
    if (!left.delete(top)) return []
    const bunch = [top]
    for (let more = true; more;) {
      const under = [...left].filter(
        (frame) =>
          frame.role !== "headline" && bunch.some((other) => hangsUnder(frame, other, top)),
      )
      under.forEach((frame) => left.delete(frame))
      bunch.push(...under)
      more = under.length > 0
    }
    return [bunch]
  })
}

/** Whether a frame stands right under another, within the columns of the bunch's top. */
function hangsUnder({ region }: Frame, { region: over }: Frame, { region: top }: Frame): boolean {
  const gap = region.line - (over.line + over.lines)
  return (
    gap >= 0 &&
    gap <= MOST_AIR &&
    region.column >= top.column &&
    region.column + region.columns <= top.column + top.columns &&
    region.column < over.column + over.columns &&
    over.column < region.column + region.columns
  )
}

/** The filled regions as slots with ids of their own. */
function named(
  filled: readonly Filled[],
  bunches: readonly (readonly Frame[])[],
  { base, articles }: SlotsFrom,
): readonly Slot[] {
  const ids = new Set<string>()
  return filled.map(({ region, from }) => {
    const parts = from.map((i) => bunches[i]!)
    const frames = framesIn(region, parts)
    const wished = parts.flat()[0]?.slot ?? ""
    const model = base?.slots.find(({ id }) => id === wished) ?? null
    const role = roleOf(frames, model, wished)
    const id = freeId(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(wished) ? wished : `${role}-1`, ids)
    ids.add(id)
    const looks = looksOf(parts, articles, model)
    return { id, role, region, ...rangesOf(region, frames, model), frames, ...looks }
  })
}

/**
 * The frames of a slot's parts, counted from its top left; text in the order in which it threads.
 * Of frames on top of each other the first stays: a template's keep off each other.
 */
function framesIn(
  { column, line }: Region,
  parts: readonly (readonly Frame[])[],
): readonly SlotFrame[] {
  const frames = parts.flatMap((bunch, part) => {
    const threaded = bunch
      .filter(({ role }) => role === "body")
      .toSorted((a, b) => a.order - b.order)
    const all = [...bunch.filter(({ role }) => role !== "body"), ...threaded]
    return all.flatMap((frame): readonly SlotFrame[] => {
      const { role, region } = frame
      if (isDrawn(role)) return []
      const own = { ...region, column: region.column - column, line: region.line - line }
      return [{ role, region: own, part, ...lookOf(frame) }]
    })
  })
  const kept: SlotFrame[] = []
  for (const frame of frames) if (!kept.some((other) => lieOn(frame, other))) kept.push(frame)
  return kept
}

/** What a slot keeps of a frame beside its role and place. */
function lookOf(frame: Frame): Omit<SlotFrame, "role" | "region" | "part"> {
  const { vertical, ownColumns, bands, wrap, inset, ink, group } = frame
  return {
    ...(vertical ? { vertical } : {}),
    ...(ownColumns ? { ownColumns } : {}),
    ...(bands ? { bands } : {}),
    ...(wrap ? { wrap } : {}),
    ...(inset ? { inset } : {}),
    ...(ink === undefined ? {} : { ink }),
    ...(group === undefined ? {} : { group }),
  }
}

/** Whether two frames lie on each other although no text goes round either. */
function lieOn(a: SlotFrame, b: SlotFrame): boolean {
  return !a.wrap && !b.wrap && overlaps(a.region, b.region)
}

/**
 * How the articles of a slot's parts are drawn, where they are drawn in a way of their own; a part
 * without an article is as the template had it.
 */
function looksOf(
  parts: readonly (readonly Frame[])[],
  articles: readonly LookedArticle[],
  model: Slot | null,
): Pick<Slot, "looks"> {
  const looks = parts.flatMap((bunch, part): readonly SlotLook[] => {
    const shown = bunch.find(({ article }) => article !== null)?.article ?? null
    if (shown === null) return model?.looks?.filter((look) => look.part === part) ?? []
    const article = articles.find(({ id }) => id === shown)
    if (!article?.surround && !article?.columnRule) return []
    const { surround, columnRule } = article
    return [{ part, ...(surround ? { surround } : {}), ...(columnRule ? { columnRule } : {}) }]
  })
  return looks.length > 0 ? { looks } : {}
}

/** What a slot is kept for, by what stands in it; text is what the template had it for. */
function roleOf(frames: readonly SlotFrame[], model: Slot | null, wished: string): SlotRole {
  const has = (role: SlotFrame["role"]): boolean => frames.some((frame) => frame.role === role)
  if (has("body") || has("headline"))
    return model?.role === "lead" || /^lead(-|$)/.test(wished) ? "lead" : "news"
  if (has("picture") || has("caption")) return "photo"
  return has("filler") ? "filler" : "house"
}

/** How wide a slot and how high its headline may become: as the template had it, where that still holds. */
function rangesOf(
  { columns }: Region,
  frames: readonly SlotFrame[],
  model: Slot | null,
): Pick<Slot, "span" | "headline"> {
  const span = model?.span ?? null
  const headline = frames.find(({ role }) => role === "headline")
  // One that runs down the page tells nothing of how high it is over text.
  const lines =
    (headline?.vertical ? model?.headline?.lines : headline?.region.lines) ??
    Math.min(USUAL_HEAD, headline?.region.lines ?? 0)
  const min = model?.headline?.min ?? null
  const max = model?.headline?.max ?? null
  return {
    span: span && span.min <= columns && columns <= span.max ? span : null,
    headline: headline
      ? {
          lines,
          min: min !== null && min <= lines ? min : null,
          max: max !== null && max >= lines ? max : null,
        }
      : null,
  }
}

/** The slots with the largest of the news as the lead, where none was one. */
function withLead(slots: readonly Slot[]): readonly Slot[] {
  const size = ({ region }: Slot): number => region.columns * region.lines
  const news = slots.filter(({ role }) => role === "news").toSorted((a, b) => size(b) - size(a))
  if (news.length === 0 || slots.some(({ role }) => role === "lead")) return slots
  return slots.map((slot) => (slot === news[0] ? { ...slot, role: "lead" } : slot))
}
