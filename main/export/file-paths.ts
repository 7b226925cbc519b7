/**
 * Where printed files go: as named, with the ending of their kind where it is missing; where there
 * are several, each with its page's id before the ending.
 */
export function filePaths(
  out: string,
  kind: "pdf" | "png",
  pages: readonly string[],
): readonly string[] {
  const ending = `.${kind}`
  const bare = out.toLowerCase().endsWith(ending) ? out.slice(0, -ending.length) : out
  if (pages.length < 2) return [`${bare}${ending}`]
  return pages.map((page) => `${bare}-${page.replace(/[^\p{L}\p{N}_-]/gu, "_")}${ending}`)
}
