import { importReport } from "../import/contract.ts"
import { importFiles } from "../import/open.ts"
import { BadUsage, bothTongues, progress, readOptions, type Exit } from "./answer.ts"
import { ownTray } from "./own-tray.ts"

/** `banxin import`: the articles of a text, and how they were recognised. */
export async function importCommand(args: readonly string[]): Promise<Exit> {
  const options = readOptions(args, [], ["json"])
  if (options.files.length === 0)
    throw new BadUsage("没有给出稿件文件。No article file was given; see banxin import --help.")
  const imported = await importFiles(options.files, { tray: ownTray() })
  if (!imported.ok) throw new BadUsage(bothTongues(imported.say))
  for (const notice of imported.value.notices) progress(bothTongues(notice))
  if (options.switches.has("json")) {
    process.stdout.write(`${JSON.stringify(importReport(imported.value), null, 1)}\n`)
    return 0
  }
  const lines = [`编码 encoding: ${imported.value.encoding} (${imported.value.encodingWhy})`]
  for (const article of imported.value.articles) {
    const body = article.story.filter(({ role }) => role === "body")
    const characters = body.reduce((sum, { text }) => sum + text.length, 0)
    lines.push(
      `${article.id} ${article.kind} ${article.headline ?? "（无题 no headline）"} · ${body.length} 段 · ${characters} 字`,
    )
    for (const { what, why, confidence } of article.decisions)
      lines.push(`    ${what} (${Math.round(confidence * 100)} %): ${why}`)
  }
  process.stdout.write(`${lines.join("\n")}\n`)
  return 0
}
