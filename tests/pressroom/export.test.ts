import { spawn, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { ExportOrder } from "../../main/bridge/contract.ts"
import { firstStates } from "../../main/bridge/documents.ts"
import { plateFor } from "../../main/conditions/plate.ts"
import { SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { createIssueFolder } from "../../main/files/issue-store.ts"
import type { PressWord } from "../../main/pressroom/press-sheet.ts"
import { runPress } from "../../main/pressroom/run-press.ts"
import { ownFolder } from "../build/folder.ts"
import { illustratedPages, pictureFile } from "../build/illustrated.ts"
import { good, machineIn, said } from "../build/machine.ts"

const home = ownFolder()
const machine = machineIn(join(home, "program"))
const X4 = {
  standard: "x4",
  condition: "newsprint-ifra26s",
  pictures: "colour",
  // The pictures of these pages are coarse.
  override: { name: "梁知秋", reason: "试印" },
} as const
const ORDER = { pages: [], kind: "pdf", dpi: 40, marks: true } as const
let pages: Issue
let issue = ""
beforeAll(async () => {
  pages = await illustratedPages(home, 4)
  const made = await machine.call("createIssue", join(home, "four.issue"), "瑞河日报", pages.date)
  issue = good(made).path
  const state = newDocument(pages).state("content")
  good(await machine.call("keepUpdate", issue, "content", state))
}, 60_000)
afterAll(() => machine.close())

type Change = Partial<ExportOrder> & { readonly out: string }
const ask = (change: Change) => machine.call("exportPages", { ...ORDER, issue, ...change })
const exported = async (change: Change): Promise<readonly string[]> => good(await ask(change))

function folderOf(name: string): string {
  const folder = join(home, name)
  mkdirSync(folder)
  return folder
}

describe("the files of an export", () => {
  test("are one a page by a pattern, whole PDFs, and one of facing pages together", async () => {
    const folder = folderOf("each")
    const out = join(folder, "{日期}-{page}-{section}.pdf")
    const files = await exported({ out, each: true, pages: ["A2", "A3"] })
    expect(files.map((file) => file.slice(folder.length + 1))).toEqual([
      ...["2025-11-21-A2-版2.pdf", "2025-11-21-A3-版3.pdf"],
    ])
    const sheets = await exported({ out: join(folder, "{page}"), each: true, spreads: true })
    expect(sheets).toEqual(["A1", "A2-A3", "A4"].map((name) => join(folder, `${name}.pdf`)))
    for (const file of [...files, ...sheets])
      expect(readFileSync(file, "latin1").trimEnd()).toMatch(/^%PDF-1\.4[^]*%%EOF$/)
    expect(readdirSync(folder)).toHaveLength(5)
  }, 60_000)

  test("are the same bytes each time", async () => {
    const folder = folderOf("twice")
    const at = "2031-05-03T22:15:00+08:00"
    const [one, two] = ["一", "二"].map((name) => join(folder, `${name}.pdf`))
    for (const out of [one!, two!]) await exported({ ...X4, out, at })
    expect(readFileSync(one!).equals(readFileSync(two!))).toBe(true)
  }, 60_000)

  test("do not replace what is there when they must not, nor ever the pages' own pictures", async () => {
    const folder = folderOf("there")
    writeFileSync(join(folder, "A2.pdf"), "旧")
    const out = join(folder, "{page}.pdf")
    expect(said(await ask({ out, each: true, replace: false }))).toMatch(/file .*A2\.pdf already/)
    expect(readdirSync(folder)).toEqual(["A2.pdf"])
    const over = { kind: "png" as const, out: pictureFile(home, 1).replace("1.jpg", "{page}") }
    rmSync(join(home, "picture-A1.png"), { force: true })
    expect(await exported({ ...over, pages: ["A1"] })).toEqual([join(home, "picture-A1.png")])
    expect(said(await ask({ out: join(folder, "{版}") }))).toMatch(/\{版\} in the file name/)
  }, 60_000)
})

describe("an export that fails in part", () => {
  test("says the page whose file cannot be put in its place, and leaves the others whole", async () => {
    const folder = folderOf("part")
    mkdirSync(join(folder, "A2.pdf"))
    const sentence = said(await ask({ out: join(folder, "{page}.pdf"), each: true }))
    expect(sentence).toMatch(/A2\.pdf cannot be written.*The other 3 files were exported/)
    expect(readdirSync(folder).sort()).toEqual(["A1.pdf", "A2.pdf", "A3.pdf", "A4.pdf"])
    expect(readdirSync(join(folder, "A2.pdf"))).toEqual([])
  }, 60_000)

  test("names the page whose picture went away meanwhile; no half file is there", async () => {
    const folder = folderOf("gone")
    const own = folderOf("gone-pictures")
    const doomed = await illustratedPages(own, 3)
    const condition = SHIPPED_CONDITIONS[0]!
    const plate = plateFor("x4", condition)
    if (!plate.ok) throw new Error(plate.say.en)
    const order = { ...ORDER, ...X4, issue: home, each: true, out: join(folder, "{page}") }
    const words: PressWord[] = []
    const sheet = { documents: documentsOf(doomed), files: new Map(), order, plate: plate.value }
    await runPress(sheet, {
      say(word) {
        words.push(word)
        if ("done" in word && word.done === 1) rmSync(pictureFile(own, 2))
      },
      go: () => Promise.resolve(),
    })
    const [ended] = words.slice(-1)
    if (!ended || !("ended" in ended) || !ended.ended.ok) throw new Error("no end")
    const { made, faults } = ended.ended.value
    expect(made.map((path) => path.slice(-6))).toEqual(["A1.pdf", "A3.pdf"])
    expect(faults).toHaveLength(1)
    expect(faults[0]!.zh).toMatch(/^A2 版：图片“picture-2\.jpg”/)
    expect(faults[0]!.en).toMatch(/^Page A2: The picture picture-2\.jpg/)
    expect(readdirSync(folder).filter((name) => name.includes("A2"))).toEqual([])
  }, 60_000)

  test("as a proof shows a damaged picture crossed out, and says so", async () => {
    const own = folderOf("cut-pictures")
    const set = await illustratedPages(own, 1)
    const whole = readFileSync(pictureFile(own, 1))
    writeFileSync(pictureFile(own, 1), whole.subarray(0, whole.length / 2))
    const path = good(
      await machine.call("createIssue", join(own, "cut.issue"), "瑞河日报", set.date),
    ).path
    good(await machine.call("keepUpdate", path, "content", newDocument(set).state("content")))
    const out = join(own, "proof.pdf")
    expect(await exported({ issue: path, out })).toEqual([out])
    const notes = machine.heard("exportProgress").flatMap((word) => {
      return word.issue === path && word.note ? [word.note.zh] : []
    })
    expect(notes).toEqual([expect.stringMatching(/^A1 版：图片“picture-1\.jpg”已损坏/)])
    expect(said(await ask({ issue: path, out, ...X4 }))).toContain("picture-1.jpg")
  }, 60_000)

  test("into a folder that is none leaves nothing behind", async () => {
    const file = join(home, "a-file")
    writeFileSync(file, "")
    const sentence = said(await ask({ out: join(file, "{page}.pdf"), each: true, pages: ["A1"] }))
    expect(sentence).toMatch(/^Page A1 was not exported: .* cannot be written \(ENOTDIR/)
    expect(readFileSync(file, "utf8")).toBe("")
  }, 60_000)
})

const documentsOf = (issue: Issue) => {
  const { content, marks } = firstStates(issue)
  return { content: [content], marks: [marks] }
}

describe("banxin export", () => {
  const folder = join(home, "cli.issue")
  beforeAll(() => {
    const made = createIssueFolder(folder, firstStates(pages))
    if (!made.ok) throw new Error(made.say.en)
  })
  const args = (...more: readonly string[]) => ["main/cli/banxin.mjs", "export", folder, ...more]
  const run = (...more: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args(...more), {
      ...{ encoding: "utf8", env: { ...process.env, BANXIN_HOME: join(home, "program") } },
    })
    return { code: status, out: stdout, err: stderr }
  }

  test("writes a range of pages, a file each, by their pattern, and PNGs", async () => {
    const out = join(home, "cli")
    const order = ["--pages", "2-3", "--each", "--name", "{page}", "--out", out]
    expect(run(...order)).toMatchObject({
      ...{ code: 0, out: `${join(out, "A2.pdf")}\n${join(out, "A3.pdf")}\n` },
    })
    const again = run(...order)
    expect(again.code).toBe(2)
    expect(again.err).toMatch(/already/)
    expect(run(...order, "--replace").code).toBe(0)
    const png = run(
      ...["--pages", "A1", "--png", "--dpi", "30", "--no-marks", "--out", out, "--json"],
    )
    expect(JSON.parse(png.out)).toEqual({ files: [join(out, "瑞河日报-2025-11-21-A1.png")] })
    const { width } = await sharp(join(out, "瑞河日报-2025-11-21-A1.png")).metadata()
    expect(width).toBe(Math.ceil((390 * 30) / 25.4))
    for (const wrong of [
      ["--pages", "9"],
      ["--name", "a/b"],
      ["--dpi", "1"],
      ["--quality", "0"],
    ])
      expect(run(...wrong).code).toBe(2)
  }, 120_000)

  test("proof makes page proofs and galleys, plain whatever else is asked", () => {
    const out = join(home, "proofs")
    const words = ["--proof", "二校", "--out", out, "--pages", "A1-A2"]
    const proof = (...more: readonly string[]) => {
      const line = ["main/cli/banxin.mjs", "proof", folder, ...words, ...more]
      const env = { ...process.env, BANXIN_HOME: join(home, "program") }
      const { status, stderr } = spawnSync(process.execPath, line, { encoding: "utf8", env })
      return `${status} ${stderr}`
    }
    expect(proof("--standard", "x4")).toMatch(/^0 /)
    expect(proof("--galley", "--articles", "p3", "--name", "{校次}")).toMatch(/^0 /)
    expect(proof("--galley", "--articles", "p9", "--name", "x")).toMatch(/^2 .*no article p9/s)
    expect(proof("--galley", "--png")).toMatch(/^2 .*Galleys are PDFs only/s)
    const heads = ["瑞河日报-2025-11-21-大样.pdf", "二校.pdf"].map((name) => {
      const file = readFileSync(join(out, name), "latin1")
      return [file.slice(0, 8), /MediaBox \[ [^\]]*\]/.exec(file)?.[0]]
    })
    expect(heads).toEqual([
      ["%PDF-1.4", "MediaBox [ 0 0 841.89 1190.551 ]"],
      ["%PDF-1.4", "MediaBox [ 0 0 595.276 841.89 ]"],
    ])
    expect(readdirSync(out)).toHaveLength(2)
  }, 120_000)

  test("leaves no half file where the disk takes no more", () => {
    const out = join(home, "full")
    const words = args("--each", "--name", "{page}", "--out", out, "--pages", "1-2")
    const limited = `ulimit -f 60; exec "$0" ${words.map((word) => `'${word}'`).join(" ")}`
    const { status, stderr } = spawnSync("bash", ["-c", limited, process.execPath], {
      ...{ encoding: "utf8", env: { ...process.env, BANXIN_HOME: join(home, "program") } },
    })
    expect(status).toBe(2)
    expect(stderr).toMatch(/A1 版没有输出：写不了 .*A1\.pdf/)
    expect(stderr).toMatch(/Page A2 was not exported/)
    expect(existsSync(out)).toBe(false)
  }, 60_000)

  test("cancelled with Ctrl-C leaves no file and no folder", async () => {
    const out = join(home, "stopped", "deep")
    const child = spawn(process.execPath, args("--png", "--dpi", "300", "--out", out), {
      ...{ env: { ...process.env, BANXIN_HOME: join(home, "program") } },
    })
    child.stderr.on("data", (said: Buffer) => {
      if (said.includes("exporting 1/")) child.kill("SIGINT")
    })
    const code = await new Promise<number | null>((settle) => child.on("exit", settle))
    expect(code).toBe(2)
    expect(existsSync(join(home, "stopped"))).toBe(false)
  }, 120_000)
})
