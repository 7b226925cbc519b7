import type { Frame, FrameRole, Region } from "../issue/page.ts"
import { textHeight, type Block } from "./block.ts"
import type { HeadBeside } from "./dressed-block.ts"
import type { PictureRange } from "./picture.ts"
import { framesOfRuns, isEven, pour, type RunFrame } from "./pour.ts"
import type { InWell, Standing } from "./stretch.ts"
import { AIR } from "./weights.ts"

/** A frame before it has its id: what it shows and where. */
export type BareFrame = Omit<Frame, "id">

/** Where a block stands and which slot it fills. */
export interface Spot {
  readonly column: number
  readonly line: number
  readonly slot: string
}

/** The frames of a block in its place, headline first, then pictures, caption and text in reading order. */
export function framesOfBlock(standing: Standing, spot: Spot): readonly BareFrame[] {
  const { block, air } = standing
  const height = standing.height - block.foot
  const make = framer(block.piece.article.id, spot)
  if (block.beside) return framesBeside(block.beside, make)
  const headline = block.headline > 0 ? block.headline + air : 0
  const head = headline > 0 ? [make("headline", area(block, 0, headline))] : []
  const rest = height - headline
  switch (block.piece.setting) {
    case "text":
      return [...head, ...textFrames(block, { top: headline, height: rest }, make)]
    case "photo": {
      const picture = rest - block.caption
      const caption = area(block, headline + picture, block.caption)
      return [
        ...head,
        ...pictureFrames(block.picture!, { column: 0, line: headline, lines: picture }, make),
        ...(block.caption > 0 ? [make("caption", caption)] : []),
      ]
    }
    case "box":
      return [...head, make("filler", area(block, headline, rest))]
  }
}

/** The frames of a filler that stands in the white under its host's short columns. */
export function framesInWell(well: InWell, host: Standing, spot: Spot): readonly BareFrame[] {
  const { block, column, columns } = well
  const depths = host.block.text!.depths.slice(column, column + columns)
  const textTop = host.height - Math.max(...host.block.text!.depths)
  const top = textTop + Math.max(...depths) + AIR
  const room = host.height - top
  const height = Math.min(room, block.most)
  const standing = { block, top: 0, height, air: 0, gap: 0, inWell: null }
  return framesOfBlock(standing, {
    column: spot.column + column,
    line: spot.line + top,
    slot: spot.slot,
  })
}

/** Makes frames of one article from regions counted from its block's top left. */
type Make = (role: FrameRole, region: Region, order?: number) => BareFrame

/** Frames for one article in one slot. */
function framer(article: string, spot: Spot): Make {
  return (role, region, order = 0) => ({
    role,
    article,
    order,
    slot: spot.slot,
    region: { ...region, column: region.column + spot.column, line: region.line + spot.line },
  })
}

/** A headline that stands beside or in its text, and the text in reading order. */
function framesBeside({ head, text, stand }: HeadBeside, make: Make): readonly BareFrame[] {
  const headline = make("headline", head)
  return [
    stand === "down" ? { ...headline, vertical: true } : headline,
    ...text.map((region, i) => make("body", region, i)),
  ]
}

/** A part of a block across its whole width. */
function area(block: Block, line: number, lines: number): Region {
  return { column: 0, columns: block.columns, line, lines }
}

/** Text under the headline, with a picture over it or beside it. */
function textFrames(
  block: Block,
  at: { readonly top: number; readonly height: number },
  make: Make,
): readonly BareFrame[] {
  const text = block.text!
  const picture = block.picture
  if (block.broken) {
    const body = make("body", area(block, at.top, Math.max(...block.broken.depths)))
    return [{ ...body, ownColumns: block.broken.own }]
  }
  // A box is drawn round one frame, its last column may be short.
  if (picture === null && block.foot > 0 && isEven(text.depths))
    return [make("body", area(block, at.top, Math.max(...text.depths)), block.piece.order)]
  if (picture === null) return bodyFrames(framesOfRuns(text.runs), at.top, block, make)
  if (!picture.beside) {
    const lines = at.height - AIR - Math.max(...text.depths)
    return [
      ...pictureFrames(picture, { column: 0, line: at.top, lines }, make),
      ...bodyFrames(framesOfRuns(text.runs), at.top + lines + AIR, block, make),
    ]
  }
  const lines = besideLines(block, picture, at.height)
  const free = block.columns - picture.columns
  const columns = Array.from({ length: block.columns }, (_, column) =>
    column < free
      ? { line: 0, depth: at.height }
      : { line: lines + AIR, depth: at.height - lines - AIR },
  )
  const { runs } = pour([text.lines], columns)
  return [
    ...pictureFrames(picture, { column: free, line: at.top, lines }, make),
    ...bodyFrames(framesOfRuns(runs), at.top, block, make),
  ]
}

/** The height of a picture beside text so that text and picture together fill `height` lines. */
function besideLines(block: Block, picture: PictureRange, height: number): number {
  let lines = picture.most
  while (lines > picture.least && textHeight(block.text!, block.columns, picture, lines) > height)
    lines -= 1
  return lines
}

/** Body frames in reading order; their numbers go on from the article's earlier pages. */
function bodyFrames(
  frames: readonly RunFrame[],
  top: number,
  block: Block,
  make: Make,
): readonly BareFrame[] {
  return frames.map(({ column, columns, line, lines }, i) =>
    make("body", { column, columns, line: line + top, lines }, block.piece.order + i),
  )
}

/** Picture boxes side by side. */
function pictureFrames(
  picture: PictureRange,
  at: { readonly column: number; readonly line: number; readonly lines: number },
  make: Make,
): readonly BareFrame[] {
  let column = at.column
  return picture.widths.map((columns) => {
    const frame = make("picture", { column, columns, line: at.line, lines: at.lines })
    column += columns
    return frame
  })
}
