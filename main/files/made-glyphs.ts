import { soundGlyph, type MadeGlyph } from "../../layouts/issue/made-glyph.ts"
import { done, fault, type Result } from "../result.ts"
import { namedShelf, type NamedShelf } from "./named-shelf.ts"

/**
 * The paper's own glyphs (本报补字) that are kept in the program's folder, one JSON file each, by what
 * they are read as; other issues take them from there. What cannot be read is left out.
 */
export function keptGlyphs(home: string): readonly MadeGlyph[] {
  const shelf = shelfIn(home)
  return shelf.names().flatMap((name) => readKept(shelf, name) ?? [])
}

/** Keeps a glyph; one that is read as the same is replaced. */
export function keepGlyph(home: string, glyph: MadeGlyph): Result<null> {
  try {
    shelfIn(home).write(nameOf(glyph), glyph)
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(`补字存不下来：${message}。`, `The glyph cannot be written down: ${message}.`)
  }
}

function readKept(shelf: NamedShelf, name: string): MadeGlyph | null {
  try {
    const glyph = soundGlyph(JSON.parse(shelf.read(name)))
    return glyph && nameOf(glyph) === name ? glyph : null
  } catch {
    return null
  }
}

/** What a glyph is read as, by its code points: no file system makes two of them one. */
function nameOf({ reading }: MadeGlyph): string {
  return [...reading].map((one) => one.codePointAt(0)!.toString(16)).join("-")
}

function shelfIn(home: string): NamedShelf {
  return namedShelf(home, "made-glyphs")
}
