import type { GuardId, Role, RoundState, Transition, Workflow } from "./workflow.ts"

const ROLES: readonly Role[] = [
  {
    id: "editor",
    name: { zh: "版面编辑", en: "Page editor" },
    words: ["版面编辑", "编辑", "责编", "责任编辑", "美编", "组版"],
    writes: "content",
  },
  {
    id: "head",
    name: { zh: "部门主任", en: "Head of department" },
    words: ["部门主任", "主任", "初审", "一审"],
    writes: "content",
  },
  {
    id: "proofreader",
    name: { zh: "校对", en: "Proofreader" },
    words: ["校对", "一校", "二校", "三校", "责任校对"],
    writes: "marks",
  },
  {
    id: "reviewer",
    name: { zh: "复审", en: "Second reviewer" },
    words: ["复审", "二审", "值班主任"],
    writes: "marks",
  },
  {
    id: "chief",
    name: { zh: "值班总编", en: "Chief on duty" },
    words: ["值班总编", "总编", "总编辑", "终审", "三审", "签发"],
    writes: "marks",
  },
  {
    id: "press",
    name: { zh: "出版", en: "Press desk" },
    words: ["出版", "印务"],
    writes: "nothing",
  },
]

const STATES: readonly RoundState[] = [
  state("S0", ["待起版", "No page yet"], ["editor", "head"], "everything"),
  state("S1", ["起版", "Making up"], ["editor", "head"], "everything"),
  state("S2", ["小样审", "Galley review"], ["head"], "text"),
  state("S3", ["一校", "First proof"], ["proofreader"], "marks"),
  state("S4", ["一改", "First corrections"], ["editor"], "everything"),
  state("S5", ["二校", "Second proof"], ["proofreader"], "marks"),
  state("S6", ["二改", "Second corrections"], ["editor"], "everything"),
  state("S7", ["三校/复审", "Third proof, review"], ["proofreader", "reviewer"], "marks"),
  state("S8", ["三改", "Last corrections"], ["editor"], "everything"),
  state("S9", ["终审", "Final review"], ["chief"], "marks"),
  state("S10", ["改后核", "Listed corrections"], ["editor", "proofreader"], "listed"),
  state("S11", ["付印", "To press"], ["press"], "nothing"),
  state("S12", ["撤版/换版", "Recalled"], ["chief", "editor"], "everything"),
  state("S13", ["归档", "Archived"], [], "nothing"),
]

function state(
  id: string,
  [zh, en]: readonly [string, string],
  acts: readonly string[],
  edits: RoundState["edits"],
): RoundState {
  return { id, name: { zh, en }, acts, edits }
}

const CLEAN: readonly GuardId[] = [
  ...(["marks-answered", "recheck-done", "no-overset"] as const),
  ...(["no-missing-glyph", "jumps-whole"] as const),
]
const FIT: readonly GuardId[] = [...CLEAN, "preflight-clean", "pictures-approved", "proof-fresh"]

const TRANSITIONS: readonly Transition[] = [
  way(["make-up", "S0", "S1"], ["起版", "Make up"], ["editor"]),
  way(["to-galley", "S1", "S2"], ["送小样审", "Send for galley review"], ["editor"]),
  way(["galley-back", "S2", "S1"], ["退回", "Send back"], ["head"], { opinion: true }),
  way(["galley-passed", "S2", "S3"], ["初审通过，出大样", "Passed: first proof"], ["head"], {
    ...{ step: "review1", opinion: true, freezes: "always" },
  }),
  way(["read-1", "S3", "S4"], ["交一校", "First proof read"], ["proofreader"], { step: "proof1" }),
  way(["proof-2", "S4", "S5"], ["出二样", "Second proof"], ["editor"], {
    ...{ guards: ["marks-answered"], freezes: "always" },
  }),
  way(["read-2", "S5", "S6"], ["交二校", "Second proof read"], ["proofreader"], {
    ...{ step: "proof2", guards: ["recheck-done"] },
  }),
  way(["proof-3", "S6", "S7"], ["出三样", "Third proof"], ["editor"], {
    ...{ guards: ["marks-answered"], freezes: "always" },
  }),
  way(["read-3", "S7", "S7"], ["交三校", "Third proof read"], ["proofreader"], {
    ...{ step: "proof3", guards: ["recheck-done"] },
  }),
  way(["reviewed", "S7", "S7"], ["复审通过", "Review passed"], ["reviewer"], {
    ...{ step: "review2", opinion: true },
  }),
  way(["to-clean", "S7", "S8"], ["交三改", "To last corrections"], ["proofreader", "reviewer"], {
    needs: ["proof3", "review2"],
  }),
  way(["clean", "S8", "S9"], ["出清样", "Clean proof"], ["editor"], {
    ...{ guards: CLEAN, needs: ["proof3", "review2"], freezes: "always" },
  }),
  way(["sign", "S9", "S11"], ["签发", "Sign for press"], ["chief"], {
    ...{ step: "review3", needs: ["review1", "proof1", "proof2", "proof3", "review2"] },
    ...{ guards: FIT, opinion: true, freezes: "always", signs: true },
  }),
  way(["sign-listed", "S9", "S10"], ["改后签发", "Sign after listed changes"], ["chief"], {
    ...{ step: "review3", needs: ["review1", "proof1", "proof2", "proof3", "review2"] },
    ...{ guards: ["proof-fresh"], opinion: true, lists: true },
  }),
  way(["send-back", "S9", "S8"], ["退回", "Send back"], ["chief"], { opinion: true }),
  way(["listed-done", "S10", "S11"], ["核对付印", "Listed changes checked"], ["proofreader"], {
    ...{ needs: ["review3"], freezes: "always", signs: true },
    guards: [...FIT.filter((guard) => guard !== "proof-fresh"), "only-listed"],
  }),
  way(
    ["listed-back", "S10", "S9"],
    ["退回终审", "Back to final review"],
    ["editor", "proofreader"],
    {
      ...{ opinion: true, freezes: "changed" },
    },
  ),
  way(["recall", "S11", "S12"], ["撤版", "Recall"], ["chief"], { opinion: true }),
  way(["archive", "S11", "S13"], ["归档", "Archive"], ["press"]),
  way(["again", "S12", "S3"], ["换版重校", "Read anew"], ["chief", "editor"], {
    ...{ opinion: true, freezes: "always" },
  }),
  way(["again-signed", "S12", "S9"], ["换版送审", "To final review"], ["chief", "editor"], {
    ...{ opinion: true, guards: CLEAN, freezes: "always" },
  }),
]

function way(
  [id, from, to]: readonly [string, string, string],
  [zh, en]: readonly [string, string],
  acts: readonly string[],
  rest: Partial<Transition> = {},
): Transition {
  const plain = { step: null, needs: [], guards: [], opinion: false, freezes: "never" } as const
  return { ...plain, signs: false, lists: false, ...rest, id, from, to, say: { zh, en }, acts }
}

/** The way that ships: states S0 to S13. Source: reference/domain.md §4 */
export const HOUSE_WORKFLOW: Workflow = {
  form: 1,
  roles: ROLES,
  states: STATES,
  transitions: TRANSITIONS,
  start: "S1",
  waivable: ["no-overset", "no-missing-glyph", "preflight-clean", "jumps-whole"],
}
