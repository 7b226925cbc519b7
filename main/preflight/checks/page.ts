import { mm, mmToPt } from "../../../layouts/units.ts"
import { liesIn, rectOf, type PageBoxes, type PdfPage, type Rect } from "../read/pages.ts"
import type { PdfFile } from "../read/pdf-file.ts"
import { dictOf, listOf, nameOf, numberOf } from "../read/values.ts"
import type { Tray } from "../report.ts"
import type { RuleId } from "../rules.ts"

/** Bleed that a trimmed sheet wants. Source: reference/pdf.md C.2 */
const USUAL_BLEED = mmToPt(mm(3))

/** Annotations of one page that are looked at. */
const MOST_ANNOTATIONS = 10_000

/** A page that is checked: its number, counted from 1, and its boxes. */
export interface CheckedPage {
  readonly number: number
  readonly page: PdfPage
  readonly boxes: PageBoxes
}

/** The trim of a page, or what stands for it. */
export function trimOf({ trim, art, crop, media }: PageBoxes): Rect {
  return trim ?? art ?? crop ?? media ?? [0, 0, 595, 842]
}

/** What is printed and kept of a page: its bleed, or its trim where it has none. */
export function printedOf(boxes: PageBoxes): Rect {
  return boxes.bleed ?? trimOf(boxes)
}

/** Checks a page's boxes, its annotations, and what else it says of itself. */
export function checkPage(file: PdfFile, checked: CheckedPage, tray: Tray): void {
  checkBoxes(checked, tray)
  checkAnnotations(file, checked, tray)
  const { page, number } = checked
  const add = (rule: RuleId, zh: string, en: string): void =>
    tray.add({ rule, page: number, say: { zh, en } })
  const turn = numberOf(file.get(page.inherited.get("Rotate")))
  if (turn !== null && turn % 360 !== 0)
    add("page/rotated", `页面旋转了 ${turn}°。`, `The page is rotated by ${turn}°.`)
  if (page.dict.has("UserUnit"))
    add("page/unit", "页面的单位不是 1/72 英寸。", "The page's unit is not 1/72 inch.")
  if (page.dict.has("AA") || page.dict.has("PresSteps"))
    tray.add({
      rule: "file/actions",
      say: { zh: "翻到某页时会执行动作。", en: "Actions run when a page is turned to." },
    })
}

function checkBoxes({ number, boxes }: CheckedPage, tray: Tray): void {
  const { media, crop, bleed, trim, art } = boxes
  const add = (rule: RuleId, zh: string, en: string): void =>
    tray.add({ rule, page: number, say: { zh, en } })
  if (!media) return add("page/boxes", "缺页面框（MediaBox）。", "The page has no MediaBox.")
  if (!trim && !art) return add("page/no-trim", "缺成品框（TrimBox）。", "The page has no TrimBox.")
  if (trim && art)
    add("page/boxes", "成品框与 ArtBox 只能有一个。", "The page has both a TrimBox and an ArtBox.")
  const kept = trim ?? art!
  if (!liesIn(kept, bleed ?? media))
    add("page/boxes", "成品框超出了出血框。", "The trim reaches beyond the bleed.")
  if (bleed && !liesIn(bleed, media))
    add("page/boxes", "出血框超出了页面框。", "The bleed reaches beyond the media.")
  if (crop && !liesIn(kept, crop))
    add("page/boxes", "成品框超出了裁剪框（CropBox）。", "The trim reaches beyond the CropBox.")
  const outer = bleed ?? kept
  const least = Math.min(
    kept[0] - outer[0],
    kept[1] - outer[1],
    outer[2] - kept[2],
    outer[3] - kept[3],
  )
  if (least + 0.01 < USUAL_BLEED) {
    const has = ((Math.max(0, least) / 72) * 25.4).toFixed(1)
    add(
      "page/bleed",
      `出血 ${has} mm，要裁切的纸张须有 3 mm。`,
      `The bleed is ${has} mm; a sheet that is trimmed wants 3 mm.`,
    )
  }
}

function checkAnnotations(file: PdfFile, { number, page, boxes }: CheckedPage, tray: Tray): void {
  const list = listOf(file.get(page.dict.get("Annots"))) ?? []
  const kept = printedOf(boxes)
  for (const one of list.slice(0, MOST_ANNOTATIONS)) {
    const dict = dictOf(file.get(one))
    const box = rectOf(file, dict?.get("Rect"))
    const kind = nameOf(file.get(dict?.get("Subtype"))) ?? "?"
    if (!dict || kind === "TrapNet") continue
    if (kind === "Widget")
      tray.add({
        rule: "file/forms",
        say: { zh: "页面上有表单域。", en: "There are form fields on the page." },
      })
    const out =
      box && (box[2] <= kept[0] || box[0] >= kept[2] || box[3] <= kept[1] || box[1] >= kept[3])
    if (!out)
      tray.add({
        rule: "page/annotation",
        page: number,
        ...(box ? { box } : {}),
        say: {
          zh: `版面上有批注（${kind}）。`,
          en: `There is an annotation on the page (${kind}).`,
        },
      })
  }
}

/** Checks that all pages are of one size. */
export function checkSizes(trims: readonly Rect[], tray: Tray): void {
  const sizes = new Set(
    trims.map(([a, b, c, d]) => [c - a, d - b].map((pt) => Math.round((pt / 72) * 25.4)).join("×")),
  )
  if (sizes.size > 1) {
    const some = [...sizes].slice(0, 5).join(", ")
    tray.add({
      rule: "file/sizes",
      say: {
        zh: `页面有 ${sizes.size} 种大小：${some} mm。`,
        en: `The pages have ${sizes.size} sizes: ${some} mm.`,
      },
    })
  }
}
