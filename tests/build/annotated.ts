import { rawPdf } from "./raw-pdf.ts"

/** A text string as programs write it: UTF-16 with its mark. */
export function utf16(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le").swap16()
  return `<${bytes.toString("hex").toUpperCase()}>`
}

/**
 * PDFs with comments as other programs write them. They are imitations, made from what the programs'
 * files, issues and manuals show, not files of those programs:
 * Acrobat's caret with IT /Replace and a struck-out stretch with IT /StrikeOutTextEdit, IRT and RT
 * /Group, and quads in the order TL TR BL BR (github.com/pdf-association/pdf-issues/issues/68);
 * Okular's NM `okular-{uuid}`, times without a zone and no groups; Foxit like Acrobat with its own
 * subjects; Preview without names, with quads that go round; PDF-XChange with rich text alone;
 * pdf.js with free text, highlights and ink (github.com/mozilla/pdf.js/issues/12675 on quads).
 */
export const IMITATIONS = {
  acrobat: annotated([
    `<< /Type /Annot /Subtype /Caret /Rect [96.2 148 103.8 156] /RD [0.5 0.5 0.5 0.5]
        /NM (5f0e3c1a-8d5b-4a53-9b8c-2f6d1f6d0a11) /T ${utf16("李校对")} /Subj (Inserted Text) /IT /Replace
        /Contents ${utf16("新茶")} /RC (<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml"><p>tea</p></body>)
        /CreationDate (D:20311104210500+08'00') /M (D:20311104210610+08'00') /F 4 /C [0 0 1] /Popup 13 0 R >>`,
    `<< /Type /Annot /Subtype /StrikeOut /Rect [80 148 100 160] /QuadPoints [80 160 100 160 80 148 100 148]
        /IRT 10 0 R /RT /Group /IT /StrikeOutTextEdit /NM (0b1a) /T ${utf16("李校对")} /Subj (Cross-Out) /F 4 >>`,
    `<< /Type /Annot /Subtype /Text /IRT 10 0 R /Rect [80 148 100 160] /NM (r1) /T (Editor) /State (Rejected)
        /StateModel (Review) /Contents (Rejected set by Editor) /F 30 /M (D:20311104220000Z) >>`,
    `<< /Type /Annot /Subtype /Popup /Rect [0 0 9 9] /Parent 10 0 R >>`,
  ]),
  foxit: annotated([
    `<< /Type /Annot /Subtype /StrikeOut /Rect [80 148 100 160] /QuadPoints [80 160 100 160 80 148 100 148]
        /IRT 11 0 R /RT /Group /IT /StrikeOutTextEdit /NM (strike-of-foxit) /T (FX) /Subj (Replace) >>`,
    `<< /Type /Annot /Subtype /Caret /Rect [96 144 104 152] /NM (caret-of-foxit) /T (FX) /Subj (Replace)
        /IT /Replace /Contents ${utf16("港区")} /M (D:20311104210610+08'00') >>`,
  ]),
  okular: annotated([
    `<< /Type /Annot /Subtype /Highlight /Rect [80 148 100 160] /QuadPoints [80 148 100 148 100 160 80 160]
        /NM (okular-{551f1c1c-224d-4982-b5ce-3494483bf8d3}) /T (\\376\\377\\150\\041) /M (D:20311104210610)
        /Contents ${utf16("请核人名")} /F 4 /C [1 1 0] /CA 1 /P 3 0 R >>`,
  ]),
  preview: annotated([
    `<< /Type /Annot /Subtype /StrikeOut /Rect [79 147 101 161] /QuadPoints [100 160 80 160 80 148 100 148]
        /C [1 0 0] /M (D:20311104131000Z00'00') >>`,
    `<< /Subtype /Text /Rect [150 200 168 218] /Contents ${utf16("整段重排")} /T ${utf16("王")} /Name /Comment >>`,
  ]),
  xchange: annotated([
    `<< /Type /Annot /Subtype /Underline /Rect [80 148 100 160] /QuadPoints [80 160 100 160 80 148 100 148]
        /RC (<body><p>\\376 rich &amp; <b>bold</b></p><p>two</p></body>) /T (PXC) /M (D:20311104) /NM (pxc) >>`,
  ]),
  pdfjs: annotated([
    `<< /Type /Annot /Subtype /FreeText /Rect [20 20 90 40] /DA (/Helv 10 Tf) /Contents ${utf16("标题太长")}
        /F 4 /Rotate 0 /M (D:20311104131000Z) >>`,
    `<< /Type /Annot /Subtype /Highlight /Rect [80 148 100 160] /F 4 /QuadPoints [80 160 100 160 80 148 100 148] >>`,
    `<< /Type /Annot /Subtype /Ink /Rect [30 30 60 60] /InkList [[30 30 60 60]] /F 4 >>`,
  ]),
} as const

/** A hand-made PDF of one page with annotations, which are its objects 10 and on. */
export function annotated(objects: readonly string[], more = ""): Uint8Array {
  const refs = objects.map((_, i) => `${10 + i} 0 R`).join(" ")
  return rawPdf({ page: `/Annots [${refs}] ${more}`, objects })
}
