import { zipOf } from "./zip.ts"

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** How a paragraph is set in a made document. */
interface Setting {
  readonly style?: string
  readonly bold?: boolean
  /** Points. */
  readonly size?: number
}

/** A paragraph of WordprocessingML; a line feed in it is a soft break, a tab a tab. */
export function paragraph(text: string, { style, bold, size }: Setting = {}): string {
  const look = `${bold ? "<w:b/>" : ""}${size ? `<w:sz w:val="${size * 2}"/>` : ""}`
  const words = text.split("\n").map((line) =>
    line
      .split("\t")
      .map((part) => `<w:t xml:space="preserve">${coded(part)}</w:t>`)
      .join("<w:tab/>"),
  )
  const run = `<w:r><w:rPr>${look}</w:rPr>${words.join("<w:br/>")}</w:r>`
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}${text === "" ? "" : run}</w:p>`
}

/** A table, a cell a text. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`
}

/** A picture of the package, by its number from 1. */
export function drawing(number: number): string {
  return `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="p" descr="码头"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="pic${number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

/** A Word document of a body and pictures by file name, and the parts it is packed of. */
export function docxParts(
  body: string,
  pictures: Readonly<Record<string, Uint8Array>> = {},
): Record<string, string | Uint8Array> {
  const names = Object.keys(pictures)
  const media = names.map(
    (name, i) => `<Relationship Id="pic${i + 1}" Type="${OFFICE}/image" Target="media/${name}"/>`,
  )
  const kinds = names.map((name) => {
    const ending = name.split(".").at(-1)!
    return `<Default Extension="${ending}" ContentType="image/${ending}"/>`
  })
  return {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types">${[...new Set(kinds)].join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${media.join("")}</Relationships>`,
    "word/document.xml": `<?xml version="1.0"?><w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    "word/styles.xml": `<w:styles ${W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style></w:styles>`,
    ...Object.fromEntries(names.map((name) => [`word/media/${name}`, pictures[name]!])),
  }
}

/** A Word document as bytes. */
export function docxOf(
  body: string,
  pictures: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  return zipOf(docxParts(body, pictures))
}

function coded(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
}
