import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import fc from "fast-check"
import sharp from "sharp"
import { afterAll, describe, expect, test, vi } from "vitest"
import type { CallName } from "../../main/bridge/contract.ts"
import { ARGUMENTS } from "../../main/bridge/arguments.ts"
import { openIssues } from "../../main/bridge/open-issues.ts"
import { newDocument, openDocument } from "../../layouts/issue/document.ts"
import { docxOf, drawing, paragraph } from "../build/docx.ts"
import { ownFolder } from "../build/folder.ts"
import { SAMPLE, sampleArticles, setPages } from "../build/issue.ts"
import { good, machineIn, said } from "../build/machine.ts"

const home = ownFolder()
const machine = machineIn(join(home, "program"))
const DATE = { year: 2031, month: 5, day: 4 }
afterAll(() => machine.close())

function issuePath(name: string): string {
  return join(home, `${name}.issue`)
}

async function dot(format: "png" | "tiff"): Promise<Uint8Array> {
  const grey = { width: 40, height: 30, channels: 3 as const, background: "#888" }
  return new Uint8Array(await sharp({ create: grey }).toFormat(format).toBuffer())
}

describe("an issue through the door", () => {
  test("is made, written to, closed, opened and copied", async () => {
    const made = good(await machine.call("createIssue", issuePath("one"), "瑞河日报", DATE))
    expect(made.notices).toEqual([])
    const document = openDocument(made.documents.content, made.documents.marks)
    expect(document.issue()).toMatchObject({
      paper: "瑞河日报",
      date: DATE,
      articles: [],
      pages: [],
    })

    const other = newDocument({ paper: "茶山晚报", date: DATE, articles: [], pages: [] })
    const kept = await machine.call("keepUpdate", made.path, "content", other.state("content"))
    expect(good(kept)).toBeGreaterThan(0)
    good(await machine.call("closeIssue", made.path))
    const again = good(await machine.call("openIssue", made.path))
    expect(again.documents.content).toHaveLength(2)
    expect(again.pictures).not.toBe(made.pictures)

    const copy = good(await machine.call("copyIssue", made.path, issuePath("copy")))
    expect(copy.documents).toEqual(again.documents)
    expect(said(await machine.call("copyIssue", made.path, issuePath("copy")))).toMatch(/not empty/)
    const { recent, faces } = good(await machine.call("hello"))
    expect(recent.slice(0, 2)).toEqual([copy.path, made.path])
    expect(faces.map(({ id }) => id)).toContain("song-400")
  })

  test("that is being closed is closed before the program ends", async () => {
    const issues = openIssues(join(home, "ending"))
    const begun = { paper: "瑞河日报", date: DATE }
    const { path } = good(issues.create(issuePath("ending"), begun, null))
    const change = newDocument({ paper: "茶山晚报", date: DATE, articles: [], pages: [] })
    good(await good(issues.store(path, null)).keep("content", change.state("content")))
    void issues.close(path, null)
    await issues.closeAll()
    expect(existsSync(join(path, "issue.db-wal"))).toBe(false)
  })

  test("new, says of its paper what was set for new issues", async () => {
    const { preferences: set } = good(await machine.call("preferences"))
    const imprint = { ...set.imprint, cn: "CN 00-0018" }
    good(await machine.call("keepPreferences", { ...set, imprint }))
    const made = good(await machine.call("createIssue", issuePath("imprint"), "瑞河日报", DATE))
    const { content, marks } = made.documents
    expect(openDocument(content, marks).issue().imprint).toEqual(imprint)
    good(await machine.call("keepPreferences", set))
    const plain = good(await machine.call("createIssue", issuePath("plain"), "瑞河日报", DATE))
    const { content: own, marks: notes } = plain.documents
    expect(openDocument(own, notes).issue()).not.toHaveProperty("imprint")
  })

  test("opened twice, as after a reload, answers as it stands", async () => {
    const made = good(await machine.call("createIssue", issuePath("reload"), "瑞河日报", DATE))
    const again = good(await machine.call("openIssue", made.path))
    expect(again).toEqual(made)
  })

  test("shown by two windows, each hears the other's changes, and the last one closes it", async () => {
    const made = good(await machine.call("createIssue", issuePath("shared"), "瑞河日报", DATE))
    const other = { window: 2 }
    const update = newDocument({ paper: "", date: DATE, articles: [], pages: [] }).state("content")
    good(await machine.call("keepUpdate", made.path, "content", update))
    expect(machine.heard("updateKept")).toEqual([])
    expect((await machine.answer("openIssue", [made.path], other)).ok).toBe(true)
    good(await machine.call("keepUpdate", made.path, "content", update))
    expect(machine.heard("updateKept")).toEqual([{ issue: made.path, document: "content", update }])
    good(await machine.call("closeIssue", made.path))
    expect((await machine.answer("pictures", [made.path], other)).ok).toBe(true)
    expect((await machine.answer("closeIssue", [made.path], other)).ok).toBe(true)
    expect(said(await machine.call("pictures", made.path))).toMatch(/not open/)
  })

  test("left by its last window is closed after a while, and is there when it asks again", async () => {
    const machine = machineIn(join(home, "leaving"))
    const made = good(await machine.call("createIssue", issuePath("left"), "瑞河日报", DATE))
    vi.useFakeTimers({ toFake: ["setTimeout"] })
    machine.left(undefined)
    vi.advanceTimersByTime(60_000)
    vi.useRealTimers()
    await expect.poll(() => existsSync(join(made.path, "issue.db-holder.json"))).toBe(false)
    expect(good(await machine.call("pictures", made.path))).toEqual([])
    const again = good(await machine.call("openIssue", made.path))
    expect(again.pictures).toBe(made.pictures)
    await machine.close()
  })

  test("without a path gets one in the program's own folder", async () => {
    const one = good(await machine.call("createIssue", "", "瑞河日报", DATE))
    const two = good(await machine.call("createIssue", "", "瑞河日报", DATE))
    expect(one.path).toBe(join(home, "program", "untitled", "20310504.issue"))
    expect(two.path).toBe(join(home, "program", "untitled", "20310504-2.issue"))
  })

  test("bytes that are no change are not kept", async () => {
    const made = good(await machine.call("createIssue", issuePath("bytes"), "瑞河日报", DATE))
    const noise = new TextEncoder().encode("not an update at all")
    expect(said(await machine.call("keepUpdate", made.path, "content", noise))).toMatch(/no change/)
    expect(good(await machine.call("openIssue", made.path)).documents.content).toHaveLength(1)
  })

  test("keeps pictures, dropped or by path, and serves them by its own address alone", async () => {
    const made = good(await machine.call("createIssue", issuePath("pictures"), "瑞河日报", DATE))
    const png = await dot("png")
    const kept = good(await machine.call("keepPicture", made.path, "码头.png", png))
    expect(kept).toMatchObject({ name: "码头.png", width: 40, height: 30 })
    const file = join(home, "机车.tif")
    writeFileSync(file, await dot("tiff"))
    const adopted = good(await machine.call("adoptPicture", made.path, file))
    expect(good(await machine.call("pictures", made.path))).toEqual([kept, adopted])
    const key = made.pictures.split("/").at(-1)!
    expect(readFileSync(machine.picture(key, kept.id)!.file)).toEqual(Buffer.from(png))
    expect(machine.picture("0".repeat(32), kept.id)).toBeNull()
    expect(machine.picture(key, "../../issue.db")).toBeNull()
    expect(said(await machine.call("adoptPicture", made.path, join(home, "无.png")))).toMatch(
      /read/,
    )
  })
})

describe("copy through the door", () => {
  test("from this machine and dropped, with choices", async () => {
    const sample = resolve(SAMPLE)
    const byPath = good(await machine.call("importCopy", [{ path: sample }], {}))
    expect(byPath.articles).toEqual(await sampleArticles())
    const bytes = new Uint8Array(readFileSync(sample))
    const dropped = good(await machine.call("importCopy", [{ name: "ruihe-a1.md", bytes }], {}))
    const bare = (copy: typeof dropped) =>
      copy.articles.map(({ headline, story }) => ({ headline, story }))
    expect(bare(dropped)).toEqual(bare(byPath))
  })

  test("a dropped picture is found by the text that it was dropped with", async () => {
    const sample = readFileSync(resolve(SAMPLE))
    const picture = resolve("tests/samples/ruihe/ruihe-a1.jpg")
    const copy = good(
      await machine.call(
        "importCopy",
        [
          { name: "ruihe-a1.jpg", bytes: new Uint8Array(readFileSync(picture)) },
          { name: "ruihe-a1.md", bytes: new Uint8Array(sample) },
        ],
        {},
      ),
    )
    expect(copy.articles.flatMap(({ pictures }) => pictures).length).toBeGreaterThan(0)
  })

  test("a dropped Word document brings its pictures, which the issue can keep", async () => {
    const made = good(await machine.call("createIssue", issuePath("docx"), "瑞河日报", DATE))
    const body = paragraph("瑞河港首航", { style: "1" }) + paragraph("本报讯 首航。") + drawing(1)
    const bytes = docxOf(body, { "a.png": await dot("png") })
    const copy = good(await machine.call("importCopy", [{ name: "首航.docx", bytes }], {}))
    const [picture] = copy.articles.flatMap(({ pictures }) => pictures)
    const kept = good(await machine.call("adoptPicture", made.path, picture!.id))
    expect(kept).toMatchObject({ width: 40, height: 30 })
  })

  test("names that lead elsewhere are only names", async () => {
    const bytes = new TextEncoder().encode("瑞河港昨日开港。")
    for (const name of ["../../evil.txt", "..\\evil.txt", "/etc/evil.txt", ".."])
      await machine.call("importCopy", [{ name, bytes }], {})
    expect(existsSync(join(home, "evil.txt"))).toBe(false)
    expect(existsSync(join(home, "program", "evil.txt"))).toBe(false)
  })

  test("a fault names the file and not our own folders", async () => {
    const sentence = said(
      await machine.call("importCopy", [{ name: "空.txt", bytes: new Uint8Array() }], {}),
    )
    expect(sentence).not.toContain(home)
  })
})

describe("a folder through the door", () => {
  test("folders first, hidden left out, an issue is no folder to go into", async () => {
    const folder = join(home, "稿库")
    mkdirSync(join(folder, "十版"), { recursive: true })
    mkdirSync(join(folder, "二版"))
    mkdirSync(join(folder, "a.issue"))
    for (const name of ["b.txt", ".hidden"]) writeFileSync(join(folder, name), "")
    const { entries } = good(await machine.call("listFolder", folder))
    expect(entries.map(({ name, folder: into }) => [name, into])).toEqual([
      ["二版", true],
      ["十版", true],
      ["a.issue", false],
      ["b.txt", false],
    ])
    expect(said(await machine.call("listFolder", join(home, "nowhere")))).toMatch(
      /cannot be opened/,
    )
    expect(good(await machine.call("listFolder", "")).path).not.toBe("")
  })
})

describe("export", () => {
  /** The sample's page as an issue; with a second page, that has furniture and nothing else. */
  async function sampleIssue(name: string, pages: 1 | 2 = 1): Promise<string> {
    const { issue } = setPages(await sampleArticles())
    const second = { ...issue.pages[0]!, id: "A2", frames: [] }
    const { path } = good(await machine.call("createIssue", issuePath(name), "瑞河日报", DATE))
    const document = newDocument({
      ...issue,
      pages: pages === 1 ? issue.pages : [...issue.pages, second],
    })
    good(await machine.call("keepUpdate", path, "content", document.state("content")))
    return path
  }
  const order = { pages: [], kind: "pdf", dpi: 300, marks: true } as const

  test("writes the pages as a PDF and tells how far it is", async () => {
    const issue = await sampleIssue("export")
    const out = join(home, "版面.pdf")
    expect(good(await machine.call("exportPages", { ...order, issue, out }))).toEqual([out])
    expect(readFileSync(out).subarray(0, 5).toString()).toBe("%PDF-")
    const original = { ...order, issue, out: join(home, "原栏.pdf"), breaks: "original" } as const
    good(await machine.call("exportPages", original))
    const progress = machine.heard("exportProgress").filter((event) => event.issue === issue)
    expect(progress.at(-1)).toMatchObject({ done: 1, pages: 1 })
  }, 60_000)

  test("writes to a standard and a condition, with bleed, slug and time, the same bytes each time", async () => {
    const issue = await sampleIssue("press", 2)
    const press = {
      ...{ ...order, issue, standard: "x4" as const, condition: "newsprint-ifra26s", bleed: 4 },
      ...({ pictures: "colour", spreads: true, at: "2031-05-03T22:15:00+08:00" } as const),
      slug: { state: "清样", proof: "三校" },
    } as const
    const [one, two] = [join(home, "印厂.pdf"), join(home, "印厂二.pdf")]
    good(await machine.call("exportPages", { ...press, out: one }))
    good(await machine.call("exportPages", { ...press, out: two }))
    const file = readFileSync(one)
    expect(file.equals(readFileSync(two))).toBe(true)
    expect(file.subarray(0, 8).toString()).toBe("%PDF-1.6")
    expect(file.toString("latin1")).toContain("PDF/X-4")
  }, 120_000)

  test("is refused before it begins where the standard wants what the condition has not", async () => {
    const issue = await sampleIssue("refused")
    const ask = async (change: object): Promise<string> =>
      said(
        await machine.call("exportPages", { ...order, issue, out: join(home, "x.pdf"), ...change }),
      )
    expect(await ask({ standard: "x4", condition: "ifra26" })).toMatch(/embeds the profile/)
    expect(await ask({ standard: "x1a" })).toMatch(/needs a printing condition/)
    expect(await ask({ standard: "x1a", condition: "gone" })).toMatch(/no condition “gone”/)
    expect(await ask({ bleed: 31 })).toMatch(/arguments/)
    expect(await ask({ at: "tomorrow" })).toMatch(/arguments/)
  }, 60_000)

  test("cancelled, it leaves no file", async () => {
    const issue = await sampleIssue("cancel")
    const out = join(home, "取消", "版面.pdf")
    const running = machine.call("exportPages", { ...order, issue, out })
    await vi.waitFor(async () => {
      const second = await machine.call("exportPages", { ...order, issue, out })
      expect(said(second)).toMatch(/already/)
    })
    good(await machine.call("cancelExport", issue))
    expect(said(await running)).toMatch(/cancelled/)
    expect(existsSync(join(home, "取消"))).toBe(false)
  }, 60_000)

  test("writes pages as PNGs, one by its own name, several by their pages' ids", async () => {
    const issue = await sampleIssue("png", 2)
    const png = { ...order, issue, kind: "png", dpi: 36 } as const
    const one = { ...png, pages: ["A2"], out: join(home, "单版.PNG") }
    expect(good(await machine.call("exportPages", one))).toEqual([join(home, "单版.png")])
    const both = { ...png, pages: ["A2", "A1", "A2"], out: join(home, "两版") }
    const files = good(await machine.call("exportPages", { ...both, marks: false }))
    expect(files).toEqual([join(home, "两版-A2.png"), join(home, "两版-A1.png")])
    const pixels = (mm: number): number => Math.ceil((mm * 36) / 25.4)
    // Bleed, gap, marks and paper beyond them: 12 mm on each side.
    for (const [file, edge] of [
      [join(home, "单版.png"), 12],
      [files[0]!, 0],
    ] as const) {
      const { width, height, density } = await sharp(file).metadata()
      expect([width, height]).toEqual([pixels(390 + 2 * edge), pixels(550 + 2 * edge)])
      expect(density).toBe(36)
    }
    const progress = machine.heard("exportProgress").filter((event) => event.issue === issue)
    expect(progress.at(-1)).toMatchObject({ done: 2, pages: 2 })
  }, 60_000)

  test("cancelled while it makes PNGs, it leaves none and can be ordered again", async () => {
    const issue = await sampleIssue("cancel-png", 2)
    const out = join(home, "取消图", "版.png")
    const png = { ...order, issue, kind: "png", dpi: 150, out } as const
    const running = machine.call("exportPages", png)
    const begun = (): boolean => machine.heard("exportProgress").some((e) => e.issue === issue)
    await vi.waitFor(() => expect(begun()).toBe(true), { timeout: 50_000 })
    good(await machine.call("cancelExport", issue))
    expect(said(await running)).toMatch(/cancelled/)
    expect(existsSync(join(home, "取消图"))).toBe(false)
    const small = { ...png, dpi: 20, pages: [] }
    expect(good(await machine.call("exportPages", small))).toHaveLength(2)
  }, 90_000)

  test("what cannot be exported is said", async () => {
    const issue = await sampleIssue("sentences")
    const out = join(home, "x.pdf")
    const ask = async (change: object): Promise<string> =>
      said(await machine.call("exportPages", { ...order, issue, out, ...change }))
    expect(await ask({ pages: ["Z9"] })).toMatch(/no page Z9/)
    expect(await ask({ kind: "png", dpi: 2400 })).toMatch(/too many; choose a lower resolution/)
    const empty = good(await machine.call("createIssue", issuePath("empty"), "瑞河日报", DATE))
    expect(await ask({ issue: empty.path })).toMatch(/no page yet/)
    writeFileSync(join(home, "file"), "")
    expect(await ask({ out: join(home, "file", "x.pdf") })).toMatch(/cannot be written/)
    expect(readdirSync(home).some((name) => name.endsWith(".part"))).toBe(false)
  }, 60_000)
})

describe("what does not belong at the door", () => {
  test.each([
    ["noSuchCall", []],
    ["constructor", []],
    ["__proto__", []],
    [7, []],
    ["hello", "not a list"],
    ["hello", [1]],
    ["openIssue", ["relative/path"]],
    ["openIssue", ["/a\0b"]],
    ["keepUpdate", ["/tmp/x", "styles", new Uint8Array(2)]],
    ["keepUpdate", ["/tmp/x", "content", [1, 2]]],
    ["importCopy", [[{ name: "", bytes: new Uint8Array() }], {}]],
    ["createIssue", ["", "瑞河日报", { year: 2031, month: 13, day: 1 }]],
    ["openIssue", ["/nowhere/at/all"]],
    ["pictures", ["/not/open"]],
  ])("%j %j is answered with a sentence", async (name, args) => {
    expect(said(await machine.answer(name, args))).not.toBe("")
  })

  test("whatever comes, an answer goes back", async () => {
    const name = fc.oneof(fc.constantFrom(...(Object.keys(ARGUMENTS) as CallName[])), fc.string())
    const harmless = fc.jsonValue().filter((value) => JSON.stringify(value) !== '[""]')
    await fc.assert(
      fc.asyncProperty(name, harmless, async (call, args) => {
        const answer = await machine.answer(call, args)
        expect(typeof answer.ok).toBe("boolean")
      }),
    )
  })
})
