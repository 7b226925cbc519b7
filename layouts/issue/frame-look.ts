import { pt, type Pt } from "../units.ts"
import {
  GROUND_PATTERNS,
  LINE_STYLES,
  RULE_WEIGHTS,
  SIDES,
  type GroundPattern,
  type LineStyle,
} from "./line-style.ts"
import type { Look } from "./page.ts"

/** What a rule or box looks like whose look was lost: a plain rule of half a point. */
export const PLAIN_LOOK: Look = { rule: pt(0.5), tint: 0 }

/** A look before it is checked. */
export type RawLook = Partial<Record<keyof Look, unknown>>

/** Looks already found sound, by the record that they were read from. */
const remembered = new WeakMap<object, Look>()

/** A look as it was written, brought within its bounds; what is foreign to it is dropped. */
export function soundFrameLook(raw: RawLook | null): Look {
  if (typeof raw !== "object" || raw === null) return PLAIN_LOOK
  const known = remembered.get(raw)
  if (known) return known
  const { rule, tint, upright, ink, ground, line, open, pattern } = raw
  const sides = Array.isArray(open) ? SIDES.filter((side) => open.includes(side)) : []
  const look: Look = {
    rule: soundWeight(rule),
    tint: typeof tint === "number" && tint > 0 ? Math.min(1, tint) : 0,
    ...(isLineStyle(line) ? { line } : {}),
    ...(sides.length > 0 ? { open: sides } : {}),
    ...(isPattern(pattern) ? { pattern } : {}),
    ...(upright === true ? { upright } : {}),
    ...(typeof ink === "string" ? { ink } : {}),
    ...(typeof ground === "string" ? { ground } : {}),
  }
  remembered.set(raw, look)
  return look
}

/** A rule's weight: 0 draws none, others are no finer than newsprint holds. */
export function soundWeight(weight: unknown): Pt {
  if (typeof weight !== "number" || !(weight > 0)) return pt(0)
  return pt(Math.min(RULE_WEIGHTS.most, Math.max(RULE_WEIGHTS.least, weight)))
}

/** Whether something read is the name of a line style. */
export function isLineStyle(raw: unknown): raw is LineStyle {
  return LINE_STYLES.some((style) => style === raw)
}

function isPattern(raw: unknown): raw is GroundPattern {
  return GROUND_PATTERNS.some((pattern) => pattern === raw)
}
