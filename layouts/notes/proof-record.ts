import type { IssueDate } from "../issue/issue.ts"
import type { Mark } from "../issue/mark.ts"
import type { TextMap } from "../proof/text-map.ts"

/**
 * What goes with a proof's PDF as a file of its own (样张随附记录), so that what others mark on the PDF
 * is found again in the text: where each page lies, where its characters stood, and its marks whole.
 * JSON-safe.
 */
export interface ProofRecord {
  readonly format: "banxin-proof"
  readonly version: 1
  readonly paper: string
  readonly date: IssueDate
  /** Time of the proof as it was ordered, ISO 8601. */
  readonly at: string
  /** One a page of the file. */
  readonly sheets: readonly ProofSheet[]
  readonly maps: readonly TextMap[]
  readonly marks: readonly Mark[]
}

/** A page of the file. */
export interface ProofSheet {
  /** Its size, pt, and where the sheet's origin lies on it, y up. */
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  /** The issue's pages on it, each made larger by `scale` and then moved. */
  readonly pages: readonly SheetPlace[]
}

/** Where an issue's page lies on a sheet, y down. */
export interface SheetPlace {
  readonly page: string
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** What the record is called among a PDF's files. */
export const RECORD_NAME = "banxin-proof.json"
