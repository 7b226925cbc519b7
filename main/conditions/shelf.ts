import { isAbsolute, join } from "node:path"
import { z } from "zod"
import type { OutputIntent } from "../export/pdf/order.ts"
import { done, fault, type Result } from "../result.ts"
import { rootFolder } from "../root.ts"
import type { PrintingCondition } from "./condition.ts"
import { readProfile } from "./profile.ts"
import shipped from "./shipped.json" with { type: "json" }

const resolution = z.strictObject({
  error: z.number().min(30).max(600),
  warn: z.number().min(30).max(600),
  most: z.number().min(72).max(2400),
})

/** ASCII: the identifier and the note go into the PDF as they are. */
const plain = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x20-\x7e]+$/)

/** The form of a printing condition's file. */
export const conditionForm: z.ZodType<PrintingCondition> = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.strictObject({ zh: z.string().min(1).max(100), en: z.string().min(1).max(100) }),
  identifier: plain,
  note: plain,
  registered: z.boolean(),
  profile: z.string().max(4096).nullable(),
  inkLimit: z.number().min(100).max(400),
  gain: z.number().min(0).max(60),
  thinnest: z.number().min(0.05).max(5),
  resolution,
})

/** The conditions that ship. The first is what a newspaper without a wish gets. */
export const SHIPPED_CONDITIONS: readonly PrintingCondition[] = z
  .array(conditionForm)
  .parse(shipped)

/** A condition with its profile read and checked. */
export interface OpenedCondition {
  readonly condition: PrintingCondition
  readonly intent: OutputIntent
}

/** Where a condition's profile lies; null for one that is known by its name alone. */
export function profileFile({ profile }: PrintingCondition): string | null {
  if (profile === null || isAbsolute(profile)) return profile
  return join(rootFolder(), "main/conditions", profile)
}

/** Reads a condition's profile and checks it. */
export function openCondition(condition: PrintingCondition): Result<OpenedCondition> {
  const { identifier, note, registered } = condition
  const opened = (profile: Uint8Array | null): OpenedCondition => ({
    condition,
    intent: { identifier, note, registered, profile },
  })
  const path = profileFile(condition)
  if (path === null)
    return registered
      ? done(opened(null))
      : fault(
          `印刷条件“${condition.name.zh}”没有特性文件，也不是注册名。`,
          `The condition “${condition.name.en}” has no profile and no registered name.`,
        )
  const profile = readProfile(path)
  return profile.ok ? done(opened(profile.value)) : profile
}
