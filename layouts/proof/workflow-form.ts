import { z } from "zod"
import { GUARDS, READINGS, REVIEWS, type Workflow } from "./workflow.ts"

// A window's content policy forbids code made from strings; a workflow needs no compiled checks.
z.config({ jitless: true })

/** Far above any paper's own; they keep a slip from hanging the program. */
const MOST = { states: 60, transitions: 300, roles: 40, words: 60, characters: 100 } as const

const word = z.string().trim().min(1).max(MOST.characters)

/** Words in both languages; plain words are the same in both. */
const say = z.preprocess(
  (value) => (typeof value === "string" ? { zh: value, en: value } : value),
  z.strictObject({ zh: word, en: word }),
)

const ids = z.array(word).max(MOST.states).default([])
const guards = z.array(z.enum(GUARDS)).max(GUARDS.length).default([])
const step = z.enum([...REVIEWS, ...READINGS])

const role = z.strictObject({
  id: word,
  name: say,
  words: z.array(word).max(MOST.words).default([]),
  writes: z.enum(["content", "marks", "nothing"]),
})

const state = z.strictObject({
  id: word,
  name: say,
  acts: ids,
  edits: z.enum(["everything", "text", "marks", "listed", "nothing"]),
})

const transition = z.strictObject({
  id: word,
  from: word,
  to: word,
  say,
  acts: ids,
  step: step.nullable().default(null),
  needs: z
    .array(step)
    .max(REVIEWS.length + READINGS.length)
    .default([]),
  guards,
  opinion: z.boolean().default(false),
  freezes: z.enum(["always", "changed", "never"]).default("never"),
  signs: z.boolean().default(false),
  lists: z.boolean().default(false),
})

/** The form of a workflow's file: what may be left out reads as none, no, or never. */
export const workflowForm: z.ZodType<Workflow> = z.strictObject({
  form: z.literal(1),
  roles: z.array(role).min(1).max(MOST.roles),
  states: z.array(state).min(1).max(MOST.states),
  transitions: z.array(transition).min(1).max(MOST.transitions),
  start: word,
  waivable: guards,
})
