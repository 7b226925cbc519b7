import { checkCommand } from "./check.ts"
import { composeCommand } from "./compose.ts"
import { exportCommand, proofCommand } from "./export.ts"
import { importCommand } from "./import.ts"
import { startCommand } from "./start.ts"
import { templatesCommand } from "./templates.ts"
import { marksCommand } from "./marks.ts"
import { linesCommand } from "./lines.ts"
import { pageCommand } from "./page.ts"
import { BadUsage, complain, type Exit } from "./answer.ts"
import { preflightCommand } from "./preflight.ts"
import { recordsCommand } from "./records.ts"
import { usageOf } from "./usage.ts"
import { workflowCommand } from "./workflow.ts"
import { version } from "../../package.json"

type Command = (args: readonly string[]) => Promise<Exit>

const COMMANDS: Readonly<Record<string, Command>> = {
  compose: composeCommand,
  export: exportCommand,
  import: importCommand,
  check: checkCommand,
  templates: templatesCommand,
  page: pageCommand,
  lines: linesCommand,
  marks: marksCommand,
  preflight: preflightCommand,
  proof: proofCommand,
  records: recordsCommand,
  start: startCommand,
  workflow: workflowCommand,
}

/** Runs one command line; the exit code is 0 fine, 1 findings of severity error, 2 bad usage or input. */
export async function banxin(args: readonly string[]): Promise<Exit> {
  const [name, ...rest] = args
  if (name === "--version" || name === "-v") return print(version)
  if (name === undefined || name === "--help" || name === "-h" || name === "help")
    return name === undefined ? complain(usageOf(null)) : print(usageOf(rest[0] ?? null))
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command)
    return complain(
      `没有命令“${name}”，见 banxin --help。There is no command “${name}”; see banxin --help.`,
    )
  if (rest.includes("--help") || rest.includes("-h")) return print(usageOf(name))
  try {
    return await command(rest)
  } catch (cause) {
    if (cause instanceof BadUsage) return complain(cause.message)
    throw cause
  }
}

function print(text: string): Exit {
  process.stdout.write(`${text}\n`)
  return 0
}
