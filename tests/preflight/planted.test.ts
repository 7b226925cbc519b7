import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { RULES } from "../../main/preflight/rules.ts"
import { ofRule, preflighted, rulesOf } from "../build/preflighted.ts"
import { rawPdf, type RawObject, type RawPdf } from "../build/raw-pdf.ts"

const HELVETICA = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"

const image = (dict: string, stream: Uint8Array, flate = false): RawObject => ({
  dict: `/Type /XObject /Subtype /Image ${dict}`,
  stream,
  flate,
})

const GOOD = "0 0 0 0.5 k 20 20 50 50 re f"

/** The rule that has to find a fault, a file with the fault, and its place where it has one. */
type Planted = readonly [told: string, raw: RawPdf, place?: readonly number[]]

const PLANTED: readonly Planted[] = [
  [
    "error font/not-embedded",
    { resources: HELVETICA, content: "BT /F1 20 Tf 30 100 Td (hi) Tj ET" },
  ],
  ["error colour/rgb", { content: "1 0 0 rg 30 30 20 20 re f" }, [20, 260, 20, 20]],
  ["error colour/rgb", { content: "/DeviceRGB CS 1 0 0 SC 30 30 m 60 60 l S" }],
  [
    "error colour/rgb",
    {
      content: "q 100 0 0 100 30 30 cm /I Do Q",
      resources: "/XObject << /I 10 0 R >>",
      objects: [
        image(
          "/Width 200 /Height 200 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>]",
          new Uint8Array(40_000),
          true,
        ),
      ],
    },
  ],
  [
    "warning colour/independent",
    {
      content: "/L cs 50 0 0 sc 30 30 20 20 re f",
      resources: "/ColorSpace << /L [/Lab << /WhitePoint [1 1 1] >>] >>",
    },
  ],
  [
    "error colour/rgb",
    {
      content: "/S sh",
      resources: "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 1] >> >>",
    },
  ],
  [
    "error colour/rgb",
    {
      content: "/Pattern cs /P scn 30 30 90 90 re f",
      resources: "/Pattern << /P 10 0 R >>",
      objects: [
        {
          dict: "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << >>",
          stream: "1 0 0 rg 0 0 5 5 re f",
        },
      ],
    },
    [20, 190, 90, 90],
  ],
  [
    "error colour/rgb",
    {
      content: "BI /W 2 /H 2 /BPC 8 /CS /RGB ID 123456789012\nEI 1 0 0 1 0 0 cm",
    },
  ],
  [
    "error colour/rgb",
    {
      content: "q 2 0 0 2 0 0 cm /X Do Q",
      resources: "/XObject << /X 10 0 R >>",
      objects: [
        {
          dict: "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 5 5]",
          stream: "0 1 0 rg 10 10 20 20 re f",
        },
      ],
    },
    [20, 240, 40, 40],
  ],
  [
    "note colour/spot",
    {
      content: "/S cs 1 scn 30 30 20 20 re f",
      resources: "/ColorSpace << /S [/Separation /PANTONE#20185 /DeviceCMYK 11 0 R] >>",
    },
  ],
  ["warning ink/over-limit", { content: "0.9 0.9 0.9 0.9 k 30 30 40 40 re f" }, [20, 240, 40, 40]],
  ["warning line/hairline", { content: "0.1 w 30 30 m 90 30 l S" }],
  ["warning line/hairline", { content: "0.1 0 0 0.1 0 0 cm 1 w 300 300 m 900 300 l S" }],
  ["warning line/hairline", { content: "0 w 30 30 m 90 30 l S" }],
  ["warning line/hairline", { content: "30 30 100 0.1 re f" }],
  [
    "note text/knocks-out",
    { resources: HELVETICA, content: "BT 0 0 0 1 k /F1 20 Tf 30 100 Td (hi) Tj ET" },
  ],
  [
    "warning text/rich-black",
    { resources: HELVETICA, content: "BT 0.5 0.4 0.4 1 k /F1 9 Tf 30 100 Td (hi) Tj ET" },
  ],
  [
    "warning text/many-inks",
    { resources: HELVETICA, content: "BT 0.5 0.4 0.4 0 k /F1 9 Tf 30 100 Td (hi) Tj ET" },
  ],
  [
    "warning text/reversed-small",
    { resources: HELVETICA, content: "BT 0 0 0 0 k /F1 6 Tf 30 100 Td (hi) Tj ET" },
  ],
  [
    "warning colour/white-overprint",
    {
      content: "/G gs 0 0 0 0 k 30 30 20 20 re f",
      resources: "/ExtGState << /G << /op true /OPM 1 >> >>",
    },
  ],
  [
    "note transparency/used",
    { content: "/G gs 30 30 20 20 re f", resources: "/ExtGState << /G << /ca 0.5 >> >>" },
  ],
  [
    "warning transparency/rgb",
    { page: "/Group << /S /Transparency /CS /DeviceRGB >>", content: GOOD },
  ],
  [
    "warning transparency/transfer",
    {
      content: "/G gs",
      resources: "/ExtGState << /G << /TR 10 0 R >> >>",
      objects: ["<< /FunctionType 2 /N 1 >>"],
    },
  ],
  [
    "note page/annotation",
    { page: "/Annots [<< /Subtype /Text /Rect [40 40 60 60] >>]" },
    [30, 250, 20, 20],
  ],
  ["note page/no-trim", { boxes: "/MediaBox [0 0 200 300]" }],
  ["note page/rotated", { page: "/Rotate 90" }],
  ["warning file/javascript", { catalog: "/OpenAction << /S /JavaScript /JS (app.alert) >>" }],
  ["note file/layers", { catalog: "/OCProperties << /OCGs [] >>" }],
  ["warning file/forms", { catalog: "/AcroForm << /Fields [] >>" }],
  ["note file/embedded", { catalog: "/Names << /EmbeddedFiles << >> >>" }],
  ["note page/blank", {}],
]

describe("planted faults", () => {
  it.each(PLANTED.map(([told, raw, place]) => ({ told, raw, place })))("$told", async (planted) => {
    const { told, raw, place } = planted
    const report = await preflighted(rawPdf(raw))
    expect(rulesOf(report)).toContain(told)
    const [found] = ofRule(report, told.split(" ")[1]!)
    expect(found!.say.zh).toMatch(/[\u4e00-\u9fff].*。$/)
    if (place) {
      const { x, y, width, height } = found!.rect!
      expect([x, y, width, height]).toEqual(place)
    }
  })

  it("finds nothing in a clean page but what a proof may leave out", async () => {
    expect(rulesOf(await preflighted(rawPdf({ content: GOOD })))).toEqual([])
  })

  it("passes over marks outside the bleed", async () => {
    const content = "/All CS 1 SCN 0.1 w 0 0 m 0.5 0 l 219.5 319.5 m 220 320 l S"
    const resources = "/ColorSpace << /All [/Separation /All /DeviceCMYK 10 0 R] >>"
    expect(rulesOf(await preflighted(rawPdf({ content, resources })))).toEqual([])
  })

  it("asks of PDF/X what a proof need not have", async () => {
    for (const standard of ["x1a", "x4"] as const) {
      const told = rulesOf(await preflighted(rawPdf({ content: GOOD }), standard))
      expect(told).toContain("error file/standard")
      expect(told).toContain("error file/intent")
      expect(told).toContain("error file/trapped")
      expect(told).toContain("error file/metadata")
    }
  })

  it("gives a fault the severity of the standard", async () => {
    const raw: RawPdf = {
      content: "/G gs 30 30 20 20 re f",
      resources: "/ExtGState << /G << /ca 0.5 >> >>",
      catalog: "/OCProperties << >>",
    }
    const x1a = rulesOf(await preflighted(rawPdf(raw), "x1a"))
    expect(x1a).toContain("error transparency/used")
    expect(x1a).toContain("error file/layers")
    expect(rulesOf(await preflighted(rawPdf(raw), "x4"))).toContain("note transparency/used")
  })

  it("counts the same fault of a page once, with its places", async () => {
    const content = Array.from({ length: 30 }, (_, i) => `1 0 0 rg ${20 + i} 30 1 5 re f`).join(
      "\n",
    )
    const [found, ...more] = ofRule(await preflighted(rawPdf({ content })), "colour/rgb")
    expect(more).toEqual([])
    expect(found!.count).toBe(30)
    expect(found!.places).toHaveLength(20)
  })
})

describe("pictures", () => {
  const shown = (dict: string, stream: Uint8Array, flate = false): RawPdf => ({
    content: "q 100 0 0 100 30 30 cm /I Do Q",
    resources: "/XObject << /I 10 0 R >>",
    objects: [image(dict, stream, flate)],
  })
  const cmyk = (value: number, size: number): Uint8Array =>
    new Uint8Array(size * size * 4).fill(value)
  const CMYK = "/BitsPerComponent 8 /ColorSpace /DeviceCMYK"

  it.each([
    [50, "warning picture/too-coarse"],
    [190, "warning picture/coarse"],
    [900, "note picture/too-fine"],
  ] as const)("of %i pixels on 100 pt", async (size, told) => {
    const raw = shown(`/Width ${size} /Height ${size} ${CMYK}`, cmyk(60, size), true)
    expect(rulesOf(await preflighted(rawPdf(raw)))).toEqual([told])
  })

  it("with too much ink, plain and as JPEG, turned round or not", async () => {
    const dict = `/Width 300 /Height 300 ${CMYK}`
    const over = ["warning picture/over-limit"]
    expect(rulesOf(await preflighted(rawPdf(shown(dict, cmyk(200, 300), true))))).toEqual(over)
    expect(rulesOf(await preflighted(rawPdf(shown(dict, cmyk(100, 300), true))))).toEqual([])
    const white = { width: 300, height: 300, channels: 3, background: "#ffffff" } as const
    const jpeg = await sharp({ create: white }).toColourspace("cmyk").jpeg().toBuffer()
    const coded = `${dict} /Filter /DCTDecode`
    const turned = await preflighted(rawPdf(shown(`${coded} /Decode [1 0 1 0 1 0 1 0]`, jpeg)))
    expect(rulesOf(turned)).toEqual([])
    expect(rulesOf(await preflighted(rawPdf(shown(coded, jpeg))))).toEqual(over)
  })

  it("that are damaged, or coded as is not read here", async () => {
    const dict = `/Width 300 /Height 300 ${CMYK}`
    const damaged = shown(`${dict} /Filter /DCTDecode`, new Uint8Array(50).fill(7))
    expect(rulesOf(await preflighted(rawPdf(damaged)))).toEqual(["error picture/damaged"])
    const other = shown(`${dict} /Filter /JPXDecode`, new Uint8Array(50))
    expect(rulesOf(await preflighted(rawPdf(other)))).toEqual(["note picture/not-read"])
    const bomb = deflateSync(new Uint8Array(300 * 1024 * 1024))
    const huge = shown(`${dict} /Filter /FlateDecode`, bomb)
    expect(rulesOf(await preflighted(rawPdf(huge)))).toContain("error picture/damaged")
  }, 60_000)
})

it("every rule has both names, a source, and a severity somewhere", () => {
  for (const { name, source, severity } of Object.values(RULES)) {
    expect(name.zh).toMatch(/\p{Script=Han}/u)
    expect(name.en.length).toBeGreaterThan(2)
    expect(source.length).toBeGreaterThan(3)
    expect(Object.values(severity).some((one) => one !== null)).toBe(true)
  }
})
