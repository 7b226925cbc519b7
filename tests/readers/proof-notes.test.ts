import { beforeAll, describe, expect, it } from "vitest"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { ownFolder } from "../build/folder.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { everySign, markedDocument, notedProof } from "../build/noted-proof.ts"
import { at, plainMark } from "../build/mark.ts"
import { ask, judge } from "../build/pdf-readers.ts"

interface Json {
  readonly qpdf: readonly [unknown, Readonly<Record<string, { readonly value?: Dict }>>]
}
type Dict = Readonly<Record<string, unknown>>

const home = ownFolder()
let file = ""
let annotations: readonly Dict[] = []
beforeAll(async () => {
  const { issue } = setPages(await sampleArticles())
  const document = markedDocument(issue, everySign(issue, "a1"))
  document.perform(addMark(plainMark("lost-words", at(0, 0), at(0, 2))))
  document.perform(
    answerMark("delete", {
      author: "编辑",
      role: "编辑",
      at: 9000,
      say: "原文如此",
      state: "refused",
    }),
  )
  const made = await notedProof(home, document)
  file = made.path
  const [, objects] = (JSON.parse(ask("qpdf", "--json=2", file)) as Json).qpdf
  annotations = Object.values(objects).flatMap(({ value }) =>
    value?.["/Type"] === "/Annot" && value["/Subtype"] !== "/Popup" ? [value] : [],
  )
}, 120_000)

const named = (id: string): Dict => annotations.find((one) => one["/NM"] === `u:${id}`)!

describe("a proof's annotations", () => {
  it("are in a sound file, with the record beside the pages", () => {
    expect(judge("qpdf", "--check", file)).toMatchObject({ code: 0 })
    expect(ask("pdfdetach", "-list", file)).toContain("banxin-proof.json")
  })

  it("are a caret with the words struck out for a correction", () => {
    expect(named("correct")).toMatchObject({ "/Subtype": "/Caret", "/IT": "/Replace", "/F": 4 })
    expect(named("correct")["/Contents"]).toBe("u:新茶")
    expect(named("correct/strike")).toMatchObject({ "/Subtype": "/StrikeOut", "/RT": "/Group" })
  })

  it("have a kind for every sign, an appearance and who made them", () => {
    const kinds = new Map(annotations.map((one) => [one["/NM"], one["/Subtype"]]))
    expect(kinds.get("u:delete")).toBe("/StrikeOut")
    expect(kinds.get("u:insert")).toBe("/Caret")
    expect(kinds.get("u:script")).toBe("/Highlight")
    expect(kinds.get("u:note")).toBe("/Highlight")
    expect(kinds.get("u:step")).toBe("/Ink")
    expect(kinds.get("u:straighten")).toBe("/Text")
    expect(named("split")["/Sy"]).toBe("/P")
    for (const one of annotations) {
      expect(one["/AP"]).toBeDefined()
      expect(one["/T"]).toMatch(/^u:.+/)
    }
  })

  it("answer with states that readers know", () => {
    expect(named("delete/answer1")).toMatchObject({
      ...{ "/Subtype": "/Text", "/RT": "/R", "/State": "u:Rejected", "/StateModel": "u:Review" },
      "/Contents": "u:原文如此",
    })
    expect(named("stet/stet")).toMatchObject({ "/State": "u:Rejected" })
  })
})
