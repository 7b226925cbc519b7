import type { Edit } from "../issue/change.ts"
import { dropGlyph } from "../issue/glyph-fields.ts"

/** Takes the made glyph (补字) of a character out of the issue; where it stands in text, 〓 does then. */
export function removeMadeGlyph(character: string): Edit {
  return {
    name: "remove-made-glyph",
    say: { zh: "删补字", en: "Remove made glyph" },
    run: ({ content }) => dropGlyph(content.issue, character),
  }
}
