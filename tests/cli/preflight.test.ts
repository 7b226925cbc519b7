import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { rawPdf } from "../build/raw-pdf.ts"

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "banxin-preflight-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

function preflight(bytes: Uint8Array, ...args: readonly string[]) {
  const file = join(folder, "page.pdf")
  writeFileSync(file, bytes)
  const run = spawnSync(process.execPath, ["main/cli/banxin.mjs", "preflight", file, ...args], {
    encoding: "utf8",
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

describe("banxin preflight", () => {
  it("ends with 0 on a clean page, and says nothing of it", () => {
    const { code, out } = preflight(rawPdf({ content: "0 0 0 0.5 k 20 20 50 50 re f" }), "--json")
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      standard: "proof",
      pages: 1,
      claim: null,
      findings: [],
    })
  })

  it("ends with 1 on an error, and says rule, page and place", () => {
    const { code, out } = preflight(rawPdf({ content: "1 0 0 rg 30 30 20 20 re f" }), "--json")
    expect(code).toBe(1)
    const { findings } = JSON.parse(out) as { findings: readonly unknown[] }
    expect(findings[0]).toMatchObject({
      ...{ rule: "colour/rgb", severity: "error", page: 1, count: 1 },
      rect: { x: 20, y: 260, width: 20, height: 20 },
    })
  })

  it("ends with 2 and one sentence on a file that cannot be read", () => {
    const whole = rawPdf({})
    const { code, out, err } = preflight(whole.subarray(0, whole.length / 2))
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err.trim().split("\n")).toHaveLength(1)
  })

  it("holds a file against the standard and the condition that are named", () => {
    const bytes = rawPdf({ content: "0.6 0.6 0.6 0.52 k 30 30 40 40 re f" })
    expect(preflight(bytes, "--standard", "x1a").code).toBe(1)
    expect(preflight(bytes).out).toContain("ink/over-limit")
    expect(preflight(bytes, "--condition", "ifra26").out).not.toContain("ink/over-limit")
  })
})
