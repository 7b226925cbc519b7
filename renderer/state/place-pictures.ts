import i18next from "i18next"
import { addPhotos } from "../../layouts/edits/add-photos.ts"
import { setPicture } from "../../layouts/edits/set-picture.ts"
import type { Article, Picture } from "../../layouts/issue/article.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import type { FileQuestion, StoredPicture } from "../../main/bridge/contract.ts"
import { openPath, perform, showPictures } from "./actions.ts"
import { blankArticle } from "./blank-article.ts"
import { chooseFiles } from "./choose-files.ts"
import { desk } from "./desk.ts"
import { tell, valueOf, type Means } from "./means.ts"
import { view } from "./view.ts"

/** Endings of picture files that the issue can keep. */
export const PICTURES = ["jpg", "jpeg", "png", "tif", "tiff", "webp"] as const

/** Whether a file's name is that of a picture. */
export function isPicture(name: string): boolean {
  return PICTURES.some((ending) => name.toLowerCase().endsWith(`.${ending}`))
}

/** Asks for picture files and places them: the first in the chosen picture frame, if there is one. */
export function choosePictures(means: Means): Promise<void> {
  return askForPictures({ title: i18next.t("menu.placePicture"), many: true }, means)
}

/** Asks for one picture file in place of what the chosen picture frame shows. */
export function replacePicture(means: Means): Promise<void> {
  return askForPictures({ title: i18next.t("menu.replacePicture"), many: false }, means)
}

async function askForPictures(
  { title, many }: Pick<FileQuestion, "title" | "many">,
  means: Means,
): Promise<void> {
  const issue = openPath()
  if (issue === null) return
  const question = { title, save: false, folder: false, many }
  const paths = await chooseFiles(means.door, { ...question, endings: PICTURES, name: "" })
  const kept: StoredPicture[] = []
  for (const path of paths) {
    const picture = valueOf(await means.door.call("adoptPicture", issue, path))
    if (picture) kept.push(picture)
  }
  if (openPath() === issue) placePictures(kept, chosenPictureFrame(), means)
}

/** Keeps pictures that were dropped and places them: the first in the frame under the pointer. */
export async function dropPictures(
  files: readonly File[],
  frame: Frame | null,
  means: Means,
): Promise<void> {
  const issue = openPath()
  if (issue === null) return
  const kept: StoredPicture[] = []
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const picture = valueOf(await means.door.call("keepPicture", issue, file.name, bytes))
    if (picture) kept.push(picture)
  }
  if (openPath() === issue) placePictures(kept, frame, means)
}

/** The picture frame that is chosen; null when none or several are. */
export function chosenPictureFrame(): Frame | null {
  const { page, selection } = view.getState()
  const shown = desk.getState().pages.find((one) => one.page.id === page)
  const chosen = shown?.page.frames.filter(
    ({ id, role }) => role === "picture" && selection.includes(id),
  )
  return chosen?.length === 1 ? chosen[0]! : null
}

/**
 * Puts pictures where they belong: the first into the frame, in place of what its article showed
 * there; the others, and all where there is no frame, are photo articles that wait in the tray.
 */
function placePictures(kept: readonly StoredPicture[], frame: Frame | null, means: Means): void {
  if (kept.length === 0) return
  showPictures(kept, means)
  const article = frame?.article ?? null
  const [first, ...rest] = kept
  if (frame !== null && article !== null) {
    const { index, picture } = pictureIn(frame)
    perform(setPicture(article, index, { alt: picture?.alt ?? "", ...freshly(first!) }))
  }
  const alone = article === null ? kept : rest
  if (alone.length > 0) perform(addPhotos(alone.map(photoOf), frame?.id ?? null))
  const names = (frame === null ? kept : rest).map(({ name }) => name).join("、")
  if (names !== "")
    tell({ zh: `图片已入稿库：${names}`, en: `Pictures wait in the tray: ${names}` }, false)
}

/** Which picture of its article a frame shows: its index, and the picture where there is one. */
export function pictureIn({ id, article }: Frame): {
  readonly index: number
  readonly picture: Picture | null
} {
  const sets = desk.getState().pages.flatMap((page) => page.articles)
  const set = sets.find((one) => one.article.id === article)
  const placed = set?.pictures.find(({ frame }) => frame.id === id)
  const index = placed?.index ?? 0
  return { index, picture: set?.article.pictures[index] ?? null }
}

function freshly({ id, width, height }: StoredPicture): Omit<Picture, "alt"> {
  return { id, aspect: width / height }
}

/** A photo article of a picture that came alone; its caption is to be written. */
function photoOf(stored: StoredPicture): Article {
  const name = stored.name.replace(/\.[^.]*$/, "")
  return { ...blankArticle("photo", name), pictures: [{ alt: "", ...freshly(stored) }] }
}
