import { z } from "zod"
import { soundFrameLook } from "../issue/frame-look.ts"
import { GROUND_PATTERNS, LINE_STYLES, SIDES } from "../issue/line-style.ts"
import { OWN_COLUMNS } from "../issue/page.ts"
import { soundInset, soundWrap } from "../issue/wrap.ts"
import { mm, pt, zi } from "../units.ts"
import type { Template } from "./template.ts"

// A window's content policy forbids code made from strings; a few templates need no compiled checks.
z.config({ jitless: true })

/** The thinnest rule newsprint holds: 0.1 mm, in pt. */
const HAIRLINE = 0.2835

/** Newspaper sheets, trims and grids stay far below these; they keep a typing slip from hanging the program. */
const MOST = {
  millimetres: 2000,
  points: 2000,
  columns: 40,
  lines: 400,
  slots: 200,
  name: 200,
} as const

const name = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const millimetres = z.number().nonnegative().max(MOST.millimetres).transform(mm)
const points = z.number().positive().max(MOST.points).transform(pt)
const characters = z.number().min(-MOST.points).max(MOST.points).transform(zi)
const place = z.number().min(-MOST.lines).max(MOST.lines)
const ruleWidth = z.number().min(HAIRLINE).max(20).transform(pt)
const boxRule = z
  .number()
  .max(20)
  .refine((width) => width === 0 || width >= HAIRLINE)
  .transform(pt)
const columnCount = z.int().min(1).max(MOST.columns)
const lineCount = z.int().min(1).max(MOST.lines)

const region = z.strictObject({
  column: z.int().min(0).max(MOST.columns),
  columns: columnCount,
  line: z.int().min(0).max(MOST.lines),
  lines: lineCount,
})

const lineStyle = z.enum(LINE_STYLES).optional()
const inkName = z.string().max(MOST.name).optional()

// What a frame of a page may have is read as a page's is: brought within its bounds.
const look = z.looseObject({}).transform((raw) => soundFrameLook(raw))
const wrap = z.looseObject({}).transform((raw) => soundWrap(raw) ?? undefined)
const inset = z.looseObject({}).transform((raw) => soundInset(raw) ?? undefined)

const fixture = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    role: z.enum(["masthead", "ear", "folio", "house"]),
    text: z.string().min(1),
    family: z.enum(["song", "hei", "kai", "fang"]),
    weight: z.int().min(100).max(900),
    size: points,
    x: characters,
    line: place,
    align: z.enum(["left", "center", "right"]),
    tracking: z.number().min(-10).max(200).default(0).transform(pt),
    ink: inkName,
  }),
  z.strictObject({
    kind: z.literal("rule"),
    x1: characters,
    line1: place,
    x2: characters,
    line2: place,
    width: ruleWidth,
    style: lineStyle,
    ink: inkName,
  }),
  z.strictObject({
    kind: z.literal("box"),
    x: characters,
    line: place,
    width: z.number().positive().max(MOST.points).transform(zi),
    lines: z.number().positive().max(MOST.lines),
    rule: boxRule,
    tint: z.number().min(0).max(1),
    style: lineStyle,
    open: z.array(z.enum(SIDES)).max(SIDES.length).optional(),
    pattern: z.enum(GROUND_PATTERNS).optional(),
    ink: inkName,
    ground: inkName,
  }),
])

const ownColumns = z.strictObject({
  count: z.int().min(1).max(OWN_COLUMNS.most),
  mode: z.enum(["absolute", "relative", "free", "auto"]),
  gutter: z.number().min(0).max(OWN_COLUMNS.gutter).default(1).transform(zi),
})

const bands = ownColumns.extend({ level: z.literal(true).optional() })

const slot = z.strictObject({
  id,
  role: z.enum(["lead", "news", "photo", "filler", "house"]),
  region,
  span: z.strictObject({ min: columnCount, max: columnCount }).nullable().default(null),
  headline: z
    .strictObject({
      lines: lineCount,
      min: lineCount.nullable().default(null),
      max: lineCount.nullable().default(null),
    })
    .nullable()
    .default(null),
  frames: z
    .array(
      z.strictObject({
        role: z.enum(["headline", "body", "picture", "caption", "filler", "house"]),
        region,
        part: z.int().min(0).max(MOST.slots).default(0),
        vertical: z.boolean().optional(),
        ownColumns: ownColumns.optional(),
        bands: bands.optional(),
        wrap: wrap.optional(),
        inset: inset.optional(),
        ink: inkName,
        group: inkName,
      }),
    )
    .max(MOST.slots)
    .default([]),
  looks: z
    .array(
      z.strictObject({
        part: z.int().min(0).max(MOST.slots).default(0),
        surround: look.optional(),
        columnRule: look.optional(),
      }),
    )
    .max(MOST.slots)
    .optional(),
})

const drawn = z.strictObject({
  role: z.enum(["rule", "box"]),
  region,
  look,
  over: z.boolean().default(false),
  wrap: wrap.optional(),
  inset: inset.optional(),
  group: inkName,
})

/**
 * The form of a template file: which fields there are, of which kind and in which range.
 * What the fields mean together (slots that overlap, a page left bare) is for `checks.ts`.
 */
export const templateForm: z.ZodType<Template> = z.strictObject({
  id,
  name,
  section: z.string().max(40).default(""),
  sheet: z.strictObject({ width: millimetres, height: millimetres, bleed: millimetres }),
  typeArea: z.strictObject({ x: millimetres, y: millimetres }),
  grid: z.strictObject({
    bodySize: points,
    linePitch: points,
    columns: columnCount,
    measure: z.number().min(4).max(200).transform(zi),
    gutter: z.number().nonnegative().max(100).transform(zi),
    lines: lineCount,
  }),
  reserved: z
    .array(z.strictObject({ id, role: z.enum(["masthead", "ear"]), region }))
    .max(MOST.slots)
    .default([]),
  furniture: z.array(fixture).max(500).default([]),
  rules: z
    .strictObject({
      column: ruleWidth.nullable(),
      slot: ruleWidth.nullable(),
      line: lineStyle,
    })
    .transform(({ line, ...widths }) => (line ? { ...widths, line } : widths))
    .default({ column: null, slot: null }),
  slots: z.array(slot).min(1).max(MOST.slots),
  drawn: z.array(drawn).max(MOST.slots).optional(),
  notices: z
    .array(z.strictObject({ title: z.string().min(1), lines: z.array(z.string().min(1)).max(12) }))
    .max(50)
    .default([]),
  next: id.nullable().default(null),
})
