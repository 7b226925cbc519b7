// node tests/bench/press-photos.ts TEXT FOLDER PAGES: writes a PDF/X-4 of so many pages with the
// photos of a folder; the bench looks at this process's memory.
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { composePage } from "../../layouts/compose.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { platesFor } from "../../main/pictures/plates.ts"
import { openPictures, printPictures, USUAL_QUALITY } from "../../main/pictures/print.ts"
import { largestSizes } from "../../main/pictures/sizes.ts"
import { pressesOf } from "../../main/press.ts"
import { reworded } from "./multiplied.ts"
import { photoFile, PHOTOS } from "./photos.ts"
import { CONDITION, pressJob } from "./press-job.ts"

/** The pages with the photos dealt out to them in turn: each is half a page wide, with an article of the page. */
function illustrated(issue: Issue, folder: string): Issue {
  const { pages, articles } = issue
  const photosOn = (page: number): readonly number[] =>
    Array.from({ length: PHOTOS }, (_, photo) => photo).filter((n) => n % pages.length === page)
  const each = articles.length / pages.length
  const bringer = (page: number): number => Math.round(page * each)
  return {
    ...issue,
    articles: articles.map((article, i) => {
      const page = pages.findIndex((_, n) => bringer(n) === i)
      const pictures = photosOn(page).map((photo) => ({
        ...{ id: photoFile(folder, photo), alt: `照片 ${photo + 1}`, aspect: 4 / 3 },
      }))
      return { ...article, pictures }
    }),
    pages: pages.map((page, n) => {
      const frames = photosOn(n).map((photo, i): Frame => {
        const region = { column: (i % 2) * 3, columns: 3, line: 20 + 40 * (i >> 1), lines: 34 }
        const article = articles[bringer(n)]!.id
        return {
          id: `photo-${photo}`,
          role: "picture",
          article,
          region,
          order: 0,
          slot: "",
          locked: false,
        }
      })
      return { ...page, frames: [...page.frames, ...frames] }
    }),
  }
}

const [source, folder, pages] = process.argv.slice(2) as [string, string, string]
const { issue, library, x4 } = await pressJob(source)
const many = illustrated(reworded(issue, Number(pages)), folder)
const ids = many.articles.flatMap(({ pictures }) => pictures.map(({ id }) => id))
const opened = (await openPictures(new Map(ids.map((id) => [id, id])))).pictures
const { compose } = pressesOf(library, new Map(), opened)
const lists = many.pages.map(({ id }) => composePage(many, id, compose, "free").list)
const shown = lists.flatMap(({ items }) => items.filter(({ kind }) => kind === "image"))
if (shown.length !== PHOTOS) throw new Error(`${shown.length} photos on the pages`)
const { pictures } = await printPictures(opened, {
  plates: platesFor(CONDITION),
  sizes: largestSizes(lists),
  most: CONDITION.resolution.most,
  quality: USUAL_QUALITY,
})
const pdf = writePdf(lists, pressesOf(library, pictures, opened).pdf, x4)
if (!pdf.ok) throw new Error(pdf.say.en)
writeFileSync(join(folder, "issue.pdf"), pdf.value)
