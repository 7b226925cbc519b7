import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readWorkflow } from "../../layouts/proof/read-workflow.ts"
import { workflowOf, type RoundRecord } from "../../layouts/proof/round-records.ts"
import { freshRound } from "../../layouts/proof/rounds.ts"
import { HOUSE_WORKFLOW } from "../../layouts/proof/states.ts"
import { GUARDS } from "../../layouts/proof/workflow.ts"
import { shortWorkflow } from "../build/workflow.ts"

/** The Chinese sentences of what is wrong with a workflow. */
function faults(json: unknown): readonly string[] {
  const reading = readWorkflow(json)
  return reading.ok ? [] : reading.faults.map(({ zh }) => zh)
}

describe("a paper's own workflow", () => {
  it("is read with what was left out, and one name for both languages", () => {
    const reading = readWorkflow(shortWorkflow())
    if (!reading.ok) throw new Error(reading.faults.map(({ en }) => en).join(" "))
    const [first] = reading.workflow.transitions
    expect(first).toMatchObject({ guards: [], needs: [], opinion: false, freezes: "always" })
    expect(reading.workflow.states[0]!.name).toEqual({ zh: "编排", en: "编排" })
    expect(faults(HOUSE_WORKFLOW)).toEqual([])
  })

  it("is told every fault of its form by its field", () => {
    const short = shortWorkflow()
    const told = faults({
      ...short,
      strat: "编排",
      waivable: ["no-overst"],
      states: [{ ...short.states[0], edits: "all" }, { id: "读" }],
    })
    expect(told).toHaveLength(5)
    expect(told.join()).toContain("strat：没有这个字段")
    expect(told.join()).toContain(`waivable[0]：只能是：${GUARDS.join("、")}`)
    expect(told.join()).toContain("states[0].edits：只能是：everything")
    expect(told.join()).toContain("states[1].name：缺少这个字段")
    expect(faults(null)).toEqual(["流程文件：应为一组字段。"])
  })

  it("may not leave out what no paper may", () => {
    const short = shortWorkflow()
    const [sign] = short.transitions.slice(-1)
    const others = short.transitions.slice(0, -1)
    const signedWith = (change: object): readonly string[] =>
      faults({ ...short, transitions: [...others, { ...sign, ...change }] })
    expect(signedWith({ guards: ["recheck-done", "proof-fresh"] })).toEqual(["“签发”缺批注清零"])
    expect(signedWith({ needs: [] })).toEqual(["“签发”缺三审"])
    expect(signedWith({ to: "没有" })).toEqual(["没有状态“没有”"])
    expect(faults({ ...short, waivable: ["marks-answered"] })).toEqual(["marks-answered 不可放行"])
    const editing = short.roles.map((role) =>
      role.id === "校对" ? { ...role, writes: "content" } : role,
    )
    expect(faults({ ...short, roles: editing })).toEqual(["“校对”校对，就只能批注"])
  })

  it("never throws, whatever is read", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("roles", "states", "transitions", "start"),
        (value, field) => {
          expect(readWorkflow(value).ok).toBe(false)
          const reading = readWorkflow({ ...shortWorkflow(), [field]: value })
          if (!reading.ok) expect(reading.faults.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe("the workflow of a page", () => {
  const given = (name: string): RoundRecord => ({
    page: null,
    kind: "workflow",
    body: { name, workflow: shortWorkflow() },
  })
  const step: RoundRecord = {
    page: "A1",
    kind: "transition",
    body: { round: freshRound(HOUSE_WORKFLOW) },
  }

  it("is the house's, then the newest that the issue was given", () => {
    expect(workflowOf([], "A1").workflow).toBe(HOUSE_WORKFLOW)
    expect(workflowOf([given("甲"), given("乙")], "A1").name).toBe("乙")
    expect(workflowOf([given("甲"), given("乙")], null).name).toBe("乙")
  })

  it("stays what it was when the page went its first step", () => {
    const records = [given("甲"), step, given("乙")]
    expect(workflowOf(records, "A1").name).toBe("甲")
    expect(workflowOf(records, "A2").name).toBe("乙")
    expect(workflowOf([step, given("甲")], "A1").name).toBe("")
  })

  it("is the house's where its record is damaged", () => {
    const damaged = { ...given("甲"), body: { unreadable: "{" } }
    expect(workflowOf([damaged], "A1").workflow).toBe(HOUSE_WORKFLOW)
  })
})
