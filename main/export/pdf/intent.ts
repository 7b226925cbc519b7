import type { PDFContext, PDFRef } from "pdf-lib"
import { PDFRawStream, PDFString } from "pdf-lib"
import type { OutputIntent } from "./order.ts"
import { packProfile } from "./plates.ts"
import type { Plates } from "./plates.ts"

/** Where the names of registered printing conditions are kept. */
const REGISTRY = "http://www.color.org"

/** Process colours of a profile of this kind. */
const CHANNELS = 4

/**
 * The output intent: the printing condition that the page was made for. The profile is embedded
 * once; a registered condition may go without.
 * Source: PDF 1.7, 14.11.5; ISO 15930-4 and -7 (one intent, S GTS_PDFX).
 */
export function outputIntent(context: PDFContext, intent: OutputIntent, plates: Plates): PDFRef {
  const { identifier, note, registered, profile } = intent
  return context.register(
    context.obj({
      Type: "OutputIntent",
      S: "GTS_PDFX",
      OutputConditionIdentifier: PDFString.of(identifier),
      OutputCondition: PDFString.of(note),
      Info: PDFString.of(note),
      RegistryName: registered ? PDFString.of(REGISTRY) : undefined,
      DestOutputProfile: profile ? profileObject(context, profile, plates) : undefined,
    }),
  )
}

function profileObject(context: PDFContext, profile: Uint8Array, plates: Plates): PDFRef {
  const dict = context.obj({ N: CHANNELS, Alternate: "DeviceCMYK", Filter: "FlateDecode" })
  return context.register(PDFRawStream.of(dict, packProfile(plates, profile)))
}
