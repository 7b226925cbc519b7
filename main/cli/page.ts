import { printList } from "../../layouts/display/print.ts"
import { readOptions, type Exit } from "./answer.ts"
import { runCompose } from "./compose.ts"

/** `banxin page`: the display lists as text, one line a composed line. */
export async function pageCommand(args: readonly string[]): Promise<Exit> {
  const valued = ["template", "measure", "breaks", "fonts", "paper", "imprint", "date", "pdf"]
  const run = await runCompose(readOptions(args, valued, ["no-marks"]))
  for (const { list } of run.set.pages) process.stdout.write(printList(list))
  return run.findings.some(({ severity }) => severity === "error") ? 1 : 0
}
