import { isMakeable } from "../../layouts/issue/made-glyph.ts"
import { selectedCharacters } from "../app/beside-deeds.ts"
import { openDialog } from "./dialog.ts"

/** The character that a glyph was asked for last; null for none in particular. */
let wanted: string | null = null

/** The character that a glyph is to be made for; null for none in particular. */
export function wantedGlyph(): string | null {
  return wanted
}

/** Opens the dialog in which glyphs are made, for a character or for what is selected. */
export function makeGlyph(character: string = selectedCharacters()): void {
  wanted = isMakeable(character) ? character : null
  openDialog("madeGlyphs")
}
