import { readFileSync, writeFileSync } from "node:fs"
import { afterAll, describe, expect, test } from "vitest"
import { casesOf, hasCases, SHARED, standingOf, type Adapter, type Standing } from "./adopt.ts"
import { BREAK_FILES } from "./break-cases.ts"
import { COLUMN_FILES } from "./column-cases.ts"
import { PARAGRAPH_FILES } from "./paragraph-cases.ts"
import { VERTICAL_FILES } from "./vertical-cases.ts"
import { WIDTH_FILES } from "./width-cases.ts"

const ADAPTERS: readonly Adapter[] = [
  ...BREAK_FILES,
  ...WIDTH_FILES,
  ...PARAGRAPH_FILES,
  ...COLUMN_FILES,
  ...VERTICAL_FILES,
]

/** Failures that we know of; a case that begins to pass must be taken off, so that it only shrinks. */
const KNOWN = "tests/cases/known-failures.json"

if (!hasCases()) console.log(`cases of others left out: ${SHARED} is not here`)

describe.skipIf(!hasCases())("cases that others wrote", () => {
  const known = JSON.parse(readFileSync(KNOWN, "utf8")) as Record<string, string[]>
  const standings: Standing[] = []
  afterAll(() => {
    console.log(table(standings))
    if (process.env["CASES_UPDATE"] !== undefined) list(standings)
    if (process.env["CASES_PRINT"] !== undefined) print(standings, process.env["CASES_PRINT"])
  })

  test.each(ADAPTERS.map((adapter) => [adapter.file, adapter] as const))(
    "file %s",
    (file, adapter) => {
      const standing = standingOf(adapter, casesOf(file))
      standings.push(standing)
      expect([...standing.failed.keys()].toSorted()).toEqual((known[file] ?? []).toSorted())
    },
  )
})

function table(standings: readonly Standing[]): string {
  const rows = standings.map(({ file, passed, contradicted, unmeasured, failed }) => {
    const against = [...contradicted.values()].reduce((a, b) => a + b, 0)
    const counts = [passed, against, failed.size, unmeasured].map((n) => String(n).padStart(6))
    return `${file.padEnd(5)}${counts.join(" ")}`
  })
  return ["file  passed against failed unmeasured", ...rows].join("\n")
}

/** Writes the list of known failures anew (CASES_UPDATE). */
function list(standings: readonly Standing[]): void {
  const failing = standings.filter(({ failed }) => failed.size > 0)
  const keys = Object.fromEntries(
    failing.map(({ file, failed }) => [file, [...new Set(failed.keys())].toSorted()]),
  )
  writeFileSync(KNOWN, `${JSON.stringify(keys, null, 2)}\n`)
}

/** Prints the failures of one file (CASES_PRINT=03). */
function print(standings: readonly Standing[], file: string): void {
  for (const standing of standings)
    if (standing.file === file)
      for (const [key, problems] of standing.failed) console.log(`${key}: ${problems.join("; ")}`)
}
