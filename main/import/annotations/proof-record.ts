import { z } from "zod"
import { isSign, soundPayload } from "../../../layouts/issue/payload.ts"
import type { ProofRecord } from "../../../layouts/notes/proof-record.ts"

const text = (most: number) => z.string().max(most)
const number = z.number().min(-1e6).max(1e6)
const time = z.number().min(0).max(8.64e15)
const place = z.object({ paragraph: z.int().min(0).max(1e5), offset: z.int().min(0).max(1e7) })
const box = z.object({ x: number, y: number, width: number, height: number })
const words = z.enum(["kicker", "headline", "deck"]).nullable()
const state = z.enum(["open", "executed", "refused", "asked", "withdrawn"])

const range = z.union([
  z.object({ kind: z.literal("text"), words, from: place, to: place }),
  z.object({ kind: z.literal("picture"), picture: z.int().min(0).max(1e5) }),
  z.object({ kind: z.literal("spot"), page: text(200), box }),
])

const answer = z.object({
  ...{ author: text(500), role: text(500), at: time, say: text(20_000) },
  state: state.nullable(),
})

const mark = z
  .object({
    ...{ id: text(500).min(1), article: text(500).nullable(), range, state },
    quote: z.object({ before: text(500), text: text(100_000), after: text(500) }),
    target: place.nullable(),
    ...{ pass: z.int().min(1).max(100), author: text(500), role: text(500), at: time },
    thread: z.array(answer).max(10_000),
    ...{ sign: z.string().refine(isSign), payload: z.unknown() },
  })
  .refine(({ sign, payload }) => isSign(sign) && soundPayload(sign, payload) !== null)

const look = z.tuple([z.int().min(0).max(1e5), text(200), number, text(200)])

const line = z.object({
  vertical: z.literal(true).optional(),
  ...{ article: text(500), words, paragraph: z.int().min(0).max(1e5), y: number, height: number },
  at: z.array(z.int().min(0).max(1e7)).min(1).max(20_000),
  x: z.array(number).min(1).max(20_000),
  looks: z.array(look).max(20_000).catch([]),
})

const map = z.object({
  page: text(200),
  trim: z.object({ width: number, height: number }),
  lines: z.array(line.refine(({ at, x }) => at.length === x.length)).max(100_000),
  texts: z
    .array(
      z.object({
        ...{ id: text(500), kicker: text(1e5), headline: text(1e5), deck: text(1e5) },
        story: text(1e7),
      }),
    )
    .max(10_000),
})

const sheet = z.object({
  ...{ width: number, height: number, left: number, top: number },
  pages: z
    .array(
      z.object({ page: text(200), scale: z.number().min(0.001).max(1000), x: number, y: number }),
    )
    .max(100),
})

const form = z.object({
  ...{ format: z.literal("banxin-proof"), version: z.literal(1) },
  paper: text(500),
  date: z.object({ year: z.int(), month: z.int(), day: z.int() }),
  at: text(100),
  sheets: z.array(sheet).max(10_000),
  maps: z.array(map).max(10_000),
  marks: z.array(mark).max(100_000),
})

/** A proof's record as it came back with a file; null for what is none, or what someone harmed. */
export function soundRecord(record: unknown): ProofRecord | null {
  const read = form.safeParse(record)
  return read.success ? (read.data as unknown as ProofRecord) : null
}
