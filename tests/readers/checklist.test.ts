import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, rmSync } from "node:fs"
import { dirname } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openCondition, SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { platesFor } from "../../main/pictures/plates.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { OPTIONS } from "../build/pdf-page.ts"
import { layDown } from "../build/pdf-readers.ts"
import { motleyPages, samplePages, type PressPages } from "../build/press-pages.ts"

const CHECKER = "../shared/acceptance/verify-pdfx.mjs"
const NEWSPRINT = SHIPPED_CONDITIONS[0]!

type Standard = "x1a" | "x4"
type Dict = Record<string, unknown>

/** A file as qpdf tells it: head, trailer, catalog and all dictionaries. */
interface Told {
  readonly head: string
  readonly trailer: Dict
  readonly catalog: Dict
  readonly dicts: readonly Dict[]
  readonly page: Dict
  readonly xmp: string
  get(value: unknown): unknown
}

function fileOf({ lists, press }: PressPages, standard: Standard): Uint8Array {
  const opened = openCondition(NEWSPRINT)
  if (!opened.ok) throw new Error(opened.say.en)
  const words = lists.map(({ page }) => `瑞河日报 ${page} 版 输出 2031-05-03 22:15`)
  const slug = { face: "hei-400", words }
  return pdfOf(lists, press, { ...OPTIONS, standard, intent: opened.value.intent, slug })
}

function told(bytes: Uint8Array): Told {
  const file = layDown(bytes)
  const flags = ["--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=none"]
  const json = execFileSync("qpdf", [...flags, file], { encoding: "utf8", maxBuffer: 1 << 28 })
  rmSync(dirname(file), { recursive: true })
  const objects = (JSON.parse(json) as { qpdf: [unknown, Record<string, Dict>] }).qpdf[1]
  const valueOf = (object: Dict | undefined): unknown =>
    (object?.["stream"] as Dict | undefined)?.["dict"] ?? object?.["value"]
  const get = (value: unknown): unknown =>
    typeof value === "string" && /^\d+ \d+ R$/.test(value)
      ? get(valueOf(objects[`obj:${value}`]))
      : value
  const dicts = Object.values(objects)
    .map((object) => valueOf(object))
    .filter((value): value is Dict => typeof value === "object" && !Array.isArray(value))
  const trailer = objects["trailer"]!["value"] as Dict
  const catalog = get(trailer["/Root"]) as Dict
  const packet = objects[`obj:${String(catalog["/Metadata"])}`]!["stream"] as Dict
  return {
    head: Buffer.from(bytes.subarray(0, 8)).toString("latin1"),
    trailer,
    catalog,
    dicts,
    page: dicts.find((dict) => dict["/Type"] === "/Page")!,
    xmp: Buffer.from(packet["data"] as string, "base64").toString("utf8"),
    get,
  }
}

const wordOf = (value: unknown): string => String(value).replace(/^[ub]:/, "")

/** Rows of the checklist in reference/pdf.md C.1, by their names there. */
const ROWS: Readonly<Record<string, (file: Told, standard: Standard) => void>> = {
  header: ({ head, dicts }, standard) => {
    expect(head).toBe(standard === "x4" ? "%PDF-1.6" : "%PDF-1.4")
    const packed = dicts.filter((dict) => ["/ObjStm", "/XRef"].includes(String(dict["/Type"])))
    if (standard === "x1a") expect(packed).toEqual([])
  },
  "version id": ({ trailer, xmp, get }, standard) => {
    const info = get(trailer["/Info"]) as Dict
    const named = info["/GTS_PDFXVersion"]
    expect(info["/GTS_PDFXConformance"]).toBeUndefined()
    if (standard === "x1a") expect(wordOf(named)).toBe("PDF/X-1a:2003")
    else expect(xmp).toContain("<pdfxid:GTS_PDFXVersion>PDF/X-4<")
    expect(xmp).toContain('xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"')
  },
  Info: ({ trailer, get }) => {
    const info = get(trailer["/Info"]) as Dict
    for (const key of ["/Title", "/CreationDate", "/ModDate", "/Creator", "/Producer"])
      expect(wordOf(info[key])).toMatch(/./)
  },
  XMP: ({ catalog, trailer, xmp, get }) => {
    expect((get(catalog["/Metadata"]) as Dict)["/Filter"]).toBeUndefined()
    for (const key of [
      ...["dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "pdf:Trapped"],
      ...["xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"],
    ])
      expect(xmp).toContain(`<${key}>`)
    expect(xmp).toContain(wordOf((get(trailer["/Info"]) as Dict)["/Title"]))
  },
  Trapped: ({ trailer, get }) => expect((get(trailer["/Info"]) as Dict)["/Trapped"]).toBe("/False"),
  "ID, encryption": ({ trailer, get }) => {
    expect(get(trailer["/ID"])).toHaveLength(2)
    expect(trailer["/Encrypt"]).toBeUndefined()
  },
  OutputIntent: ({ catalog, get }) => {
    const intents = (get(catalog["/OutputIntents"]) as unknown[]).map(get) as Dict[]
    expect(intents).toHaveLength(1)
    expect(intents[0]).toMatchObject({ "/S": "/GTS_PDFX", "/Type": "/OutputIntent" })
    expect(wordOf(intents[0]!["/OutputConditionIdentifier"])).toBe(NEWSPRINT.identifier)
    expect(wordOf(intents[0]!["/Info"])).toMatch(/./)
    expect(get(intents[0]!["/DestOutputProfile"])).toMatchObject({ "/N": 4 })
  },
  colour: ({ dicts }) => {
    const all = JSON.stringify(dicts)
    for (const space of ["/DeviceRGB", "/ICCBased", "/Lab", "/CalRGB", "/CalGray"])
      expect(all).not.toContain(`"${space}"`)
    const images = dicts.filter((dict) => dict["/Subtype"] === "/Image")
    expect(images.length).toBeGreaterThan(0)
    for (const image of images)
      expect(["/DeviceCMYK", "/DeviceGray"]).toContain(image["/ColorSpace"])
  },
  transparency: ({ dicts }) => {
    for (const dict of dicts) {
      expect(dict["/SMask"] ?? "/None").toBe("/None")
      expect(dict["/ca"] ?? dict["/CA"] ?? 1).toBe(1)
      expect(dict["/BM"] ?? "/Normal").toBe("/Normal")
      expect(dict["/Group"]).toBeUndefined()
    }
  },
  boxes: ({ page }) => {
    const [media, bleed, trim] = ["/MediaBox", "/BleedBox", "/TrimBox"].map(
      (name) => page[name] as number[],
    ) as [number[], number[], number[]]
    expect(page["/ArtBox"]).toBeUndefined()
    for (const [inner, outer] of [
      [trim, bleed],
      [bleed, media],
    ] as const) {
      for (const side of [0, 1]) expect(inner[side]!).toBeGreaterThanOrEqual(outer[side]!)
      for (const side of [2, 3]) expect(inner[side]!).toBeLessThanOrEqual(outer[side]!)
    }
  },
  fonts: ({ dicts }) => {
    const descriptors = dicts.filter((dict) => dict["/Type"] === "/FontDescriptor")
    expect(descriptors.length).toBeGreaterThan(0)
    for (const one of descriptors) {
      expect(one["/FontFile2"] ?? one["/FontFile3"]).toBeDefined()
      expect(one["/FontName"]).toMatch(/^\/[A-Z]{6}\+/)
    }
    expect(dicts.some((dict) => dict["/Subtype"] === "/Type3")).toBe(false)
  },
  annotations: ({ dicts }) => {
    for (const dict of dicts) expect(dict["/Annots"]).toBeUndefined()
  },
  forbidden: ({ catalog, dicts }) => {
    for (const key of ["/AcroForm", "/OpenAction", "/AA", "/OCProperties", "/Names"])
      expect(catalog[key]).toBeUndefined()
    for (const dict of dicts) {
      for (const key of ["/TR", "/HTP", "/OPI", "/Alternates", "/AA", "/PresSteps"])
        expect(dict[key]).toBeUndefined()
      expect([dict["/Filter"]].flat()).not.toContain("/LZWDecode")
      expect([dict["/Filter"]].flat()).not.toContain("/JPXDecode")
    }
  },
  "viewer prefs": ({ catalog, get }) => {
    const wanted = (get(catalog["/ViewerPreferences"]) ?? {}) as Dict
    for (const key of ["/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip"])
      expect(["/MediaBox", "/BleedBox"]).toContain(wanted[key] ?? "/MediaBox")
  },
}

describe.each(["x1a", "x4"] as const)("the checklist of PDF/X, as %s", (standard) => {
  let pages: PressPages
  let bytes: Uint8Array
  let file: Told
  beforeAll(async () => {
    pages = await motleyPages()
    bytes = fileOf(pages, standard)
    file = told(bytes)
  }, 60_000)

  it.each(Object.keys(ROWS))("row %s", (row) => ROWS[row]!(file, standard))

  it("is the same bytes on repeat", () => {
    expect(Buffer.compare(bytes, fileOf(pages, standard))).toBe(0)
  }, 30_000)
})

describe.skipIf(!existsSync(CHECKER))(`${CHECKER} (skipped where it is not there)`, () => {
  const files: string[] = []
  afterAll(() => files.forEach((file) => rmSync(dirname(file), { recursive: true })))

  it.each([
    ["the sample", "x1a"],
    ["the sample", "x4"],
    ["photos, tints, rules, a vertical headline and marks", "x1a"],
    ["photos, tints, rules, a vertical headline and marks", "x4"],
  ] as const)(
    "finds no error on %s as %s",
    async (name, standard) => {
      const pages =
        name === "the sample" ? await samplePages(platesFor(NEWSPRINT)) : await motleyPages()
      const file = layDown(fileOf(pages, standard))
      files.push(file)
      const form = standard === "x4" ? "X4" : "X1a"
      const ran = spawnSync(process.execPath, [CHECKER, file, `--x=${form}`, "--tac=230"], {
        encoding: "utf8",
      })
      expect(ran.stdout).toContain(`${form} 0 errors`)
      expect(ran.status).toBe(0)
    },
    120_000,
  )
})
