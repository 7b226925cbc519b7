import type { Article } from "./article.ts"

/** Characters shown of a text that an article is called by, and of a name in a sentence. */
const SHOWN = { text: 16, quoted: 18 } as const

/** How a person calls an article: its headline, else the beginning of its text; "" for neither. */
export function nameOf({ headline, story }: Pick<Article, "headline" | "story">): string {
  if (headline !== null && headline.trim() !== "") return headline
  return begun(story.find(({ text }) => text.trim() !== "")?.text ?? "", SHOWN.text)
}

/**
 * An article's name as it stands between “” in a sentence: no longer than a glance, its own double
 * quotes single; the id of an article that has none. Source: GB/T 15834-2011 4.8.3.3
 */
export function quotedName(article: Pick<Article, "id" | "headline" | "story">): string {
  const name = begun(nameOf(article) || article.id, SHOWN.quoted)
  return name.replaceAll("“", "‘").replaceAll("”", "’")
}

function begun(words: string, most: number): string {
  const all = [...words]
  return all.length > most ? `${all.slice(0, most).join("")}…` : words
}
