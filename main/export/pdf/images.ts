import type { PDFContext, PDFRef } from "pdf-lib"
import { PDFRawStream } from "pdf-lib"
import type { Image } from "../../../layouts/display/list.ts"
import { restore, save, setOverprint } from "./easel.ts"
import type { Easel } from "./easel.ts"
import { factor, lengths } from "./numbers.ts"
import type { PictureBytes } from "./order.ts"
import { PictureStream } from "./picture-stream.ts"
import { packPicture } from "./plates.ts"
import type { Plates } from "./plates.ts"
import { outline, rectangle } from "./paths.ts"
import { across, up } from "./sheet.ts"

/** Grey of the cross over a picture that could not be had, and the width of its lines, pt. */
const MISSING_INK = "0 0 0 0.5 K"
const MISSING_WIDTH = "0.5"

/**
 * Paints a picture: the whole of it, placed so that the cropped part fills the box, and clipped to
 * the box when something lies outside, and to the outline that it is cut out along.
 * A picture that cannot be had leaves a crossed box, as on a dummy page: a hole would go unnoticed.
 */
export function paintImage(easel: Easel, item: Image): void {
  const { box, crop } = item
  if (box.width <= 0 || box.height <= 0) return
  save(easel)
  const name = pictureName(easel, item.picture)
  if (name === null || crop.width <= 0 || crop.height <= 0) {
    crossOut(easel, item)
  } else {
    setOverprint(easel, false)
    const width = box.width / crop.width
    const height = box.height / crop.height
    const x = across(easel.sheet, box.x - crop.x * width)
    const y = up(easel.sheet, box.y - crop.y * height + height)
    if (isCropped(item)) easel.operators.push(`${rectangle(easel.sheet, box)} re W n`)
    if (item.cut) easel.operators.push(`${outline(easel.sheet, item.cut)} W n`)
    easel.operators.push(`${factor(width)} 0 0 ${factor(height)} ${lengths(x, y)} cm`)
    easel.operators.push(`/${name} Do`)
  }
  restore(easel)
}

/** Resource name of a picture on this page, null when the press has no such picture. */
function pictureName(easel: Easel, id: string): string | null {
  const known = easel.pictures.get(id)
  if (known !== undefined) return known.name
  const bytes = easel.picture(id)
  if (bytes === null) return null
  const name = `P${easel.pictures.size + 1}`
  easel.pictures.set(id, { name, bytes })
  return name
}

/**
 * The image object of a picture. Pixels are deflated; a JPEG goes in as it is.
 * A CMYK JPEG with Adobe's marker holds its inks inverted, and PDF readers do not turn them back by
 * themselves: the Decode array does.
 */
export function imageObject(context: PDFContext, picture: PictureBytes, plates: Plates): PDFRef {
  const jpeg = picture.coding === "jpeg"
  const cmyk = picture.space === "cmyk"
  const { bytes } = picture
  const dict = context.obj({
    Type: "XObject",
    Subtype: "Image",
    Width: picture.width,
    Height: picture.height,
    ColorSpace: cmyk ? "DeviceCMYK" : "DeviceGray",
    BitsPerComponent: picture.bits,
    Filter: jpeg ? "DCTDecode" : "FlateDecode",
    Decode: jpeg && cmyk && isAdobeJpeg(bytes) ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined,
  })
  return context.register(
    jpeg
      ? new PictureStream(dict, picture, bytes.length)
      : PDFRawStream.of(dict, packPicture(plates, picture)),
  )
}

function isCropped(item: Image): boolean {
  const { x, y, width, height } = item.crop
  return x !== 0 || y !== 0 || width !== 1 || height !== 1
}

function crossOut(easel: Easel, item: Image): void {
  const { x, y, width, height } = item.box
  const [left, right] = [across(easel.sheet, x), across(easel.sheet, x + width)]
  const [top, bottom] = [up(easel.sheet, y), up(easel.sheet, y + height)]
  setOverprint(easel, false)
  easel.operators.push(
    `${MISSING_INK} ${MISSING_WIDTH} w [] 0 d ${rectangle(easel.sheet, item.box)} re`,
    `${lengths(left, top)} m ${lengths(right, bottom)} l`,
    `${lengths(left, bottom)} m ${lengths(right, top)} l S`,
  )
}

/** Markers of a JPEG file: every one starts with FF; APP14 is where Adobe signs; SOS starts the scan. */
const MARKER = 0xff
const APP14 = 0xee
const SCAN = 0xda
const ADOBE = [0x41, 0x64, 0x6f, 0x62, 0x65]

/** True when a JPEG file carries Adobe's marker before its first scan. */
function isAdobeJpeg(bytes: Uint8Array): boolean {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === MARKER && bytes[at + 1] !== SCAN) {
    const body = at + 4
    if (bytes[at + 1] === APP14 && ADOBE.every((byte, i) => bytes[body + i] === byte)) return true
    at += 2 + bytes[at + 2]! * 256 + bytes[at + 3]!
  }
  return false
}
