import type { Finding, Where } from "../finding.ts"
import { quotedName } from "../issue/article-name.ts"
import type { Article } from "../issue/article.ts"
import { STRETCH_BOUND } from "../line/demerits.ts"
import type { PlacedHead } from "../head/place-head.ts"
import type { HeadFitted } from "../head/set-head.ts"
import type { SetFiller } from "../head/set-filler.ts"
import type { Frame } from "../issue/page.ts"
import type { BreakOutcome } from "./breaks.ts"
import type { SetStory } from "./compose-story.ts"
import type { PlacedPicture } from "./pictures.ts"
import type { BreakMode } from "./set-paragraph.ts"

/** What findings are read from. */
interface Composed {
  readonly article: Article
  readonly heads: readonly PlacedHead[]
  readonly story: SetStory
  readonly breaks: readonly BreakOutcome[]
  readonly fillers: readonly (SetFiller & { readonly frame: Frame })[]
  readonly pictures: readonly PlacedPicture[]
}

/** The faults of one composed article, each with its place. */
export function storyFindings(composed: Composed, breaks: BreakMode): readonly Finding[] {
  return [
    ...oversetFindings(composed),
    ...glyphFindings(composed),
    ...lineFindings(composed),
    ...tabFindings(composed),
    ...rubyFindings(composed),
    ...traditionalFindings(composed),
    ...leftwardFindings(composed),
    ...(breaks === "original" ? breakFindings(composed) : []),
    ...headFindings(composed),
    ...fillerFindings(composed),
    ...pictureFindings(composed),
    ...truncatedFindings(composed),
  ]
}

function oversetFindings({ article, story }: Composed): readonly Finding[] {
  const { characters, lines } = story.overset
  if (characters === 0) return []
  return [
    {
      rule: "flow/overset",
      severity: "error",
      where: { article: article.id },
      say: {
        zh: `稿件“${quotedName(article)}”余 ${characters} 字（${lines} 行）未能排下。`,
        en: `“${quotedName(article)}” is overset by ${characters} characters (${lines} lines).`,
      },
    },
  ]
}

function glyphFindings({ article, heads, story }: Composed): readonly Finding[] {
  const inHeads = heads.flatMap((head) =>
    head.missing.map((character) => missingFinding(article, character, { paragraph: -1 })),
  )
  const inText = story.blocks.flatMap((block) => {
    const where = (offset: number, length: number) => ({
      article: article.id,
      paragraph: block.paragraph,
      from: offset,
      to: offset + length,
    })
    const missing = block.set.cells.missing.map(({ offset, character }) =>
      missingFinding(article, character, where(offset, character.length)),
    )
    const substituted = block.set.cells.substituted.map(({ offset, face }): Finding => {
      const character = String.fromCodePoint(block.set.cells.text.codePointAt(offset)!)
      return {
        rule: "fonts/substituted",
        severity: "note",
        where: where(offset, character.length),
        say: {
          zh: `“${character}”改用后备字体 ${face}，稿件“${quotedName(article)}”。`,
          en: `“${character}” is set in the fallback face ${face} in “${quotedName(article)}”.`,
        },
      }
    })
    return [...missing, ...substituted]
  })
  return [...inHeads, ...inText]
}

/**
 * Traditional copy in a face that has no forms for it: its characters are the mainland's and its stops
 * are ours, moved; and quotation marks that such copy does not use.
 */
function traditionalFindings({ article, story }: Composed): readonly Finding[] {
  if (article.language !== "hant") return []
  const name = quotedName(article)
  const faces = [...new Set(story.blocks.flatMap(({ set }) => [...set.cells.moved]))]
  const lacking = faces.map((face): Finding => ({
    rule: "fonts/no-traditional-form",
    severity: "note",
    where: { article: article.id },
    say: {
      zh: `字体 ${face} 没有繁体字形：稿件“${name}”的标点移到字格中央，汉字仍是大陆字形。`,
      en: `The face ${face} has no forms for traditional text: stops of “${name}” are moved to the middle of their cells, and its characters are the mainland’s.`,
    },
  }))
  const quoted = article.story.flatMap(({ text }, paragraph): readonly Finding[] => {
    const from = text.search(/[“”‘’]/)
    if (from < 0) return []
    return [
      {
        rule: "text/simplified-quotes",
        severity: "note",
        where: { article: article.id, paragraph, from, to: from + 1 },
        say: {
          zh: `繁体稿“${name}”里有“”或‘’，应用「」『』。`,
          en: `The traditional copy “${name}” has “” or ‘’ where it should have 「」 or 『』.`,
        },
      },
    ]
  })
  return [...lacking, ...quoted]
}

function missingFinding(article: Article, character: string, where: Where): Finding {
  const name = `“${character}”（${codeName(character)}）`
  return {
    rule: "fonts/missing-glyph",
    severity: "error",
    where: { article: article.id, ...where },
    say: {
      zh: `字体缺字${name}，稿件“${quotedName(article)}”，以〓代替。`,
      en: `No face has ${name} in “${quotedName(article)}”; 〓 stands in its place.`,
    },
  }
}

function lineFindings({ article, story }: Composed): readonly Finding[] {
  return story.blocks.flatMap((block) =>
    block.lines.flatMap((line): readonly Finding[] => {
      if (!line.strained || line.end === "columnBreak") return []
      const where = {
        article: article.id,
        paragraph: block.paragraph,
        from: line.from,
        to: line.to,
      }
      const loose = line.looseness > STRETCH_BOUND + 1e-6
      const percent = Math.round(line.looseness * 100)
      return [
        {
          rule: loose ? "line/too-loose" : "line/rule-broken",
          severity: "warning",
          where,
          say: loose
            ? {
                zh: `稿件“${quotedName(article)}”有一行过疏：字距加了 ${percent}%，此行别无排法。`,
                en: `A line of “${quotedName(article)}” is loose: ${percent} % of an em between characters; nothing else fits.`,
              }
            : {
                zh: `稿件“${quotedName(article)}”有一行无法按禁则排：栏宽容不下。`,
                en: `A line of “${quotedName(article)}” breaks a line-edge rule; the measure leaves no other way.`,
              },
        },
      ]
    }),
  )
}

/** Tabs whose stop is not on the line that they stand on: it is too narrow, or begins behind it. */
function tabFindings({ article, story }: Composed): readonly Finding[] {
  return story.blocks.flatMap(({ paragraph, set: { astray = [] } }) =>
    astray.map((from): Finding => ({
      rule: "line/tab-astray",
      severity: "note",
      where: { article: article.id, paragraph, from, to: from + 1 },
      say: {
        zh: `稿件“${quotedName(article)}”有一处制表符在本行找不到制表位：行太短，或制表位在行外。`,
        en: `A tab in “${quotedName(article)}” finds no stop on its line: the line is too short or begins behind it.`,
      },
    })),
  )
}

/** Readings are legible down to about so much, pt; a larger half size needs no more. */
const LEAST_READING = 4

function rubyFindings({ article, story }: Composed): readonly Finding[] {
  return story.blocks.flatMap(({ paragraph, set: { cells } }): readonly Finding[] => {
    const small = cells.ruby.find(
      ({ size, base }) => size < Math.min(LEAST_READING, base / 2) - 1e-6,
    )
    if (!small) return []
    const points = small.size.toFixed(1)
    const [from, to] = [cells.from[small.from]!, cells.from[small.to]!]
    return [
      {
        rule: "line/small-ruby",
        severity: "warning",
        where: { article: article.id, paragraph, from, to },
        say: {
          zh: `稿件“${quotedName(article)}”的注音只有 ${points} 磅：行距窄，排不下，可给注音的行加半行。`,
          en: `Readings in “${quotedName(article)}” are only ${points} pt: the line gap has no room for more; give their lines half a line.`,
        },
      },
    ]
  })
}

/** Stretches of Hebrew, Arabic and their kin, with the blanks and signs between their letters. */
const LEFTWARD =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[ \u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?/g

/**
 * Words of scripts that run from right to left are set letter by letter from left to right, as they
 * come, unjoined: kept, but not right. Source: UAX #9 is not done here
 */
function leftwardFindings({ article, story }: Composed): readonly Finding[] {
  return story.blocks.flatMap(({ paragraph, set: { cells } }) =>
    [...cells.text.matchAll(LEFTWARD)].map(({ 0: words, index }): Finding => ({
      rule: "line/right-to-left",
      severity: "warning",
      where: { article: article.id, paragraph, from: index, to: index + words.length },
      say: {
        zh: `“${words}”应从右向左排，这里照字序从左排起，字母也不连写；请改用译名或图片。`,
        en: `“${words}” runs from right to left; it is set letter by letter from the left, unjoined. Use a translation or a picture.`,
      },
    })),
  )
}

function breakFindings({ article, breaks }: Composed): readonly Finding[] {
  return breaks
    .filter((outcome) => !outcome.honoured || !outcome.fullLine)
    .map((outcome): Finding => {
      const place = `${outcome.before}‖${outcome.after}`
      return {
        rule: "flow/original-break",
        severity: "warning",
        where: { article: article.id, paragraph: outcome.paragraph, from: outcome.offset },
        say: outcome.honoured
          ? {
              zh: `原栏断点“${place}”前一行在此栏宽下排不满。`,
              en: `The line before the original column break “${place}” cannot be filled at this measure.`,
            }
          : {
              zh: `原栏断点“${place}”处未能断栏。`,
              en: `No column ends at the original column break “${place}”.`,
            },
      }
    })
}

function headFindings({ article, heads }: Composed): readonly Finding[] {
  const where = { article: article.id, paragraph: -1 }
  const name = quotedName(article)
  return heads.flatMap(({ overfull, fitted }): readonly Finding[] => {
    const found: Finding[] = []
    if (overfull) {
      const say = {
        zh: `标题“${name}”放不进题区。`,
        en: `The headline “${name}” does not fit its block.`,
      }
      found.push({ rule: "head/overfull", severity: "warning", where, say })
    }
    if (fitted.unfilled) {
      const say = {
        zh: `标题“${name}”字太少，撑满会散开，有的行没有撑满。`,
        en: `The headline “${name}” has too few characters to be spread over its width; a line is left as it is.`,
      }
      found.push({ rule: "head/unfilled", severity: "note", where, say })
    }
    if (fitted.unbroken) {
      const say = {
        zh: `标题“${name}”有一处手动折行落在拆不开的字符里，改在它后面折。`,
        en: `A line of the headline “${name}” was to end inside what cannot be parted; it ends behind it.`,
      }
      found.push({ rule: "head/unbroken", severity: "note", where, say })
    }
    if (fitted.byRoom) {
      const say = {
        zh: `标题“${name}”为排进题区，${letters(fitted, "zh")}。`,
        en: `So that it fits, the headline “${name}” has ${letters(fitted, "en")}.`,
      }
      found.push({ rule: "head/squeezed", severity: "note", where, say })
    }
    return found
  })
}

/** How the letters of a headline stand, in words. */
function letters({ tracking, stretch }: HeadFitted, language: "zh" | "en"): string {
  const closer = Math.round(Math.abs(tracking) * 100)
  const wide = Math.round(stretch * 100)
  const [zh, en] = [
    [`字距紧 ${closer}%`, ...(stretch < 1 ? [`字宽压到 ${wide}%`] : [])],
    [`letters closer by ${closer} %`, ...(stretch < 1 ? [`letters ${wide} % wide`] : [])],
  ]
  return language === "zh" ? zh!.join("，") : en!.join(" and ")
}

function fillerFindings({ article, fillers }: Composed): readonly Finding[] {
  return fillers.flatMap(({ missing, overfull }) => {
    const glyphs = missing.map((character) => missingFinding(article, character, {}))
    if (!overfull) return glyphs
    const say = {
      zh: `补白“${quotedName(article)}”放不进它的框。`,
      en: `The filler “${quotedName(article)}” does not fit its frame.`,
    }
    const where = { article: article.id }
    return [...glyphs, { rule: "filler/overfull", severity: "error" as const, where, say }]
  })
}

/** Effective resolution below which newsprint shows it, and below which anyone does. Source: domain.md 303; pdf.md */
const FINE = { note: 200, warning: 150 } as const

/** A picture frame whose picture has not come, cannot be read or is too coarse for its size. */
function pictureFindings({ article, pictures }: Composed): readonly Finding[] {
  return pictures.flatMap(({ frame, page, index, shown }): readonly Finding[] => {
    const where = { article: article.id, page: page.id, frame: frame.id }
    if (!shown) return [awaitedFinding(article, index, where)]
    const ppi = Math.floor(shown.ppi)
    if (ppi >= FINE.note) return []
    return [
      {
        rule: "picture/coarse",
        severity: ppi < FINE.warning ? "warning" : "note",
        where,
        say: {
          zh: `“${quotedName(article)}”的图片有效分辨率 ${ppi} ppi，低于 ${FINE.note}。`,
          en: `The picture of “${quotedName(article)}” has ${ppi} ppi at this size, below ${FINE.note}.`,
        },
      },
    ]
  })
}

function awaitedFinding(article: Article, index: number, where: Where): Finding {
  const name = article.pictures[index]?.id.split(/[\\/]/).at(-1)
  const say = name
    ? {
        zh: `图片 ${name} 读不出，先留图框。`,
        en: `The picture ${name} cannot be read; its box is kept.`,
      }
    : {
        zh: `图片稿“${quotedName(article)}”还没有图片，先留图框。`,
        en: `“${quotedName(article)}” has no picture yet; its box is kept.`,
      }
  const rule = name ? "picture/unreadable" : "picture/awaited"
  return { rule, severity: "warning", where, say }
}

function truncatedFindings({ article }: Composed): readonly Finding[] {
  if (!article.truncated) return []
  return [
    {
      rule: "article/cut-off",
      severity: "warning",
      where: { article: article.id, paragraph: article.story.length - 1 },
      say: {
        zh: `稿件“${quotedName(article)}”不完整：文字在句中中断。`,
        en: `“${quotedName(article)}” is cut off in mid sentence.`,
      },
    },
  ]
}

function codeName(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`
}
