import type { Edit } from "../issue/change.ts"
import { writeGlyph } from "../issue/glyph-fields.ts"
import type { MadeGlyph } from "../issue/made-glyph.ts"

/** Puts a made glyph (补字) into the issue, in place of the one that its character had. */
export function setMadeGlyph(glyph: MadeGlyph): Edit {
  return {
    name: "set-made-glyph",
    say: { zh: "补字", en: "Make glyph" },
    run: ({ content }) => writeGlyph(content.issue, glyph),
  }
}
