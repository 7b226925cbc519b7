import type { Edit } from "../issue/change.ts"
import { writeCharacterStyle } from "../issue/issue-styles.ts"

/** Removes a character style of the issue (删字符样式); what bears its name is set as if it had none. */
export function removeCharacterStyle(name: string): Edit {
  return {
    name: "remove-character-style",
    say: { zh: "删字符样式", en: "Remove character style" },
    run: ({ content }) => writeCharacterStyle(content.styles, name, null),
  }
}
