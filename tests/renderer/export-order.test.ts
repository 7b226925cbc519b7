import { describe, expect, it } from "vitest"
import { SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { conditionNotes, localTime } from "../../renderer/state/export.ts"

describe("what an export is asked for", () => {
  it("has the time of the wall with its zone, the same moment", () => {
    const moment = new Date("2031-05-03T14:15:30Z")
    const local = localTime(moment)
    expect(local).toMatch(/^2031-05-0[34]T\d\d:\d\d:30[+-]\d\d:\d\d$/)
    expect(Date.parse(local)).toBe(moment.getTime())
    const elsewhere = { getTimezoneOffset: () => 210, getTime: () => moment.getTime() } as Date
    expect(localTime(elsewhere)).toBe("2031-05-03T10:45:30-03:30")
  })

  it("says before exporting what a condition lacks for a standard", () => {
    const conditions = SHIPPED_CONDITIONS.map((one) => ({ ...one, shipped: true }))
    const said = (standard: "proof" | "x1a" | "x4", condition: string): string | null =>
      conditionNotes({ standard, condition }, conditions)
    expect(said("x4", "newsprint-ifra26s")).toBeNull()
    expect(said("x4", "ifra26")).toBe("press.noProfile")
    expect(said("x1a", "ifra26")).toBeNull()
    expect(said("x1a", "gone")).toBe("press.gone")
    expect(said("proof", "gone")).toBeNull()
  })
})
