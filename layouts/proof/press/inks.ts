import type { ComposedPage } from "../../compose.ts"
import type { Glyphs, Ink } from "../../display/list.ts"
import type { Where } from "../../finding.ts"
import { extentOf, printedItems, type PrintedItem } from "./printed-items.ts"
import type { PressLimits, Remark } from "./profile.ts"

/** Ink that counts as none. */
const TRACE = 0.02

/** Text in several inks below this size is seldom in register; white text below that one fills up, pt. */
const [SMALL, SMALL_REVERSED] = [12, 8]

/** Grounds smaller than this do no harm with too much ink, pt²: 15 mm². Source: reference/pdf.md C.2 */
const SMALL_AREA = 15 * (72 / 25.4) * (72 / 25.4)

/** What is wrong with the inks of a page and with text in several of them; each article and ink once. */
export function inkRemarks(page: ComposedPage, limits: PressLimits): readonly Remark[] {
  const told = new Set<string>()
  return printedItems(page.list).flatMap((printed) => {
    const remarks = [...remarksOn(printed, page.page.id, limits)]
    return remarks.filter(({ rule }) => {
      const key = `${rule} ${printed.article ?? ""} ${printed.ink.name}`
      return !told.has(key) && told.add(key)
    })
  })
}

function remarksOn(printed: PrintedItem, page: string, limits: PressLimits): readonly Remark[] {
  const { item, ink, article } = printed
  const where = item.kind === "glyphs" ? textPlace(item, page) : placeOf(page, article)
  const remarks: Remark[] = []
  const spot = ink.spot
  if (spot)
    remarks.push({
      rule: "ink/spot",
      where,
      say: {
        zh: `用了专色“${spot.plate}”，要多出一块版。`,
        en: `The spot ink “${spot.plate}” needs a plate of its own.`,
      },
    })
  const total = Math.round(100 * (spot?.tint ?? ink.cmyk.reduce((sum, share) => sum + share, 0)))
  if (total > limits.inkLimit && !isSmall(printed))
    remarks.push({
      rule: "ink/over-limit",
      where,
      say: {
        zh: `墨色“${ink.name}”总墨量 ${total} %，超过“${limits.name.zh}”的 ${limits.inkLimit} %。`,
        en: `The ink “${ink.name}” has ${total} % in all, above the ${limits.inkLimit} % of “${limits.name.en}”.`,
      },
    })
  return item.kind === "glyphs" && !spot ? [...remarks, ...textRemarks(printed, where)] : remarks
}

function isSmall({ item, scale }: PrintedItem): boolean {
  if (item.kind !== "fill") return false
  const { width, height } = extentOf(item.path)
  return width * height * scale * scale < SMALL_AREA
}

function textRemarks(printed: PrintedItem, where: Where): readonly Remark[] {
  const { ink, scale } = printed
  const size = (printed.item as Glyphs).size * scale
  const [, , , black] = ink.cmyk
  const count = ink.cmyk.filter((share) => share > TRACE).length
  if (black >= 0.8 && count > 1)
    return [
      {
        rule: "text/rich-black",
        where,
        say: {
          zh: `黑字用了“${ink.name}”，不止黑版，容易套印不准。`,
          en: `Black text is in “${ink.name}”, on more plates than black, and may be out of register.`,
        },
      },
    ]
  if (count >= 3 && size < SMALL)
    return [
      {
        rule: "text/many-inks",
        where,
        say: {
          zh: `${SMALL} pt 以下的字用了 ${count} 色的“${ink.name}”，容易套印不准。`,
          en: `Text below ${SMALL} pt is in “${ink.name}” of ${count} plates and may be out of register.`,
        },
      },
    ]
  return isReversedSmall(ink, size)
    ? [
        {
          rule: "text/reversed-small",
          where,
          say: {
            zh: `不到 ${SMALL_REVERSED} pt 的反白字，印出来容易糊。`,
            en: `Reversed text below ${SMALL_REVERSED} pt may fill up.`,
          },
        },
      ]
    : []
}

function isReversedSmall({ cmyk }: Ink, size: number): boolean {
  return cmyk.every((share) => share <= TRACE) && size < SMALL_REVERSED
}

function placeOf(page: string, article: string | null): Where {
  return article === null ? { page } : { page, article }
}

/** Where the first of some glyphs stands in its article. */
function textPlace({ source }: Glyphs, page: string): Where {
  if (!source) return { page }
  const { article, paragraph, from, to } = source
  return { page, article, paragraph, from, to }
}
