import type { Finding, Say } from "../../layouts/finding.ts"
import type { PlannedFile } from "../../layouts/issue/file-plan.ts"
import type { Mark } from "../../layouts/issue/mark.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Press } from "../../layouts/press.ts"
import type { DocumentName, ExportOrder } from "../bridge/contract.ts"
import type { Plate } from "../conditions/plate.ts"
import type { Library } from "../fonts/library.ts"
import type { OpenedPicture } from "../pictures/open.ts"
import type { Override, Refusal } from "./override.ts"
import type { Result } from "../result.ts"

/** What an export needs, all of it plain enough to be sent to a thread. */
export interface PressSheet {
  readonly documents: Readonly<Record<DocumentName, readonly Uint8Array[]>>
  /** Picture id → file. */
  readonly files: ReadonlyMap<string, string>
  readonly order: ExportOrder
  readonly plate: Plate
  /** File that the one ordered page is frozen in beside its PDF; absent freezes nothing. */
  readonly frozen?: string
}

/** The drafts that were written whole, and what became of the others. */
export interface Pressed {
  readonly made: readonly string[]
  /** Errors that the pages were printed with all the same. */
  readonly errors: readonly Finding[]
  readonly faults: readonly Say[]
}

/**
 * What the pressroom says: the files that it is about to make, how far it is, how it ended. It
 * writes nothing before it is told to go on after the plan.
 */
export type PressWord =
  | { readonly planned: readonly string[] }
  | { readonly done: number; readonly pages: number; readonly note?: Say }
  | { readonly ended: Result<Pressed> | Refusal }

/** One export while it runs. */
export interface Run {
  readonly sheet: PressSheet
  readonly issue: Issue
  /** Its proof marks. */
  readonly marks: readonly Mark[]
  readonly files: readonly PlannedFile[]
  readonly library: Library
  /** The one press that pages are composed with, for the gate and for every file: none is set twice. */
  readonly press: Press
  /** The pictures of the ordered pages: pages are composed with their sizes. */
  readonly opened: ReadonlyMap<string, OpenedPicture>
  /** Who answers for the pages' errors; null for pages without any. */
  readonly override: Override | null
  /** Says that one page more is done. */
  step(): void
  /** Says what a file goes out with that is not as it should be. */
  note(say: Say): void
}

/** Where pictures of a file wait while it is made. */
export function trayOf(path: string): string {
  return `${path}.${process.pid}.pictures.part`
}
