import { pictureRoom } from "../grid/obstacles.ts"
import type { Article, Picture } from "../issue/article.ts"
import type { Frame, Page } from "../issue/page.ts"
import type { PictureSize, Press } from "../press.ts"
import { pt, type Box } from "../units.ts"
import type { Thread } from "./thread.ts"

/** A part of a picture, as fractions of its width and height from its top left. */
export type Crop = NonNullable<Picture["crop"]>

/** A picture in its frame. */
export interface PlacedPicture {
  readonly page: Page
  readonly frame: Frame
  /** Index into the article's pictures. */
  readonly index: number
  /** The room that the frame gives it, pt. */
  readonly room: Box
  /** What stands there; null while the picture has not come or cannot be read. */
  readonly shown: ShownPicture | null
}

/** A picture as it is printed: which part of it, where, and how fine. */
export interface ShownPicture {
  readonly picture: Picture
  readonly size: PictureSize
  /** Where the part stands, pt; inside the room. */
  readonly box: Box
  readonly crop: Crop
  /** Its pixels in an inch of paper (有效分辨率), the coarser direction. */
  readonly ppi: number
}

/** All of a picture. */
export const ALL: Crop = { x: 0, y: 0, width: 1, height: 1 }

/** The pictures of an article in its picture frames: the first frame shows the first picture, and so on. */
export function placePictures(
  article: Article,
  thread: Thread,
  press: Press,
): readonly PlacedPicture[] {
  const frames = thread.frames.filter(({ frame }) => frame.role === "picture")
  return frames.map(({ page, frame }, index) => {
    const picture = article.pictures[index]
    const size = picture ? press.picture(picture.id) : null
    const room = pictureRoom(page, frame)
    return { page, frame, index, room, shown: picture && size ? show(picture, size, room) : null }
  })
}

/**
 * A picture in a room: filling it, cut evenly on the sides that stand over, or whole in its middle.
 * What the person cut away stays away.
 */
export function show(picture: Picture, size: PictureSize, room: Box): ShownPicture {
  const part = picture.crop ?? ALL
  const aspect = (part.width * size.width) / (part.height * size.height)
  const shown =
    picture.fit === "whole"
      ? { box: middleOf(room, aspect), crop: part }
      : { box: room, crop: cutTo(part, room.width / room.height / aspect) }
  return { picture, size, ...shown, ppi: effectivePpi(size, shown.crop, shown.box) }
}

/** The largest box of an aspect in the middle of a room. */
function middleOf(room: Box, aspect: number): Box {
  const width = Math.min(room.width, room.height * aspect)
  const height = width / aspect
  const x = room.x + (room.width - width) / 2
  const y = room.y + (room.height - height) / 2
  return { x: pt(x), y: pt(y), width: pt(width), height: pt(height) }
}

/** A part cut evenly on two sides, until it is `wider` times as wide for its height. */
function cutTo(part: Crop, wider: number): Crop {
  const width = wider < 1 ? part.width * wider : part.width
  const height = wider < 1 ? part.height : part.height / wider
  return {
    x: part.x + (part.width - width) / 2,
    y: part.y + (part.height - height) / 2,
    width,
    height,
  }
}

/** Pixels in an inch of paper, the coarser direction of the two. */
export function effectivePpi(size: PictureSize, crop: Crop, box: Box): number {
  const across = (size.width * crop.width) / (box.width / 72)
  const down = (size.height * crop.height) / (box.height / 72)
  return Math.min(across, down)
}
