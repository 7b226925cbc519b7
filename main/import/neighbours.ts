import { readdir } from "node:fs/promises"
import { basename, dirname, extname, resolve } from "node:path"
import type { Article } from "../../layouts/issue/article.ts"

const PICTURE_FILE = /\.(jpe?g|png|tiff?|webp)$/i

/**
 * Gives the pictures that lie beside a text under its name to its photo items in order: for
 * `page.txt` they are `page.jpg`, then `page-2.jpg`, `page-3.png` and so on. Photos that named a
 * picture of their own keep it. A folder that cannot be listed has no pictures.
 */
export async function withNeighbours(
  articles: readonly Article[],
  path: string,
): Promise<readonly Article[]> {
  const awaiting = articles.filter(
    (article) => article.kind === "photo" && !article.pictures.length,
  )
  if (awaiting.length === 0) return articles
  const files = await picturesBeside(path)
  return articles.map((article) => {
    const file = files[awaiting.indexOf(article)]
    if (file === undefined || !awaiting.includes(article)) return article
    const alt = article.story.find(({ role }) => role === "body")?.text ?? ""
    return { ...article, pictures: [{ id: file, alt, aspect: null }] }
  })
}

/** Picture files with the text's name, by their number. */
async function picturesBeside(path: string): Promise<readonly string[]> {
  const folder = dirname(resolve(path))
  const name = basename(path, extname(path))
  const numbered = new Map<number, string>()
  for (const file of (await readdir(folder).catch(() => [])).sort()) {
    if (!PICTURE_FILE.test(file) || !file.startsWith(name)) continue
    const number = /^(?:-(\d+))?$/.exec(basename(file, extname(file)).slice(name.length))
    if (number) numbered.set(Number(number[1] ?? 1), resolve(folder, file))
  }
  return [...numbered].sort(([a], [b]) => a - b).map(([, file]) => file)
}
