import { join } from "node:path"
import { rootFolder } from "../root.ts"
import type { Exit } from "./answer.ts"
import { composeCommand } from "./compose.ts"

/** `npm start`: composes the sample issue and says where the PDF is. */
export function startCommand(): Promise<Exit> {
  const sample = join(rootFolder(), "tests/samples/ruihe/ruihe-a1.md")
  const out = (ending: string): string => join("out", `ruihe${ending}`)
  return composeCommand([
    sample,
    ...["--breaks", "original", "--paper", "瑞河日报", "--date", "2026-11-21"],
    ...["--out", out(".pdf"), "--layout", out("-layout.json"), "--report", out("-report.json")],
  ])
}
