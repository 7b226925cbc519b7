import { readFileSync } from "node:fs"
import { inflateSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import {
  SHIPPED_CONDITIONS,
  openCondition,
  profileFile,
  type OpenedCondition,
} from "../../main/conditions/shelf.ts"
import { printerProfile } from "../../main/conditions/profile.ts"
import type { OutputIntent } from "../../main/export/pdf/order.ts"
import { STANDARDS, type Standard } from "../../main/export/pdf/standard.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { OPTIONS, pageOf, PRESS, setLine } from "../build/pdf-page.ts"

const PAGE = pageOf([setLine("瑞河港口开行首班茶山列车")])

function conditionOf(id: string): OpenedCondition {
  const opened = openCondition(SHIPPED_CONDITIONS.find((known) => known.id === id)!)
  if (!opened.ok) throw new Error(opened.say.en)
  return opened.value
}

function written(standard: Standard, intent: OutputIntent | null): string {
  return Buffer.from(pdfOf([PAGE], PRESS, { ...OPTIONS, standard, intent })).toString("latin1")
}

const NEWSPRINT = conditionOf("newsprint-ifra26s")

describe("a file to a standard", () => {
  it("names it where the standard has its name, and nowhere else", () => {
    const x1a = written("x1a", NEWSPRINT.intent)
    expect(x1a.slice(0, 8)).toBe("%PDF-1.4")
    expect(x1a).toContain("/GTS_PDFXVersion (PDF/X-1a:2003)")
    expect(x1a).not.toContain("pdfxid:GTS_PDFXVersion>")
    const x4 = written("x4", NEWSPRINT.intent)
    expect(x4.slice(0, 8)).toBe("%PDF-1.6")
    expect(x4).toContain("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>")
    expect(x4).not.toContain("/GTS_PDFXVersion (")
    const proof = written("proof", null)
    expect(proof).not.toContain("GTS_PDFX")
  })

  it("holds one output intent with the condition's profile, whole", () => {
    const file = written("x4", NEWSPRINT.intent)
    expect(file.match(/\/S \/GTS_PDFX\b/g)).toHaveLength(1)
    expect(file).toContain("/OutputConditionIdentifier (IFRA26S newsprint 230)")
    const at = /\/N 4[^>]*>>\s*stream\r?\n/.exec(file)!
    const start = at.index + at[0].length
    const packed = Buffer.from(file.slice(start, file.indexOf("endstream", start)), "latin1")
    const path = profileFile(NEWSPRINT.condition)!
    expect(Buffer.compare(inflateSync(packed), readFileSync(path))).toBe(0)
  })

  it("goes by a registered name without a profile", () => {
    const file = written("x1a", conditionOf("ifra26").intent)
    expect(file).toContain("/RegistryName (http://www.color.org)")
    expect(file).not.toContain("/DestOutputProfile")
  })

  it("is the same file whenever it is made", () => {
    for (const standard of STANDARDS)
      expect(written(standard, NEWSPRINT.intent)).toBe(written(standard, NEWSPRINT.intent))
  })

  it("is made for a press or not at all", () => {
    expect(() => written("x4", null)).toThrow(/made for a printing condition/)
  })
})

describe("a printer's profile", () => {
  const bytes = new Uint8Array(readFileSync(profileFile(NEWSPRINT.condition)!))
  const said = (changed: Uint8Array): string => {
    const checked = printerProfile(changed, "x.icc")
    return checked.ok ? "" : checked.say.en
  }
  const edited = (at: number, word: string): Uint8Array => {
    const copy = bytes.slice()
    copy.set(new TextEncoder().encode(word), at)
    return copy
  }

  it("is taken when it is whole, of class prtr and for CMYK", () => {
    expect(said(bytes)).toBe("")
  })

  it("is refused with the reason", () => {
    expect(said(new Uint8Array())).toMatch(/no ICC profile/)
    expect(said(edited(36, "asdf"))).toMatch(/no ICC profile/)
    expect(said(bytes.slice(0, 4000))).toMatch(/cut off/)
    expect(said(edited(12, "mntr"))).toMatch(/class mntr/)
    expect(said(edited(16, "RGB "))).toMatch(/no CMYK profile \(RGB\)/)
  })
})
