// node tests/bench/marks.ts: 3,000 proof marks on 16 pages, against what issue 5 promises.
import { performance } from "node:perf_hooks"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { applyMark } from "../../layouts/edits/apply-mark.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { newDocument, openDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import { composePage } from "../../layouts/compose.ts"
import { drawMarks } from "../../layouts/proof/draw-marks.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { plainArticle, plainPage, plainParagraph } from "../build/document-records.ts"
import { plainMark } from "../build/mark.ts"

const MARKS = 3000
const ARTICLES = 200
const ROUNDS = 200

const LINE =
  "瑞河港区昨天清早开进第一列运茶的火车，码头工人搭起长棚，老站长说二十年没见过这么多春茶。"

function bigIssue(): Issue {
  const story = Array.from({ length: 20 }, (_, i) => plainParagraph(`${i}${LINE}`))
  return {
    paper: "瑞河日报",
    date: { year: 2026, month: 11, day: 23 },
    articles: Array.from({ length: ARTICLES }, (_, i) => plainArticle(`a${i}`, story)),
    pages: Array.from({ length: 16 }, (_, i) => plainPage(`A${i}`)),
  }
}

function report(name: string, step: (round: number) => void, rounds = ROUNDS): void {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now()
    step(round)
    return performance.now() - start
  })
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number): string => sorted[Math.floor(sorted.length * part)]!.toFixed(2)
  console.log(`${name.padEnd(34)} p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
}

function typeIn(document: OpenDocument, article: string, round: number): void {
  const place = { paragraph: 3, offset: 4 + (round % 30) }
  document.perform(retype(article, { from: place, to: place }, "茶"))
  document.issue()
  document.marks()
}

const document = newDocument(bigIssue())
const began = performance.now()
for (let i = 0; i < MARKS; i += 1) {
  const [paragraph, offset] = [(i * 7) % 20, (i * 5) % 40]
  const mark = plainMark(`m${i}`, { paragraph, offset }, { paragraph, offset: offset + 2 })
  document.perform(addMark({ ...mark, article: `a${i % ARTICLES}` }))
}
console.log(`${MARKS} marks made in ${(performance.now() - began).toFixed(0)} ms`)
report("a key press among 15 marks", (round) => typeIn(document, "a7", round))
report("an undo with its marks", () => {
  document.undo()
  document.issue()
  document.marks()
})
report("an answer, and all marks read", (round) => {
  document.perform(
    answerMark(`m${round}`, {
      author: "林青",
      role: "编辑",
      at: 1,
      say: "原稿如此",
      state: "refused",
    }),
  )
  document.marks()
})
report("one carried out, and all read", (round) => {
  document.perform(applyMark(`m${1000 + round}`, { author: "林青", role: "编辑", at: 1 }))
  document.issue()
  document.marks()
})
const states = [document.state("content"), document.state("marks")] as const
console.log(`marks take ${(states[1].length / 1024).toFixed(0)} KiB`)
report("both opened, all marks read", () => void openDocument([states[0]], [states[1]]).marks(), 10)

// A front page with 190 marks, which is what 3,000 on 16 pages come to.
const sample = setPages(await sampleArticles()).issue
const front = composePage(sample, sample.pages[0]!.id, press, "free")
const marked = newDocument(sample)
const lines = sample.articles.flatMap(({ id, story }) =>
  story.flatMap(({ text }, paragraph) =>
    Array.from({ length: Math.floor(text.length / 20) }, (_, i) => ({ id, paragraph, at: i * 20 })),
  ),
)
lines.slice(0, 190).forEach(({ id, paragraph, at: offset }, i) => {
  const mark = plainMark(`p${i}`, { paragraph, offset }, { paragraph, offset: offset + 3 })
  marked.perform(addMark({ ...mark, article: id }))
})
report("190 marks drawn on a page", () => void drawMarks(front, marked.marks(), press), 50)
