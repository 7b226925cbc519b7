import type { ComposedPage } from "../compose.ts"
import type { DisplayList, Image } from "../display/list.ts"
import { boxOf } from "../grid/geometry.ts"
import type { Article } from "../issue/article.ts"
import type { MadeGlyph } from "../issue/made-glyph.ts"
import type { Mark, MarkState } from "../issue/mark.ts"
import type { Frame } from "../issue/page.ts"
import { pt, type Box, type Pt } from "../units.ts"
import { textMapOf, type TextMap } from "./text-map.ts"
import { frozenTexts, type FrozenTexts } from "./unauthorised.ts"

/** A frame as it stood on a frozen page. */
export interface FrozenFrame {
  readonly id: string
  readonly role: Frame["role"]
  readonly article: string | null
  readonly box: Box
}

/** How an article's text filled its frames. */
export interface FrozenBlock {
  readonly article: string
  /** Distance of its baselines, pt; null for an article without text columns on the page. */
  readonly pitch: Pt | null
  /** Characters that did not fit (余字), and empty lines at its columns' ends (缺行). */
  readonly overset: number
  readonly underset: number
}

/** A picture as it stood on a frozen page. */
export interface FrozenPicture {
  readonly picture: string
  readonly article: string | null
  readonly box: Box
  readonly crop: Image["crop"]
}

/** What words bear beside what they are set in: dots, lines, a reading; offsets into their paragraph. */
export interface FrozenDress {
  readonly article: string
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly bears: string
}

/** Words of the paper's own; `x` and `baseline` in pt. */
export interface FrozenWords {
  readonly text: string
  readonly face: string
  readonly size: Pt
  readonly ink: string
  readonly x: Pt
  readonly baseline: Pt
  readonly width: Pt
}

/** All of a page that a later version is compared with; JSON-safe, to be kept with its proof (大样). */
export interface FrozenPage {
  readonly form: 1
  readonly map: TextMap
  readonly frames: readonly FrozenFrame[]
  readonly blocks: readonly FrozenBlock[]
  readonly pictures: readonly FrozenPicture[]
  /** The paper's own words (报头 报眉 版次 …). */
  readonly furniture: readonly FrozenWords[]
  readonly carriedOut: FrozenTexts["carriedOut"]
  /** Absent in proofs that were frozen before this was kept. */
  readonly dress?: readonly FrozenDress[]
  /** The marks that were on the page then, and how far each was. */
  readonly marks: Readonly<Record<string, MarkState>>
  /** All that it prints, to be painted again; proofs that were frozen before this was kept have none. */
  readonly paper?: DisplayList
  /** The made glyphs (补字) it prints, as they were then; none where it prints none. */
  readonly made?: readonly Omit<MadeGlyph, "parts">[]
}

/** A page as it stands, frozen: nothing of it changes with the issue any more. */
export function freezePage(composed: ComposedPage, marks: readonly Mark[]): FrozenPage {
  const { page, list, articles } = composed
  const own = marksOnPage(marks, page)
  return {
    form: 1,
    map: textMapOf(composed),
    frames: page.frames.map(({ id, role, article, region }) => {
      return { id, role, article, box: boxOf(page.grid, region) }
    }),
    blocks: articles.map(({ article, story }) => {
      const pitch = story.columns.find(({ column }) => column.page === page.id)?.pitch ?? null
      const { overset, underset } = story
      return { article: article.id, pitch, overset: overset.characters, underset }
    }),
    pictures: picturesOf(list.items),
    furniture: wordsOf(list.items),
    carriedOut: frozenTexts({ articles: [] }, own).carriedOut,
    dress: articles.flatMap(({ article }) => dressOf(article)),
    marks: Object.fromEntries(own.map(({ id, state }) => [id, state])),
    paper: list,
  }
}

const LINES = { name: "专名号", title: "书名号" } as const
const SCRIPTS = { super: "上角", sub: "下角", fraction: "分数" } as const

function dressOf({ id, story }: Article): readonly FrozenDress[] {
  return story.flatMap(({ spans }, paragraph) =>
    (spans ?? []).flatMap(({ from, to, emphasis, line, script, ruby }): readonly FrozenDress[] => {
      const bears = [
        ...(emphasis ? ["着重号"] : []),
        ...(line ? [LINES[line]] : []),
        ...(script ? [SCRIPTS[script]] : []),
        ...(ruby ? [`拼音 ${ruby}`] : []),
      ]
      return bears.length === 0
        ? []
        : [{ article: id, paragraph, from, to, bears: bears.join(" ") }]
    }),
  )
}

/** The texts of a frozen page, as changes since are looked for in. */
export function textsOf({ map, carriedOut }: FrozenPage): FrozenTexts {
  return { articles: map.texts, carriedOut }
}

/** The marks that stand on a page: on its articles, or on a spot of it. */
export function marksOnPage(
  marks: readonly Mark[],
  page: { readonly id: string; readonly frames: readonly Pick<Frame, "article">[] },
): readonly Mark[] {
  const articles = new Set(page.frames.map(({ article }) => article))
  return marks.filter(({ article, range }) =>
    range.kind === "spot" ? range.page === page.id : article !== null && articles.has(article),
  )
}

function picturesOf(items: ComposedPage["list"]["items"]): readonly FrozenPicture[] {
  let article: string | null = null
  return items.flatMap((item) => {
    if (item.kind === "tag") article = item.article
    if (item.kind !== "image") return []
    return [{ picture: item.picture, article, box: item.box, crop: item.crop }]
  })
}

/** What the list prints without a source; the last glyph of each is taken for an em. */
function wordsOf(items: ComposedPage["list"]["items"]): readonly FrozenWords[] {
  return items.flatMap((item) => {
    if (item.kind !== "glyphs" || item.source !== null) return []
    const { face, size, ink, x, y, dx, texts } = item
    const width = pt((dx.at(-1) ?? 0) + size)
    return [{ text: texts.join(""), face, size, ink, x, baseline: y, width }]
  })
}
