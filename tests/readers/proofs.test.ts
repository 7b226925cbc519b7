import { rmSync } from "node:fs"
import { dirname } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { galleyOf } from "../../layouts/sheets/galley.ts"
import { pageProof } from "../../layouts/sheets/page-proof.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { OPTIONS } from "../build/pdf-page.ts"
import { ask, judge, layDown } from "../build/pdf-readers.ts"
import { samplePages } from "../build/press-pages.ts"
import { apart, drawnByBoth } from "../build/second-readers.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press as type } from "../build/type.ts"

const WORDS = { proof: "二校", state: "清样", at: "2031-05-03T22:15:00+08:00" }
const OF = { ...OPTIONS, marks: false, standard: "proof" as const, intent: null }

/** The sample's page proof, and the galleys of its first two articles, as files. */
async function proofs() {
  const { issue } = setPages(await sampleArticles())
  const { lists, press } = await samplePages({ kind: "black" })
  const order = { ...WORDS, issue, press: type }
  const galleys = issue.articles.slice(0, 2).flatMap((article) => galleyOf(article, order))
  return {
    "a page proof": layDown(pdfOf([pageProof(lists[0]!, order)], press, OF)),
    galleys: layDown(pdfOf(galleys, press, OF)),
    story: issue.articles[1]!.story.map(({ text }) => text),
  }
}

let made: Awaited<ReturnType<typeof proofs>>
beforeAll(async () => {
  made = await proofs()
}, 120_000)
afterAll(() => {
  for (const name of ["a page proof", "galleys"] as const)
    rmSync(dirname(made[name]), { recursive: true })
})

describe.each(["a page proof", "galleys"] as const)("%s as a PDF", (name) => {
  it("is a sound file with every font embedded as a tagged subset", () => {
    const { code, said } = judge("qpdf", "--check", made[name])
    expect([code, said]).toEqual([0, expect.stringContaining("No syntax")])
    const rows = ask("pdffonts", made[name]).trim().split("\n").slice(2)
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID .* yes yes yes +\d+ +0$/)
  })

  it("is read as it was written, head and story", () => {
    const text = ask("pdftotext", "-raw", made[name], "-").replace(/\s/g, "")
    expect(text).toContain("二校清样")
    expect(text).toContain("输出2031-05-0322:15")
    if (name === "a page proof")
      for (const who of ["三审", "三校", "签发"]) expect(text).toContain(who)
    const mupdf = ask("mutool", "draw", "-q", "-F", "txt", made[name]).replace(/\s/g, "")
    // The body only: line numbers of a galley stand beside, not among, the words.
    for (const piece of made.story[1]!.match(/[\p{L}]{8}/gu)!.slice(0, 3)) {
      expect(text).toContain(piece)
      expect(mupdf).toContain(piece)
    }
  })

  it("is the same to Poppler and to MuPDF", async () => {
    const { poppler, mupdf } = await drawnByBoth(made[name])
    poppler.forEach((page, i) => expect(apart(page, mupdf[i]!)).toBeLessThan(0.25))
  }, 60_000)
})
