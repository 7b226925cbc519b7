import * as Y from "yjs"
import type { Article, ArticleKind, Decision, Picture } from "./article.ts"
import { addBreak } from "./break-anchor.ts"
import {
  jsonField,
  setField,
  storyField,
  wordsField,
  type Content,
  type Fields,
} from "./content.ts"
import { PLAIN_SETTING, type ArticleSetting } from "./setting.ts"
import { shared } from "./share.ts"
import { readStory, writeStory } from "./story.ts"

/** The fields of an article that are words or null. */
export const WORDS = ["kicker", "headline", "deck", "dateline", "credit", "closing"] as const

const KINDS: readonly unknown[] = ["lead", "news", "photo", "filler", "ad"]
const NO_PARTS: readonly string[] = []
const NO_PICTURES: readonly Picture[] = []
const NO_DECISIONS: readonly Decision[] = []

/** Writes an article under a key. Its place in the order is the caller's to give. */
export function writeArticle(content: Content, key: string, article: Article): void {
  const fields: Fields = new Y.Map()
  content.articles.set(key, fields)
  setField(fields, "id", article.id)
  setField(fields, "kind", article.kind)
  for (const name of WORDS) setField(fields, name, article[name])
  setField(fields, "headlineParts", JSON.stringify(article.headlineParts))
  setField(fields, "truncated", article.truncated)
  setField(fields, "pictures", JSON.stringify(article.pictures))
  setField(fields, "decisions", JSON.stringify(article.decisions))
  fields.set("story", new Y.Text())
  fields.set("breaks", new Y.Map())
  writeStory(storyField(fields)!, article.story)
  let start = 0
  for (const { text, columnBreaks } of article.story) {
    for (const { offset } of columnBreaks) addBreak(content, fields, start + offset)
    start += text.length + 1
  }
}

/** The article that a record's fields give; the very one from before when nothing changed. */
export function readArticle(
  content: Content,
  key: string,
  fields: Fields,
  before: Article | undefined,
): Article {
  const kind = fields.get("kind")
  return shared(before, {
    id: wordsField(fields, "id") ?? key,
    kind: KINDS.includes(kind) ? (kind as ArticleKind) : "news",
    kicker: wordsField(fields, "kicker"),
    headline: wordsField(fields, "headline"),
    headlineParts: jsonField(fields, "headlineParts", NO_PARTS),
    deck: wordsField(fields, "deck"),
    dateline: wordsField(fields, "dateline"),
    credit: wordsField(fields, "credit"),
    closing: wordsField(fields, "closing"),
    truncated: fields.get("truncated") === true,
    story: readStory(content, fields, before?.story ?? []),
    pictures: jsonField(fields, "pictures", NO_PICTURES),
    decisions: jsonField(fields, "decisions", NO_DECISIONS),
  })
}

/** How an article is to be composed. */
export function readSetting(fields: Fields): ArticleSetting {
  const breaks = fields.get("breakMode")
  return breaks === "original" || breaks === "free" ? { breaks } : PLAIN_SETTING
}
