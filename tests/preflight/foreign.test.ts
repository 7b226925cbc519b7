import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openCondition, SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { platesFor } from "../../main/pictures/plates.ts"
import { OPTIONS } from "../build/pdf-page.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { layDown } from "../build/pdf-readers.ts"
import { ofRule, preflighted, rulesOf } from "../build/preflighted.ts"
import { motleyPages, samplePages, type PressPages } from "../build/press-pages.ts"
import { rawPdf, RAW_BOXES } from "../build/raw-pdf.ts"

const CHECKER = "../shared/acceptance/verify-pdfx.mjs"
const NEWSPRINT = SHIPPED_CONDITIONS[0]!

const PAGE = `%!PS
<< /PageSize [300 400] >> setpagedevice
/Times-Roman findfont 12 scalefont setfont
50 300 moveto 1 0 0 setrgbcolor (Ruihe) show
0 0 0 setrgbcolor 0.05 setlinewidth 50 200 moveto 200 200 lineto stroke
0.9 0.8 0.7 0.9 setcmykcolor 50 50 100 50 rectfill
showpage
`

const HTML = `<meta charset="utf-8"><h1>瑞河晨报</h1><p style="opacity:0.5">河面平静</p>
<a href="http://ruihe.test/">茶山</a><div style="background:#f00;height:50px"></div>`

describe("files that other programs made", () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "banxin-foreign-"))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const at = (name: string): string => join(folder, name)
  const ghostscript = (...flags: readonly string[]): Uint8Array => {
    writeFileSync(at("page.ps"), PAGE)
    const out = at("gs.pdf")
    const head = ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", `-sOutputFile=${out}`]
    execFileSync("gs", [...head, ...flags, at("page.ps")])
    return readFileSync(out)
  }

  it.each([[], ["-dCompatibilityLevel=1.4"], ["-dCompressPages=false"]])(
    "Ghostscript's, with %s",
    async (...flags) => {
      const report = await preflighted(ghostscript(...flags.filter((flag) => flag !== undefined)))
      const told = rulesOf(report)
      expect(told).toContain("error colour/rgb")
      expect(told).toContain("warning line/hairline")
      expect(told).toContain("warning ink/over-limit")
      const { x, y, width, height } = ofRule(report, "ink/over-limit")[0]!.rect!
      expect([x, y, width, height].map(Math.round)).toEqual([50, 300, 100, 50])
    },
  )

  it("Ghostscript's with fonts embedded is not blamed for them", async () => {
    const told = rulesOf(await preflighted(ghostscript("-dPDFSETTINGS=/prepress")))
    expect(told).not.toContain("error font/not-embedded")
    expect(told).not.toContain("error font/missing-glyph")
    expect(told).not.toContain("warning font/width")
  })

  it("cairo's", async () => {
    writeFileSync(at("in.pdf"), ghostscript())
    execFileSync("pdftocairo", ["-pdf", at("in.pdf"), at("cairo.pdf")])
    const told = rulesOf(await preflighted(readFileSync(at("cairo.pdf"))))
    expect(told).toContain("error colour/rgb")
    expect(told).not.toContain("error file/damaged")
  })

  it("MuPDF's", async () => {
    writeFileSync(
      at("mu.txt"),
      "%%MediaBox 0 0 200 200\n%%Font T Times-Roman\nBT /T 24 Tf 20 100 Td (hi) Tj ET",
    )
    execFileSync("mutool", ["create", "-o", at("mu.pdf"), at("mu.txt")])
    const told = rulesOf(await preflighted(readFileSync(at("mu.pdf"))))
    expect(told).toContain("error font/not-embedded")
    execFileSync("mutool", ["clean", "-gggg", "-z", at("mu.pdf"), at("packed.pdf")])
    expect(rulesOf(await preflighted(readFileSync(at("packed.pdf"))))).toEqual(told)
  })

  it("qpdf's, with objects packed and the file linearised, says the same as the file itself", async () => {
    const { lists, press } = await motleyPages()
    writeFileSync(at("own.pdf"), pdfOf(lists, press, OPTIONS))
    const flags = ["--linearize", "--object-streams=generate", "--compress-streams=y"]
    execFileSync("qpdf", [...flags, at("own.pdf"), at("qpdf.pdf")])
    const [own, packed] = [
      await preflighted(readFileSync(at("own.pdf"))),
      await preflighted(readFileSync(at("qpdf.pdf"))),
    ]
    expect(packed.findings).toEqual(own.findings)
  })

  it.skipIf(!existsSync("/usr/bin/chromium"))(
    "Chromium's (skipped where it is not there)",
    async () => {
      writeFileSync(at("page.html"), HTML)
      const flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        `--user-data-dir=${at("chromium")}`,
      ]
      execFileSync(
        "/usr/bin/chromium",
        [...flags, `--print-to-pdf=${at("web.pdf")}`, at("page.html")],
        { stdio: "ignore" },
      )
      const told = rulesOf(await preflighted(readFileSync(at("web.pdf"))))
      expect(told).toContain("error colour/rgb")
      expect(told).toContain("note page/annotation")
      expect(told).toContain("note transparency/used")
      expect(told).not.toContain("error file/damaged")
    },
    60_000,
  )
})

/** Our own pages as a printer gets them. */
function printed({ lists, press }: PressPages, standard: "x1a" | "x4"): Uint8Array {
  const opened = openCondition(NEWSPRINT)
  if (!opened.ok) throw new Error(opened.say.en)
  return pdfOf(lists, press, { ...OPTIONS, standard, intent: opened.value.intent })
}

describe("our own files", () => {
  it.each(["x1a", "x4"] as const)(
    "the sample has no error and no warning as %s",
    async (standard) => {
      const pages = await samplePages(platesFor(NEWSPRINT))
      const report = await preflighted(printed(pages, standard), standard)
      expect(rulesOf(report).filter((told) => !told.startsWith("note"))).toEqual([])
      expect(report.claim).toMatch(/^PDF\/X-/)
    },
    60_000,
  )

  it("the sample has none as a proof", async () => {
    const { lists, press } = await samplePages({ kind: "black" })
    const report = await preflighted(pdfOf(lists, press, OPTIONS))
    expect(rulesOf(report).filter((told) => !told.startsWith("note"))).toEqual([])
  }, 60_000)
})

/** Words of the checker → rules here that say the same. */
const SAME: Readonly<Record<string, string>> = {
  "color.rgb": "colour/rgb",
  "font.embed": "font/not-embedded",
  "meta.trapped": "file/trapped",
  "meta.info": "file/metadata",
  "meta.pdfxid": "file/standard",
  "meta.xmp": "file/xmp",
  "oi.one": "file/intent",
  "doc.js": "file/javascript",
  "doc.forbidden": "file/actions",
  "transp.groupcs": "transparency/rgb",
  "gs.tr": "transparency/transfer",
  "box.trim": "page/no-trim",
  "box.nest": "page/boxes",
  annot: "page/annotation",
}

describe.skipIf(!existsSync(CHECKER))(`${CHECKER} (skipped where it is not there)`, () => {
  it.each([
    [
      "a bad file",
      rawPdf({
        content: "1 0 0 rg 30 30 20 20 re f BT /F1 20 Tf 30 100 Td (hi) Tj ET /G gs",
        resources:
          "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /ExtGState << /G << /TR 10 0 R >> >>",
        objects: ["<< /FunctionType 2 /N 1 /Domain [0 1] >>"],
        catalog: "/OpenAction << /S /JavaScript /JS (x) >>",
        page: "/Group << /S /Transparency /CS /DeviceRGB >> /Annots [<< /Subtype /Text /Rect [40 40 60 60] >>]",
      }),
    ],
    ["boxes in disorder", rawPdf({ boxes: RAW_BOXES.replace("210 310", "219.5 310") })],
  ])("errors it finds in %s are found here", async (_, bytes) => {
    const file = layDown(bytes)
    const ran = spawnSync(process.execPath, [CHECKER, file, "--x=X4", "--tac=0"], {
      encoding: "utf8",
    })
    rmSync(dirname(file), { recursive: true })
    const words = [...ran.stdout.matchAll(/^ERROR\s+(\S+)/gm)].map(([, word]) => word!)
    expect(words.length).toBeGreaterThan(1)
    const told = rulesOf(await preflighted(bytes, "x4"))
    for (const word of words.filter((one) => one in SAME))
      expect(told).toContain(`error ${SAME[word]}`)
  })
})
