import { writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import type { Issue } from "../../layouts/issue/issue.ts"
import { sampleArticles, setPages } from "./issue.ts"

/** Pages A1, A2 … with furniture and one picture each, whose files lie in a folder. */
export async function illustratedPages(folder: string, count: number): Promise<Issue> {
  const { issue } = setPages(await sampleArticles())
  const [page, article] = [issue.pages[0]!, issue.articles[0]!]
  const numbers = Array.from({ length: count }, (_, n) => n + 1)
  for (const n of numbers) writeFileSync(pictureFile(folder, n), await photo(n))
  return {
    ...issue,
    articles: numbers.map((n) => ({
      ...{ ...article, id: `p${n}`, story: [] },
      pictures: [{ id: pictureFile(folder, n), alt: `照片 ${n}`, aspect: 4 / 3 }],
    })),
    pages: numbers.map((n) => ({
      ...{ ...page, id: `A${n}`, words: { section: `版${n}` } },
      frames: [
        {
          ...{ id: `f${n}`, role: "picture" as const, article: `p${n}`, order: 0, slot: "" },
          region: { column: 0, columns: 3, line: 30, lines: 30 },
        },
      ],
    })),
  }
}

/** Where the picture of a page lies. */
export function pictureFile(folder: string, page: number): string {
  return join(folder, `picture-${page}.jpg`)
}

/** A photo with some grain, each page's in another tone. */
function photo(page: number): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 60 + 30 * page, sigma: 40 } as const
  const create = { width: 800, height: 600, channels: 3, background: "grey", noise } as const
  return sharp({ create }).jpeg().toBuffer()
}
