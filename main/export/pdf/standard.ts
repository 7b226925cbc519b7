/** What kind of PDF: a plain proof, or one of the two that a printer's RIP is promised. */
export const STANDARDS = ["proof", "x1a", "x4"] as const

export type Standard = (typeof STANDARDS)[number]

/** What a standard asks of a file. Source: ISO 15930-4 (X-1a:2003), ISO 15930-7 */
export interface StandardForm {
  /** Version in the file's head, 1.x. */
  readonly minor: number
  /** GTS_PDFXVersion of the Info dictionary; null where it does not belong there. */
  readonly info: string | null
  /** pdfxid:GTS_PDFXVersion of the XMP packet; null where it does not belong there. */
  readonly xmp: string | null
  /**
   * Whether the text is tagged. X-1a goes without: PDF 1.4 knows tags, but the RIPs that are still
   * given X-1a were made before anyone read a page aloud.
   */
  readonly tagged: boolean
  /** Whether objects are packed into streams, which PDF 1.4 does not know. */
  readonly packed: boolean
}

/** The form of each standard. */
export const FORMS: Readonly<Record<Standard, StandardForm>> = {
  proof: { minor: 4, info: null, xmp: null, tagged: true, packed: false },
  x1a: { minor: 4, info: "PDF/X-1a:2003", xmp: null, tagged: false, packed: false },
  x4: { minor: 6, info: null, xmp: "PDF/X-4", tagged: true, packed: true },
}
