/** What the slug line of a page says; words that are "" are left out. */
export interface SlugWords {
  readonly paper: string
  /** Day of the issue, `2031-05-04`. */
  readonly day: string
  readonly page: string
  /** How far the page is, such as 清样 (state). */
  readonly state: string
  /** Number of the proof, such as 三校. */
  readonly proof: string
  /** Time of the export, ISO 8601 with its zone. */
  readonly at: string
  /** Name of the printing condition. */
  readonly condition: string
}

/** The words of a page's slug line (页边信息) in their order, two spaces apart. */
export function slugWords(words: SlugWords): string {
  const { paper, day, page, state, proof, at, condition } = words
  const time = at.slice(0, 16).replace("T", " ")
  return [paper, day, `${page} 版`, state, proof, `输出 ${time}`, condition]
    .filter((word) => word !== "")
    .join("  ")
}
