import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { HOUSE_WORKFLOW } from "../../layouts/proof/states.ts"
import { workflowCommand } from "../../main/cli/workflow.ts"
import { small } from "../build/document-small.ts"
import { ownFolder } from "../build/folder.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { good, machineIn } from "../build/machine.ts"
import { ran } from "../build/ran.ts"
import { shortWorkflow } from "../build/workflow.ts"

const home = ownFolder()

test("prints the shipped workflow to begin from, and tells every fault of one's own", async () => {
  const [exit, text] = await ran(workflowCommand, [])
  expect([exit, JSON.parse(text)]).toEqual([0, HOUSE_WORKFLOW])
  const path = join(home, "faulty.json")
  writeFileSync(
    path,
    JSON.stringify({ ...shortWorkflow(), start: "哪里", waivable: ["only-listed"] }),
  )
  const [bad, told] = await ran(workflowCommand, [path])
  expect([bad, told.trim().split("\n").length]).toEqual([1, 2])
  expect(told).toContain("没有状态“哪里” there is no state “哪里”")
})

test("gives a workflow to an issue in somebody's name", async () => {
  const issue = await keepIssue(home, "given", small)
  const path = join(home, "本报.json")
  writeFileSync(path, JSON.stringify(shortWorkflow()))
  const [exit] = await ran(workflowCommand, [
    path,
    "--issue",
    issue,
    "--name",
    "梁总",
    "--role",
    "总编",
  ])
  expect(exit).toBe(0)
  const [, shown] = await ran(workflowCommand, ["--issue", issue])
  expect(JSON.parse(shown)).toMatchObject({ start: "编排" })
  const machine = machineIn(join(home, "desk"))
  good(await machine.call("openIssue", issue))
  const { records } = good(await machine.call("records", issue))
  expect(records.map(({ kind, who, role }) => [kind, who, role])).toEqual([
    ["workflow", "梁总", "总编"],
  ])
  await machine.close()
})
