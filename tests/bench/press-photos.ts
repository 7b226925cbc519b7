import { join } from "node:path"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { firstStates } from "../../main/bridge/documents.ts"
import { createIssueFolder } from "../../main/files/issue-store.ts"
import { reworded } from "./multiplied.ts"
import { photoFile, PHOTOS } from "./photos.ts"
import { pressJob } from "./press-job.ts"

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

/** An issue folder of so many pages with the photos of a folder, to be exported; its path. */
export async function photoIssue(source: string, folder: string, pages: number): Promise<string> {
  const { issue } = await pressJob(source)
  const path = join(folder, "photos.issue")
  const made = createIssueFolder(path, firstStates(illustrated(reworded(issue, pages), folder)))
  if (!made.ok) throw new Error(made.say.en)
  return path
}
