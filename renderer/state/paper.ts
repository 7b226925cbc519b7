import { RUIHE_IMPRINT, type Imprint } from "../../layouts/issue/imprint.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue, IssueDate } from "../../layouts/issue/issue.ts"
import type { CopySource } from "../../main/bridge/contract.ts"
import { show } from "./actions.ts"
import { desk } from "./desk.ts"
import { valueOf, type Means } from "./means.ts"
import { preferences } from "./preferences.ts"

/** A paper: its name, and what it prints about itself; null is what the preferences say. */
export interface Paper {
  readonly name: string
  readonly imprint: Imprint | null
}

/** Name of a paper that nobody has named yet. */
const UNNAMED = "版心日报"

/** The paper that copy makes an issue of: the sample's own, else the one of the preferences. */
export function paperOf(sources: readonly CopySource[]): Paper {
  const { sample } = desk.getState().hello ?? {}
  const isSample = sources.every((source) => "path" in source && source.path === sample)
  if (isSample) return { name: "瑞河日报", imprint: RUIHE_IMPRINT }
  return { name: preferences.getState().set?.paper.trim() || UNNAMED, imprint: null }
}

/**
 * Makes a new issue in the program's own folder and opens it; false when it cannot be made, or
 * another was opened meanwhile.
 */
export async function newIssue(
  { name, imprint }: Paper,
  date: IssueDate,
  means: Means,
): Promise<boolean> {
  const said = imprint ? ([imprint] as const) : ([] as const)
  const stored = valueOf(await means.door.call("createIssue", "", name, date, ...said))
  return stored !== null && (await show(stored, means))
}

/** An article as an issue takes it in: traditional text where the whole issue is (全期繁体). */
export function inScriptOf({ language }: Issue, article: Article): Article {
  return language ? { ...article, language } : article
}
