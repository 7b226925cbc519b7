import type { Say } from "../finding.ts"
import type { SlotRole } from "../templates/template.ts"
import type { Layout, PlacedBlock } from "./arrange.ts"
import type { Block } from "./block.ts"
import type { HeadStand } from "./dress.ts"
import type { Piece } from "./piece.ts"

/** Why a block stands where it does, for the person who will check it. */
export function reasonFor(placed: PlacedBlock, role: SlotRole, layout: Layout): Say {
  const { block, gap } = placed.standing
  const what = describe(block.piece, role, layout)
  const where = whereabouts(placed, layout)
  const foot =
    gap === 0
      ? { zh: "栏底排满", en: "its foot is flush" }
      : {
          zh: `栏底留白 ${gap} 行`,
          en: `${gap} ${gap === 1 ? "line" : "lines"} of white at its foot`,
        }
  const wide = {
    zh: `占 ${block.columns} 栏`,
    en: `over ${block.columns} ${block.columns === 1 ? "column" : "columns"}`,
  }
  const set = describeDress(block)
  return {
    zh: `${what.zh}，${where.zh}，${wide.zh}${set.zh}，${foot.zh}。`,
    en: `${what.en}; ${where.en}, ${wide.en}${set.en}, ${foot.en}.`,
  }
}

/** How a block is set that is not a headline over basic columns; "" for one that is. */
function describeDress({ beside, broken, foot }: Pick<Block, "beside" | "broken" | "foot">): Say {
  if (foot > 0) {
    const inner = describeDress({ beside, broken, foot: 0 })
    return { zh: `${inner.zh}，加框`, en: `${inner.en}, in a box` }
  }
  if (beside) {
    const { zh, en } = STANDS[beside.stand]
    return { zh: `，${zh}`, en: `, ${en}` }
  }
  if (!broken) return { zh: "", en: "" }
  const { count } = broken.own
  return {
    zh: `，破为 ${count} 栏`,
    en: `, broken into ${count} ${count === 1 ? "column" : "columns"}`,
  }
}

/** What the places of a headline are called. */
const STANDS: Readonly<Record<HeadStand, Say>> = {
  over: { zh: "盖文题", en: "the headline over it" },
  left: { zh: "左串文", en: "the headline at its left" },
  right: { zh: "右串文", en: "the headline at its right" },
  amid: { zh: "文夹题", en: "the headline between its columns" },
  inside: { zh: "文包题", en: "the headline inside it" },
  down: { zh: "竖题", en: "the headline down its left side" },
}

/** Why a filler stands in the white under a short column. */
export function reasonForWell(lines: number): Say {
  return {
    zh: `补白，正好填在短栏下方的 ${lines} 行空白里。`,
    en: `A filler; it fills the ${lines} lines of white under a short column.`,
  }
}

/** Why an article fills pages of its own. */
export function reasonForPour(piece: Piece, lines: number): Say {
  return {
    zh: `全文约 ${piece.characters} 字，一版排不下：本版先排 ${lines} 行，其余续排下版。`,
    en: `About ${piece.characters} characters do not fit one page: ${lines} lines stand here, the rest goes on overleaf.`,
  }
}

/** Why an article stands in a slot of a template that was filled as it is drawn. */
export function reasonForOpening({ characters }: Piece): Say {
  return {
    zh: `照版式排：约 ${characters} 字，与此稿位最相近。`,
    en: `As the template is drawn: its ${characters} characters come nearest to this slot.`,
  }
}

/** What the piece is, and what earned it its slot. */
function describe(piece: Piece, role: SlotRole, layout: Layout): Say {
  const { article, characters } = piece
  if (role === "lead") return describeLead(piece)
  if (role === "photo") {
    const size = article.pictures[0]?.aspect ?? null
    return size === null
      ? {
          zh: "图片稿，图片未到，先留 3:2 左右的图框",
          en: "A photo whose picture is still to come; the box is kept near 3:2",
        }
      : { zh: "图片稿，图框依原图比例", en: "A photo; the box keeps near its own proportions" }
  }
  if (role === "filler")
    return { zh: "补白，填余下的地方", en: "A filler, put where room was left" }
  if (article.kind === "ad")
    return { zh: "广告，加框并标明", en: "An advertisement, boxed and labelled" }
  const news = layout.blocks
    .map((placed) => placed.standing.block.piece)
    .filter((other) => other.setting === "text" && other !== layout.lead)
    .toSorted((a, b) => a.rank - b.rank)
  const order = news.indexOf(piece) + 1
  return {
    zh: `消息，按来稿次序列本版第 ${order} 条，约 ${characters} 字`,
    en: `News, number ${order} of this page in the order given, about ${characters} characters`,
  }
}

/** What made a piece the lead. */
function describeLead({ article, characters, rest, setting }: Piece): Say {
  if (rest !== null)
    return {
      zh: "上版续来的正文，排在本版头条位",
      en: "Text that goes on from the page before; it takes the lead slot",
    }
  if (article.kind === "lead") {
    const deck = article.deck === null ? { zh: "", en: "" } : { zh: "，有副题", en: " with a deck" }
    return {
      zh: `来稿定为头条（约 ${characters} 字${deck.zh}），排头条位`,
      en: `Marked as the lead (about ${characters} characters${deck.en}); it takes the lead slot`,
    }
  }
  if (setting !== "text")
    return {
      zh: "本版没有文字稿，由它占头条位",
      en: "There is no text for this page, so it takes the lead slot",
    }
  return article.deck === null
    ? {
        zh: `没有定为头条的稿件，它最长（约 ${characters} 字），排头条位`,
        en: `No article is marked as lead and it is the longest (about ${characters} characters); it takes the lead slot`,
      }
    : {
        zh: `有副题的稿件中最长（约 ${characters} 字），排头条位`,
        en: `The longest with a deck (about ${characters} characters); it takes the lead slot`,
      }
}

/** Where on the page a block stands, in words. */
function whereabouts({ column, line, cell }: PlacedBlock, layout: Layout): Say {
  const right = Math.max(...layout.stacks.map(({ region }) => region.column + region.columns))
  const foot = Math.max(...layout.stacks.map(({ region }) => region.line + region.lines))
  const left = column < right / 2
  const high = line < foot / 2
  const order = layout.blocks.filter((other) => other.cell === cell && other.line < line).length + 1
  return {
    zh: `在${left ? "左" : "右"}${high ? "上" : "下"}方第 ${order} 位`,
    en: `number ${order} of its stack at the ${high ? "upper" : "lower"} ${left ? "left" : "right"}`,
  }
}
