import * as Y from "yjs"
import type { Article, ArticleKind, Decision, Manuscript, Picture } from "./article.ts"
import { addBreak } from "./break-anchor.ts"
import {
  dropField,
  fieldsAt,
  jsonField,
  setField,
  storyField,
  wordsField,
  type Content,
  type Fields,
} from "./content.ts"
import { soundFrameLook, type RawLook } from "./frame-look.ts"
import { PLAIN_HEAD, soundHead, type HeadSetting } from "./head-setting.ts"
import { PLAIN_FIT, settingOf, soundFit, type ArticleFit, type ArticleSetting } from "./setting.ts"
import { shared } from "./share.ts"
import { readStory, writeStory } from "./story.ts"
import { pt } from "../units.ts"

/** The fields of an article that are words or null. */
export const WORDS = ["kicker", "headline", "deck", "dateline", "credit", "closing"] as const

const KINDS: readonly unknown[] = ["lead", "news", "photo", "filler", "ad"]
const NO_PARTS: readonly string[] = []
const NO_PICTURES: readonly Picture[] = []
const NO_DECISIONS: readonly Decision[] = []

/** What is drawn of an article beside its words: the fields of its looks. */
const DRAWN = ["surround", "columnRule"] as const
export type DrawnField = (typeof DRAWN)[number]

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
  writeLanguage(fields, article.language ?? null)
  if (article.manuscript) setField(fields, "manuscript", JSON.stringify(article.manuscript))
  const { breaks, fit, head = PLAIN_HEAD } = settingOf(article)
  writeBreakMode(fields, breaks)
  writeFit(fields, fit)
  writeHeadSetting(fields, head)
  for (const name of DRAWN) writeArticleLook(fields, name, article[name] ?? null)
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
  const setting = readSetting(fields, before?.setting)
  const manuscript = jsonField<Manuscript | null>(fields, "manuscript", null)
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
    ...(setting ? { setting } : {}),
    ...looksOf(fields),
    ...(fields.get("language") === "hant" ? { language: "hant" as const } : {}),
    ...(manuscript ? { manuscript } : {}),
  })
}

/** Sets how a box or rules of an article look; null takes them away. */
export function writeArticleLook(fields: Fields, name: DrawnField, look: RawLook | null): void {
  if (look) setField(fields, name, JSON.stringify(soundFrameLook(look)))
  else dropField(fields, name)
}

function looksOf(fields: Fields): Pick<Article, DrawnField> {
  const looks = DRAWN.map((name) => [name, jsonField<object | null>(fields, name, null)] as const)
  return Object.fromEntries(
    looks.flatMap(([name, raw]) => (raw ? [[name, soundFrameLook(raw)] as const] : [])),
  )
}

/** Makes an article, or those that come into an issue, traditional text; null makes them simplified again. */
export function writeLanguage(fields: Fields, language: "hant" | null): void {
  if (language) setField(fields, "language", language)
  else dropField(fields, "language")
}

/** Writes an article that comes into the issue: in the issue's script, where that is traditional. */
export function takeIn(content: Content, key: string, article: Article): void {
  writeArticle(content, key, article)
  if (content.issue.get("language") === "hant")
    writeLanguage(fieldsAt(content.articles, key)!, "hant")
}

/** Sets where an article's columns end; null leaves it to what the page is composed with. */
export function writeBreakMode(fields: Fields, breaks: ArticleSetting["breaks"]): void {
  if (breaks === null) dropField(fields, "breakMode")
  else setField(fields, "breakMode", breaks)
}

/** Sets what was done to fit an article, brought within its bounds; plain values leave no field. */
export function writeFit(fields: Fields, fit: ArticleFit): void {
  const sound = soundFit(fit)
  for (const name of ["tracking", "leading", "headline"] as const)
    if (sound[name] === PLAIN_FIT[name]) dropField(fields, FIT[name])
    else setField(fields, FIT[name], sound[name])
}

/** The names of the fit's fields: each its own, so that two people who set two of them keep both. */
const FIT = { tracking: "fitTracking", leading: "fitLeading", headline: "fitHeadline" } as const

/** How an article is to be composed; the very one from before when nothing changed, null when plain. */
function readSetting(fields: Fields, before: ArticleSetting | undefined): ArticleSetting | null {
  const mode = fields.get("breakMode")
  const breaks: ArticleSetting["breaks"] = mode === "original" || mode === "free" ? mode : null
  const fit = readFit(fields, before?.fit)
  const own = soundHead(Object.fromEntries(HEAD.map((name) => [name, fields.get(headField(name))])))
  const head = Object.keys(own).length > 0 ? { head: shared(before?.head, own) } : {}
  if (breaks === null && fit === PLAIN_FIT && !head.head) return null
  return shared(before, { breaks, fit, ...head })
}

/** What is set of a headline: each in a field of its own, so that two people who set two of them keep both. */
const HEAD = ["fill", "tracking", "stretch", "byHand"] as const

function headField(name: (typeof HEAD)[number]): string {
  return `head.${name}`
}

/** Sets what is done to a headline by hand, brought within its bounds; what is plain leaves no field. */
export function writeHeadSetting(fields: Fields, head: HeadSetting): void {
  const sound = soundHead({ ...head })
  for (const name of HEAD) {
    const value = sound[name]
    if (value === undefined) dropField(fields, headField(name))
    else setField(fields, headField(name), value)
  }
}

function readFit(fields: Fields, before: ArticleFit | undefined): ArticleFit {
  const number = (name: string): number | null => {
    const value = fields.get(name)
    return typeof value === "number" ? value : null
  }
  const headline = number(FIT.headline)
  const fit = soundFit({
    tracking: number(FIT.tracking) ?? PLAIN_FIT.tracking,
    leading: number(FIT.leading) ?? PLAIN_FIT.leading,
    headline: headline === null ? null : pt(headline),
  })
  return shared(PLAIN_FIT, shared(before, fit))
}
