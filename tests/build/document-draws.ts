import fc from "fast-check"
import { addArticle } from "../../layouts/edits/add-article.ts"
import { addFrame } from "../../layouts/edits/add-frame.ts"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { addPage } from "../../layouts/edits/add-page.ts"
import { alignFrames } from "../../layouts/edits/align-frames.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { applyMark } from "../../layouts/edits/apply-mark.ts"
import { applyFit } from "../../layouts/edits/apply-fit.ts"
import { applyPage } from "../../layouts/edits/apply-page.ts"
import { changeFurniture, pagesLike } from "../../layouts/edits/change-furniture.ts"
import { cutFrames } from "../../layouts/edits/cut-frames.ts"
import { distributeFrames } from "../../layouts/edits/distribute-frames.ts"
import { fillFrame } from "../../layouts/edits/fill-frame.ts"
import { clearFormat } from "../../layouts/edits/clear-format.ts"
import { formatText } from "../../layouts/edits/format-text.ts"
import { groupFrames } from "../../layouts/edits/group-frames.ts"
import { insertBreak } from "../../layouts/edits/insert-break.ts"
import { joinParagraphs } from "../../layouts/edits/join-paragraphs.ts"
import { breakThread, continueFrame, linkFrames } from "../../layouts/edits/link-frames.ts"
import { lockFrames } from "../../layouts/edits/lock-frames.ts"
import { mergeFrames } from "../../layouts/edits/merge-frames.ts"
import { moveBreak } from "../../layouts/edits/move-break.ts"
import { moveFrames } from "../../layouts/edits/move-frames.ts"
import { movePage } from "../../layouts/edits/move-page.ts"
import { orderFrames } from "../../layouts/edits/order-frames.ts"
import { duplicateFrames, pasteFrames } from "../../layouts/edits/paste-frames.ts"
import { placeArticle } from "../../layouts/edits/place-article.ts"
import { removeArticle } from "../../layouts/edits/remove-article.ts"
import { removeBreak } from "../../layouts/edits/remove-break.ts"
import { removeCharacterStyle } from "../../layouts/edits/remove-character-style.ts"
import { removeInk } from "../../layouts/edits/remove-ink.ts"
import { removeFrames } from "../../layouts/edits/remove-frames.ts"
import { removePage } from "../../layouts/edits/remove-page.ts"
import { renameInk } from "../../layouts/edits/rename-ink.ts"
import { renamePage } from "../../layouts/edits/rename-page.ts"
import { replaceTexts } from "../../layouts/edits/replace-texts.ts"
import { resizeFrame } from "../../layouts/edits/resize-frame.ts"
import { putParagraphs } from "../../layouts/edits/put-paragraphs.ts"
import { retypeWords } from "../../layouts/edits/retype-words.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { setBreaks } from "../../layouts/edits/set-breaks.ts"
import { setCharacterStyle } from "../../layouts/edits/set-character-style.ts"
import { setHeadSetting } from "../../layouts/edits/set-head.ts"
import { setHeadTable } from "../../layouts/edits/set-head-table.ts"
import { setFit } from "../../layouts/edits/set-fit.ts"
import { setFrameInk } from "../../layouts/edits/set-frame-ink.ts"
import { setFrameRole } from "../../layouts/edits/set-frame-role.ts"
import { setGuides } from "../../layouts/edits/set-guides.ts"
import { renumberPages } from "../../layouts/edits/renumber-pages.ts"
import { setGrid } from "../../layouts/edits/set-grid.ts"
import { setInk } from "../../layouts/edits/set-ink.ts"
import { setIssue } from "../../layouts/edits/set-issue.ts"
import { setBands } from "../../layouts/edits/set-bands.ts"
import { setOwnColumns } from "../../layouts/edits/set-own-columns.ts"
import { setPageWords } from "../../layouts/edits/set-page-words.ts"
import { setKind } from "../../layouts/edits/set-kind.ts"
import { setLook } from "../../layouts/edits/set-look.ts"
import { setParagraphLook } from "../../layouts/edits/set-paragraph-look.ts"
import { setParagraphStyle } from "../../layouts/edits/set-paragraph-style.ts"
import { setPicture } from "../../layouts/edits/set-picture.ts"
import { setRole } from "../../layouts/edits/set-role.ts"
import { setRules } from "../../layouts/edits/set-rules.ts"
import { setWords } from "../../layouts/edits/set-words.ts"
import { splitFrame } from "../../layouts/edits/split-frame.ts"
import { splitParagraph } from "../../layouts/edits/split-paragraph.ts"
import { unplaceArticle } from "../../layouts/edits/unplace-article.ts"
import { unthreadFrame } from "../../layouts/edits/unthread-frame.ts"
import { withdrawMark } from "../../layouts/edits/withdraw-mark.ts"
import { setVertical } from "../../layouts/edits/set-vertical.ts"
import { joined, type Edit } from "../../layouts/issue/change.ts"
import type { IssueInk } from "../../layouts/issue/ink.ts"
import { PARAGRAPH_STYLES } from "../../layouts/issue/issue-styles.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Bands, Frame, Furniture, Page } from "../../layouts/issue/page.ts"
import type { Place } from "../../layouts/issue/selection.ts"
import { pt, zi } from "../../layouts/units.ts"
import { plainArticle, plainFrame, plainPage } from "./document-records.ts"

/** Drawn numbers from which an edit is made for whatever the issue then is. */
export interface Draw {
  readonly kind: number
  readonly numbers: readonly number[]
  readonly words: string
}

/** Draws edits; words hold line ends, pairs, half pairs and plain Chinese. */
export const draws = (most: number): fc.Arbitrary<readonly Draw[]> =>
  fc.array(
    fc.record({
      kind: fc.nat(999),
      numbers: fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }),
      words: fc
        .array(fc.constantFrom("瑞", "河", "，", "。", "\n", "\r\n", "𠮷", "\ud842", "茶", "A1"), {
          maxLength: 6,
        })
        .map((pieces) => pieces.join("")),
    }),
    { minLength: 1, maxLength: most },
  )

/** An edit and the issue it is drawn for. */
interface Drawn {
  readonly issue: Issue
  readonly n: readonly number[]
  readonly words: string
  readonly article: string
  readonly page: string
  readonly frames: readonly Frame[]
  readonly place: (i: number) => Place
}

type Maker = (drawn: Drawn) => Edit

const TEXT: readonly Maker[] = [
  ({ article, place, words }) => retype(article, { from: place(0), to: place(0) }, words),
  ({ article, place, words }) => joined(retype(article, { from: place(0), to: place(0) }, words)),
  ({ article, place, words }) => retype(article, { from: place(0), to: place(1) }, words),
  ({ article, place, n }) => retype(article, { from: place(0), to: after(place(0), n[3]!) }, ""),
  ({ article, place }) => splitParagraph(article, place(0)),
  ({ article, place }) => joinParagraphs(article, place(0).paragraph),
  ({ article, place, n }) =>
    setRole(article, place(0).paragraph, place(0).paragraph + (n[3]! % 2), pick(ROLES, n[4]!)),
  ({ article, words, n }) =>
    retypeWords(article, pick(HEADS, n[3]!), { from: n[4]! % 9, to: n[5]! % 9 }, words),
  ({ article, place, words, n }) =>
    putParagraphs(article, { from: place(0), to: place(n[3]! % 2) }, [
      { role: pick(ROLES, n[4]!), text: words },
      { role: pick(ROLES, n[5]!), text: "" },
    ]),
  ({ article, place, words: put, n }) => {
    const [{ paragraph, offset }, span] = [place(0), n[3]! % 4]
    const story = { article, words: null, paragraph, from: offset, to: offset + span, put }
    const head = { article, words: pick(HEADS, n[4]!), paragraph: 0, from: span, to: 9, put }
    return replaceTexts([story, { ...story, from: offset + 5, to: offset + 6 }, head])
  },
  ({ article, place }) => insertBreak(article, place(0)),
  ({ article, place, issue }) => moveBreak(article, breakIn(issue, article) ?? place(1), place(0)),
  ({ article, place, issue }) => removeBreak(article, breakIn(issue, article) ?? place(1)),
  ({ article, place, n }) =>
    formatText(article, { from: place(0), to: place(1) }, pick(LOOKS, n[4]!)),
  ({ article, place, n }) =>
    formatText(article, { from: place(0), to: after(place(0), n[3]!) }, pick(LOOKS, n[4]!)),
  ({ article, place, n }) =>
    setParagraphLook(article, place(0).paragraph, place(0).paragraph + (n[3]! % 2), {
      ...pick(LOOKS, n[4]!),
      align: pick(["center", "right", null], n[5]!),
    }),
  ({ article, place }) => clearFormat(article, { from: place(0), to: place(1) }),
  ({ article, place, n }) =>
    addMark({
      ...{ ...HAND, id: `m${n[3]! % 12}`, article, sign: "correct", payload: { text: "茶" } },
      range: { kind: "text", words: null, from: place(0), to: after(place(0), n[4]! - 1) },
    }),
  ({ article, place, n }) =>
    addMark({
      ...{ ...HAND, id: `m${n[3]! % 12}`, article, sign: "move", payload: {}, target: place(1) },
      range: { kind: "text", words: null, from: place(0), to: place(0) },
    }),
  ({ article, n }) =>
    addMark({
      ...{ ...HAND, id: `m${n[3]! % 12}`, article, sign: "delete", payload: {} },
      range: {
        ...{ kind: "text", words: pick(HEADS, n[4]!) },
        from: { paragraph: 0, offset: n[5]! % 5 },
        to: { paragraph: 0, offset: n[2]! % 9 },
      },
    }),
  ({ n, words }) =>
    answerMark(`m${n[3]! % 12}`, { ...HAND, say: words, state: pick(ANSWERS, n[4]!) }),
  ({ n }) => withdrawMark(`m${n[3]! % 12}`, HAND),
  ({ n }) => applyMark(`m${n[3]! % 12}`, HAND),
]

const HAND = { author: "高远", role: "校对", at: 1, pass: 1 } as const
const ANSWERS = [null, "executed", "refused", "asked", "open"] as const

const REST: readonly Maker[] = [
  ({ article, words }) =>
    setWords(article, { headline: words, kicker: null, headlineParts: [words] }),
  ({ article, n }) => setKind(article, pick(["lead", "news", "photo", "filler", "ad"], n[3]!)),
  ({ article, n }) => setBreaks(article, pick(["original", "free", null], n[3]!)),
  ({ article, n }) =>
    setFit(article, { tracking: (n[3]! % 60) / 1000 - 0.03, leading: 0.8 + (n[4]! % 7) / 10 }),
  ({ n }) =>
    setParagraphStyle(pick(PARAGRAPH_STYLES, n[3]!), n[4]! % 3 === 0 ? {} : { size: pt(10) }),
  ({ article, n }) =>
    setHeadSetting(article, {
      fill: n[3]! % 2 === 0 ? true : null,
      byHand: n[4]! % 2 === 0 ? true : null,
      tracking: (n[4]! % 9) / 10 - 0.3,
      stretch: n[5]! % 3 === 0 ? null : 0.6 + (n[5]! % 9) / 10,
    }),
  ({ n }) =>
    setHeadTable(
      n[3]! % 3 === 0 ? {} : { sizes: [n[4]! % 50, n[5]! % 50].map(pt), below: n[3]! % 8 },
    ),
  ({ n }) => setCharacterStyle(`s${n[3]! % 3}`, { weight: 100 * (1 + (n[4]! % 9)) }),
  ({ n }) => removeCharacterStyle(`s${n[3]! % 3}`),
  ({ n }) => setCharacterStyle(`s${n[3]! % 3}`, { ink: pick(INK_NAMES, n[4]!) }),
  ({ n }) => setInk(pick(INK_NAMES, n[3]!), pick(INKS, n[4]!)),
  ({ n }) => removeInk(pick(INK_NAMES, n[3]!), pick([null, ...INK_NAMES, "black"], n[4]!)),
  ({ n }) => renameInk(pick(INK_NAMES, n[3]!), pick(INK_NAMES, n[4]!)),
  ({ frames, n }) => setOwnColumns(some(frames, n), columnsOf(n)),
  ({ frames, n }) => setBands(some(frames, n), columnsOf(n)),
  ({ frames, n }) => setFrameInk(some(frames, n), pick([null, ...INK_NAMES], n[5]!)),
  ({ frames, n }) =>
    setLook(some(frames, n), { ink: pick(INK_NAMES, n[4]!), ground: pick(INK_NAMES, n[5]!) }),
  ({ article, frames, n }) =>
    applyFit(article, {
      fit: { tracking: (n[3]! % 40) / 1000 - 0.02 },
      regions: frames.slice(0, 2).map(({ id, region }) => ({
        frame: id,
        region: { ...region, lines: region.lines + (n[4]! % 9) - 4 },
      })),
    }),
  ({ article, n }) => setFit(article, { headline: n[3]! % 3 === 0 ? null : pt(n[4]! % 50) }),
  ({ article, n }) => setPicture(article, n[3]! % 2, n[4]! % 3 === 0 ? null : PICTURE),
  ({ n }) => addArticle(plainArticle(`a${n[3]! % 20}`), n[4]! % 9),
  ({ article }) => removeArticle(article),
  ({ words, n }) =>
    setIssue({ paper: words, date: { year: 2026, month: 1, day: 1 + (n[3]! % 28) } }),
  ({ page, frames, n }) =>
    moveFrames(page, some(frames, n), { columns: (n[4]! % 5) - 2, lines: (n[5]! % 40) - 20 }),
  ({ frames, n }) =>
    resizeFrame(pick(frames, n[3]!)?.id ?? "", {
      column: n[0]! % 9,
      columns: n[1]! % 5,
      line: (n[2]! % 60) - 5,
      lines: n[4]! % 80,
    }),
  ({ page, article, n }) =>
    addFrame(page, plainFrame(`x${n[3]! % 30}`, n[4]! % 4 ? article : null)),
  ({ frames, n }) => removeFrames(some(frames, n)),
  ({ frames, n }) => unthreadFrame(pick(frames, n[3]!)?.id ?? ""),
  ({ page, frames, n }) => orderFrames(page, some(frames, n), n[5]! % 12),
  ({ frames, n }) => lockFrames(some(frames, n), n[5]! % 3 === 0),
  ({ frames, n }) => setVertical(some(frames, n), n[5]! % 2 === 0),
  ({ frames, n }) => groupFrames(some(frames, n), n[5]! % 2 === 0),
  ({ article, page, n }) =>
    placeArticle(article, page, [
      plainFrame(`y${n[3]! % 9}`, article),
      plainFrame(`z${n[4]! % 9}`, article),
    ]),
  ({ article, page, n }) => unplaceArticle(article, n[3]! % 2 ? page : null),
  ({ page, article, n }) => applyPage(page, pageOf(n, article)),
  ({ article, n }) => addPage(pageOf(n, article), n[4]! % 3),
  ({ page, n, issue }) => (issue.pages.length > 1 ? removePage(page) : movePage(page, n[3]! % 3)),
  ({ page, n }) => movePage(page, n[3]! % 4),
  ({ page, n }) => renamePage(page, `B${n[3]! % 6}`),
  ({ issue, page, n }) => {
    const piece = issue.pages.find(({ id }) => id === page)?.furniture[n[3]! % 2]
    return changeFurniture([page], piece ? [{ before: piece, after: null }] : [])
  },
  ({ page, n }) =>
    setGuides(
      page,
      n.slice(0, n[5]! % 3).map((at, i) => ({ axis: i % 2 ? "x" : "y", at: pt(at) })),
    ),
  ({ issue, page, words }) =>
    changeFurniture(pagesLike(issue, page), [{ before: null, after: folioOf(words) }]),
  ({ page, n }) => {
    const { sheet, grid } = plainPage("B0")
    return setGrid(page, { sheet, grid: { ...grid, columns: 1 + (n[3]! % 6) } })
  },
  ({ issue, n }) => renumberPages(new Map([[pick(issue.pages, n[3]!)?.id ?? "", `C${n[4]! % 4}`]])),
  ({ page, words, n }) =>
    setPageWords(page, n[3]! % 2 ? { section: words } : { editor: words, reader: "高远" }),
  ({ words, n }) => setIssue({ imprint: n[3]! % 2 ? { serial: words } : { phone: words } }),
  ({ frames, article, n }) => fillFrame(pick(frames, n[3]!)?.id ?? "", article),
  ({ frames, n }) => setFrameRole(some(frames, n), pick(FRAME_ROLES, n[5]!)),
  ({ frames, n }) =>
    splitFrame(pick(frames, n[3]!)?.id ?? "", {
      across: n[4]! % 2 ? "column" : "line",
      after: n[5]! % 6,
    }),
  ({ page, frames, n }) => mergeFrames(page, some(frames, n)),
  ({ page, frames, n }) =>
    alignFrames(page, some(frames, n), pick(EDGES, n[4]!), n[5]! % 2 ? "area" : "selection"),
  ({ page, frames, n }) => distributeFrames(page, some(frames, n), n[5]! % 2 ? "across" : "down"),
  ({ page, issue, n }) =>
    pasteFrames(page, pick(issue.pages, n[4]!)?.frames.slice(0, 3) ?? [], {
      columns: (n[3]! % 5) - 2,
      lines: (n[5]! % 40) - 20,
    }),
  ({ page, frames, n }) =>
    duplicateFrames(page, some(frames, n), { columns: n[4]! % 3, lines: n[5]! % 9 }),
  ({ frames, n }) => cutFrames(some(frames, n)),
  ({ issue, n }) => {
    const all = issue.pages.flatMap((one) => one.frames)
    return linkFrames(pick(all, n[3]!)?.id ?? "", pick(all, n[4]!)?.id ?? "")
  },
  ({ frames, page, n }) =>
    continueFrame(pick(frames, n[3]!)?.id ?? "", page, plainFrame("", null).region),
  ({ frames, n }) => breakThread(pick(frames, n[3]!)?.id ?? ""),
  ({ page, n }) => addFrame(page, drawnFrame(n)),
  ({ frames, n }) => setLook(some(frames, n), { rule: pt(n[4]! % 4), tint: (n[5]! % 11) / 10 }),
  ({ page, n }) => setRules(page, { column: n[3]! % 2 ? pt(0.3) : null }),
]

const FRAME_ROLES = ["headline", "body", "picture", "caption", "filler", "house", "box"] as const
const EDGES = ["left", "centre", "right", "top", "middle", "foot"] as const

/** A rule or a box. */
function drawnFrame(n: readonly number[]): Frame {
  const role = n[3]! % 2 ? "rule" : "box"
  const look = { rule: pt(1), tint: 0, ...(n[4]! % 2 ? { upright: true } : {}) }
  return { ...plainFrame(`d${n[5]! % 9}`, null), role, look }
}

function folioOf(text: string): Furniture {
  const face = { family: "hei", weight: 700, size: pt(20), tracking: pt(0) }
  const place = { x: pt(40), baseline: pt(50), align: "left" } as const
  return { kind: "text", role: "folio", text, ...face, ...place }
}

const INK_NAMES = ["朱红", "江蓝", "浅红", "paper"] as const

const INKS: readonly IssueInk[] = [
  { kind: "process", cmyk: [0, 1, 0.9, 0.1] },
  { kind: "spot", cmyk: [1, 0.3, 0, 0], overprint: false },
  { kind: "tint", of: "朱红", strength: 0.4 },
]

const LOOKS = [
  { family: "hei", weight: 700 },
  { family: null, size: pt(12) },
  { tracking: 0.1 },
  { weight: null, size: null, tracking: null },
] as const

const ROLES = ["body", "subhead", "closing", "credit"] as const
const HEADS = ["kicker", "headline", "deck"] as const
const PICTURE = { id: "harbour", alt: "", aspect: 1.5, crop: { x: 0, y: 0, width: 1, height: 0.5 } }

/** The edit that a draw makes of the issue as it stands; half of all edits are of text. */
export function editFor(issue: Issue, { kind, numbers, words }: Draw): Edit {
  const article = pick(issue.articles, numbers[0]!)
  const page = pick(issue.pages, numbers[1]!)
  const place = (i: number): Place => {
    const story = article?.story ?? []
    const paragraph = numbers[1 + i]! % (story.length + 1)
    return { paragraph, offset: numbers[2 + i]! % ((story[paragraph]?.text.length ?? 0) + 2) }
  }
  const makers = kind % 2 === 0 ? TEXT : REST
  return makers[(kind >> 1) % makers.length]!({
    issue,
    n: numbers,
    words,
    article: article?.id ?? "none",
    page: page?.id ?? "none",
    frames: page?.frames ?? [],
    place,
  })
}

function pick<T>(from: readonly T[], number: number): T {
  return from[number % Math.max(1, from.length)]!
}

function some(frames: readonly Frame[], n: readonly number[]): readonly string[] {
  const first = n[2]! % Math.max(1, frames.length)
  return frames.slice(first, first + 1 + (n[3]! % 3)).map(({ id }) => id)
}

/** Columns or bands that a frame may be cut into, and such as can be none. */
function columnsOf(n: readonly number[]): Bands | null {
  if (n[3]! % 5 === 0) return null
  const mode = pick(["absolute", "relative", "free", "auto"] as const, n[5]!)
  return { count: n[4]! % 7, mode, gutter: zi((n[3]! % 5) / 2) }
}

function after({ paragraph, offset }: Place, number: number): Place {
  return { paragraph, offset: offset + 1 + (number % 20) }
}

function breakIn({ articles }: Issue, id: string): Place | null {
  const story = articles.find((article) => article.id === id)?.story ?? []
  const paragraph = story.findIndex(({ columnBreaks }) => columnBreaks.length > 0)
  const mark = story[paragraph]?.columnBreaks[0]
  return mark ? { paragraph, offset: mark.offset } : null
}

function pageOf(n: readonly number[], article: string): Page {
  const frames = [plainFrame(`p${n[2]! % 9}`, article), plainFrame(`q${n[5]! % 9}`, null)]
  return { ...plainPage(`B${n[3]! % 6}`), frames }
}
