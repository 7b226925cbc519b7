import { useSyncExternalStore } from "react"
import type { Command } from "../commands/command.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"

/** Whether a command can be done and whether its switch is on. */
export interface Flags {
  readonly off: boolean
  readonly on: boolean
}

function subscribe(listen: () => void): () => void {
  const stops = [desk.subscribe(listen), view.subscribe(listen)]
  return () => stops.forEach((stop) => stop())
}

/** The flags of commands, in their order; the component is drawn again only when one of them changes. */
export function useFlags(commands: readonly Command[]): readonly Flags[] {
  const digits = useSyncExternalStore(subscribe, () =>
    commands.map((command) => Number(isOff(command)) + 2 * Number(isOn(command))).join(""),
  )
  return Array.from(digits, (digit) => ({ off: Number(digit) % 2 === 1, on: Number(digit) > 1 }))
}

function isOff({ enabled }: Command): boolean {
  return enabled ? !enabled() : false
}

function isOn({ checked }: Command): boolean {
  return checked ? checked() : false
}
