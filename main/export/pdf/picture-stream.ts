import { PDFStream, type PDFDict } from "pdf-lib"
import type { PictureBytes } from "./order.ts"

/** A picture's stream: its bytes are asked for when they are written, and not held. */
export class PictureStream extends PDFStream {
  private readonly picture: PictureBytes
  private readonly size: number

  constructor(dict: PDFDict, picture: PictureBytes, size: number) {
    super(dict)
    this.picture = picture
    this.size = size
  }

  override getContents(): Uint8Array {
    return this.picture.bytes
  }

  override getContentsSize(): number {
    return this.size
  }

  /** As the library writes a stream, but the contents at one go and not byte by byte. */
  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    this.updateDict()
    let at = offset + this.dict.copyBytesInto(buffer, offset)
    for (const part of [OPENING, this.getContents(), CLOSING]) {
      buffer.set(part, at)
      at += part.length
    }
    return at - offset
  }
}

const OPENING = Buffer.from("\nstream\n", "latin1")
const CLOSING = Buffer.from("\nendstream", "latin1")
