import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { importFiles } from "../../main/import/open.ts"
import { gb18030 } from "../build/import-encode.ts"

let folder = ""

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "banxin-import-"))
  mkdirSync(join(folder, "second"))
  writeFileSync(
    join(folder, "first.txt"),
    gb18030("# 瑞河港首航\n\n本报讯 9月14日，瑞河港首航，标志着\n\n水运复兴。\n"),
  )
  writeFileSync(
    join(folder, "second", "second.md"),
    "## 茶歌会\n\n![茶歌会](img/tea%20song.jpg)\n\n本报讯 **茶歌会**开幕，来自\n\n四方的宾客欢聚一堂。\n\n![网图](https://ruihe.example/a.jpg)\n",
  )
  writeFileSync(join(folder, "blank.txt"), "\n\n　　\n")
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("importFiles", () => {
  it("reads several files as one issue with ids of its own", async () => {
    const read = await importFiles(
      [join(folder, "first.txt"), join(folder, "second", "second.md")],
      { tray: folder },
    )
    if (!read.ok) throw new Error(read.say.en)
    const { articles, decisions, encoding, files } = read.value
    expect(articles.map(({ id, headline }) => [id, headline])).toEqual([
      ["a1", "瑞河港首航"],
      ["a2", "茶歌会"],
    ])
    expect(encoding).toBe("gb18030, utf-8")
    expect(files.map((file) => [file.name, file.encoding, file.articles])).toEqual([
      ["first.txt", "gb18030", ["a1"]],
      ["second.md", "utf-8", ["a2"]],
    ])
    expect(articles[1]?.story[0]?.text).toBe("本报讯 茶歌会开幕，来自四方的宾客欢聚一堂。")
    const ids = decisions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain("break:5")
    expect(ids).toContain("2/break:7")
  })

  it("names pictures by absolute paths seen from their file, and leaves web addresses", async () => {
    const read = await importFiles([join(folder, "second", "second.md")], { tray: folder })
    if (!read.ok) throw new Error(read.say.en)
    expect(read.value.articles[0]?.pictures).toEqual([
      { id: join(folder, "second", "img", "tea song.jpg"), alt: "茶歌会", aspect: null },
      { id: "https://ruihe.example/a.jpg", alt: "网图", aspect: null },
    ])
  })

  it("leaves out a file that cannot be read when it may, its place kept for the others' choices", async () => {
    const paths = [join(folder, "blank.txt"), join(folder, "second", "second.md")]
    const strict = await importFiles(paths, { tray: folder })
    expect(strict.ok).toBe(false)
    const choices = { "2/break:7": "paragraph" }
    const read = await importFiles(paths, { tray: folder, choices, lenient: true })
    if (!read.ok) throw new Error(read.say.en)
    expect(read.value.files.map(({ name, articles }) => [name, articles])).toEqual([
      ["second.md", ["a1"]],
    ])
    expect(read.value.articles[0]!.story).toHaveLength(2)
    expect(read.value.notices[0]!.zh).toContain("blank.txt")
    const none = await importFiles(paths.slice(0, 1), { tray: folder, lenient: true })
    expect(none).toEqual({ ok: false, say: read.value.notices[0] })
  })

  it("takes choices for the file they were made in", async () => {
    const paths = [join(folder, "first.txt"), join(folder, "second", "second.md")]
    const read = await importFiles(paths, { tray: folder, choices: { "2/break:7": "paragraph" } })
    if (!read.ok) throw new Error(read.say.en)
    const bodies = read.value.articles.map(({ story }) => story.length)
    expect(bodies).toEqual([1, 2])
  })

  it.each([
    [() => [], "No file"],
    [() => [join(folder, "missing.txt")], "does not exist"],
    [() => [folder], "folder"],
    [() => [join(folder, "blank.txt")], "no text"],
    [() => [join(folder, "first.txt", "inside.txt")], "does not exist"],
  ])("answers what cannot be read with one sentence (case %#)", async (paths, words) => {
    const read = await importFiles(paths(), { tray: folder })
    expect(read.ok).toBe(false)
    if (read.ok) return
    expect(read.say.en).toContain(words)
    expect(read.say.zh).toMatch(/。$/)
    expect(read.say.zh.split("\n")).toHaveLength(1)
  })
})
