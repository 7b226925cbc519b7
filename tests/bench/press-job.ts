import { tmpdir } from "node:os"
import type { Issue } from "../../layouts/issue/issue.ts"
import { makeUp } from "../../layouts/make-up.ts"
import { openCondition, SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import type { PdfOptions } from "../../main/export/pdf/order.ts"
import { openLibrary, type Library } from "../../main/fonts/library.ts"
import { importFiles } from "../../main/import/open.ts"
import { pressesOf, type Presses } from "../../main/press.ts"

/** A made-up issue of one page, what prints it, and the two ways that it is printed. */
export interface PressJob {
  readonly issue: Issue
  readonly library: Library
  readonly presses: Presses
  readonly proof: PdfOptions
  readonly x4: PdfOptions
}

/** The printing condition of the bench: the newspaper's that ships. */
export const CONDITION = SHIPPED_CONDITIONS[0]!

const PROOF: PdfOptions = {
  ...{ title: "bench", creator: "Banxin", producer: "Banxin", at: "2026-11-23T00:00:00+08:00" },
  ...{ marks: true, standard: "proof", intent: null },
}

/** An article file made up as in the other figures, without its pictures. */
export async function pressJob(source: string): Promise<PressJob> {
  const imported = await importFiles([source], { tray: tmpdir() })
  if (!imported.ok) throw new Error(imported.say.en)
  const library = openLibrary([])
  const presses = pressesOf(library, new Map())
  const order = {
    template: "broadsheet-inside-six",
    measure: null,
    breaks: "free",
    paper: "版心日报",
    date: { year: 2026, month: 11, day: 23 },
  } as const
  const set = makeUp(imported.value.articles, order, presses.compose)
  if (!set.ok) throw new Error(set.say.en)
  const opened = openCondition(CONDITION)
  if (!opened.ok) throw new Error(opened.say.en)
  const x4 = { ...PROOF, standard: "x4", intent: opened.value.intent } as const
  return { issue: set.value.issue, library, presses, proof: PROOF, x4 }
}
