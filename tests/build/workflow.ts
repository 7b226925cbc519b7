/** A small paper's workflow as it writes it: one galley review, two readings, a review and a signature. */
export function shortWorkflow() {
  return {
    form: 1,
    roles: [
      { id: "编辑", name: "编辑", words: ["版面编辑"], writes: "content" },
      { id: "主任", name: "主任", writes: "content" },
      { id: "校对", name: "校对", writes: "marks" },
      { id: "复审", name: "复审", writes: "marks" },
      { id: "总编", name: "总编", writes: "marks" },
    ],
    states: [
      { id: "编排", name: "编排", acts: ["编辑"], edits: "everything" },
      { id: "读样", name: "读样", acts: ["校对"], edits: "marks" },
      { id: "改样", name: "改样", acts: ["编辑"], edits: "everything" },
      { id: "再读", name: "再读", acts: ["校对", "复审"], edits: "marks" },
      { id: "清样", name: "清样", acts: ["总编"], edits: "marks" },
      { id: "付印", name: "付印", edits: "nothing" },
    ],
    transitions: [
      way(["出样", "编排", "读样"], ["主任"], { step: "review1", freezes: "always" }),
      way(["读毕", "读样", "改样"], ["校对"], { step: "proof1" }),
      way(["改毕", "改样", "再读"], ["编辑"], { guards: ["marks-answered"], freezes: "always" }),
      way(["再读毕", "再读", "再读"], ["校对"], { step: "proof2", guards: ["recheck-done"] }),
      way(["复审毕", "再读", "清样"], ["复审"], {
        step: "review2",
        needs: ["proof2"],
        freezes: "always",
      }),
      way(["签发", "清样", "付印"], ["总编"], {
        step: "review3",
        needs: ["review1", "review2", "proof1", "proof2"],
        guards: ["marks-answered", "recheck-done", "proof-fresh"],
        signs: true,
      }),
    ],
    start: "编排",
    waivable: ["no-overset"],
  }
}

function way(
  [id, from, to]: readonly [string, string, string],
  acts: readonly string[],
  rest: object,
) {
  return { id, from, to, say: id, acts, ...rest }
}
