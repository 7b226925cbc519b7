import type { DisplayList, Item } from "../display/list.ts"
import { scaleItems } from "../display/scale-items.ts"
import { drawFurniture } from "../draw/furniture.ts"
import { inksOf } from "../draw/list-inks.ts"
import { strokeBox } from "../draw/shapes.ts"
import type { Issue } from "../issue/issue.ts"
import type { Furniture } from "../issue/page.ts"
import type { Press } from "../press.ts"
import { mm, mmToPt, pt, type Box, type Pt } from "../units.ts"
import { besides, dayOf, minuteOf, type ProofWords } from "./proof-words.ts"
import { signBoxes } from "./sign-boxes.ts"
import { words } from "./words.ts"

/** A3, and what of it stays free round everything: no office printer reaches the edge. */
const SHORT = mmToPt(mm(297))
const LONG = mmToPt(mm(420))
const EDGE = mmToPt(mm(8))

/** Heights of the head over the page and of the sign boxes under it, and the air beside the page. */
const HEAD = mmToPt(mm(12))
const BOXES = mmToPt(mm(20))
const AIR = mmToPt(mm(3))

/** What a page proof is made with. */
export interface PageProofOrder extends ProofWords {
  readonly issue: Pick<Issue, "paper" | "date" | "inks" | "pages">
  readonly press: Press
}

/**
 * The page proof (大样): a page on an A3 sheet, made as small as that asks and never larger, under a
 * head that says which proof it is and over the boxes that it is signed in. It is the page's own
 * display list, each of its lengths scaled; what it prints outside its trim is cut off. A sheet of
 * facing pages lies across.
 */
export function pageProof(list: DisplayList, order: PageProofOrder): DisplayList {
  const { trim } = list
  const { sheet, scale, paper } = proofRoom(trim)
  const boxes: Box = {
    x: EDGE,
    y: pt(sheet.height - EDGE - BOXES),
    width: pt(sheet.width - 2 * EDGE),
    height: BOXES,
  }
  const beside = [
    ...headOf(list, order, { right: pt(sheet.width - EDGE), scale }),
    ...signBoxes(boxes),
  ]
  const items: readonly Item[] = [
    ...drawFurniture(beside, order.press),
    { kind: "push", matrix: [1, 0, 0, 1, 0, 0], clip: paper },
    ...scaleItems(list.items, { scale, x: paper.x, y: paper.y }),
    { kind: "pop" },
    { kind: "tag", role: "rule", article: null },
    strokeBox(paper, "black-40", pt(0.3)),
  ]
  const own = new Map(list.inks.map((ink) => [ink.name, ink]))
  return {
    page: list.page,
    trim: sheet,
    bleed: pt(0),
    inks: inksOf(items, order.issue.inks).map((ink) => own.get(ink.name) ?? ink),
    items,
  }
}

/** The sheet of a page's proof, and where the page lies on it. */
export function proofRoom(trim: DisplayList["trim"]): {
  readonly sheet: DisplayList["trim"]
  readonly scale: number
  readonly paper: Box
} {
  const lying = trim.width > trim.height
  const sheet = { width: lying ? LONG : SHORT, height: lying ? SHORT : LONG }
  const room = {
    width: sheet.width - 2 * EDGE,
    height: sheet.height - 2 * EDGE - HEAD - BOXES - 2 * AIR,
  }
  const scale = Math.min(1, room.width / trim.width, room.height / trim.height)
  const paper: Box = {
    x: pt((sheet.width - trim.width * scale) / 2),
    y: pt(EDGE + HEAD + AIR),
    width: pt(trim.width * scale),
    height: pt(trim.height * scale),
  }
  return { sheet, scale, paper }
}

/** Which page of which paper at the left, which proof and when at the right, a rule under both. */
function headOf(
  { page }: DisplayList,
  { issue, state, proof, at }: PageProofOrder,
  { right, scale }: { readonly right: Pt; readonly scale: number },
): readonly Furniture[] {
  const section = issue.pages.find(({ id }) => id === page)?.words?.section ?? ""
  const [upper, lower] = [pt(EDGE + mmToPt(mm(5))), pt(EDGE + mmToPt(mm(10)))]
  const round = besides([proof, state])
  const percent = Math.round(scale * 100)
  return [
    words(besides([`${page} 版`, section, "大样"]), {
      ...{ x: EDGE, baseline: upper, size: 14, family: "hei" },
    }),
    words(besides([issue.paper, dayOf(issue)]), { x: EDGE, baseline: lower, size: 9 }),
    words(round === "" ? "校次　　　　" : round, {
      ...{ x: right, baseline: upper, size: 14, family: "hei", align: "right" },
    }),
    words(besides([`输出 ${minuteOf(at)}`, percent < 100 ? `缩至 ${percent}%` : "原大"]), {
      ...{ x: right, baseline: lower, size: 9, align: "right" },
    }),
    {
      kind: "rule",
      ...{ x1: EDGE, x2: right, y1: pt(EDGE + HEAD), y2: pt(EDGE + HEAD), width: pt(0.8) },
    },
  ]
}
