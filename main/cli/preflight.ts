import { readFileSync, statSync } from "node:fs"
import { conditionCalled } from "../conditions/kept.ts"
import { SHIPPED_CONDITIONS } from "../conditions/shelf.ts"
import { STANDARDS } from "../export/pdf/standard.ts"
import { appFolder } from "../files/app-folder.ts"
import { preflight, standardClaimed, type PreflightReport } from "../preflight/preflight.ts"
import { isStandard } from "../preflight/profile.ts"
import { BadUsage, bothTongues, readOptions, type Exit } from "./answer.ts"

/** Largest file that is read into the memory, bytes. */
const MOST_BYTES = 1024 * 1024 * 1024

/** `banxin preflight`: what a press would stumble over in a PDF that anyone made. */
export async function preflightCommand(args: readonly string[]): Promise<Exit> {
  const options = readOptions(args, ["standard", "condition"], ["json"])
  const [path, ...more] = options.files
  if (path === undefined || more.length > 0)
    throw new BadUsage("须给出一个 PDF 文件。Give one PDF file; see banxin preflight --help.")
  const { standard } = options.values
  if (standard !== undefined && !isStandard(standard))
    throw new BadUsage(
      `--standard 须为 ${STANDARDS.join("、")}。--standard must be one of ${STANDARDS.join(", ")}.`,
    )
  const condition = conditionCalled(
    appFolder(),
    options.values["condition"] ?? SHIPPED_CONDITIONS[0]!.id,
  )
  if (!condition.ok) throw new BadUsage(bothTongues(condition.say))
  const report = await preflight(bytesOf(path), (claim) => ({
    standard: standard ?? standardClaimed(claim),
    condition: condition.value,
  }))
  if (!report.ok) throw new BadUsage(`${path}：${bothTongues(report.say)}`)
  const written = { file: path, ...report.value }
  process.stdout.write(
    options.switches.has("json") ? `${JSON.stringify(written, null, 1)}\n` : summary(report.value),
  )
  return report.value.findings.some(({ severity }) => severity === "error") ? 1 : 0
}

function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).size > MOST_BYTES)
      throw new BadUsage(`${path} 超过 1 GB，太大了。${path} is larger than 1 GB.`)
    return readFileSync(path)
  } catch (cause) {
    if (cause instanceof BadUsage) throw cause
    throw new BadUsage(`读不到文件 ${path}。The file ${path} cannot be read.`, { cause })
  }
}

const SIGNS = { error: "错 ✗", warning: "警 !", note: "注 ·" } as const

/** The findings as lines of text, worst first. */
function summary({ standard, condition, pages, findings }: PreflightReport): string {
  const lines = findings.map(({ severity, page, rect, count, say, rule }) => {
    const where = page === null ? "" : ` p${page}`
    const at = rect ? ` (${Math.round(rect.x)}, ${Math.round(rect.y)})` : ""
    return `${SIGNS[severity]}${where}${at}${count > 1 ? ` ×${count}` : ""} ${bothTongues(say)} [${rule}]`
  })
  const count = (wanted: string): number =>
    findings.filter(({ severity }) => severity === wanted).length
  const all = `${count("error")} 错误 errors, ${count("warning")} 警告 warnings, ${count("note")} 附注 notes`
  return `${[...lines, `${standard}, ${condition}, ${pages} 页 pages: ${all}`].join("\n")}\n`
}
