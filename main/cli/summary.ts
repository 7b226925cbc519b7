import type { SetIssue } from "../../layouts/make-up.ts"
import { bothTongues } from "./answer.ts"

const SIGN = { error: "✗", warning: "!", note: "·" } as const

/** The fit report for people: pages, what is over or short, the original measure, findings. */
export function summaryOf(set: SetIssue, out: string | null): string {
  const lines: string[] = []
  const { template, measure } = set
  lines.push(`版式 template: ${template.id} ${template.name.zh} · ${set.pages.length} 版 pages`)
  for (const { page, articles } of set.pages) {
    const overset = articles.reduce((sum, { story }) => sum + story.overset.characters, 0)
    const underset = articles.reduce((sum, { story }) => sum + story.underset, 0)
    lines.push(
      `${page.id}: ${articles.length} 篇 articles · 余 ${overset} 字 over · 缺 ${underset} 行 short`,
    )
  }
  for (const { article, page, slot, why } of set.placements)
    lines.push(`  ${page} ${slot} ← ${article}: ${bothTongues(why)}`)
  if (measure.measure !== null) {
    const [best, next] = measure.ranking
    const rival = next ? `; ${next.measure} 字 → ${next.fullLines}` : ""
    const total = best!.breaks.length
    lines.push(
      `原栏宽 original measure: ${best!.measure} 字 (${best!.fullLines} of ${total} breaks end a full line${rival})`,
    )
  }
  for (const { severity, say } of set.findings) lines.push(`${SIGN[severity]} ${bothTongues(say)}`)
  if (out !== null) lines.push(`PDF: ${out}`)
  return `${lines.join("\n")}\n`
}
