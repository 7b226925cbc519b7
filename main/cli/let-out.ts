import type { Finding } from "../../layouts/finding.ts"
import type { Plate } from "../conditions/plate.ts"
import { appFolder } from "../files/app-folder.ts"
import { logOverride } from "../files/override-log.ts"
import { errorsAmong } from "../pressroom/gate.ts"
import type { Override } from "../pressroom/override.ts"
import { BadUsage, bothTongues, progress, type Options } from "./answer.ts"
import { signedOf } from "./press-options.ts"

/** Who answers for the errors of composed pages; `remember` logs it, before the file is written. */
export interface Leave {
  readonly override: Override | null
  remember(file: string): void
}

/**
 * Who answers for pages with these findings. Copy that is composed on trial is no page of an issue:
 * a printer's file is written even if nobody signs for its errors, and says so of itself, so that
 * preflight finds it. An issue's export is refused instead (see pressroom/gate.ts).
 */
export function leaveFor(findings: readonly Finding[], plate: Plate, options: Options): Leave {
  const signed = signedOf(options)
  const errors = plate.standard === "proof" ? [] : errorsAmong(findings)
  if (errors.length === 0) return { override: null, remember: () => undefined }
  const override = signed ?? unsigned(errors.length)
  if (!signed) progress(`${override.name}：${override.reason} (--override NAME --reason TEXT)`)
  const issue = options.files.join(" ")
  const { standard } = plate
  return {
    override,
    remember: (file) => {
      const logged = { ...override, issue, standard, files: [file], errors }
      const kept = logOverride(appFolder(), logged, new Date())
      if (!kept.ok) throw new BadUsage(bothTongues(kept.say))
    },
  }
}

function unsigned(errors: number): Override {
  return {
    name: "无人签名 nobody signed",
    reason: `版面有 ${errors} 处错误，不可付印。 The pages have ${errors} errors: not for print.`,
  }
}
