import type { Edit } from "../issue/change.ts"
import type { HeadTable } from "../issue/head-setting.ts"
import { writeHeadTable } from "../issue/issue-styles.ts"

/** Sets the paper's table of headline sizes (字号表) in place of what it was; nothing gives the house's. */
export function setHeadTable(table: Partial<HeadTable>): Edit {
  return {
    name: "set-head-table",
    say: { zh: "改标题字号表", en: "Change headline sizes" },
    run: ({ content }) => writeHeadTable(content.styles, table),
  }
}
