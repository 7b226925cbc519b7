/** The menus of the desk, in the order of the menu bar. */
export const MENUS = [
  "file",
  "edit",
  "page",
  "frame",
  "article",
  "text",
  "proof",
  "view",
  "window",
  "help",
] as const

export type MenuId = (typeof MENUS)[number]

/** Something that the person can do: by menu, button, key or palette. Its words are `menu.<id>`. */
export interface Command {
  readonly id: string
  /** Its words where they are not `menu.<id>`, such as a file's name. */
  readonly words?: () => string
  readonly menu: MenuId
  /** Keys such as `Ctrl+Shift+Z`, `V` or `ArrowLeft`; Ctrl also answers to Cmd. Null has none. */
  readonly keys: string | null
  /** Begins a new group in its menu. */
  readonly group?: boolean
  /** A text field under the caret keeps these keys to itself, as it does copy and paste. */
  readonly yields?: boolean
  /** Whether it can be done now; absent is always. */
  readonly enabled?: () => boolean
  /** Whether its switch is on; absent is no switch. */
  readonly checked?: () => boolean
  readonly run: () => void
}

/** What of a key press tells the command. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** A key press written as commands write their keys. */
export function keysOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string {
  const name = key === " " ? "Space" : key.length === 1 ? key.toUpperCase() : key
  const held = [ctrlKey || metaKey ? "Ctrl" : "", altKey ? "Alt" : "", shiftKey ? "Shift" : ""]
  return [...held.filter((one) => one !== ""), name].join("+")
}

/** Keys that write nothing anywhere. */
const FUNCTION_KEY = /^F\d+$/

/** What has the keyboard: nothing of its own, a text field, or a dialog or menu. */
export type Under = "desk" | "text" | "dialog"

/**
 * The command of a key press; null for a press that is none. In a text field bare keys are text, but
 * F1 to F12, and what the field does itself is the field's; a dialog keeps all bare keys.
 */
export function commandFor(
  commands: readonly Command[],
  press: Press,
  under: Under,
): Command | null {
  const keys = keysOf(press)
  const writes = !FUNCTION_KEY.test(press.key) || under === "dialog"
  const bare = !press.ctrlKey && !press.metaKey && writes
  const command = commands.find((candidate) => candidate.keys === keys)
  if (!command || (under !== "desk" && (bare || command.yields))) return null
  return command.enabled?.() === false ? null : command
}

const MAC_KEYS: Readonly<Record<string, string>> = { Ctrl: "⌘", Shift: "⇧", Alt: "⌥" }

/** Keys as this platform writes them; with Shift a key is called by what is printed on it. */
export function keysShown(keys: string, mac: boolean): string {
  const parts = keys.split(/\+(?!$)/)
  const shift = parts.includes("Shift")
  const named = parts.map((part) => NAMES[part] ?? (shift ? SHIFTED[part] : undefined) ?? part)
  return mac ? named.map((part) => MAC_KEYS[part] ?? part).join("") : named.join("+")
}

/** What keys of the American layout that commands use write with Shift, and what is printed on them. */
const SHIFTED: Readonly<Record<string, string>> = { "{": "[", "}": "]" }

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Delete: "Del",
}
