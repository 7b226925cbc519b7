import { checkIssue } from "../../layouts/proof/checks/check-issue.ts"
import { houseCheck } from "../../layouts/proof/checks/house-check.ts"
import type { CheckFinding, Means } from "../../layouts/proof/checks/check-article.ts"
import { entriesInUse, type HouseEntry } from "../../layouts/proof/checks/house-tables.ts"
import { RULES } from "../../layouts/proof/checks/rules.ts"
import { scoreOf, weightOf, type Score } from "../../layouts/proof/checks/score.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { hitKey, type Ignored } from "../../layouts/issue/ignored.ts"
import { condensed, documentOf } from "../bridge/documents.ts"
import { appFolder } from "../files/app-folder.ts"
import { keptHouseTables } from "../files/house-tables.ts"
import { openIssueFolder } from "../files/open-issue.ts"
import { readTableFile } from "../import/house-table.ts"
import { importFiles } from "../import/open.ts"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { BadUsage, bothTongues, progress, readOptions, type Exit } from "./answer.ts"
import { dateOf } from "./date.ts"
import { ownTray } from "./own-tray.ts"

/** `banxin check`: the faults that the proof desk's rules find in copy or in an issue, and their score. */
export async function checkCommand(args: readonly string[]): Promise<Exit> {
  const options = readOptions(args, ["date", "tables"], ["json"])
  if (options.files.length === 0)
    throw new BadUsage("没有给出文件。No file was given; see banxin check --help.")
  const asked = options.values["date"]
  const { articles, today, ignored } = await copyOf(options.files)
  const words = wordsOf(options.values["tables"])
  const house = words.length === 0 ? null : houseCheck(words)
  const means = { today: asked === undefined ? today : dateOf(asked), house }
  const stands = new Set(ignored.map(hitKey))
  const findings = checkIssue(articles, means).filter(
    ({ rule, where, text }) => !stands.has(hitKey({ rule, article: where.article!, text })),
  )
  const score = scoreOf(articles, findings)
  process.stdout.write(
    options.switches.has("json")
      ? `${JSON.stringify({ ...report(articles, findings, score), ignored }, null, 1)}\n`
      : summary(articles, findings, score),
  )
  return findings.some(({ severity }) => severity === "error") ? 1 : 0
}

/** What is checked: articles, and the day of the issue that they stand in. */
interface Copy {
  readonly articles: readonly Article[]
  readonly today: Means["today"]
  /** What was let stand; it is neither shown nor counted. */
  readonly ignored: readonly Ignored[]
}

/** The articles of an issue folder, or of copy in any format that is imported. */
async function copyOf(files: readonly string[]): Promise<Copy> {
  const [first] = files
  if (files.length === 1 && existsSync(join(first!, "issue.db"))) return issueCopy(first!)
  const imported = await importFiles(files, { tray: ownTray() })
  if (!imported.ok) throw new BadUsage(bothTongues(imported.say))
  for (const notice of imported.value.notices) progress(bothTongues(notice))
  return { articles: imported.value.articles, today: null, ignored: [] }
}

async function issueCopy(folder: string): Promise<Copy> {
  const opened = openIssueFolder(folder, condensed)
  if (!opened.ok) throw new BadUsage(bothTongues(opened.say))
  const store = opened.value
  try {
    for (const notice of store.notices) progress(bothTongues(notice))
    const document = documentOf(store.documents())
    const { articles, date } = document.issue()
    return { articles, today: date, ignored: document.ignored() }
  } finally {
    await store.close()
  }
}

/**
 * The paper's own words: of the tables that were named, else of those that the desk keeps and uses.
 * Faulty rows and tables that cannot be read are told and left out.
 */
function wordsOf(tables: string | undefined): readonly HouseEntry[] {
  if (tables === "none") return []
  if (tables !== undefined) return openTables(tables.split(","))
  const kept = keptHouseTables(appFolder())
  for (const notice of kept.notices) progress(bothTongues(notice))
  return entriesInUse(kept.tables)
}

function openTables(paths: readonly string[]): readonly HouseEntry[] {
  return paths.flatMap((path) => {
    const read = readTableFile(path)
    if (!read.ok) throw new BadUsage(bothTongues(read.say))
    const { entries, faults } = read.value
    for (const fault of faults) progress(`${path} ${bothTongues(fault)}`)
    if (entries.length === 0)
      throw new BadUsage(`用语表 ${path} 里没有能用的词条。The table ${path} holds no sound entry.`)
    return entries
  })
}

/** The JSON of the contract: paragraphs are numbered as `banxin import` numbers them. */
function report(
  articles: readonly Article[],
  findings: readonly CheckFinding[],
  score: Score,
): object {
  return {
    findings: findings.map((finding) => {
      const { rule, severity, where, say, field, text, suggest } = finding
      return {
        ...{ rule, severity, article: where.article, paragraph: paragraphOf(articles, finding) },
        ...{ field, from: where.from, to: where.to, text, suggest: suggest[0] ?? null },
        ...{ suggestions: suggest, say, name: RULES[rule].name, source: RULES[rule].source },
        weight: weightOf(finding),
      }
    }),
    score,
  }
}

/** Number of a finding's paragraph among those of its own role; null in the headline block. */
function paragraphOf(articles: readonly Article[], { where, field }: CheckFinding): number | null {
  const story = articles.find(({ id }) => id === where.article)?.story
  if (story === undefined || where.paragraph === undefined) return null
  return story.slice(0, where.paragraph).filter(({ role }) => role === field).length
}

const SIGN = { error: "✗", warning: "!", note: "·" } as const

function summary(
  articles: readonly Article[],
  findings: readonly CheckFinding[],
  score: Score,
): string {
  const lines = findings.map((finding) => {
    const { rule, severity, where, say } = finding
    const paragraph = paragraphOf(articles, finding)
    const place = paragraph === null ? finding.field : `${finding.field} ${paragraph + 1}`
    return `${SIGN[severity]} ${where.article} ${place} ${where.from}–${where.to} ${rule}: ${bothTongues(say)}`
  })
  const { characters, errors, doubtful, important, rate, limit, passes } = score
  const names = important === 0 ? "" : ` · 重要名称加倍 important names ${important}`
  return [
    ...lines,
    `${characters} 字 characters · 差错 errors ${errors} · 存疑 doubtful ${doubtful}${names}`,
    `差错率 rate ${rate}/10 000（限 limit ${limit}）${passes ? "合格 passes" : "不合格 fails"}`,
    "",
  ].join("\n")
}
