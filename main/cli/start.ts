import { join } from "node:path"
import { RUIHE_IMPRINT } from "../../layouts/issue/imprint.ts"
import { rootFolder } from "../root.ts"
import { version } from "../../package.json"
import { BadUsage, readOptions, type Exit } from "./answer.ts"
import { composeCommand } from "./compose.ts"

/** The sample's results, by their endings. */
const out = (ending: string): string => join("out", `ruihe${ending}`)

const SHELLS = ["auto", "electron", "browser", "none"] as const

/**
 * `npm start`: composes the sample issue and says where the PDF is, then opens the desk where a
 * window can be shown.
 */
export async function startCommand(args: readonly string[]): Promise<Exit> {
  const options = readOptions(args, ["shell"], [])
  const asked = options.values["shell"] ?? "auto"
  const shell = SHELLS.find((name) => name === asked)
  if (!shell)
    throw new BadUsage(
      "--shell 须为 electron、browser 或 none。--shell must be electron, browser or none.",
    )
  const exit = await composeSample()
  const { startDesk } = await import("../shell/start.ts")
  const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
  await startDesk({ shell, version, pdf: out(".pdf"), issue: options.files[0] ?? null, say })
  return exit
}

function composeSample(): Promise<Exit> {
  const sample = join(rootFolder(), "tests/samples/ruihe/ruihe-a1.md")
  const order = [
    ...["--breaks", "original", "--paper", "瑞河日报", "--date", "2026-11-21"],
    ...["--out", out(".pdf"), "--layout", out("-layout.json"), "--report", out("-report.json")],
  ]
  return composeCommand([sample, ...order], RUIHE_IMPRINT)
}
