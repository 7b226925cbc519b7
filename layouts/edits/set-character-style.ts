import type { Edit } from "../issue/change.ts"
import { writeCharacterStyle } from "../issue/issue-styles.ts"
import type { TextLook } from "../issue/text-look.ts"

/** Makes a character style (字符样式) of the issue, or sets it anew; characters bear it by its name. */
export function setCharacterStyle(name: string, look: TextLook): Edit {
  return {
    name: "set-character-style",
    say: { zh: "改字符样式", en: "Change character style" },
    run: ({ content }) => writeCharacterStyle(content.styles, name, look),
  }
}
