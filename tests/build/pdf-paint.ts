import { inflateSync } from "node:zlib"
import type { DisplayList, Item } from "../../layouts/display/list.ts"
import { paintPage } from "../../main/export/pdf/content.ts"
import type { PdfOptions, PdfPress } from "../../main/export/pdf/order.ts"
import { sheetOf } from "../../main/export/pdf/sheet.ts"
import { fillTypecases } from "../../main/export/pdf/typecase.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { OPTIONS, pageOf, PRESS } from "./pdf-page.ts"

/** The operators that these items paint, one a line, on a page without bleed or marks. */
export function operatorsOf(items: readonly Item[], press: PdfPress = PRESS): readonly string[] {
  const list = { ...pageOf(items), bleed: 0 as DisplayList["bleed"] }
  const typecases = fillTypecases([list], (id) => press.face(id))
  const paints = { typecases, picture: (id: string) => press.picture(id), reading: null }
  return paintPage(list, sheetOf(list, false), paints).operators.split("\n")
}

/** Lists as a file. Throws the sentence of a fault. */
export function pdfOf(
  lists: readonly DisplayList[],
  press: PdfPress = PRESS,
  options: PdfOptions = OPTIONS,
): Uint8Array {
  const made = writePdf(lists, press, options)
  if (!made.ok) throw new Error(made.say.en)
  return made.value
}

/** A glyph as a reader of the operators places it: code, and where its pen stands on the sheet, pt. */
export interface ShownGlyph {
  readonly code: number
  readonly x: number
  readonly y: number
}

/**
 * Reads a text line of operators as PDF 1.7, 9.4.4 says, with a pen of its own.
 * `widths` are the font's, thousandths of an em by code.
 */
export function readText(
  line: string,
  size: number,
  widths: (code: number) => number,
): ShownGlyph[] {
  const shown: ShownGlyph[] = []
  for (const [, x, y, body] of line.matchAll(/1 0 0 1 (\S+) (\S+) Tm \[([^\]]*)\] TJ/g)) {
    let pen = Number(x)
    for (const [, hex, adjustment] of body!.matchAll(/<([0-9a-f]*)>|(-?[\d.]+)/g)) {
      if (adjustment !== undefined) pen -= (Number(adjustment) / 1000) * size
      for (const [digits] of (hex ?? "").matchAll(/.{4}/g)) {
        const code = Number.parseInt(digits, 16)
        shown.push({ code, x: pen, y: Number(y) })
        pen += (widths(code) / 1000) * size
      }
    }
  }
  return shown
}

/** Every stream of a file, inflated where it is deflated, with the dictionary before it. */
export function streamsOf(file: Uint8Array): readonly { dict: string; text: string }[] {
  const bytes = Buffer.from(file)
  const streams: { dict: string; text: string }[] = []
  for (const found of bytes.toString("latin1").matchAll(/obj\n(<<[\s\S]*?>>)\nstream\n/g)) {
    const from = found.index + found[0].length
    const length = Number(/\/Length (\d+)/.exec(found[1]!)![1])
    const raw = bytes.subarray(from, from + length)
    const plain = found[1]!.includes("FlateDecode") ? inflateSync(raw) : raw
    streams.push({ dict: found[1]!, text: plain.toString("latin1") })
  }
  return streams
}
