import { foreignFamilies, platesOf, totalInk, type Space } from "../paint/colour.ts"
import type { Paint } from "../paint/marks.ts"
import type { Profile } from "../profile.ts"
import type { Rect } from "../read/pages.ts"
import type { Tray } from "../report.ts"
import type { RuleId } from "../rules.ts"

/** Area below which too much ink does no harm, pt²: 15 mm². Source: GWG practice, reference/pdf.md C.2 */
const SMALL_AREA = 15 * (72 / 25.4) ** 2

/** The page that marks are checked on. */
export interface Sheet {
  readonly number: number
  /** The page's bleed: what lies outside it are printer's marks. */
  readonly printed: Rect
  readonly profile: Profile
  readonly tray: Tray
}

/** Says a fault of a mark where it stands. */
export function sayer({ tray, number }: Sheet, box: Rect) {
  return (rule: RuleId, zh: string, en: string): void =>
    tray.add({ rule, page: number, box, say: { zh, en } })
}

const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  "icc-gray": ["ICC 灰度", "ICC grey"],
  "icc-rgb": ["ICC RGB", "ICC RGB"],
  "icc-cmyk": ["ICC CMYK", "ICC CMYK"],
  "cal-gray": ["CalGray", "CalGray"],
  "cal-rgb": ["CalRGB", "CalRGB"],
  lab: ["Lab", "Lab"],
}

/** Checks what a colour is given in. */
export function checkSpace(sheet: Sheet, space: Space, box: Rect): void {
  const say = sayer(sheet, box)
  if (space.family === "unknown")
    say("colour/unknown", "用了不认识的颜色空间。", "A colour space is not known.")
  for (const ink of space.family === "spot" ? space.inks : [])
    if (!/^(Cyan|Magenta|Yellow|Black|None|All)$/.test(ink))
      say("colour/spot", `专色“${ink}”。`, `The spot ink “${ink}”.`)
  for (const family of foreignFamilies(space)) {
    const [zh, en] = NAMES[family] ?? ["RGB", "RGB"]
    if (family === "rgb") say("colour/rgb", "用了 RGB 颜色。", "RGB colour is used.")
    else
      say(
        "colour/independent",
        `用了设备无关的颜色（${zh}）。`,
        `Device-independent colour is used (${en}).`,
      )
  }
}

/** Checks how much ink a flat colour puts on the paper, and white that overprints. */
export function checkInk(
  sheet: Sheet,
  paint: Paint,
  box: Rect,
  area = (box[2] - box[0]) * (box[3] - box[1]),
): void {
  const plated = platesOf(paint.space, paint.parts)
  if (!plated) return
  const total = totalInk(plated)
  const { inkLimit } = sheet.profile.condition
  if (total > inkLimit + 0.5 && area > SMALL_AREA)
    sayer(sheet, box)(
      "ink/over-limit",
      `总墨量 ${Math.round(total)} %，超过 ${inkLimit} %。`,
      `${Math.round(total)} % of ink, above ${inkLimit} %.`,
    )
  if (total === 0 && paint.overprint && vanishes(paint))
    sayer(sheet, box)(
      "colour/white-overprint",
      "白色设了套印，印出来会消失。",
      "White is set to overprint and will vanish.",
    )
}

function vanishes({ space, mode }: Paint): boolean {
  return space.family === "spot" || (space.family === "cmyk" && mode === 1)
}
