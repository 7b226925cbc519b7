import { deflateSync } from "node:zlib"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { ForeignFile } from "../../layouts/notes/foreign.ts"
import { guessSign } from "../../layouts/notes/guess-sign.ts"
import { readAnnotations } from "../../main/import/annotations/read-notes.ts"
import { datesOf, fdfOf } from "../../layouts/notes/write-fdf.ts"
import { xfdfOf } from "../../layouts/notes/write-xfdf.ts"
import { soundRecord } from "../../main/import/annotations/proof-record.ts"
import { pdfText } from "../../main/import/annotations/strings.ts"
import { timeOf } from "../../main/import/annotations/times.ts"
import { allOf, readXml, wordsOf } from "../../main/import/annotations/xml.ts"
import { assumedRecord } from "../../layouts/notes/assumed-record.ts"
import { verticalIssue, verticalPage } from "../build/vertical-page.ts"
import { annotated, IMITATIONS, utf16 } from "../build/annotated.ts"
import { rawPdf } from "../build/raw-pdf.ts"

function read(bytes: Uint8Array): ForeignFile {
  const answer = readAnnotations(bytes)
  if (!answer.ok) throw new Error(answer.say.en)
  return answer.value
}

const BOX = [80, 148, 100, 160]
const groupOf = ({ notes }: ForeignFile, index: number) =>
  notes.filter(({ to }) => to?.as === "group" && to.index === index)

describe("comments as programs write them", () => {
  it("Acrobat: a caret and what it replaces in one group, a state as a reply", () => {
    const file = read(IMITATIONS.acrobat)
    expect(file.notes.map(({ kind }) => kind)).toEqual(["Caret", "StrikeOut", "Text"])
    const [caret, strike, reply] = file.notes
    expect(caret).toMatchObject({
      ...{ author: "李校对", say: "新茶", at: Date.UTC(2031, 10, 4, 13, 6, 10) },
      rect: [96.7, 148.5, 103.3, 155.5].map((side) => expect.closeTo(side, 3)),
    })
    expect(strike).toMatchObject({ quads: [BOX], to: { index: 0, as: "group" } })
    expect(reply).toMatchObject({ to: { index: 0, as: "reply" }, state: "Rejected" })
    expect(guessSign(caret!, groupOf(file, 0))?.guess).toEqual({
      ...{ sign: "correct", payload: { text: "新茶" } },
    })
  })

  it("Foxit: the same, whichever comes first", () => {
    const file = read(IMITATIONS.foxit)
    expect(file.notes[0]).toMatchObject({ to: { index: 1, as: "group" }, quads: [BOX] })
    expect(guessSign(file.notes[1]!, groupOf(file, 1))?.guess).toMatchObject({
      payload: { text: "港区" },
    })
  })

  it("Okular: its own names, times of the wall, quads that go round", () => {
    const [note] = read(IMITATIONS.okular).notes
    expect(note).toMatchObject({
      ...{ name: "okular-{551f1c1c-224d-4982-b5ce-3494483bf8d3}", author: "校" },
      ...{ quads: [BOX], say: "请核人名", at: Date.UTC(2031, 10, 4, 13, 6, 10) },
    })
  })

  it("Preview: no names, quads from the right, free slips", () => {
    const [strike, slip] = read(IMITATIONS.preview).notes
    expect(strike).toMatchObject({ name: null, quads: [BOX], author: "" })
    expect(strike!.at).toBe(Date.UTC(2031, 10, 4, 13, 10))
    expect(slip).toMatchObject({ kind: "Text", say: "整段重排", quads: [] })
  })

  it("PDF-XChange: rich text in place of plain", () => {
    const [note] = read(IMITATIONS.xchange).notes
    expect(note!.say).toMatch(/rich & bold\ntwo$/)
    expect(note!.at).toBe(Date.UTC(2031, 10, 3, 16))
  })

  it("Firefox: free text, bare highlights and ink", () => {
    const { notes } = read(IMITATIONS.pdfjs)
    expect(notes.map(({ kind }) => kind)).toEqual(["FreeText", "Highlight", "Ink"])
    expect(notes.map((note) => guessSign(note, [])?.guess.sign)).toEqual(["note", "note", "note"])
  })

  it("XFDF of all: groups, fringes, states, rich text", () => {
    const xfdf = `<?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE xfdf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
      <xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve"><annots>
      <caret page="2" rect="96,144,104,152" fringe="1,1,1,1" name="c" title="李" IT="Replace" date="D:20311104210610+08'00'">
        <contents-richtext><body xmlns="http://www.w3.org/1999/xhtml"><p>新茶&amp;&b;</p></body></contents-richtext></caret>
      <strikeout page="2" rect="80,148,100,160" coords="80,160,100,160,80,148,100,148" name="s" inreplyto="c" replyType="group"/>
      <text page="2" rect="80,148,100,160" name="t" inreplyto="c" state="Completed" statemodel="Review"><contents>已改</contents></text>
      <text page="x" rect="1,2,3,4"/><popup page="2" rect="1,2,3,4"/><constructor page="2" rect="1,2,3,4"/>
      </annots><ids original="00FF" modified="11"/></xfdf>`
    const { notes, id } = read(Buffer.from(xfdf))
    expect(id).toBe("00ff")
    expect(notes).toHaveLength(3)
    expect(notes[0]).toMatchObject({ sheet: 2, rect: [97, 145, 103, 151], say: "新茶&&b;" })
    expect(notes[1]).toMatchObject({ quads: [BOX], to: { index: 0, as: "group" } })
    expect(notes[2]).toMatchObject({ to: { index: 0, as: "reply" }, state: "Completed" })
  })

  it("FDF: answers to names", () => {
    const fdf = `%FDF-1.2\n1 0 obj\n<< /FDF << /ID [<AB> <CD>] /Annots [2 0 R 3 0 R] >> >>\nendobj
2 0 obj\n<< /Subtype /Highlight /Page 1 /Rect [80 148 100 160] /QuadPoints [80 160 100 160 80 148 100 148] /NM (a) /Contents ${utf16("查")} >>\nendobj
3 0 obj\n<< /Subtype /Text /Page 1 /Rect [0 0 9 9] /IRT (a) /Contents (ok) >>\nendobj
trailer\n<< /Root 1 0 R >>\n%%EOF`
    const { notes, id } = read(Buffer.from(fdf, "latin1"))
    expect(id).toBe("ab")
    expect(notes[0]).toMatchObject({ sheet: 1, quads: [BOX], say: "查" })
    expect(notes[1]).toMatchObject({ to: { index: 0, as: "reply" } })
  })
})

describe("strings and times", () => {
  it("are read in every coding that programs use", () => {
    for (const text of ["校对 ok", "𠮷野家", "第一行\n第二行"]) {
      const wide = Buffer.from(`\uFEFF${text}`, "utf16le")
      expect(pdfText(wide)).toBe(text)
      expect(pdfText(Buffer.from(wide).swap16())).toBe(text)
      expect(pdfText(Buffer.from(`\uFEFF${text}`))).toBe(text)
      expect(pdfText(Buffer.from(text))).toBe(text)
    }
    expect(pdfText(Uint8Array.of(0x84, 0x41, 0x8d, 0xa0))).toBe("—A“€")
    expect(pdfText(Uint8Array.of(0xd0, 0xa3, 0xb6, 0xd4))).toBe("校对")
    expect(pdfText(Buffer.from("caf\xe9", "latin1"))).toBe("café")
    expect(pdfText(Buffer.from("a\r\nb\rc"))).toBe("a\nb\nc")
  })

  it("are times with a zone, without one, cut off, or none", () => {
    const at = Date.UTC(2031, 10, 4, 13, 6, 10)
    for (const time of [
      ...["D:20311104210610+08'00'", "D:20311104210610+08'00", "D:20311104130610Z"],
      ...["20311104210610", "D:20311104130610Z00'00'", "2031-11-04T21:06:10+08:00"],
    ])
      expect(timeOf(time), time).toBe(at)
    expect(timeOf("D:2031")).toBe(Date.UTC(2030, 11, 31, 16))
    for (const none of ["", "yesterday", "D:", "D:99999999999999"]) expect(timeOf(none)).toBeNull()
  })
})

describe("hostile files", () => {
  it("whose comments answer themselves, lack what they need, or are not what they seem", () => {
    const { notes } = read(
      annotated([
        "<< /Subtype /Text /Rect [0 0 9 9] /IRT 11 0 R /Contents (a) >>",
        "<< /Subtype /Text /Rect [0 0 9 9] /IRT 10 0 R /Contents (b) >>",
        "<< /Subtype /Text /Rect [0 0 9 9] /IRT 12 0 R >>",
        "<< /Subtype /Highlight /Rect [(a) 1 2] /QuadPoints [1 2 3] >>",
        "<< /Subtype /Highlight /QuadPoints [1 2 3 4 (x) 6 7 8 9] /Contents 12 0 R >>",
        "[10 0 R]",
        "16 0 R",
      ]),
    )
    expect(notes.map(({ to }) => to?.index ?? null)).toEqual([1, 0, null, null])
  })

  it("that have lists without end, or objects that lie in each other, come to an end", () => {
    const many = 200_000
    const tree = `/Names << /EmbeddedFiles << /Names [${"(a) null ".repeat(many)}] >> >>`
    const text = Buffer.from(rawPdf({ catalog: tree })).toString("latin1")
    const kids = text.replace("/Kids [3 0 R]", `/Kids [3 0 R ${"null ".repeat(many)}]`)
    expect(read(Buffer.from(kids, "latin1"))).toMatchObject({ notes: [], record: null })
    const objects = Array.from({ length: 5_000 }, () => "(".repeat(100))
    const named = objects.map((_, i) => `${10 + i} 0 R`).join(" ")
    expect(read(rawPdf({ objects, page: `/Annots [${named}]` })).notes).toEqual([])
    const unsaid = Buffer.from(rawPdf({ objects })).toString("latin1").replace("startxref", "xxx")
    expect(read(Buffer.from(unsaid, "latin1")).notes).toEqual([])
  })

  it("that are encrypted or nothing are said to be", () => {
    const locked = rawPdf({ trailer: "/Encrypt << /Filter /Standard >>" })
    expect(readAnnotations(locked)).toMatchObject({ ok: false })
    expect(readAnnotations(Buffer.from("hello"))).toMatchObject({ ok: false })
    expect(readAnnotations(Buffer.from("%FDF-1.2 trailer"))).toMatchObject({ ok: false })
    expect(readAnnotations(Buffer.from("<?xml?><a/>"))).toMatchObject({ ok: false })
  })

  it("never break the reader, whatever is changed in them", () => {
    const files = Object.values(IMITATIONS)
    const edits = fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.nat(files.length - 1), edits, (which, changes) => {
        const bytes = Uint8Array.from(files[which]!)
        for (const [place, byte] of changes) bytes[place % bytes.length] = byte
        const answer = readAnnotations(bytes)
        if (answer.ok) expect(Array.isArray(answer.value.notes)).toBe(true)
        else expect(answer.say.zh).not.toBe("")
      }),
      { numRuns: 150 },
    )
  })

  it("have a record that is checked before anything believes it", () => {
    const record = JSON.stringify({ format: "banxin-proof", version: 1, maps: [{}] })
    const stream = deflateSync(record)
    const bytes = rawPdf({
      catalog: "/AF [10 0 R]",
      objects: [
        "<< /Type /Filespec /UF (banxin-proof.json) /EF << /F 11 0 R >> >>",
        { dict: "/Filter /FlateDecode", stream },
      ],
    })
    expect(read(bytes).record).toMatchObject({ format: "banxin-proof" })
    expect(soundRecord(read(bytes).record)).toBeNull()
  })

  it("have a record that says all that it said, of vertical lines too", () => {
    const [issue, page] = [verticalIssue(), verticalPage()]
    const record = assumedRecord(issue, [page], [])
    expect(record.maps[0]!.lines.some(({ vertical }) => vertical)).toBe(true)
    expect(soundRecord(JSON.parse(JSON.stringify(record)))).toEqual(record)
  })

  it("are XML that would grow, that never ends, or that is nested without end", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${"b".repeat(50)}">]><x>&a;&lt;&#x4e2d;&#xD800;</x>`
    expect(wordsOf(allOf(readXml(bomb), "x")[0]!)).toBe("&a;<中")
    expect(allOf(readXml("<a>".repeat(50_000)), "a").length).toBeLessThan(100)
    const pieces = ["<a b='", "<!--", "<a "].map((piece) => piece.repeat(20_000))
    for (const text of [...pieces, `<${"a".repeat(500_000)}`, `<${'"'.repeat(500_000)}`])
      expect(allOf(readXml(text), "x")).toEqual([])
  })
})

describe("comments that go back out", () => {
  it("are the same when they are read again, as XFDF and as FDF", () => {
    for (const file of Object.values(IMITATIONS).map(read)) {
      const said = file.notes.map((note) => ({ ...note, at: note.at ?? 86_400_000 }))
      for (const written of [xfdfOf({ ...file, notes: said }), fdfOf({ ...file, notes: said })]) {
        const again = read(Buffer.from(written))
        expect(again.id).toBe(file.id)
        const named = said.map((note, i) => ({ ...note, name: note.name ?? `banxin-${i + 1}` }))
        expect(again.notes).toEqual(
          named.map((note) => ({
            ...note,
            rect: note.rect.map((side) => expect.closeTo(side, 2)),
          })),
        )
      }
    }
  })

  it("stay a whole file, whatever a program calls its kinds", () => {
    const odd = read(annotated(["<< /Subtype /9#20b#3C!-- /Rect [0 0 9 9] /Contents (a) >>"]))
    expect(odd.notes.map(({ kind }) => kind)).toEqual(["9 b<!--"])
    const { notes } = read(IMITATIONS.okular)
    const file = { ...odd, notes: [...odd.notes, ...notes] }
    for (const [, name] of xfdfOf(file).matchAll(/<[?/]?([^\s>]*)/g))
      expect(name).toMatch(/^[a-z]+$/)
    for (const written of [xfdfOf(file), fdfOf(file)])
      expect(read(Buffer.from(written)).notes.slice(-notes.length)).toMatchObject(
        notes.map(({ kind, say }) => ({ kind, say })),
      )
  })

  it("write any time as PDF does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 253_402_300_799 }), (second) => {
        const [note] = read(IMITATIONS.okular).notes
        expect(timeOf(datesOf({ ...note!, at: second * 1000 })!)).toBe(second * 1000)
      }),
    )
  })
})
