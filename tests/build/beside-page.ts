import type { ComposedPage } from "../../layouts/compose.ts"
import { composePage } from "../../layouts/compose.ts"
import type { Item } from "../../layouts/display/list.ts"
import type { Article, Paragraph } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Page } from "../../layouts/issue/page.ts"
import type { ParagraphLook, SpanLook } from "../../layouts/issue/text-look.ts"
import type { Press } from "../../layouts/press.ts"
import { mm, pt, zi } from "../../layouts/units.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { plainArticle, plainPage, plainParagraph } from "./document-records.ts"
import { frame } from "./frame.ts"
import { OPTIONS } from "./pdf-page.ts"
import { library, press } from "./type.ts"

/**
 * A paragraph whose words in [ ] bear the looks given, one after another; ⌊ and ⌋ stand for brackets
 * that are text.
 */
export function marked(
  words: string,
  looks: readonly SpanLook[] = [],
  look?: ParagraphLook,
): Paragraph {
  let text = ""
  let from = 0
  const spans = []
  for (const character of words)
    if (character === "[") from = text.length
    else if (character === "]") spans.push({ from, to: text.length, ...looks[spans.length]! })
    else text += character
  return plainParagraph(text, [], {
    ...(spans.length > 0 ? { spans } : {}),
    ...(look ? { look } : {}),
  })
}

/** How a story is set: columns of a measure in 字 and of so many lines, on rows of a pitch. */
export interface StoryPage {
  readonly measure?: number
  readonly columns?: number
  readonly lines?: number
  readonly pitch?: number
  readonly article?: Partial<Article>
  readonly issue?: Partial<Issue>
  readonly press?: Press
}

/** A page that is one story and nothing else. */
export function storyPage(story: readonly Paragraph[], how: StoryPage = {}): ComposedPage {
  const { measure = 13, columns = 1, lines = 12, pitch = 11.25 } = how
  const bare = plainPage("A1")
  const page: Page = {
    ...bare,
    sheet: {
      width: mm(20 + columns * (measure + 1) * 3.18),
      height: mm(16 + lines * pitch * 0.353),
      bleed: mm(3),
    },
    grid: {
      ...bare.grid,
      x: pt(24),
      y: pt(20),
      columns,
      measure: zi(measure),
      gutter: zi(1),
      lines,
      linePitch: pt(pitch),
    },
    frames: [frame(`body a1 0+${columns} 0+${lines}`)],
  }
  const article = {
    ...plainArticle("a1", story),
    headline: null,
    headlineParts: [],
    ...how.article,
  }
  const date = { year: 2026, month: 11, day: 23 }
  const issue = { paper: "瑞河日报", date, articles: [article], pages: [page], ...how.issue }
  return composePage(issue, "A1", how.press ?? press, "free")
}

/** The lines of a composed page as text, by column. */
export function lineTexts({ articles }: ComposedPage): readonly string[] {
  return articles.flatMap(({ story }) =>
    story.columns.flatMap(({ lines }) =>
      lines.map(({ line }) => line.runs.flatMap(({ texts }) => texts).join("")),
    ),
  )
}

/** The items of a page that are of a kind. */
export function itemsOf<K extends Item["kind"]>(
  { list }: ComposedPage,
  kind: K,
): readonly (Item & { kind: K })[] {
  return list.items.filter((item): item is Item & { kind: K } => item.kind === kind)
}

/** A composed page as a file. Throws the sentence of a fault. */
export function pdfOfPage({ list }: ComposedPage): Uint8Array {
  const made = writePdf([list], { face: library.face, picture: () => null }, OPTIONS)
  if (!made.ok) throw new Error(made.say.en)
  return made.value
}
