import { sheetFor } from "../../layouts/compose.ts"
import { pt } from "../../layouts/units.ts"
import { press, SIZE } from "./type.ts"

/** How a story is set in a column of 13 字. */
export const COLUMN = {
  press,
  sheet: sheetFor(SIZE),
  measure: pt(13 * SIZE),
  rows: { pitch: pt(11.25), size: SIZE },
  honours: () => true,
}
