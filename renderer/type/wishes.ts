import { sheetFor } from "../../layouts/compose.ts"
import { styleOf } from "../../layouts/flow/blocks.ts"
import { RUBY_FACE, styledStretches } from "../../layouts/flow/runs.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Stylesheet, TextStyle } from "../../layouts/issue/style.ts"
import { paragraphWith } from "../../layouts/issue/styled-sheet.ts"
import type { FaceWish } from "../../layouts/press.ts"
import { pt } from "../../layouts/units.ts"

/** Wishes of articles already looked through, by the sheet that they were looked through with. */
const known = new WeakMap<Article, { readonly sheet: Stylesheet; readonly wishes: FaceWish[] }>()

/** Every face that an issue's styles, formats and furniture ask for beyond the house's own styles. */
export function wishesOf({ articles, pages, styles }: Issue): readonly FaceWish[] {
  const sheet = sheetFor(pages[0]?.grid.bodySize ?? pt(9), styles)
  const styled = styles ? textStylesOf(sheet) : []
  const furniture = pages.flatMap((page) => page.furniture)
  const wishes = [
    ...styled.map(wishOf),
    ...furniture.flatMap((one) => (one.kind === "text" ? [wishOf(one)] : [])),
    ...articles.flatMap((one) => wishesIn(one, sheet)),
  ]
  const byName = new Map(wishes.map((wish) => [`${wish.family} ${wish.weight}`, wish]))
  return [...byName.values()]
}

function textStylesOf({
  dateline,
  characters: _characters,
  heads: _heads,
  ...paragraphs
}: Stylesheet): readonly TextStyle[] {
  return [dateline, ...Object.values(paragraphs).map(({ text }) => text)]
}

function wishOf({ family, weight }: FaceWish): FaceWish {
  return { family, weight }
}

/** What an article's formatted paragraphs ask for; the plain ones ask for what the sheet does. */
function wishesIn(article: Article, sheet: Stylesheet): readonly FaceWish[] {
  const before = known.get(article)
  if (before?.sheet === sheet) return before.wishes
  const wishes = article.story
    .filter(({ look, spans }) => look !== undefined || spans !== undefined)
    .flatMap((paragraph) => {
      const { text } = paragraphWith(styleOf(article, paragraph.role, sheet), paragraph.look)
      const read = paragraph.spans?.some(({ ruby }) => ruby !== undefined) ? [RUBY_FACE] : []
      return [...styledStretches(paragraph, text, sheet).map(({ style }) => wishOf(style)), ...read]
    })
  known.set(article, { sheet, wishes })
  return wishes
}
