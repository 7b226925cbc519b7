import { spawn } from "node:child_process"
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
 * `npm start`: opens the desk where a window can be shown, and composes the sample issue while it
 * comes up; says where the PDF is. Where a desk runs already, that one opens the window.
 */
export async function startCommand(args: readonly string[]): Promise<Exit> {
  const options = readOptions(args, ["shell"], [])
  const asked = options.values["shell"] ?? "auto"
  const shell = SHELLS.find((name) => name === asked)
  if (!shell)
    throw new BadUsage(
      "--shell 须为 electron、browser 或 none。--shell must be electron, browser or none.",
    )
  const { handedOver, startDesk } = await import("../shell/start.ts")
  let composed: Promise<Exit> | null = null
  const compose = (): Promise<Exit> => (composed ??= composeSample())
  const composeBeside = (): Promise<Exit> => (composed ??= composeInChild())
  const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
  const issue = options.files[0] ?? null
  if (await handedOver({ shell, issue, say })) return 0
  await startDesk({ shell, version, pdf: out(".pdf"), issue, compose, composeBeside, say })
  return compose()
}

/** Composes the sample in a process of its own, so that this one answers the window meanwhile. */
function composeInChild(): Promise<Exit> {
  const program = join(rootFolder(), "main/cli/banxin.mjs")
  const child = spawn(process.execPath, [program, "start", "--shell", "none"], { stdio: "inherit" })
  return new Promise((settle) => {
    child.on("error", () => settle(composeSample()))
    child.on("exit", (code) => settle(code === 0 || code === 1 ? code : 2))
  })
}

function composeSample(): Promise<Exit> {
  const sample = join(rootFolder(), "tests/samples/ruihe/ruihe-a1.md")
  const order = [
    ...["--breaks", "original", "--paper", "瑞河日报", "--date", "2026-11-21"],
    ...["--out", out(".pdf"), "--layout", out("-layout.json"), "--report", out("-report.json")],
  ]
  return composeCommand([sample, ...order], RUIHE_IMPRINT)
}
