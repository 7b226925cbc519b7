import { madeFaces } from "../../fonts/made/made-face.ts"
import { composePage } from "../../layouts/compose.ts"
import { charactersOf } from "../../layouts/issue/characters.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { faultRegister, type RegisteredFault } from "../../layouts/proof/error-register.ts"
import { RULES } from "../../layouts/proof/checks/rules.ts"
import { ignoredRegister, type RegisteredIgnore } from "../../layouts/proof/ignored-records.ts"
import type { IssueRecord } from "../../layouts/proof/record.ts"
import { recordedRound } from "../../layouts/proof/round-records.ts"
import { condensed, markedIssueOf } from "../bridge/documents.ts"
import type { IssueStore } from "../files/issue-store.ts"
import { openIssueFolder } from "../files/open-issue.ts"
import { libraryWith, openLibrary } from "../fonts/library.ts"
import { pressesOf } from "../press.ts"
import { hashOfList } from "../pressroom/frozen-draft.ts"
import { BadUsage, bothTongues, progress, readOptions, writeWhole, type Exit } from "./answer.ts"

/** Whether a page that was signed for print is still what was signed. */
interface SignedPage {
  readonly page: string
  readonly who: string
  readonly proof: number
  readonly valid: boolean
}

/** `banxin records`: an issue's records with their chain, its signatures, and its register of faults. */
export async function recordsCommand(args: readonly string[]): Promise<Exit> {
  const options = readOptions(args, ["csv"], ["json"])
  const [folder, more] = options.files
  if (folder === undefined || more !== undefined)
    throw new BadUsage("须给出一个期文件夹。Name one issue folder; see banxin records --help.")
  const opened = openIssueFolder(folder, condensed)
  if (!opened.ok) throw new BadUsage(bothTongues(opened.say))
  const store = opened.value
  try {
    for (const notice of store.notices) progress(bothTongues(notice))
    const { issue, marks } = markedIssueOf(store.documents())
    const { records, broken } = store.records()
    const proofs = store.proofs()
    const harmed = proofs.flatMap(({ fault }) => (fault ? [fault] : []))
    const signed = signedPages(store, issue, records)
    const faults = faultRegister(issue, marks)
    const csv = options.values["csv"]
    const ignored = ignoredRegister(issue, records)
    if (csv !== undefined) writeWhole(csv, registerCsv(faults, ignored))
    const score = scored(issue, faults)
    process.stdout.write(
      options.switches.has("json")
        ? `${JSON.stringify({ records, broken, proofs, signed, faults, ignored, score })}\n`
        : [
            ...records.map(lineOf),
            ...signed.map(signedLine),
            ...harmed.map(bothTongues),
            chainLine(broken),
            `差错 ${score.units}，${score.characters} 字，万分之 ${score.rate}\n`,
          ].join("\n"),
    )
    const whole = broken.length === 0 && harmed.length === 0
    return whole && signed.every(({ valid }) => valid) ? 0 : 1
  } finally {
    await store.close()
  }
}

/** The signed pages, each composed anew and held against what was signed. */
function signedPages(
  store: IssueStore,
  issue: Issue,
  records: readonly IssueRecord[],
): readonly SignedPage[] {
  const sizes = new Map(
    store.pictures().map(({ id, width, height }) => [id, { width, height }] as const),
  )
  const { compose } = pressesOf(
    libraryWith(openLibrary([]), madeFaces(issue.glyphs)),
    new Map(),
    sizes,
  )
  const pages = [...new Set(records.map(({ page }) => page))]
  return pages.flatMap((page) => {
    const signature = page === null ? null : recordedRound(records, page)?.signature
    if (page === null || !signature) return []
    const there = issue.pages.some(({ id }) => id === page)
    const valid = (["free", "original"] as const).some(
      (breaks) =>
        there && hashOfList(composePage(issue, page, compose, breaks).list) === signature.list,
    )
    return [{ page, who: signature.who, proof: signature.proof, valid }]
  })
}

function lineOf({ seq, at, who, role, page, kind, body }: IssueRecord): string {
  const time = new Date(at).toISOString().slice(0, 16).replace("T", " ")
  const what = [
    body["transition"],
    body["name"],
    body["text"],
    body["number"],
    body["opinion"],
    body["reason"],
  ]
  const told = what.filter((word) => word !== undefined && word !== "").join(" ")
  return `${seq}\t${time}\t${page ?? "-"}\t${kind}\t${who}（${role}）\t${told}`
}

function signedLine({ page, who, proof, valid }: SignedPage): string {
  return valid
    ? `${page} 版 ${who} 已签发，大样 ${proof}，签样有效。Page ${page} is signed; the signature stands.`
    : `${page} 版签发后变过，签样作废。Page ${page} changed after it was signed; the signature is void.`
}

function chainLine(broken: readonly number[]): string {
  return broken.length === 0
    ? "记录链完整。The chain of records is whole."
    : `记录链在第 ${broken.join("、")} 条断开。The chain of records is broken at ${broken.join(", ")}.`
}

function scored(issue: Issue, faults: readonly RegisteredFault[]) {
  const sum = faults.reduce((all, fault) => all + fault.units, 0)
  const units = Math.round(sum * 10) / 10
  const characters = issue.articles.reduce((sum, article) => sum + charactersOf(article), 0)
  const rate = characters === 0 ? 0 : Math.round((units * 1_000_000) / characters) / 100
  return { units, characters, rate }
}

const HEADS = [
  ...["版次", "稿件", "校次", "符号", "原文", "改为", "批注人", "时间"],
  ...["处理", "处理人", "理由", "差错数"],
]

/**
 * The register as CSV with a byte order mark, so that spreadsheets read its Chinese: the marks, then
 * what the checks found and was let stand with a reason.
 */
export function registerCsv(
  faults: readonly RegisteredFault[],
  ignored: readonly RegisteredIgnore[] = [],
): string {
  const rows = faults.map((fault) => [
    ...[fault.pages.join("、"), fault.article ?? "", String(fault.pass), fault.sign],
    ...[fault.was, fault.put, fault.author, new Date(fault.at).toISOString()],
    ...[STATES[fault.state], fault.settler, fault.reason, String(fault.units)],
  ])
  return `\ufeff${[HEADS, ...rows, ...ignored.map(ignoredRow)].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`
}

function ignoredRow(hit: RegisteredIgnore): readonly string[] {
  const { pages, article, rule, text, who, at, deed, reason } = hit
  const name = Object.hasOwn(RULES, rule) ? RULES[rule as keyof typeof RULES].name.zh : rule
  return [
    ...[pages.join("、"), article, "", `检查：${name}`, text, "", who, new Date(at).toISOString()],
    ...[deed === "heed" ? "取消忽略" : "忽略", who, reason, "0"],
  ]
}

const STATES: Readonly<Record<RegisteredFault["state"], string>> = {
  ...{ open: "未处理", executed: "已改", refused: "不改", asked: "存疑", withdrawn: "撤回" },
}

/** A cell; words that a spreadsheet would take for a formula are words. */
function cell(words: string): string {
  const plain = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
