import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { moveFrames } from "../../layouts/edits/move-frames.ts"
import { retype } from "../../layouts/edits/retype.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Finding } from "../../layouts/finding.ts"
import { freezePage } from "../../layouts/proof/frozen-page.ts"
import { guardPlace } from "../../layouts/proof/guard-places.ts"
import { guardsOpen } from "../../layouts/proof/guards.ts"
import { factsOf, type FactSources } from "../../layouts/proof/round-facts.ts"
import { freshRound } from "../../layouts/proof/rounds.ts"
import { HOUSE_WORKFLOW } from "../../layouts/proof/states.ts"
import { GUARDS } from "../../layouts/proof/workflow.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { at, plainMark } from "../build/mark.ts"
import { press as bare } from "../build/type.ts"

const { issue } = setPages(await sampleArticles())
const press = { ...bare, picture: () => ({ width: 1600, height: 1000 }) }
const PAGE = issue.pages[0]!
const LEAD = issue.articles.find(({ kind }) => kind === "lead")!
const LINE = LEAD.story.findIndex(({ role, text }) => role === "body" && text.length > 60)
const EDITOR = { author: "林青", role: "编辑", at: 2000 } as const

/** What stands on the page after some edits of what its newest proof froze. */
function after(edits: readonly Edit[], change: Partial<FactSources> = {}): FactSources {
  const document = newDocument(issue)
  const frozen = freezePage(composePage(document.issue(), PAGE.id, press, "free"), [])
  for (const edit of edits) document.perform(edit)
  const page = composePage(document.issue(), PAGE.id, press, "free")
  return {
    ...{ workflow: HOUSE_WORKFLOW, issue: document.issue(), page, marks: document.marks() },
    ...{ findings: [], round: freshRound(HOUSE_WORKFLOW), list: "now", earlier: null },
    newest: { at: 0, list: "then", frozen },
    ...{ seen: new Set<string>(), approved: new Set<string>() },
    ...change,
  }
}

const mark = (id: string, from: number) =>
  addMark({ ...plainMark(id, at(LINE, from), at(LINE, from + 1)), article: LEAD.id })

describe("guardPlace", () => {
  it("is the first mark of the text that waits, not the first that was laid", () => {
    const sources = after([mark("late", 20), mark("early", 4)])
    expect(guardPlace("marks-answered", sources)).toEqual({ kind: "mark", id: "early" })
    const answered = after([
      mark("late", 20),
      mark("early", 4),
      answerMark("early", { ...EDITOR, say: "原稿如此", state: "refused" }),
    ])
    expect(guardPlace("marks-answered", answered)).toEqual({ kind: "mark", id: "late" })
    expect(guardPlace("recheck-done", answered)).toEqual({ kind: "mark", id: "late" })
  })

  it("is where a finding stands, and the picture that nobody approved", () => {
    const finding = (rule: string, paragraph: number): Finding => {
      const where = { article: LEAD.id, paragraph }
      return { rule, severity: "error", where, say: { zh: "", en: "" } }
    }
    const findings = [finding("jump/broken", 1), finding("fonts/missing-glyph", 2)]
    const sources = after([], { findings })
    expect(guardPlace("no-missing-glyph", sources)).toMatchObject({ where: { paragraph: 2 } })
    expect(guardPlace("jumps-whole", sources)).toMatchObject({ where: { paragraph: 1 } })
    expect(guardPlace("preflight-clean", sources)).toMatchObject({ where: { paragraph: 1 } })
    const image = sources.page.list.items.find((item) => item.kind === "image")!
    expect(guardPlace("pictures-approved", sources)).toEqual({ kind: "boxes", boxes: [image.box] })
    const approved = new Set([image.picture])
    expect(guardPlace("pictures-approved", { ...sources, approved })).toBe(null)
  })

  it("is what changed outside of the listed spots", () => {
    const round = { ...freshRound(HOUSE_WORKFLOW), listed: [] }
    const typed = after([retype(LEAD.id, { from: at(LINE, 3), to: at(LINE, 4) }, "新")], { round })
    expect(guardPlace("only-listed", typed)).toMatchObject({
      kind: "where",
      where: { article: LEAD.id, paragraph: LINE },
    })
    const frame = PAGE.frames.find(({ article }) => article === LEAD.id)!.id
    const moved = after([moveFrames(PAGE.id, [frame], { columns: 0, lines: 1 })], { round })
    expect(guardPlace("only-listed", moved)).toMatchObject({ kind: "boxes" })
  })

  it("is there for every guard that is open, of what can be gone to", () => {
    const over = "字".repeat(3000)
    const sources = after([
      mark("m1", 4),
      retype(LEAD.id, { from: at(LINE, 30), to: at(LINE, 30) }, over),
    ])
    const open = guardsOpen(HOUSE_WORKFLOW, { guards: GUARDS }, factsOf(sources))
    const ids = open.map(({ guard }) => guard)
    expect(ids).toContain("no-overset")
    expect(ids).toContain("proof-fresh")
    for (const guard of ids) expect(guardPlace(guard, sources), guard).not.toBe(null)
  })
})
