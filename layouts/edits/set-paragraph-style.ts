import type { Edit } from "../issue/change.ts"
import {
  writeParagraphStyle,
  type ParagraphStyleName,
  type StyleChange,
} from "../issue/issue-styles.ts"

/**
 * Sets what the issue changes of one of the house's paragraph styles (段落样式), in place of what it
 * changed before; nothing gives the house's back.
 */
export function setParagraphStyle(name: ParagraphStyleName, change: StyleChange): Edit {
  return {
    name: "set-paragraph-style",
    say: { zh: "改段落样式", en: "Change paragraph style" },
    run: ({ content }) => writeParagraphStyle(content.styles, name, change),
  }
}
