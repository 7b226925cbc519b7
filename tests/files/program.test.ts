import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { describe, expect, test } from "vitest"
import { shippedTemplates } from "../../layouts/templates/shelf.ts"
import { crashLog, reportFault } from "../../main/files/crash-log.ts"
import {
  FIRST_PREFERENCES,
  keepPreferences,
  openPreferences,
  readPreferences,
} from "../../main/files/preferences.ts"
import { keepTemplate, keptTemplates, removeTemplate } from "../../main/files/templates.ts"
import { ownFolder } from "../build/folder.ts"

describe("preferences", () => {
  test("come back as they were set", () => {
    const home = ownFolder()
    expect(openPreferences(home)).toEqual(FIRST_PREFERENCES)
    const imprint = { ...FIRST_PREFERENCES.imprint, cn: "CN 00-0018", price: "2.00元" }
    const set = { ...FIRST_PREFERENCES, look: "dark", screenDpi: 108, paper: "瑞河日报", imprint }
    expect(keepPreferences(home, { ...set, look: "dark" }).ok).toBe(true)
    expect(openPreferences(home)).toEqual(set)
  })

  test("a field that is damaged is as it comes and is told, the others stand", () => {
    const home = ownFolder()
    const file = join(home, "preferences.json")
    const kept = { ...FIRST_PREFERENCES, language: "en", screenDpi: "many", units: "mm", old: 1 }
    writeFileSync(file, JSON.stringify(kept))
    const { preferences, notices } = readPreferences(home)
    expect(preferences).toEqual({ ...FIRST_PREFERENCES, language: "en", units: "mm" })
    expect(notices.map(({ en }) => en)).toEqual([expect.stringContaining("screenDpi")])
    expect(openPreferences(home)).toEqual(preferences)
  })

  test("a file that nobody can read is told, and set aside before another takes its place", () => {
    const home = ownFolder()
    const file = join(home, "preferences.json")
    writeFileSync(file, "{ half")
    const { preferences, notices } = readPreferences(home)
    expect(preferences).toEqual(FIRST_PREFERENCES)
    expect(notices).toHaveLength(1)
    expect(keepPreferences(home, preferences).ok).toBe(true)
    expect(readFileSync(join(home, "preferences.damaged.json"), "utf8")).toBe("{ half")
    expect(readPreferences(home)).toEqual({ preferences, notices: [] })
  })
})

describe("kept templates", () => {
  const shipped = shippedTemplates()[0]!
  const own = { ...shipped, id: "own-front", name: { zh: "自备头版", en: "Own front" } }

  test("are kept, listed and removed", () => {
    const home = ownFolder()
    expect(keptTemplates(home)).toEqual({ templates: [], notices: [] })
    expect(keepTemplate(home, own).ok).toBe(true)
    expect(keptTemplates(home).templates).toEqual([own])
    expect(removeTemplate(home, "own-front").ok).toBe(true)
    expect(keptTemplates(home).templates).toEqual([])
    expect(removeTemplate(home, "../preferences").ok).toBe(false)
  })

  test("a shipped one is not replaced; a broken file is named and left out", () => {
    const home = ownFolder()
    expect(keepTemplate(home, shipped).ok).toBe(false)
    mkdirSync(join(home, "templates"))
    writeFileSync(join(home, "templates", "broken.json"), "{}")
    expect(keepTemplate(home, own).ok).toBe(true)
    const { templates, notices } = keptTemplates(home)
    expect(templates.map(({ id }) => id)).toEqual(["own-front"])
    expect(notices[0]!.zh).toContain("broken.json")
  })
})

describe("the crash log", () => {
  test("keeps the newest faults, and begins anew when it is large", () => {
    const home = ownFolder()
    expect(crashLog(home).tail).toBe("")
    const at = new Date("2031-05-04T00:00:00Z")
    reportFault(home, { message: "栏数为零", stack: "at x", where: "page" }, at)
    const { path, tail } = crashLog(home)
    expect(tail).toContain("2031-05-04T00:00:00.000Z 栏数为零\nat x\npage")
    writeFileSync(path, "x".repeat(600 * 1024))
    reportFault(home, { message: "又一次", stack: "", where: "" }, at)
    expect(crashLog(home).tail).not.toContain("x")
    expect(readFileSync(`${path}.1`, "utf8")).toHaveLength(600 * 1024)
    expect(existsSync(path)).toBe(true)
  })

  test("has what nothing caught, and the process ends as it would have", () => {
    const home = ownFolder()
    const log = pathToFileURL(resolve("main/files/crash-log.ts")).href
    for (const fault of ["throw new Error('缺字')", "void Promise.reject(new Error('缺页'))"]) {
      const script = `import { watchProcess } from "${log}"
        watchProcess(${JSON.stringify(home)})
        setTimeout(() => { ${fault} })`
      const args = ["--input-type=module", "--eval", script]
      expect(spawnSync(process.execPath, args).status).toBe(1)
    }
    expect(crashLog(home).tail).toMatch(/缺字\n.*uncaughtException\n.*缺页\n.*unhandledRejection/s)
  })
})
