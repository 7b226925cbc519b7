import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Issue } from "../../layouts/issue/issue.ts"
import { forbiddenPage } from "../../layouts/proof/allowed-change.ts"
import { checkWorkflow } from "../../layouts/proof/check-workflow.ts"
import type { RoundFacts } from "../../layouts/proof/guards.ts"
import { advance, editsFor, freshRound, mayAct, sameName } from "../../layouts/proof/rounds.ts"
import { waysFrom, type Act, type PageRound } from "../../layouts/proof/rounds.ts"
import { HOUSE_WORKFLOW } from "../../layouts/proof/states.ts"
import { SEPARATE, stateOf } from "../../layouts/proof/workflow.ts"
import type { DoneStep, Edits, Transition, Workflow } from "../../layouts/proof/workflow.ts"
import { small } from "../build/document-small.ts"

const CLEAN: RoundFacts = {
  ...{ openMarks: 0, unexecuted: 0, overset: 0, missingGlyphs: 0, errors: 0, brokenJumps: 0 },
  ...{ unapproved: 0, unlisted: 0, list: "a", proofList: "a", readers: [] },
}

const NOTHING = { opinion: "同意", waived: {}, listed: [] }

/** Goes ways as the persons named; throws the sentence of the first that is refused. */
function walked(
  ...ways: readonly (readonly [way: string, who: string, role: string])[]
): PageRound {
  return ways.reduce((round, [transition, who, role]) => {
    const next = advance(HOUSE_WORKFLOW, round, { ...NOTHING, transition, who, role }, CLEAN)
    if (!next.ok) throw new Error(`${transition}: ${next.say.zh}`)
    return next.round
  }, freshRound(HOUSE_WORKFLOW))
}

const TO_FIRST = [
  ["to-galley", "林青", "编辑"],
  ["galley-passed", "周岚", "部门主任"],
] as const
const TO_FINAL = [
  ...TO_FIRST,
  ["read-1", "高远", "校对"],
  ["proof-2", "林青", "编辑"],
  ["read-2", "江帆", "校对"],
  ["proof-3", "林青", "编辑"],
  ["read-3", "沈舟", "校对"],
  ["reviewed", "何川", "复审"],
  ["to-clean", "沈舟", "校对"],
  ["clean", "林青", "编辑"],
] as const

describe("the house's way", () => {
  it("is sound, and leads from make-up to the press", () => {
    expect(checkWorkflow(HOUSE_WORKFLOW)).toEqual([])
    const round = walked(...TO_FINAL, ["sign", "梁总", "总编"], ["archive", "印务甲", "印务"])
    expect(round.state).toBe("S13")
    expect(round.proof).toBe(5)
  })

  it("lets only the listed spots change after 改后签发, and signs when that is checked", () => {
    const act = { ...NOTHING, transition: "sign-listed", who: "梁总", role: "总编", listed: ["m1"] }
    const listed = advance(HOUSE_WORKFLOW, walked(...TO_FINAL), act, CLEAN)
    if (!listed.ok) throw new Error(listed.say.zh)
    expect(listed.round).toMatchObject({ state: "S10", listed: ["m1"], signature: null })
    expect(editsFor(HOUSE_WORKFLOW, listed.round, { who: "林青", role: "编辑" })).toBe("listed")
    const done = { ...NOTHING, transition: "listed-done", who: "高远", role: "校对" }
    const more = advance(HOUSE_WORKFLOW, listed.round, done, { ...CLEAN, unlisted: 1 })
    expect(more.ok).toBe(false)
    const signed = advance(HOUSE_WORKFLOW, listed.round, done, CLEAN)
    expect(signed.ok && signed.round.signature?.list).toBe("a")
  })

  it("goes back with the final review undone, and the earlier ones kept", () => {
    const back = walked(...TO_FINAL, ["send-back", "梁总", "总编"])
    expect(back.state).toBe("S8")
    expect(back.counted).toEqual(["review1", "proof1", "proof2", "proof3", "review2"])
    expect(walked(...TO_FINAL, ["sign", "梁总", "总编"]).signature?.who).toBe("梁总")
  })

  it("wants an opinion, a known role and a name", () => {
    const round = walked(TO_FIRST[0])
    const way = { ...NOTHING, transition: "galley-passed", who: "周岚", role: "部门主任" }
    const tried = (change: Partial<Act>): boolean =>
      advance(HOUSE_WORKFLOW, round, { ...way, ...change }, CLEAN).ok
    expect(tried({})).toBe(true)
    expect(tried({ opinion: " " })).toBe(false)
    expect(tried({ role: "校对" })).toBe(false)
    expect(tried({ role: "实习" })).toBe(false)
    expect(tried({ who: " " })).toBe(false)
  })

  it("takes no mark-up of names for another person", () => {
    expect(sameName("高 远", "高远")).toBe(true)
    expect(sameName("Ｌｉｎ Qing", "lin qing")).toBe(true)
    expect(() =>
      walked(...TO_FIRST, TO_FINAL[2], TO_FINAL[3], ["read-2", "高　远", "校对"]),
    ).toThrow("一校")
  })

  it("counts who marked in a pass as who read it", () => {
    const round = walked(...TO_FIRST, TO_FINAL[2], TO_FINAL[3])
    const act = { ...NOTHING, transition: "read-2", who: "江帆", role: "校对" }
    const readers: readonly DoneStep[] = [{ step: "proof1", who: "江帆" }]
    expect(advance(HOUSE_WORKFLOW, round, act, { ...CLEAN, readers }).ok).toBe(false)
    expect(advance(HOUSE_WORKFLOW, round, act, CLEAN).ok).toBe(true)
  })

  it("waives a guard only where that is allowed, and only with a reason", () => {
    const round = walked(...TO_FINAL)
    const sign = (facts: Partial<RoundFacts>, waived: Act["waived"]): boolean => {
      const act = { ...NOTHING, transition: "sign", who: "梁总", role: "总编", waived }
      return advance(HOUSE_WORKFLOW, round, act, { ...CLEAN, ...facts }).ok
    }
    expect(sign({ overset: 3 }, {})).toBe(false)
    expect(sign({ overset: 3 }, { "no-overset": " " })).toBe(false)
    expect(sign({ overset: 3 }, { "no-overset": "公告末句可略" })).toBe(true)
    expect(sign({ openMarks: 1 }, { "marks-answered": "来不及" })).toBe(false)
    expect(sign({ proofList: "b" }, { "proof-fresh": "没变多少" })).toBe(false)
  })

  it("lets proofreaders mark and never edit", () => {
    for (const { id } of HOUSE_WORKFLOW.states) {
      const round = { ...freshRound(HOUSE_WORKFLOW), state: id }
      const edits = editsFor(HOUSE_WORKFLOW, round, { who: "高远", role: "校对" })
      expect(["marks", "nothing"]).toContain(edits)
    }
  })
})

const WHO = ["高远", "林青", "周岚", "江帆", "梁总"]
const ROLES = ["编辑", "主任", "校对", "复审", "总编", "印务"]

const act = fc.record({
  transition: fc.nat(3),
  who: fc.constantFrom(...WHO),
  role: fc.constantFrom(...ROLES),
  open: fc.nat(1),
  reflows: fc.boolean(),
})

interface Walk {
  readonly round: PageRound
  readonly went: readonly {
    readonly way: Transition
    readonly who: string
    readonly facts: RoundFacts
  }[]
  readonly proofs: readonly { readonly number: number; readonly list: string }[]
}

/** Any walk at all: each act tries one of the ways from where the page is, with a page that re-flows. */
function walk(acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[]): Walk {
  let round = freshRound(HOUSE_WORKFLOW)
  let version = 0
  const went: Walk["went"][number][] = []
  const proofs: Walk["proofs"][number][] = []
  for (const { transition, who, role, open, reflows } of acts) {
    const editable = ["everything", "text", "listed"]
    if (reflows && editable.includes(stateOf(HOUSE_WORKFLOW, round.state).edits)) version += 1
    const ways = waysFrom(HOUSE_WORKFLOW, round)
    const way = ways[transition % Math.max(1, ways.length)]
    if (!way) break
    const list = String(version)
    const facts = { ...CLEAN, openMarks: open, list, proofList: proofs.at(-1)?.list ?? null }
    const next = advance(
      HOUSE_WORKFLOW,
      round,
      { ...NOTHING, transition: way.id, who, role },
      facts,
    )
    if (!next.ok) continue
    if (next.freezes) proofs.push({ number: next.round.proof, list })
    went.push({ way, who, facts })
    round = next.round
  }
  return { round, went, proofs }
}

/** Acts of people who know their work, wrong in places: most random walks never leave make-up. */
const knowing = fc
  .array(fc.record({ who: fc.nat(9), slip: fc.integer({ min: 0, max: 9 }), step: act }), {
    minLength: 10,
    maxLength: 60,
  })
  .map((tries) =>
    tries.flatMap(({ who, slip, step }) =>
      ROLES.map((role) => ({
        ...step,
        role,
        who: WHO[(who + ROLES.indexOf(role)) % WHO.length]!,
        open: slip === 0 ? 1 : 0,
      })),
    ),
  )

describe("no walk at all", () => {
  it("lets one person do two of the three reviews, or of the three readings", () => {
    let reviewed = 0
    fc.assert(
      fc.property(knowing, (acts) => {
        const { round, went } = walk(acts)
        reviewed = Math.max(reviewed, new Set(went.map(({ way }) => way.step)).size)
        for (const row of SEPARATE)
          for (const who of WHO) {
            const did = round.done.filter((one) => one.who === who && row.includes(one.step))
            expect(new Set(did.map(({ step }) => step)).size).toBeLessThanOrEqual(1)
          }
      }),
      { numRuns: 300 },
    )
    expect(reviewed).toBeGreaterThan(4)
  })

  it("comes to the press with an open mark, or with a page that no proof is of", () => {
    let pressed = 0
    fc.assert(
      fc.property(knowing, (acts) => {
        const { went, proofs } = walk(acts)
        for (const { facts } of went.filter(({ way }) => way.to === "S11")) {
          pressed += 1
          expect(facts.openMarks).toBe(0)
          expect(proofs.some(({ list }) => list === facts.list)).toBe(true)
        }
        expect(proofs.map(({ number }) => number)).toEqual(proofs.map((_, i) => i + 1))
      }),
      { numRuns: 300 },
    )
    expect(pressed).toBeGreaterThan(0)
  })

  it("has a page read that changed since its proof", () => {
    fc.assert(
      fc.property(knowing, (acts) => {
        let newest: string | null = null
        for (const { way, facts } of walk(acts).went) {
          const reads = stateOf(HOUSE_WORKFLOW, way.to).edits === "marks"
          if (way.freezes === "always" || (way.freezes === "changed" && newest !== facts.list))
            newest = facts.list
          if (reads) expect(newest).toBe(facts.list)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe("checkWorkflow", () => {
  const changed = (id: string, change: Partial<Transition>): Workflow => ({
    ...HOUSE_WORKFLOW,
    transitions: HOUSE_WORKFLOW.transitions.map((way) =>
      way.id === id ? { ...way, ...change } : way,
    ),
  })
  const rules = (workflow: Workflow): readonly string[] =>
    checkWorkflow(workflow).map(({ rule }) => rule)

  it("finds what no paper may leave out", () => {
    expect(rules(changed("sign", { guards: [] }))).toContain("workflow/press")
    expect(rules(changed("sign", { needs: [] }))).toContain("workflow/press")
    expect(rules(changed("sign", { signs: false }))).toContain("workflow/press")
    expect(rules({ ...HOUSE_WORKFLOW, waivable: ["marks-answered"] })).toContain("workflow/waived")
    expect(rules(changed("read-1", { from: "S4" }))).toContain("workflow/reading-edits")
    expect(rules(changed("read-1", { to: "S99" }))).toContain("workflow/unknown")
    expect(rules({ ...HOUSE_WORKFLOW, start: "?" })).toContain("workflow/unknown")
    const unread = changed("read-1", { step: null })
    const transitions = unread.transitions.map((way) =>
      way.id === "read-2" ? { ...way, step: null } : way,
    )
    expect(rules({ ...unread, transitions })).toContain("workflow/readings")
  })

  it("lets a paper merge the third reading into the second", () => {
    const gone = ["proof-3", "read-3", "reviewed", "to-clean"]
    const transitions = HOUSE_WORKFLOW.transitions
      .filter(({ id }) => !gone.includes(id))
      .map((way): Transition => {
        const needs = way.needs.filter((step) => step !== "proof3")
        return way.id === "read-2" ? { ...way, to: "S8" } : { ...way, needs }
      })
    const review = HOUSE_WORKFLOW.transitions.find(({ id }) => id === "reviewed")!
    const merged = { ...review, from: "S5", to: "S5" }
    expect(rules({ ...HOUSE_WORKFLOW, transitions: [...transitions, merged] })).toEqual([])
  })
})

describe("forbiddenPage", () => {
  const only =
    (allowed: Edits) =>
    (page: string): Edits =>
      page === "A1" ? allowed : "everything"
  const retyped = (id: string): Issue => ({
    ...small,
    articles: small.articles.map((article) =>
      article.id === id ? { ...article, headline: "瑞河新港开航" } : article,
    ),
  })
  const moved: Issue = {
    ...small,
    pages: small.pages.map((page) => ({ ...page, frames: page.frames.slice(1) })),
  }

  it("tells the page whose state does not let it be touched", () => {
    expect(forbiddenPage(small, retyped("a1"), only("marks"))).toBe("A1")
    expect(forbiddenPage(small, retyped("a1"), only("text"))).toBe(null)
    expect(forbiddenPage(small, retyped("a3"), only("nothing"))).toBe(null)
    expect(forbiddenPage(small, moved, only("text"))).toBe("A1")
    expect(forbiddenPage(small, moved, only("everything"))).toBe(null)
    expect(forbiddenPage(small, structuredClone(small), only("nothing"))).toBe(null)
  })

  it("is a page whose text has a character that is drawn otherwise", () => {
    const character = small.articles.find(({ id }) => id === "a1")!.headline!.at(0)!
    const glyph = { character, reading: character, path: "M0 0L9 0L9 9Z", parts: [] }
    const drawn = { ...small, glyphs: [glyph] }
    const redrawn = { ...small, glyphs: [{ ...glyph, path: "M0 0L8 0L8 8Z" }] }
    expect(forbiddenPage(drawn, redrawn, only("marks"))).toBe("A1")
    expect(forbiddenPage(drawn, small, only("nothing"))).toBe("A1")
    expect(forbiddenPage(drawn, redrawn, only("everything"))).toBe(null)
    const other = { ...glyph, character: "\u{f0000}" }
    expect(forbiddenPage(small, { ...small, glyphs: [other] }, only("nothing"))).toBe(null)
  })
})

describe("mayAct", () => {
  it("lets the same person do the same step again", () => {
    const way = HOUSE_WORKFLOW.transitions.find(({ id }) => id === "read-1")!
    const profile = { who: "高远", role: "校对" }
    expect(mayAct(HOUSE_WORKFLOW, way, profile, [{ step: "proof1", who: "高远" }])).toBe(null)
    expect(mayAct(HOUSE_WORKFLOW, way, profile, [{ step: "proof2", who: "高远" }])?.zh).toContain(
      "二校",
    )
  })
})
