import type { Finding } from "../finding.ts"
import { areaOf } from "../grid/regions.ts"
import type { Template } from "../templates/template.ts"
import type { MadePage } from "./page.ts"

/** Part of a page that notices may take before a person is told that copy is short. */
const MUCH_NOTICE = 0.25

/** The finding of an issue without articles: the page stands, but it is empty. */
export function noCopy(page: string): Finding {
  return {
    rule: "placement/no-articles",
    severity: "warning",
    where: { page },
    say: { zh: "没有稿件，版面是空的。", en: "There are no articles; the page is empty." },
  }
}

/** The finding of a template whose following page is on no shelf. */
export function nextMissing({ next, name }: Template): Finding {
  return {
    rule: "placement/next-missing",
    severity: "note",
    where: {},
    say: {
      zh: `找不到版式“${next ?? ""}”，后面各版沿用“${name.zh}”。`,
      en: `There is no template "${next ?? ""}"; the pages after this use "${name.en}" again.`,
    },
  }
}

/** What a person should know of a page: copy too short for it, text that goes on, pictures without room. */
export function findingsOf(made: MadePage, page: string): readonly Finding[] {
  return [
    ...shortOfCopy(made, page),
    ...goingOn(made, page),
    ...cramped(made, page),
    ...picturesLeftOut(made, page),
  ]
}

/** Whether notices fill much of the page. */
function shortOfCopy({ template, notices }: MadePage, page: string): readonly Finding[] {
  const area = notices.reduce((sum, region) => sum + areaOf(region), 0)
  const { columns, lines } = template.grid
  if (area <= MUCH_NOTICE * columns * lines) return []
  const share = Math.round((100 * area) / (columns * lines))
  return [
    {
      rule: "placement/short-of-copy",
      severity: "warning",
      where: { page },
      say: {
        zh: `稿件不足：本版约 ${share}% 由启事和公益广告补满。`,
        en: `Copy is short: notices fill about ${share} % of this page.`,
      },
    },
  ]
}

/** Articles that go on from an earlier page. */
function goingOn({ placed }: MadePage, page: string): readonly Finding[] {
  return placed
    .filter(({ piece }) => piece.rest !== null)
    .map(({ piece }) => ({
      rule: "placement/continued",
      severity: "note",
      where: { article: piece.article.id, page },
      say: {
        zh: "文章太长，正文续排到本版；请加转版提示。",
        en: "The article is too long for one page and goes on here; add a jump line.",
      },
    }))
}

/** Fillers that are higher than any page: they have one, but their words may not all show. */
function cramped({ placed }: MadePage, page: string): readonly Finding[] {
  return placed
    .filter(({ fit }) => fit === "cramped")
    .map(({ piece }) => ({
      rule: "placement/filler-too-long",
      severity: "error",
      where: { article: piece.article.id, page },
      say: {
        zh: "补白太长，整版也排不下；请改作消息或删短。",
        en: "This filler is longer than a page; make it news or cut it.",
      },
    }))
}

/** Articles with more pictures than their frames on the page hold. */
function picturesLeftOut({ placed, frames }: MadePage, page: string): readonly Finding[] {
  return placed.flatMap(({ piece, fit }) => {
    if (fit === "goesOn") return []
    const boxes = frames.filter(
      (frame) => frame.role === "picture" && frame.article === piece.article.id,
    ).length
    const left = piece.article.pictures.length - boxes
    if (left <= 0) return []
    return [
      {
        rule: "placement/picture-left-out",
        severity: "warning" as const,
        where: { article: piece.article.id, page },
        say: {
          zh: `有 ${left} 张图片排不下，没有上版。`,
          en: `There was no room for ${left} of its pictures.`,
        },
      },
    ]
  })
}
