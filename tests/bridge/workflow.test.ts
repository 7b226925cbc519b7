import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { readWorkflow } from "../../layouts/proof/read-workflow.ts"
import { workflowOf } from "../../layouts/proof/round-records.ts"
import { small } from "../build/document-small.ts"
import { ownFolder } from "../build/folder.ts"
import { keepIssue } from "../build/issue-folder.ts"
import { good, machineIn, said, sitDown } from "../build/machine.ts"
import { shortWorkflow } from "../build/workflow.ts"

const home = ownFolder()

function fileOf(name: string, content: unknown): string {
  const path = join(home, name)
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content))
  return path
}

const FACTS = {
  ...{ openMarks: 0, unexecuted: 0, overset: 0, missingGlyphs: 0, errors: 0, brokenJumps: 0 },
  ...{ unapproved: 0, unlisted: 0, list: "a".repeat(64), proofList: null, readers: [] },
}

test("is imported, kept, given to an issue, and judges its pages", async () => {
  const machine = machineIn(join(home, "given-desk"))
  const path = await keepIssue(home, "given", small)
  good(await machine.call("openIssue", path))
  const { workflow, faults } = good(
    await machine.call("importWorkflow", fileOf("小报流程.json", shortWorkflow())),
  )
  expect([workflow?.name, faults]).toEqual(["小报流程", []])
  expect(good(await machine.call("workflows")).workflows).toEqual([workflow])
  const page = small.pages[0]!.id
  const order = (transition: string) => ({
    ...{
      issue: path,
      page,
      transition,
      who: "周岚",
      role: "主任",
      opinion: "同意",
      waived: {},
      listed: [],
    },
    ...{ facts: FACTS, at: "2026-11-23T20:15:00+08:00", breaks: "free" as const },
    press: { standard: "x4" as const, condition: "newsprint-ifra26s" },
  })
  expect(said(await machine.call("goOn", order("出样")))).toContain("profile alone")
  await sitDown(machine, "周岚", "主任")
  expect(said(await machine.call("goOn", order("出样")))).toContain("no way on")
  good(await machine.call("giveWorkflow", path, "小报流程"))
  expect(good(await machine.call("goOn", order("出样")))).toMatchObject({ state: "读样", proof: 1 })
  good(await machine.call("giveWorkflow", path, ""))
  const { records, broken } = good(await machine.call("records", path))
  expect(broken).toEqual([])
  expect(workflowOf(records, page).name).toBe("小报流程")
  expect(workflowOf(records, null).name).toBe("")
  expect(said(await machine.call("giveWorkflow", path, "没有"))).toContain("No workflow")
  await machine.close()
})

test("is refused with a sentence for each fault, and what was kept before stays", async () => {
  const machine = machineIn(join(home, "faulty-desk"))
  good(await machine.call("importWorkflow", fileOf("本报.json", shortWorkflow())))
  const faulty = { ...shortWorkflow(), start: "哪里", waivable: ["proof-fresh"] }
  const { workflow, faults } = good(
    await machine.call("importWorkflow", fileOf("本报.json", faulty)),
  )
  expect(workflow).toBe(null)
  expect(faults.map(({ zh }) => zh)).toEqual(["没有状态“哪里”", "proof-fresh 不可放行"])
  const none = good(await machine.call("importWorkflow", fileOf("坏.json", "{")))
  expect(none.faults.map(({ en }) => en)).toEqual(["The workflow is no JSON."])
  const reading = readWorkflow(shortWorkflow())
  expect(good(await machine.call("workflows")).workflows).toEqual([
    { name: "本报", workflow: reading.ok && reading.workflow },
  ])
  good(await machine.call("removeWorkflow", "本报"))
  expect(good(await machine.call("workflows")).workflows).toEqual([])
  await machine.close()
})

test("is what a new issue begins with when it is set so", async () => {
  const machine = machineIn(join(home, "new-desk"))
  good(await machine.call("importWorkflow", fileOf("新期.json", shortWorkflow())))
  const { preferences } = good(await machine.call("preferences"))
  good(await machine.call("keepPreferences", { ...preferences, workflow: "新期" }))
  const date = { year: 2026, month: 11, day: 23 }
  const { path } = good(await machine.call("createIssue", join(home, "begun"), "瑞河日报", date))
  const { records } = good(await machine.call("records", path))
  expect(workflowOf(records, "A1").name).toBe("新期")
  await machine.close()
})
