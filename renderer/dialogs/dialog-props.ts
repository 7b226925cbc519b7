import type { Command } from "../commands/command.ts"
import type { Means } from "../state/means.ts"

/** What every dialog is given; it closes itself with `closeDialog`. */
export interface DialogProps {
  readonly means: Means
  readonly commands: readonly Command[]
}
