import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { facesFor } from "../../fonts/registry/fallback.ts"
import { SHIPPED } from "../../fonts/registry/families.ts"
import { openLibrary } from "../../main/fonts/library.ts"
import { loadOwnFaces, type OwnFaces } from "../../main/fonts/own-faces.ts"

const require = createRequire(import.meta.url)

function shippedFile(id: string): Buffer {
  return readFileSync(require.resolve(SHIPPED.find((face) => face.id === id)!.file))
}

/** Offset in the file of a table's directory entry and of the table itself. */
function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const entry = 12 + 16 * i
    if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  throw new Error(`no table ${tag}`)
}

/** A copy of a font with other licence bits. */
function licensed(font: Buffer, fsType: number): Buffer {
  const copy = Buffer.from(font)
  copy.writeUInt16BE(fsType, tableAt(copy, "OS/2") + 8)
  return copy
}

/** A collection that holds one font: a TTC header in front, table offsets moved behind it. */
function collection(font: Buffer): Buffer {
  const header = Buffer.alloc(16)
  header.write("ttcf", 0, "latin1")
  header.writeUInt32BE(0x00010000, 4)
  header.writeUInt32BE(1, 8)
  header.writeUInt32BE(16, 12)
  const body = Buffer.from(font)
  for (let i = 0; i < body.readUInt16BE(4); i += 1) {
    const at = 12 + 16 * i + 8
    body.writeUInt32BE(body.readUInt32BE(at) + 16, at)
  }
  return Buffer.concat([header, body])
}

let loaded: OwnFaces
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "faces-"))
  const song = shippedFile("song-400")
  writeFileSync(join(folder, "a-song.ttf"), song)
  writeFileSync(join(folder, "b-kai.woff"), shippedFile("kai-300"))
  writeFileSync(join(folder, "c-fangsong.ttc"), collection(song))
  writeFileSync(join(folder, "d-preview.ttf"), licensed(song, 0x4))
  writeFileSync(join(folder, "e-forbidden.ttf"), licensed(song, 0x2))
  writeFileSync(join(folder, "f-bitmap.ttf"), licensed(song, 0x200))
  writeFileSync(join(folder, "g-broken.otf"), song.subarray(0, 3000))
  writeFileSync(join(folder, "h-noise.ttf"), Buffer.from("这不是字体，只是一行字。"))
  writeFileSync(join(folder, "notes.txt"), "not a font and not looked at")
  const result = loadOwnFaces(folder)
  if (!result.ok) throw new Error(result.say.en)
  loaded = result.value
})

describe("a folder of the user's own fonts", () => {
  test("TTF, WOFF and TTC are loaded, with family and weight", () => {
    expect(loaded.faces.map(({ id, family, weight }) => [id, family, weight])).toEqual([
      ["own:a-song.ttf", "song", 400],
      ["own:b-kai.woff", "kai", 300],
      ["own:c-fangsong.ttc", "fang", 400],
      ["own:d-preview.ttf", "song", 400],
    ])
    for (const face of loaded.faces) {
      const opened = face.open()
      expect(opened.glyphOf("瑞".codePointAt(0)!)).toBeGreaterThan(0)
      expect(opened.advance(opened.glyphOf("瑞".codePointAt(0)!))).toBe(1)
    }
  })

  test("licence bits are respected: forbidden and bitmap-only faces are named and left out", () => {
    const rules = loaded.findings.map(({ rule, say }) => [rule, say.en])
    expect(rules).toHaveLength(4)
    expect(rules[0]![0]).toBe("fonts/embedding-forbidden")
    expect(rules[0]![1]).toContain("e-forbidden.ttf")
    expect(rules[1]![1]).toContain("f-bitmap.ttf")
    expect(loaded.faces.at(-1)!.open().embedding).toBe("preview")
  })

  test("damaged files are named, never thrown over", () => {
    const damaged = loaded.findings.filter(({ rule }) => rule === "fonts/unreadable")
    expect(
      damaged.map(({ say }) => say.en.includes("g-broken.otf") || say.en.includes("h-noise.ttf")),
    ).toEqual([true, true])
  })

  test("an own 仿宋 takes the place of the fallback", () => {
    const wish = { family: "fang", weight: 400 }
    expect(openLibrary([]).faces(wish)[0]!.id).toBe("kai-500")
    expect(openLibrary(loaded.faces).faces(wish)[0]!.id).toBe("own:c-fangsong.ttc")
  })

  test("a folder that is not there is a sentence", () => {
    const none = loadOwnFaces(join(folder, "nowhere"))
    expect(none.ok).toBe(false)
    if (!none.ok) expect(none.say.zh).toContain("读不到字体文件夹")
  })
})

describe("the registry", () => {
  test("falls back 宋→黑, 楷→宋, 仿宋→楷→宋, at the nearest weight", () => {
    const families = (family: string, weight: number): readonly string[] =>
      facesFor(SHIPPED, { family, weight }).map(({ id }) => id)
    expect(families("song", 400)).toEqual(["song-400", "hei-400", "kai-500"])
    expect(families("song", 800)).toEqual(["song-900", "hei-900", "kai-700"])
    expect(families("kai", 500)).toEqual(["kai-500", "song-400", "hei-500"])
    expect(families("fang", 300)).toEqual(["kai-300", "song-400", "hei-400"])
    expect(families("no such family", 400)).toEqual(["song-400", "hei-400", "kai-500"])
  })

  test("every shipped face opens, has the licence that it names, and dashes two em wide or joined", () => {
    const library = openLibrary([])
    for (const { id, licence } of SHIPPED) {
      const face = library.face(id)
      expect(face.glyphOf("版".codePointAt(0)!)).toBeGreaterThan(0)
      expect(["installable", "editable"]).toContain(face.embedding)
      expect(readFileSync(join("fonts/licences", licence), "utf8")).toContain(
        "SIL OPEN FONT LICENSE",
      )
    }
    const dash = library.face("song-400").shape("——", [])
    expect(dash.glyphs).toHaveLength(1)
    expect(dash.advances[0]).toBe(2)
    expect(dash.units[0]).toBe(2)
  })

  test("half-width digits are half an em, and an unread outline gives its ink", () => {
    const song = openLibrary([]).face("song-400")
    expect(song.shape("7", ["hwid"]).advances[0]).toBe(0.5)
    const ink = song.ink(song.glyphOf("·".codePointAt(0)!))
    expect(ink.right).toBeGreaterThan(ink.left)
    expect(song.ink(song.glyphOf(0x20))).toEqual({ left: 0, right: 0, bottom: 0, top: 0 })
  })
})
