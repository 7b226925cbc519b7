import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import type { PrintingCondition } from "../../main/conditions/condition.ts"
import {
  conditionCalled,
  conditionsIn,
  keepCondition,
  removeCondition,
} from "../../main/conditions/kept.ts"
import { profileName } from "../../main/conditions/profile.ts"
import { readCondition } from "../../main/conditions/read.ts"
import { openCondition, profileFile, SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { ownFolder } from "../build/folder.ts"
import { good, machineIn, said } from "../build/machine.ts"

const NEWSPRINT = SHIPPED_CONDITIONS[0]!
const PROFILE = profileFile(NEWSPRINT)!
const folder = ownFolder()
const own = (change: Partial<PrintingCondition> = {}): PrintingCondition => ({
  ...NEWSPRINT,
  id: "ruihe-press",
  name: { zh: "瑞河印务一号机", en: "Ruihe press one" },
  identifier: "Ruihe coldset 1",
  profile: PROFILE,
  ...change,
})

function fresh(name: string): string {
  const home = join(folder, name)
  mkdirSync(home)
  return home
}

describe("conditions that a person keeps", () => {
  it("stand after the shipped ones, with a copy of their profile", () => {
    const home = fresh("kept")
    const kept = good(keepCondition(home, own()))
    const { conditions, notices } = conditionsIn(home)
    expect(notices).toEqual([])
    expect(conditions.slice(0, -1)).toEqual(SHIPPED_CONDITIONS)
    expect(conditions.at(-1)).toEqual(kept)
    expect(kept.profile).toBe(join(home, "conditions", "ruihe-press.icc"))
    expect(readFileSync(kept.profile!).equals(readFileSync(PROFILE))).toBe(true)
    expect(good(openCondition(kept)).intent.identifier).toBe("Ruihe coldset 1")
    expect(conditionCalled(home, "ruihe-press")).toEqual({ ok: true, value: kept })
  })

  it("are changed under the same id, lose their profile for a registered name, and go", () => {
    const home = fresh("changed")
    const kept = good(keepCondition(home, own()))
    good(keepCondition(home, { ...kept, inkLimit: 220 }))
    expect(conditionsIn(home).conditions.at(-1)).toMatchObject({ inkLimit: 220 })
    expect(existsSync(kept.profile!)).toBe(true)
    const named = { ...kept, registered: true, profile: null, identifier: "IFRA26" }
    expect(good(keepCondition(home, named)).profile).toBeNull()
    expect(existsSync(kept.profile!)).toBe(false)
    good(removeCondition(home, "ruihe-press"))
    expect(conditionsIn(home).conditions).toEqual(SHIPPED_CONDITIONS)
    expect(said(removeCondition(home, "ruihe-press"))).toMatch(/No condition/)
  })

  it("are refused with the reason, and nothing is written", () => {
    const home = fresh("refused")
    const broken = join(folder, "broken.icc")
    writeFileSync(broken, readFileSync(PROFILE).subarray(0, 5000))
    expect(said(keepCondition(home, own({ profile: broken })))).toMatch(/cut off/)
    expect(said(keepCondition(home, own({ profile: join(folder, "none.icc") })))).toMatch(
      /cannot be read/,
    )
    expect(said(keepCondition(home, own({ profile: null })))).toMatch(/no registered name/)
    expect(said(keepCondition(home, own({ id: NEWSPRINT.id })))).toMatch(/shipped condition/)
    expect(existsSync(join(home, "conditions"))).toBe(false)
  })

  it("that cannot be read are told and leave the others", () => {
    const home = fresh("unread")
    good(keepCondition(home, own()))
    writeFileSync(join(home, "conditions", "a.json"), "{")
    const wrong = { ...own(), id: "b", inkLimit: 900, identifier: "新闻纸" }
    writeFileSync(join(home, "conditions", "b.json"), JSON.stringify(wrong))
    const { conditions, notices } = conditionsIn(home)
    expect(conditions.at(-1)!.id).toBe("ruihe-press")
    expect(notices.map(({ en }) => en)).toEqual([
      "The condition's file a.json cannot be read, or is no JSON.",
      "The condition's file b.json is wrong in identifier, inkLimit.",
    ])
  })
})

describe("a condition from a file", () => {
  it("is a profile's name with a newspaper's limits", () => {
    const copy = join(folder, "Ruihe Press (2031).ICC")
    writeFileSync(copy, readFileSync(PROFILE))
    const read = good(readCondition(copy))
    expect(read).toMatchObject({ id: "ruihe-press-2031", profile: copy, registered: false })
    expect(read.identifier).toBe(profileName(readFileSync(PROFILE)))
    expect(read.identifier).toMatch(/IFRA26S/)
    expect(read.inkLimit).toBe(NEWSPRINT.inkLimit)
    const home = fresh("by-file")
    expect(good(conditionCalled(home, copy)).id).toBe("ruihe-press-2031")
    expect(said(conditionCalled(home, "nowhere"))).toMatch(/there are newsprint-ifra26s, ifra26/)
  })

  it("is a JSON's fields, its profile beside it", () => {
    const json = join(folder, "press.json")
    writeFileSync(json, JSON.stringify(own({ profile: "Ruihe Press (2031).ICC" })))
    expect(good(readCondition(json)).profile).toBe(join(folder, "Ruihe Press (2031).ICC"))
  })

  it("has the name that a multi-language tag gives", () => {
    const words = Buffer.from("瑞河 press", "utf16le").swap16()
    const tag = Buffer.alloc(28 + words.length)
    tag.write("mluc", 0, "latin1")
    tag.writeUInt32BE(words.length, 20)
    tag.writeUInt32BE(28, 24)
    words.copy(tag, 28)
    const profile = Buffer.alloc(144 + tag.length)
    profile.writeUInt32BE(1, 128)
    profile.write("desc", 132, "latin1")
    profile.writeUInt32BE(144, 136)
    profile.writeUInt32BE(tag.length, 140)
    tag.copy(profile, 144)
    expect(profileName(profile)).toBe("瑞河 press")
    expect(profileName(profile.subarray(0, 150))).toBe("")
    expect(profileName(new Uint8Array())).toBe("")
  })
})

describe("conditions through the door", () => {
  it("are listed, read from a file, kept and removed", async () => {
    const machine = machineIn(join(folder, "program"))
    const read = good(await machine.call("readCondition", PROFILE))
    good(await machine.call("keepCondition", { ...read, id: "ours" }))
    const { conditions } = good(await machine.call("conditions"))
    expect(conditions.map(({ id, shipped }) => [id, shipped])).toEqual([
      ["newsprint-ifra26s", true],
      ["ifra26", true],
      ["ours", false],
    ])
    const escaping = { ...read, id: "../ours" }
    expect(said(await machine.call("keepCondition", escaping))).toMatch(/arguments/)
    expect(said(await machine.call("keepCondition", { ...read, profile: "x.icc" }))).toMatch(
      /arguments/,
    )
    good(await machine.call("removeCondition", "ours"))
    expect(good(await machine.call("conditions")).conditions).toHaveLength(2)
    await machine.close()
  })
})
