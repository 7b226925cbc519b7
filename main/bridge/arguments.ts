import { soundGlyph, type MadeGlyph } from "../../layouts/issue/made-glyph.ts"
import { isAbsolute } from "node:path"
import { z } from "zod"
import { readTemplate } from "../../layouts/templates/read.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { imprintForm } from "../files/imprint-form.ts"
import { conditionForm } from "../conditions/shelf.ts"
import { preferencesForm } from "../files/preferences.ts"
import type { CallName, Calls } from "./contract.ts"

/** Largest update of a document, picture and dropped copy, bytes; a message holds one of them and a little more. */
const MOST_UPDATE = 64 * 1024 * 1024
const MOST_PICTURE = 100 * 1024 * 1024
const MOST_COPY = 50 * 1024 * 1024
export const MOST_MESSAGE = 2 * MOST_PICTURE

const text = (most: number) => z.string().max(most)

/** A place on this machine: absolute, so that it means the same whoever asks. */
const path = text(4096).refine((value) => isAbsolute(value) && !value.includes("\0"))
const pathOrNone = z.union([z.literal(""), path])
const bytes = (most: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= most)
const name = text(255).min(1)

const date = z.strictObject({
  year: z.int().min(1900).max(9999),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
})

const chooser = z.strictObject({
  title: text(200),
  save: z.boolean(),
  folder: z.boolean(),
  many: z.boolean(),
  endings: z.array(z.string().regex(/^[a-z0-9]{1,10}$/i)).max(50),
  name: text(255),
})

const copy = z.union([z.strictObject({ path }), z.strictObject({ name, bytes: bytes(MOST_COPY) })])

const order = z.strictObject({
  issue: path,
  pages: z.array(text(100)).max(1000),
  kind: z.enum(["pdf", "png"]),
  as: z.exactOptional(z.enum(["pages", "proofs", "galleys"])),
  articles: z.exactOptional(z.array(text(200)).min(1).max(5000)),
  changes: z.exactOptional(z.boolean()),
  dpi: z.number().min(10).max(2400),
  marks: z.boolean(),
  pictures: z.exactOptional(z.enum(["print", "colour"])),
  standard: z.exactOptional(z.enum(["proof", "x1a", "x4"])),
  condition: z.exactOptional(text(200)),
  bleed: z.exactOptional(z.number().min(0).max(30)),
  quality: z.exactOptional(z.int().min(1).max(100)),
  notes: z.exactOptional(z.boolean()),
  spreads: z.exactOptional(z.boolean()),
  slug: z.exactOptional(z.strictObject({ state: text(50), proof: text(50) })),
  at: z.exactOptional(z.iso.datetime({ offset: true })),
  override: z.exactOptional(z.strictObject({ name: text(100).min(1), reason: text(500).min(1) })),
  breaks: z.exactOptional(z.enum(["original", "free"])),
  each: z.exactOptional(z.boolean()),
  replace: z.exactOptional(z.boolean()),
  out: path,
})

const person = { who: text(80), role: text(80) }

const press = z.strictObject({ standard: z.enum(["x1a", "x4"]), condition: text(200) })

const freeze = z.strictObject({
  ...person,
  issue: path,
  page: text(100),
  at: z.iso.datetime({ offset: true }),
  state: text(50),
  breaks: z.enum(["original", "free"]),
  press: z.exactOptional(press),
})

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

const facts = z.strictObject({
  ...{ openMarks: count, unexecuted: count, overset: count, missingGlyphs: count, errors: count },
  ...{ brokenJumps: count, unapproved: count, unlisted: count, list: hash },
  proofList: z.nullable(hash),
  readers: z
    .array(
      z.strictObject({
        step: z.enum(["review1", "review2", "review3", "proof1", "proof2", "proof3"]),
        who: text(80),
      }),
    )
    .max(100_000),
})

const goOn = z.strictObject({
  ...person,
  issue: path,
  page: text(100),
  transition: text(100),
  opinion: text(10_000),
  waived: z.record(text(100), text(1000)),
  listed: z.array(text(200)).max(100_000),
  facts,
  at: z.iso.datetime({ offset: true }),
  breaks: z.enum(["original", "free"]),
  press,
})

/** Largest body of a record, characters. */
const MOST_BODY = 1_000_000

const record = z.strictObject({
  ...person,
  page: z.nullable(text(100)),
  kind: z.enum(["seen", "approve", "ignore"]),
  body: z.record(text(200), z.unknown()).refine((body) => JSON.stringify(body).length <= MOST_BODY),
})

const fault = z.strictObject({
  message: text(10_000),
  stack: text(50_000),
  where: text(50_000),
})

/** What each call may be given, checked when it comes: types stop at the process's edge. */
export const ARGUMENTS: { readonly [N in CallName]: z.ZodType<Parameters<Calls[N]>> } = {
  hello: z.tuple([]),
  chooseFiles: z.tuple([chooser]),
  listFolder: z.tuple([pathOrNone]),
  importCopy: z.tuple([z.array(copy).min(1).max(500), z.record(text(200), text(200))]),
  createIssue: z.tuple([pathOrNone, text(100), date, z.optional(imprintForm)]),
  openIssue: z.tuple([path]),
  keepUpdate: z.tuple([path, z.enum(["content", "marks"]), bytes(MOST_UPDATE)]),
  closeIssue: z.tuple([path]),
  copyIssue: z.tuple([path, path]),
  keepPicture: z.tuple([path, name, bytes(MOST_PICTURE)]),
  adoptPicture: z.tuple([path, path]),
  pictures: z.tuple([path]),
  templates: z.tuple([]),
  keepTemplate: z.tuple([z.custom<Template>((value) => readTemplate(value).ok)]),
  removeTemplate: z.tuple([text(200)]),
  conditions: z.tuple([]),
  readCondition: z.tuple([path]),
  keepCondition: z.tuple([
    conditionForm.refine(({ profile }) => profile === null || isAbsolute(profile)),
  ]),
  removeCondition: z.tuple([text(200)]),
  houseTables: z.tuple([]),
  importHouseTable: z.tuple([path]),
  switchHouseTable: z.tuple([
    text(200),
    z.strictObject({ on: z.boolean(), off: z.array(text(1000)).max(100_000) }),
  ]),
  removeHouseTable: z.tuple([text(200)]),
  glyphs: z.tuple([]),
  keepGlyph: z.tuple([
    z.custom<MadeGlyph>((glyph) => JSON.stringify(soundGlyph(glyph)) === JSON.stringify(glyph)),
  ]),
  workflows: z.tuple([]),
  importWorkflow: z.tuple([path]),
  removeWorkflow: z.tuple([text(200)]),
  giveWorkflow: z.tuple([path, text(200)]),
  preferences: z.tuple([]),
  keepPreferences: z.tuple([preferencesForm]),
  forgetRecent: z.tuple([]),
  reportFault: z.tuple([fault]),
  crashLog: z.tuple([]),
  readNotes: z.tuple([path, path, text(1000)]),
  exportPages: z.tuple([order]),
  cancelExport: z.tuple([path]),
  freezeProof: z.tuple([freeze]),
  proofs: z.tuple([path]),
  proof: z.tuple([path, text(100), z.int().min(1)]),
  copyProof: z.tuple([path, text(100), z.int().min(1), path]),
  records: z.tuple([path]),
  keepRecord: z.tuple([path, record]),
  goOn: z.tuple([goOn]),
  readyToClose: z.tuple([z.boolean()]),
}
