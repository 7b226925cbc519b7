import type { Book } from "../decisions.ts"
import type { Block } from "../lines/blocks.ts"
import { draftsOf } from "./drafts.ts"
import { findFillers } from "./fillers.ts"
import { findPhotos } from "./photos.ts"
import type { Piece } from "./piece.ts"
import { findSigning } from "./signing.ts"

/**
 * The blocks as pieces with their roles: photos first, since a photo credit is the surest sign on a
 * page; then fillers; then what signs or closes; the rest is running text.
 */
export function piecesOf(blocks: readonly Block[], book: Book): readonly Piece[] {
  const drafts = draftsOf(blocks, book)
  findPhotos(drafts, book)
  findFillers(drafts, book)
  findSigning(drafts, book)
  return drafts.map(({ block, text, role, dateline }) => ({
    block,
    text,
    role: role ?? "body",
    dateline: role === null ? dateline : 0,
  }))
}
