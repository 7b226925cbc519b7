import * as Y from "yjs"
import { mm, pt, zi } from "../units.ts"
import {
  dropField,
  fieldsAt,
  firstKey,
  freshKey,
  isRemoved,
  jsonField,
  mapField,
  numberField,
  orderField,
  setField,
  wordsField,
  type Content,
  type Fields,
} from "./content.ts"
import { isLineStyle, PLAIN_LOOK, soundFrameLook, type RawLook } from "./frame-look.ts"
import {
  areBands,
  areOwnColumns,
  canStandIn,
  canWrap,
  isDrawn,
  type Bands,
  type Frame,
  type FrameNotice,
  type FrameRole,
  type Furniture,
  type Grid,
  type Guide,
  type OwnColumns,
  type Page,
  type PageRules,
  type PageWords,
  type Region,
} from "./page.ts"
import { soundInset, soundWrap, type Inset, type Wrap } from "./wrap.ts"
import { repairOrder, type StoredFrame, type StoredPage } from "./repair.ts"

const ROLES: readonly unknown[] = [
  "headline",
  "body",
  "picture",
  "caption",
  "filler",
  "house",
  "rule",
  "box",
] satisfies readonly FrameRole[]
const NO_RULES: PageRules = { column: null, slot: null }
const NO_GUIDES: readonly Guide[] = []
const NO_FURNITURE: readonly Furniture[] = []
const NO_SHEET: Page["sheet"] = { width: mm(0), height: mm(0), bleed: mm(0) }
const NO_REGION: Region = { column: 0, columns: 1, line: 0, lines: 1 }
const NO_GRID: Grid = {
  x: pt(0),
  y: pt(0),
  bodySize: pt(9),
  linePitch: pt(11.25),
  columns: 1,
  measure: zi(1),
  gutter: zi(1),
  lines: 1,
}

/**
 * Writes a page under a key, its frames with it. `articleKey` gives the key of an article's id;
 * a frame of an article that the issue has not is left out. The order of pages is the caller's.
 */
export function writePage(
  content: Content,
  key: string,
  page: Page,
  articleKey: (id: string) => string | null,
): void {
  const fields: Fields = new Y.Map()
  content.pages.set(key, fields)
  setField(fields, "id", page.id)
  writeLook(fields, page)
  writeGuides(fields, page.guides ?? [])
  fields.set("frames", new Y.Map())
  fields.set("frameOrder", new Y.Array())
  for (const frame of page.frames) {
    const article = frame.article === null ? null : articleKey(frame.article)
    if (frame.article !== null && article === null) continue
    const first = firstKey(frame.id)
    const taken = mapField(fields, "frames")!.has(first)
    addFrame(fields, { ...frame, article }, taken ? freshKey(content) : first)
  }
}

/** What a page looks like without its frames. */
export type PageLook = Pick<Page, "template" | "sheet" | "grid" | "furniture" | "rules" | "words">

/** Sets what a page looks like without its frames. */
export function writeLook(fields: Fields, look: PageLook): void {
  setField(fields, "template", look.template)
  setField(fields, "sheet", JSON.stringify(look.sheet))
  setField(fields, "grid", JSON.stringify(look.grid))
  setField(fields, "furniture", JSON.stringify(look.furniture))
  writeRules(fields, look.rules)
  writeWords(fields, look.words)
}

/** Sets which rules a page draws between its articles. */
export function writeRules(fields: Fields, { column, slot, line }: PageRules): void {
  const style = isLineStyle(line) ? { line } : {}
  setField(fields, "rules", JSON.stringify({ column, slot, ...style }))
}

/** Sets what a page says of itself; no words at all leave no field. */
export function writeWords(fields: Fields, words: PageWords | undefined): void {
  if (words) setField(fields, "words", JSON.stringify(words))
  else dropField(fields, "words")
}

/** Sets a page's guides; none leave no field, and one that stands nowhere is left out. */
export function writeGuides(fields: Fields, guides: readonly Guide[]): void {
  const standing = guides.filter(({ at }) => Number.isFinite(at))
  const written = standing.map(({ axis, at }) => ({ axis, at }))
  if (written.length > 0) setField(fields, "guides", JSON.stringify(written))
  else dropField(fields, "guides")
}

/** Puts a frame on top of a page under a key; its `article` is a key here. Returns its fields. */
export function addFrame(page: Fields, frame: Frame, key: string): Fields | null {
  const frames = mapField(page, "frames")
  const order = orderField(page, "frameOrder")
  if (!frames || !order) return null
  const fields: Fields = new Y.Map()
  frames.set(key, fields)
  setField(fields, "id", frame.id)
  setField(fields, "role", frame.role)
  setField(fields, "article", frame.article)
  setField(fields, "region", writtenRegion(frame.region))
  setField(fields, "order", frame.order)
  setField(fields, "slot", frame.slot)
  if (frame.locked) setField(fields, "locked", true)
  if (frame.vertical) setField(fields, "vertical", true)
  if (frame.ownColumns) writeOwnColumns(fields, frame.ownColumns)
  if (frame.bands) writeBands(fields, frame.bands)
  if (frame.group !== undefined) setField(fields, "group", frame.group)
  if (isDrawn(frame.role)) writeFrameLook(fields, frame.look ?? PLAIN_LOOK)
  if (frame.ink !== undefined) setField(fields, "ink", frame.ink)
  writeWrap(fields, frame.wrap ?? null)
  writeInset(fields, frame.inset ?? null)
  if (frame.notice !== undefined) setField(fields, "notice", JSON.stringify(frame.notice))
  order.push([key])
  return fields
}

/** Sets how a rule or box looks: no finer than newsprint holds, no darker than black. */
export function writeFrameLook(fields: Fields, look: RawLook): void {
  setField(fields, "look", JSON.stringify(soundFrameLook(look)))
}

/** Sets how text goes round a frame; null, and what can be none, lets it run through. */
export function writeWrap(fields: Fields, wrap: Wrap | null): void {
  const sound = soundWrap(wrap && { ...wrap })
  if (sound) setField(fields, "wrap", JSON.stringify(sound))
  else dropField(fields, "wrap")
}

/** Sets how far a frame stands in from its columns; null is not at all. */
export function writeInset(fields: Fields, inset: Inset | null): void {
  const sound = soundInset(inset && { ...inset })
  if (sound) setField(fields, "inset", JSON.stringify(sound))
  else dropField(fields, "inset")
}

/** Sets a frame's own columns; null, and what can be none, leaves it the basic columns of its region. */
export function writeOwnColumns(fields: Fields, own: OwnColumns | null): void {
  if (!areOwnColumns(own)) return dropField(fields, "ownColumns")
  const { count, mode, gutter } = own
  setField(fields, "ownColumns", JSON.stringify({ count, mode, gutter }))
}

/** Sets the bands of a frame; null, and what can be none, leaves it one. */
export function writeBands(fields: Fields, bands: Bands | null): void {
  if (!areBands(bands)) return dropField(fields, "bands")
  const { count, mode, gutter, level } = bands
  setField(fields, "bands", JSON.stringify({ count, mode, gutter, ...(level ? { level } : {}) }))
}

/** A region as one field, so that a move and a resize at once never make a third region of two. */
export function writtenRegion({ column, columns, line, lines }: Region): string {
  return JSON.stringify({ column, columns, line, lines })
}

/** The page that a record's fields give, its frames still by key. */
export function readPage(key: string, fields: Fields): StoredPage {
  const words = jsonField<PageWords | null>(fields, "words", null)
  const guides = jsonField<readonly Guide[]>(fields, "guides", NO_GUIDES)
  const page: Page = {
    id: wordsField(fields, "id") ?? key,
    template: wordsField(fields, "template") ?? "",
    sheet: jsonField(fields, "sheet", NO_SHEET),
    grid: jsonField(fields, "grid", NO_GRID),
    furniture: jsonField(fields, "furniture", NO_FURNITURE),
    rules: jsonField(fields, "rules", NO_RULES),
    frames: [],
    ...(words ? { words } : {}),
    ...(guides.length > 0 ? { guides } : {}),
  }
  return { key, page, frames: framesOf(fields) }
}

function framesOf(page: Fields): readonly StoredFrame[] {
  const frames = mapField(page, "frames")
  if (!frames) return []
  const order = repairOrder(orderField(page, "frameOrder")?.toArray() ?? [], frames.keys())
  return order.flatMap((key): readonly StoredFrame[] => {
    const fields = fieldsAt(frames, key)
    return fields && !isRemoved(fields) ? [{ key, frame: readFrame(key, fields) }] : []
  })
}

function readFrame(key: string, fields: Fields): Frame {
  const known = fields.get("role")
  const role = ROLES.includes(known) ? (known as FrameRole) : "body"
  const group = wordsField(fields, "group")
  const ink = wordsField(fields, "ink")
  const notice = jsonField<FrameNotice | null | undefined>(fields, "notice", undefined)
  const wrap = canWrap(role) ? soundWrap(jsonField<unknown>(fields, "wrap", null)) : null
  const inset = canStandIn(role) ? soundInset(jsonField<unknown>(fields, "inset", null)) : null
  const own = role === "body" ? jsonField<unknown>(fields, "ownColumns", null) : null
  const bands = role === "body" ? jsonField<unknown>(fields, "bands", null) : null
  return {
    id: wordsField(fields, "id") ?? key,
    role,
    article: isDrawn(role) ? null : wordsField(fields, "article"),
    region: jsonField(fields, "region", NO_REGION),
    order: numberField(fields, "order"),
    slot: wordsField(fields, "slot") ?? "",
    ...(fields.get("locked") === true ? { locked: true } : {}),
    ...(fields.get("vertical") === true ? { vertical: true } : {}),
    ...(areOwnColumns(own) ? { ownColumns: own } : {}),
    ...(areBands(bands) ? { bands } : {}),
    ...(wrap ? { wrap } : {}),
    ...(inset ? { inset } : {}),
    ...(group === null ? {} : { group }),
    ...(ink === null ? {} : { ink }),
    ...(isDrawn(role)
      ? { look: soundFrameLook(jsonField<object>(fields, "look", PLAIN_LOOK)) }
      : {}),
    ...(notice === undefined ? {} : { notice }),
  }
}
