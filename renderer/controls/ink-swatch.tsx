import { screenColour } from "../../layouts/display/screen-colour.ts"
import type { Cmyk } from "../../layouts/issue/ink.ts"
import "../style/inks.css"

/** A small field of an ink as the screen shows it; a spot has a dot. */
export function InkSwatch({
  cmyk,
  spot = false,
}: {
  readonly cmyk: Cmyk
  readonly spot?: boolean
}) {
  const background = `rgb(${screenColour({ name: "", cmyk }).join(" ")})`
  return <span className="ink-swatch" data-spot={spot} style={{ background }} aria-hidden="true" />
}
