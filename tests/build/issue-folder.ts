import { join } from "node:path"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { good, machineIn } from "./machine.ts"

/** Keeps an issue as the program keeps it, in a new folder of a name inside `folder`; its path. */
export async function keepIssue(folder: string, name: string, issue: Issue): Promise<string> {
  const machine = machineIn(join(folder, "maker"))
  const path = join(folder, `${name}.issue`)
  good(await machine.call("createIssue", path, issue.paper, issue.date))
  good(await machine.call("keepUpdate", path, "content", newDocument(issue).state("content")))
  await machine.close()
  return path
}
