import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { entriesInUse } from "../../layouts/proof/checks/house-tables.ts"
import {
  importHouseTable,
  keptHouseTables,
  removeHouseTable,
  switchHouseTable,
} from "../../main/files/house-tables.ts"
import { ownFolder } from "../build/folder.ts"
import { good, said } from "../build/machine.ts"

const folder = ownFolder()

/** Two places in GBK, and between them a row of a kind that there is not. */
const GBK = Buffer.from(
  "c0e0b1f02cb4cad3ef2ccef3d0b40ab5d8c3fb2ccdfbbdf2c7c52ccdfbbea9c7c50abad3c1f72cc8f0bad32c0ab5d8c3fb2cd1ceb2babdd62c0a",
  "hex",
)

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function fresh(name: string): string {
  const home = join(folder, name)
  mkdirSync(home)
  return home
}

describe("the paper's own tables in the program's folder", () => {
  test("are taken in from GBK, sound rows kept and faulty ones told by their lines", () => {
    const home = fresh("gbk")
    const { table, faults } = good(importHouseTable(home, fileOf("地名.csv", GBK)))
    expect(table).toMatchObject({ id: "地名", on: true, off: [] })
    expect(table!.entries.map(({ word }) => word)).toContain("望津桥")
    expect(faults).toHaveLength(1)
    expect(faults[0]!.zh).toContain("第 3 行")
    expect(keptHouseTables(home)).toEqual({ tables: [table], notices: [] })
  })

  test("stay switched as they were when a file of the same name is taken in again", () => {
    const home = fresh("switched")
    const path = fileOf("禁用.csv", "类别,词语,改为\n禁用,菜篮子,农产品供应\n禁用,老大难,难题\n")
    good(importHouseTable(home, path))
    good(switchHouseTable(home, "禁用", { on: true, off: ["banned 老大难"] }))
    good(importHouseTable(home, path))
    const { tables } = keptHouseTables(home)
    expect(entriesInUse(tables).map(({ word }) => word)).toEqual(["菜篮子"])
    good(switchHouseTable(home, "禁用", { on: false, off: [] }))
    expect(entriesInUse(keptHouseTables(home).tables)).toEqual([])
    good(removeHouseTable(home, "禁用"))
    expect(keptHouseTables(home)).toEqual({ tables: [], notices: [] })
  })

  test("without a sound row are not kept, and what is damaged is told and stays", () => {
    const home = fresh("bad")
    const read = good(importHouseTable(home, fileOf("坏.csv", "类别,词语\n桥,望津桥\n")))
    expect(read.table).toBeNull()
    expect(read.faults[0]!.zh).toContain("第 2 行")
    expect(said(importHouseTable(home, join(folder, "没有.csv")))).toContain("cannot be read")
    mkdirSync(join(home, "house-tables"))
    writeFileSync(join(home, "house-tables", "旧表.json"), "{")
    const { tables, notices } = keptHouseTables(home)
    expect(tables).toEqual([])
    expect(notices[0]!.zh).toContain("旧表")
    expect(said(removeHouseTable(home, "../preferences"))).toContain("No table")
    expect(said(switchHouseTable(home, "旧表", { on: true, off: [] }))).toContain("No table")
  })
})
