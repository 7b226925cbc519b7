import { describe, expect, it } from "vitest"
import { clearFormat } from "../../layouts/edits/clear-format.ts"
import { formatText } from "../../layouts/edits/format-text.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { setNameLine } from "../../layouts/edits/set-name-line.ts"
import { setRuby } from "../../layouts/edits/set-ruby.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Span } from "../../layouts/issue/text-look.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { articleOf, small } from "../build/document-small.ts"

const at = (offset: number, paragraph = 0) => ({ paragraph, offset })
const over = (from: number, to: number) => ({ from: at(from), to: at(to) })

const TEXT = "林汐周望同读江上灯火。"
const plain: Issue = {
  ...small,
  articles: [plainArticle("a1", [plainParagraph(TEXT)]), ...small.articles.slice(1)],
}

/** Holds that edits of the text above give these spans. */
function gives(edits: readonly Edit[], spans: readonly Span[] | undefined): void {
  const document = newDocument(plain)
  for (const edit of edits.slice(0, -1)) document.perform(edit)
  expectEdit(document, edits.at(-1)!, (after) =>
    expect(articleOf(after).story[0]!.spans).toEqual(spans),
  )
}

const first = setNameLine("a1", over(0, 2), "name")

describe("a name's line", () => {
  it("is apart from that of the name that it touches, on either side", () => {
    gives([first], [{ from: 0, to: 2, line: "name" }])
    gives(
      [first, setNameLine("a1", over(2, 4), "name")],
      [
        { from: 0, to: 2, line: "name" },
        { from: 2, to: 4, line: "name", lineItem: 1 },
      ],
    )
    const third = [
      first,
      setNameLine("a1", over(3, 5), "name"),
      setNameLine("a1", over(2, 3), "name"),
    ]
    gives(third, [
      { from: 0, to: 2, line: "name" },
      { from: 2, to: 3, line: "name", lineItem: 1 },
      { from: 3, to: 5, line: "name" },
    ])
  })

  it("is taken away, and by clearing the format", () => {
    gives([first, setNameLine("a1", over(0, 2), null)], undefined)
    gives([first, clearFormat("a1", over(0, 2))], undefined)
  })

  it("does not go on to what is typed behind it or before it, but into its middle", () => {
    const type = (offset: number): Edit => retype("a1", over(offset, offset), "新")
    gives([first, type(2)], [{ from: 0, to: 2, line: "name" }])
    gives([first, type(0)], [{ from: 1, to: 3, line: "name" }])
    gives([first, type(1)], [{ from: 0, to: 3, line: "name" }])
  })
})

describe("a reading", () => {
  it("is apart from that of the same text beside it, and is taken away by a blank", () => {
    const mother = setRuby("a1", over(0, 2), " mā mā ")
    gives(
      [mother, setRuby("a1", over(2, 4), "mā mā")],
      [
        { from: 0, to: 2, ruby: "mā mā" },
        { from: 2, to: 4, ruby: "mā mā", rubyItem: 1 },
      ],
    )
    gives([mother, setRuby("a1", over(0, 2), "  ")], undefined)
    gives([mother, retype("a1", over(2, 2), "新")], [{ from: 0, to: 2, ruby: "mā mā" }])
  })
})

describe("dots and small figures", () => {
  it("are formats of characters; dots go on to what is typed behind them", () => {
    const dots = formatText("a1", over(4, 6), { emphasis: "dot" })
    gives([dots, retype("a1", over(6, 6), "新")], [{ from: 4, to: 7, emphasis: "dot" }])
    const small = formatText("a1", over(4, 6), { script: "super" })
    gives([small, retype("a1", over(6, 6), "新")], [{ from: 4, to: 6, script: "super" }])
  })

  it("take nothing that is not sound", () => {
    const unsound = { emphasis: "circle", script: "up", line: "wave", lineItem: 9 } as never
    const document = newDocument(plain)
    document.perform(formatText("a1", over(0, 4), unsound))
    expect(document.issue()).toEqual(plain)
  })
})
