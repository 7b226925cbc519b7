import { soundWords } from "./content.ts"
import type { Marks } from "./marks.ts"

/** What a check found: its rule and words, in which article, wherever in it they stand. */
export interface Hit {
  readonly rule: string
  readonly article: string
  readonly text: string
}

/** A hit of the checks that a person let stand, and why (忽略). */
export interface Ignored extends Hit {
  readonly reason: string
  readonly author: string
  /** Milliseconds since 1970, as whoever ignored it says. */
  readonly at: number
}

/** The name that a hit is kept under. */
export function hitKey({ rule, article, text }: Hit): string {
  return JSON.stringify([rule, article, soundWords(text)])
}

/** Reads what was ignored; the list keeps its identity until it changes. A record that is none is left out. */
export function openIgnored({ ignored }: Marks): () => readonly Ignored[] {
  let read: readonly Ignored[] | null = null
  ignored.observe(() => (read = null))
  return () => (read ??= [...ignored.entries()].flatMap(([key, value]) => ignoredOf(key, value)))
}

function ignoredOf(key: string, value: unknown): readonly Ignored[] {
  if (typeof value !== "string") return []
  try {
    const [rule, article, text] = JSON.parse(key) as readonly unknown[]
    const { reason, author, at } = JSON.parse(value) as Partial<Ignored>
    const words = [rule, article, text, reason, author]
    if (!words.every((one) => typeof one === "string") || typeof at !== "number") return []
    return [{ rule, article, text, reason, author, at } as Ignored]
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return []
    throw cause
  }
}
