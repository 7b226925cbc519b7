import type { Finding, Say } from "../finding.ts"
import { READINGS, REVIEWS, stateOf, type GuardId, type Step } from "./workflow.ts"
import type { Transition, Workflow } from "./workflow.ts"

/** Guards that no name and reason may ever pass. */
const NEVER_WAIVED: readonly GuardId[] = [
  ...(["marks-answered", "recheck-done", "proof-fresh"] as const),
  ...(["only-listed", "pictures-approved"] as const),
]

/**
 * What is wrong with a paper's own workflow: names that do not fit together, and what no paper may
 * leave out. Papers may merge states and drop readings; that three persons review, that two readings
 * are by two persons, and that nothing goes to press with an open mark, stays. None is well.
 */
export function checkWorkflow(workflow: Workflow): readonly Finding[] {
  return [
    ...nameFaults(workflow),
    ...(nameFaults(workflow).length > 0 ? [] : [...pressFaults(workflow), ...stepFaults(workflow)]),
    ...workflow.waivable
      .filter((guard) => NEVER_WAIVED.includes(guard))
      .map((guard) =>
        wrong("waived", { zh: `${guard} 不可放行`, en: `${guard} may never be waived` }),
      ),
  ]
}

function wrong(rule: string, say: Say): Finding {
  return { rule: `workflow/${rule}`, severity: "error", where: {}, say }
}

function nameFaults({ states, transitions, roles, start }: Workflow): readonly Finding[] {
  const known = new Set(states.map(({ id }) => id))
  const acting = new Set(roles.map(({ id }) => id))
  const noState = (name: string): Finding =>
    wrong("unknown", { zh: `没有状态“${name}”`, en: `there is no state “${name}”` })
  const noRole = (name: string): Finding =>
    wrong("unknown", { zh: `没有岗位“${name}”`, en: `there is no role “${name}”` })
  return [
    ...(known.has(start) ? [] : [noState(start)]),
    ...twice(states.map(({ id }) => id)),
    ...twice(transitions.map(({ id }) => id)),
    ...twice(roles.map(({ id }) => id)),
    ...twice(roles.flatMap(({ id, words }) => words.filter((word) => word !== id))),
    ...transitions.flatMap(({ from, to, acts }) => [
      ...[from, to].filter((id) => !known.has(id)).map(noState),
      ...acts.filter((role) => !acting.has(role)).map(noRole),
    ]),
    ...states.flatMap(({ acts }) => acts.filter((role) => !acting.has(role)).map(noRole)),
  ]
}

function twice(ids: readonly string[]): readonly Finding[] {
  return ids
    .filter((id, i) => ids.indexOf(id) !== i)
    .map((id) => wrong("twice", { zh: `“${id}”有两个`, en: `there are two of “${id}”` }))
}

/** Ways to the press: each is a signature, with all three reviews behind it and no open mark. */
function pressFaults(workflow: Workflow): readonly Finding[] {
  const { transitions, states } = workflow
  const signed = new Set(transitions.filter(({ signs }) => signs).map(({ to }) => to))
  return [
    ...transitions.filter(({ to }) => signed.has(to)).flatMap((way) => unsafe(way, workflow)),
    ...states
      .filter(({ id, edits }) => signed.has(id) && edits !== "nothing")
      .map(({ name }) =>
        wrong("signed-edits", {
          zh: `“${name.zh}”已签发，不得再改`,
          en: `“${name.en}” is signed and may not be edited`,
        }),
      ),
    ...(signed.size > 0
      ? []
      : [wrong("unsigned", { zh: "没有签发", en: "nothing is ever signed" })]),
  ]
}

function unsafe(way: Transition, workflow: Workflow): readonly Finding[] {
  const { say, guards, signs } = way
  const before = workflow.transitions.filter(({ to, lists }) => to === way.from && lists)
  const behind = new Set<Step | null>([way.step, ...way.needs])
  for (const { step, needs } of before) [step, ...needs].forEach((one) => behind.add(one))
  const held = way.guards.includes("proof-fresh") || way.freezes !== "never"
  const lacking = [
    ...(signs ? [] : [{ zh: "签发", en: "a signature" }]),
    ...(guards.includes("marks-answered") ? [] : [{ zh: "批注清零", en: "no open mark" }]),
    ...(guards.includes("recheck-done") ? [] : [{ zh: "核红", en: "the recheck" }]),
    ...(held ? [] : [{ zh: "新出的大样", en: "a proof of what is signed" }]),
    ...(REVIEWS.every((step) => behind.has(step)) ? [] : [{ zh: "三审", en: "all three reviews" }]),
    ...(before.length === 0 || guards.includes("only-listed")
      ? []
      : [{ zh: "所列之外无改动", en: "that only what was listed changed" }]),
  ]
  return lacking.map(({ zh, en }) =>
    wrong("press", { zh: `“${say.zh}”缺${zh}`, en: `“${say.en}” lacks ${en}` }),
  )
}

/** Each review and each reading is a way of its own, read on a proof where only marks are made. */
function stepFaults(workflow: Workflow): readonly Finding[] {
  const ways = workflow.transitions.filter(({ step }) => READINGS.some((one) => one === step))
  const edited = ways.filter(({ from }) => stateOf(workflow, from).edits !== "marks")
  const editing = workflow.roles.filter(
    ({ id, writes }) => writes !== "marks" && ways.some(({ acts }) => acts.includes(id)),
  )
  return [
    ...editing.map(({ name }) =>
      wrong("reading-role", {
        zh: `“${name.zh}”校对，就只能批注`,
        en: `“${name.en}” reads proofs, and may write marks alone`,
      }),
    ),
    ...(new Set(ways.map(({ step }) => step)).size >= 2
      ? []
      : [wrong("readings", { zh: "至少要有两校", en: "two readings are the least" })]),
    ...edited.map(({ say }) =>
      wrong("reading-edits", {
        zh: `“${say.zh}”所在的状态只能批注`,
        en: `“${say.en}” leaves a state where more than marks is edited`,
      }),
    ),
  ]
}
