import { deflateSync } from "node:zlib"

/** An object of a hand-made PDF: its text, or a stream's dictionary and bytes. */
export type RawObject =
  string | { readonly dict: string; readonly stream: string | Uint8Array; readonly flate?: boolean }

/** What a hand-made PDF holds. */
export interface RawPdf {
  readonly version?: string
  /** Operators of the one page. */
  readonly content?: string
  /** Entries of the page beside its boxes and resources. */
  readonly page?: string
  readonly resources?: string
  readonly catalog?: string
  readonly trailer?: string
  /** Boxes of the page; three of them unless others are given. */
  readonly boxes?: string
  /** Objects 10 and on, which the texts above may refer to. */
  readonly objects?: readonly RawObject[]
}

export const RAW_BOXES = "/MediaBox [0 0 220 320] /BleedBox [1 1 219 319] /TrimBox [10 10 210 310]"

/** A PDF of one page, 200 × 300 pt after the cut, written object for object. */
export function rawPdf(raw: RawPdf): Uint8Array {
  const { content = "", page = "", resources = "", catalog = "", boxes = RAW_BOXES } = raw
  const objects: RawObject[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R ${boxes} /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
    { dict: "", stream: content },
    ...Array.from({ length: 5 }, () => "null"),
    ...(raw.objects ?? []),
  ]
  const parts: Buffer[] = [
    Buffer.from(`%PDF-${raw.version ?? "1.4"}\n%\xe2\xe3\xcf\xd3\n`, "latin1"),
  ]
  const places: number[] = []
  let size = parts[0]!.length
  const add = (bytes: Buffer): void => {
    parts.push(bytes)
    size += bytes.length
  }
  for (const [i, object] of objects.entries()) {
    places.push(size)
    add(
      Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), written(object), Buffer.from("\nendobj\n")]),
    )
  }
  const rows = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")
  const start = size
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /ID [<01> <01>] ${raw.trailer ?? ""} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

function written(object: RawObject): Buffer {
  if (typeof object === "string") return Buffer.from(object, "latin1")
  const bytes = Buffer.from(object.stream as string, "latin1")
  const packed = object.flate === true ? deflateSync(bytes) : bytes
  const filter = object.flate === true ? "/Filter /FlateDecode" : ""
  const head = `<< ${object.dict} ${filter} /Length ${packed.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, "latin1"), packed, Buffer.from("\nendstream")])
}
