import { readFileSync } from "node:fs"
import { join } from "node:path"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { newDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { NewMark } from "../../layouts/issue/mark.ts"
import type { Payloads, SignId } from "../../layouts/issue/payload.ts"
import { SIGN_IDS } from "../../layouts/proof/signs.ts"
import type { ExportOrder } from "../../main/bridge/contract.ts"
import { good, machineIn } from "./machine.ts"
import { at, READER } from "./mark.ts"

/** A payload of every sign that has one. */
export const PAYLOADS: { readonly [S in SignId]?: Payloads[S] } = {
  correct: { text: "新茶" },
  insert: { text: "清早开进港区的" },
  script: { level: "up" },
  transpose: { first: 1, last: 1 },
  raise: { zi: 0.5 },
  shift: { zi: -2 },
  align: { axis: "row" },
  widen: { between: "characters" },
  narrow: { between: "characters" },
  space: { zi: 1 },
  stet: { mark: "correct" },
  substitute: { text: "码头" },
  note: { say: "改黑体" },
}

const POINTS: readonly SignId[] = ["insert", "split", "space", "separate", "join"]

/** A mark of every sign on an article's longest paragraph, each on words of its own. */
export function everySign(issue: Issue, article: string): readonly NewMark[] {
  const { story } = issue.articles.find(({ id }) => id === article)!
  const lengths = story.map(({ text }) => text.length)
  const paragraph = lengths.indexOf(Math.max(...lengths))
  const step = Math.floor(lengths[paragraph]! / SIGN_IDS.length)
  return SIGN_IDS.map((sign, i) => {
    const from = i * step
    const to = POINTS.includes(sign) ? from : from + 3
    const range = { kind: "text", words: null, from: at(paragraph, from), to: at(paragraph, to) }
    const target = sign === "move" ? { target: at(paragraph, from + 6) } : {}
    const payload = PAYLOADS[sign] ?? {}
    const mark = {
      ...READER,
      id: sign,
      article,
      range,
      pass: 1 + (i % 3),
      sign,
      payload,
      ...target,
    }
    return mark as NewMark
  })
}

/** A document of an issue with marks. */
export function markedDocument(issue: Issue, marks: readonly NewMark[]): OpenDocument {
  const document = newDocument(issue)
  for (const mark of marks) document.perform(addMark(mark))
  return document
}

/** The proof PDF of a document's pages as the program exports it. */
export async function notedProof(
  home: string,
  document: OpenDocument,
  order: Partial<ExportOrder> = {},
): Promise<{ readonly path: string; readonly bytes: Uint8Array; readonly issue: string }> {
  const machine = machineIn(join(home, "maker"))
  const { paper, date } = document.issue()
  const name = Math.random().toString(36).slice(2)
  const folder = join(home, `${name}.issue`)
  good(await machine.call("createIssue", folder, paper, date))
  for (const part of ["content", "marks"] as const)
    good(await machine.call("keepUpdate", folder, part, document.state(part)))
  const out = join(home, `${name}.pdf`)
  const plain = {
    pages: [],
    kind: "pdf",
    dpi: 100,
    marks: false,
    as: "proofs",
    notes: true,
  } as const
  good(await machine.call("exportPages", { ...plain, issue: folder, out, ...order }))
  await machine.close()
  return { path: out, bytes: readFileSync(out), issue: folder }
}
