// node tests/house/make-dictionary.mjs DICT: writes layouts/head/dictionary-words.ts from jieba's
// dict.txt (lines of `word times part`), whose licence is in layouts/head/dictionary-licence.txt.
import { readFileSync, writeFileSync } from "node:fs"

/** Words that are rarer in jieba's corpus are left out: names and chance for the most part. */
const LEAST = 8

/** What a word is taken for, by jieba's part of speech: 0 a word, 1 a verb, 2 what leans on the next. */
const kindOf = (part) => (/^v(?!n)/.test(part) ? 1 : /^(d|c|p|ad)$/.test(part) ? 2 : 0)

const HAN = /^\p{Script=Han}+$/u
const rows = readFileSync(process.argv[2], "utf8").trim().split("\n")
const entries = rows.map((row) => {
  const [word, times, part = "x"] = row.split(" ")
  return { word, times: Number(times), part }
})
const total = entries.reduce((sum, { times }) => sum + times, 0)

const byLength = [2, 3, 4].map((length) => {
  const kept = entries
    .filter(({ word, times, part }) => {
      const known = times >= LEAST && HAN.test(word) && !part.startsWith("nr")
      return known && word.length === length && [...word].length === length
    })
    .toSorted((a, b) => (a.word < b.word ? -1 : 1))
  const marks = kept.map(({ times, part }) => {
    const rarity = Math.round((-Math.log(times / total) - 6) * 1.5)
    return String.fromCharCode(48 + Math.min(15, Math.max(0, rarity)) * 4 + kindOf(part))
  })
  return { length, words: kept.map(({ word }) => word).join(""), marks: marks.join("") }
})

const text = byLength.map(
  ({ length, words, marks }) =>
    `  { length: ${length}, words: "${words}", marks: ${JSON.stringify(marks)} },\n`,
)
writeFileSync(
  new URL("../../layouts/head/dictionary-words.ts", import.meta.url),
  `/**
 * Common words by length, in order, and a mark for each: see dictionary.ts. Made by
 * tests/house/make-dictionary.mjs; source: jieba's dict.txt (MIT, dictionary-licence.txt).
 */
export const WORDS = [
${text.join("")}] as const
`,
)
