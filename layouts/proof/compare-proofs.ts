import type { Say } from "../finding.ts"
import type { HeadWords } from "../issue/article.ts"
import type { Place } from "../issue/selection.ts"
import { paragraphStarts } from "../issue/story.ts"
import { differences, type Difference } from "./diff.ts"
import { compareFrames, compareFurniture, comparePictures } from "./compare-frames.ts"
import type { FrozenDress, FrozenPage } from "./frozen-page.ts"
import { looksOn, mappedRects } from "./mapped-rects.ts"
import type { ProofDifference } from "./proof-difference.ts"
import type { MappedLine } from "./text-map.ts"
import { frozenText, type FrozenArticle } from "./unauthorised.ts"

/**
 * How a version of a page differs from an older one, block by block: texts first, then how they are
 * set, then frames, pictures and the paper's own words. Text that only runs otherwise through lines
 * and columns is no difference.
 */
export function compareProofs(was: FrozenPage, now: FrozenPage): readonly ProofDifference[] {
  const then = new Map(was.map.texts.map((article) => [article.id, article]))
  const kept = now.map.texts.flatMap((article) => {
    const before = then.get(article.id)
    return before ? compareTexts([was, before], [now, article]) : []
  })
  return [
    ...kept,
    ...compareFrames(was, now),
    ...comparePictures(was, now),
    ...compareFurniture(was, now),
  ]
}

type Version = readonly [page: FrozenPage, article: FrozenArticle]

const FIELDS = ["kicker", "headline", "deck", null] as const

function compareTexts([was, before]: Version, [now, after]: Version): readonly ProofDifference[] {
  return FIELDS.flatMap((words) => {
    const texts = [frozenText(before, words), frozenText(after, words)] as const
    const stretches = differences(...texts)
    const told = was.dress !== undefined && now.dress !== undefined
    const sides = {
      ...{ article: after.id, words, texts, was: was.map.lines, now: now.map.lines },
      dress: told ? ([was.dress, now.dress] as const) : NO_DRESS,
    }
    return [
      ...stretches.map((stretch) => textDifference(sides, stretch)),
      ...styleDifferences(sides, stretches),
    ]
  })
}

/** One text of an article on both versions. */
interface Sides {
  readonly article: string
  readonly words: HeadWords | null
  readonly texts: readonly [string, string]
  readonly was: readonly MappedLine[]
  readonly now: readonly MappedLine[]
  /** What words bear on each; nothing where one version does not tell. */
  readonly dress: readonly [readonly FrozenDress[], readonly FrozenDress[]]
}

const NO_DRESS: Sides["dress"] = [[], []]

function textDifference(sides: Sides, stretch: Difference): ProofDifference {
  const { texts, article } = sides
  const before = texts[0].slice(stretch.from, stretch.to)
  const after = texts[1].slice(stretch.nowFrom, stretch.nowTo)
  return {
    kind: "text",
    article,
    say: sayText(before, after),
    before,
    after,
    ...on(sides, stretch),
  }
}

/** Where a stretch stands on both versions. */
function on(sides: Sides, stretch: Difference): Pick<ProofDifference, "was" | "now" | "place"> {
  const { article, words, texts } = sides
  const old = {
    from: placeIn(texts[0], words, stretch.from),
    to: placeIn(texts[0], words, stretch.to),
  }
  const place = {
    ...{ words, from: placeIn(texts[1], words, stretch.nowFrom) },
    to: placeIn(texts[1], words, stretch.nowTo),
  }
  return {
    was: mappedRects(sides.was, { article, words, ...old }),
    now: mappedRects(sides.now, { article, ...place }),
    place,
  }
}

/** The place of an index of a text whose paragraphs are ended by line feeds. */
function placeIn(text: string, words: HeadWords | null, index: number): Place {
  if (words !== null) return { paragraph: 0, offset: index }
  const before = text.slice(0, index)
  const feed = before.lastIndexOf("\n")
  return { paragraph: before.split("\n").length - 1, offset: index - feed - 1 }
}

function sayText(before: string, after: string): Say {
  const [was, now] = [quoted(before), quoted(after)]
  if (before === "") return { zh: `增加“${now}”`, en: `“${now}” added` }
  if (after === "") return { zh: `删去“${was}”`, en: `“${was}” deleted` }
  return { zh: `“${was}”改为“${now}”`, en: `“${was}” changed to “${now}”` }
}

/** Longest words that a sentence quotes, characters. */
const MOST_QUOTED = 24

/** Words for a sentence: the ends of paragraphs are seen, and what is long is cut in its middle. */
function quoted(words: string): string {
  const characters = Array.from(words.replaceAll("\n", "¶"))
  if (characters.length <= MOST_QUOTED) return characters.join("")
  return `${characters.slice(0, 12).join("")}……${characters.slice(-8).join("")}`
}

/** Stretches of words that stand on both versions and are set otherwise on the newer one. */
function styleDifferences(
  sides: Sides,
  stretches: readonly Difference[],
): readonly ProofDifference[] {
  const [was, now] = [looksOf(sides, 0), looksOf(sides, 1)]
  const found: ProofDifference[] = []
  let open: { from: number; shift: number; before: string; after: string } | null = null
  const close = (end: number): void => {
    if (open) found.push(styleDifference(sides, { ...open, to: end }))
    open = null
  }
  let [index, shift, next] = [0, 0, 0]
  while (index < sides.texts[0].length) {
    const stretch = stretches[next]
    if (stretch && index >= stretch.from) {
      close(index)
      index = Math.max(index, stretch.to)
      shift = stretch.nowTo - stretch.to
      next += 1
      continue
    }
    const [before, after] = [was.get(index), now.get(index + shift)]
    const differs = before !== undefined && after !== undefined && before !== after
    if (open && (!differs || open.before !== before || open.after !== after)) close(index)
    if (differs) open ??= { from: index, shift, before, after }
    index += 1
  }
  close(index)
  return found
}

/** How each unit of a text is set, by its index; units that are not on the page are not there. */
function looksOf(
  { article, words, texts, was, now, dress }: Sides,
  side: 0 | 1,
): Map<number, string> {
  const starts = words === null ? paragraphStarts(texts[side]) : [0]
  const looks = new Map<number, string>()
  for (const line of [was, now][side]!) {
    if (line.article !== article || line.words !== words) continue
    const start = (starts[line.paragraph] ?? 0) + (line.at[0] ?? 0)
    const run = line.vertical ? " 竖排" : ""
    looksOn(line).forEach(([, face, size, ink], i) =>
      looks.set(start + i, `${face} ${size} pt ${ink}${run}`),
    )
  }
  for (const { article: on, paragraph, from, to, bears } of dress[side]) {
    if (on !== article || words !== null) continue
    const start = starts[paragraph] ?? 0
    for (let i = start + from; i < start + to; i += 1)
      if (looks.has(i)) looks.set(i, `${looks.get(i)} ${bears}`)
  }
  return looks
}

interface Restyled {
  readonly from: number
  readonly to: number
  readonly shift: number
  readonly before: string
  readonly after: string
}

function styleDifference(
  sides: Sides,
  { from, to, shift, before, after }: Restyled,
): ProofDifference {
  const words = quoted(sides.texts[0].slice(from, to))
  const stretch = { from, to, nowFrom: from + shift, nowTo: to + shift }
  return {
    ...{ kind: "style", article: sides.article, before, after },
    say: {
      zh: `“${words}”由 ${before} 改为 ${after}`,
      en: `“${words}” set in ${after}, was ${before}`,
    },
    ...on(sides, stretch),
  }
}
