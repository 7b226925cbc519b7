import type { Finding } from "../../layouts/finding.ts"
import type { Plate } from "../conditions/plate.ts"
import { appFolder } from "../files/app-folder.ts"
import { logOverride } from "../files/override-log.ts"
import { errorsAmong } from "../pressroom/gate.ts"
import { refusal, type Override } from "../pressroom/override.ts"
import { BadUsage, bothTongues, progress, type Options } from "./answer.ts"
import { signedOf } from "./press-options.ts"

/** Whether composed pages may go out as a file, and who answers for their errors. */
export type Leave =
  | { readonly out: false }
  | { readonly out: true; readonly override: Override | null; remember(file: string): void }

/**
 * Whether pages with these findings may go out: a proof always, a printer's file without errors, or
 * with a name and a reason, which are remembered before the file is written.
 */
export function leaveFor(findings: readonly Finding[], plate: Plate, options: Options): Leave {
  const signed = signedOf(options)
  const errors = plate.standard === "proof" ? [] : errorsAmong(findings)
  if (errors.length === 0) return { out: true, override: null, remember: () => undefined }
  if (!signed) {
    progress(bothTongues(refusal(errors).say))
    return { out: false }
  }
  const issue = options.files.join(" ")
  const { standard } = plate
  return {
    out: true,
    override: signed,
    remember: (file) => {
      const logged = { ...signed, issue, standard, files: [file], errors }
      const kept = logOverride(appFolder(), logged, new Date())
      if (!kept.ok) throw new BadUsage(bothTongues(kept.say))
    },
  }
}
