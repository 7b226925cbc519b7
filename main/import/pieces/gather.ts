import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import { isAdLabel, isNoticeTitle, isPageHead, looseFillerLook } from "../looks/filler.ts"
import { endingOf } from "../looks/stops.ts"
import { mainLevel } from "./headline.ts"
import { isBareLine, groupEnd, outlookOf } from "./outlook.ts"
import type { Outlook } from "./outlook.ts"
import type { Piece } from "./piece.ts"
import type { Item, Segment } from "./segment.ts"
import { hasText, openSegment } from "./segment.ts"
import { beginsArticle } from "./verdict.ts"

/** The walk over the pieces: what is open, what is done. */
interface Walk {
  readonly pieces: readonly Piece[]
  readonly outlook: Outlook
  readonly book: Book
  readonly done: Segment[]
  /** The article that running text goes to. */
  open: Segment | null
  /** The filler or notice that is open. */
  filler: Segment | null
  /** True when a photo or a filler stands between the open article's text and what follows. */
  across: boolean
  /** Pictures that wait for their photo or article. */
  pictures: { id: string; alt: string }[]
}

/**
 * The pieces gathered into articles (稿件), by rising source line. A photo or a filler is an article
 * of its own and does not end the one it stands in.
 */
export function gather(pieces: readonly Piece[], book: Book): readonly Segment[] {
  const walk: Walk = {
    pieces,
    outlook: outlookOf(pieces),
    book,
    done: [],
    open: null,
    filler: null,
    across: false,
    pictures: [],
  }
  for (let at = 0; at < pieces.length; at = step(walk, at));
  if (walk.pictures.length > 0) {
    const first = walk.open ?? start(walk, openSegment("photo", pieces[0]?.block.line ?? 1))
    hang(walk, first)
  }
  return walk.done
}

/** Takes one piece, or one group of headings; returns the index of the next. */
function step(walk: Walk, at: number): number {
  const piece = walk.pieces[at] as Piece
  if (piece.role === "heading") return takeHeadings(walk, at)
  if (piece.role === "picture") takePicture(walk, piece)
  else if (piece.role === "rule") takeRule(walk)
  else if (piece.role === "filler") takeFiller(walk, piece)
  else if (piece.role === "caption" || piece.role === "photoCredit") return takePhoto(walk, at)
  else if (inNotice(walk, piece)) walk.filler?.items.push(itemOf(walk, at))
  else takeText(walk, at)
  return at + 1
}

/** True when running text belongs to the notice whose heading is above it. */
function inNotice(walk: Walk, piece: Piece): boolean {
  return (
    walk.open === null &&
    walk.filler !== null &&
    walk.filler.heads.length > 0 &&
    piece.dateline === 0
  )
}

function start(walk: Walk, segment: Segment): Segment {
  walk.done.push(segment)
  return segment
}

/** A piece as an item of a story. */
function itemOf(walk: Walk, at: number, role: Item["role"] = "body"): Item {
  const { block, text, dateline } = walk.pieces[at] as Piece
  return {
    role,
    text,
    line: block.line,
    dateline: role === "body" ? dateline : 0,
    verse: walk.outlook.verse[at] ?? false,
    across: walk.across,
    level: role === "subhead" ? block.level : 0,
    parted: false,
  }
}

/** A group of headings: the paper's name, a notice, an article, or subheads. */
function takeHeadings(walk: Walk, at: number): number {
  const first = walk.pieces[at] as Piece
  if (walk.open !== null) hang(walk, walk.open)
  if (isPageHead(first.text)) {
    takeFiller(walk, first)
    return at + 1
  }
  const end = groupEnd(walk.pieces, at)
  const { open, outlook, book } = walk
  const dated = (walk.pieces[outlook.ahead[end + 1] ?? -1]?.dateline ?? 0) > 0
  if (isNoticeTitle(first.text) && !dated) {
    if (isNotice(walk, first)) return takeNotice(walk, at, end)
  }
  if (beginsArticle(walk.pieces, at, open, { outlook, book })) {
    const heads = walk.pieces.slice(at, end + 1).map((piece) => piece.block)
    const level = mainLevel(heads)
    walk.open = start(walk, openSegment("article", first.block.line, { heads, level }))
    hang(walk, walk.open)
  } else {
    for (let next = at; next <= end; next++) walk.open?.items.push(itemOf(walk, next, "subhead"))
  }
  walk.filler = null
  walk.across = false
  return end + 1
}

function isNotice(walk: Walk, heading: Piece): boolean {
  const choice = decide(walk.book, {
    topic: "filler",
    line: heading.block.line,
    what: "notice",
    why: because(
      "标题是公告、启事一类，且没有电头",
      "the heading is a notice's and no dateline follows",
    ),
    confidence: 0.82,
    choice: "filler",
    choices: ["filler", "article"],
  })
  return choice === "filler"
}

/** A notice under a heading: it holds what follows up to the next heading. */
function takeNotice(walk: Walk, at: number, end: number): number {
  const heads = walk.pieces.slice(at, end + 1).map((piece) => piece.block)
  const first = heads[0]?.text ?? ""
  const line = heads[0]?.line ?? 1
  const notice = openSegment(isAdLabel(first) ? "ad" : "filler", line, { heads })
  walk.filler = start(walk, notice)
  walk.open = null
  walk.across = false
  return end + 1
}

/** A filler's line: to the filler right before it, else a new one. */
function takeFiller(walk: Walk, piece: Piece): void {
  const item: Item = {
    role: "body",
    text: piece.text,
    line: piece.block.line,
    dateline: 0,
    verse: true,
    across: false,
    level: 0,
    parted: true,
  }
  const kind = isAdLabel(piece.text) ? "ad" : "filler"
  if (walk.filler === null || (kind === "ad" && walk.filler.kind !== "ad") || leaves(walk, piece)) {
    walk.filler = start(walk, openSegment(kind, piece.block.line))
  }
  walk.filler.items.push(item)
  walk.across = true
}

/** True when a filler's line is the page's and not the open notice's, as its telephone would be. */
function leaves(walk: Walk, piece: Piece): boolean {
  if (walk.filler === null || walk.filler.heads.length === 0) return false
  const look = looseFillerLook(piece.text)
  if (look === "contact") return /^(?:读者|新闻|市民|便民|市长|服务|投稿|爆料)/.test(piece.text)
  return look === "desk" || look === "slogan" || look === "folio"
}

/** A picture: to the caption that follows, else to the open article, else it waits. */
function takePicture(walk: Walk, piece: Piece): void {
  if (piece.block.picture !== null) walk.pictures.push(piece.block.picture)
}

/** Gives the waiting pictures to a segment. */
function hang(walk: Walk, segment: Segment): void {
  for (const picture of walk.pictures) segment.pictures.push(picture)
  walk.pictures = []
}

/** A rule between two parts: what was whole before it is done; a sentence cut in two goes on. */
function takeRule(walk: Walk): void {
  if (walk.open !== null && endsText(walk.open)) walk.open.closed = true
  walk.filler = null
}

/**
 * A photo block: its captions and credits. It takes the headline of the open article when that has
 * no running text of its own: then the headline is the photo's.
 */
function takePhoto(walk: Walk, at: number): number {
  const { pieces, open, outlook } = walk
  const line = (pieces[at] as Piece).block.line
  let end = at
  while (pieces[end + 1]?.role === "caption" || pieces[end + 1]?.role === "photoCredit") {
    if (pieces[end]?.role === "photoCredit" && pieces[end + 1]?.role === "caption") break
    end++
  }
  const owns = open !== null && open.heads.length > 0 && !hasText(open) && open.kind === "article"
  const photo =
    owns && (outlook.ahead[end + 1] ?? -1) < 0 ? open : start(walk, openSegment("photo", line))
  photo.kind = "photo"
  hang(walk, photo)
  for (let next = at; next <= end; next++) {
    const role = pieces[next]?.role === "caption" ? "body" : "credit"
    photo.items.push({ ...itemOf(walk, next, role), verse: true, parted: true, across: false })
  }
  if (photo === open) walk.open = null
  walk.filler = null
  walk.across = true
  return end + 1
}

/** Running text, a credit or a closing: to the open article, or to a new one without a headline. */
function takeText(walk: Walk, at: number): void {
  const piece = walk.pieces[at] as Piece
  const role = piece.role === "body" ? "body" : piece.role === "closing" ? "closing" : "credit"
  if (walk.open === null || (role === "body" && beginsStray(walk, piece))) {
    const stray = walk.open !== null
    walk.open = start(walk, openSegment("article", piece.block.line, { stray }))
    walk.across = false
  }
  hang(walk, walk.open)
  const open = walk.open
  open.items.push(itemOf(walk, at, role))
  if (role !== "body" && endsText(open)) open.closed = true
  walk.filler = null
  walk.across = false
}

/** True when the text so far ends: a byline under a wire's 题 line or in a cut sentence closes nothing. */
function endsText(open: Segment): boolean {
  const last = open.items.findLast((item) => item.role === "body")
  return last !== undefined && endingOf(last.text) !== "open"
}

/** Whether running text begins an article without a headline, after asking the book. */
function beginsStray(walk: Walk, piece: Piece): boolean {
  const open = walk.open
  if (open === null || !hasText(open)) return false
  const dated = piece.dateline > 0 && !isOnlyDeck(open)
  if (!open.closed && !dated) return false
  const choice = decide(walk.book, {
    topic: "boundary",
    line: piece.block.line,
    what: "article without a headline",
    why: dated
      ? because("段首又是一个电头", "the paragraph opens with another dateline")
      : because("前一篇已署名或收尾", "the article before was signed or closed"),
    confidence: dated ? 0.8 : 0.6,
    choice: "article",
    choices: ["article", "paragraph"],
  })
  return choice === "article"
}

/** True when all the text so far is one bare line, a deck in want of its mark. */
function isOnlyDeck(open: Segment): boolean {
  const texts = open.items.filter((item) => item.role === "body")
  return texts.length === 1 && isBareLine(texts[0]?.text ?? "")
}
