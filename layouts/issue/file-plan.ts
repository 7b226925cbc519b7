import type { Say } from "../finding.ts"
import { sheetsOf } from "./facing-pages.ts"
import { fileNameOf, namesPages, type NameWords } from "./file-name.ts"
import type { Issue } from "./issue.ts"

/** Which files are wanted of an issue's pages. */
export interface FileWish {
  /** Folder and name of the files; the name may have placeholders, the folder is as it is written. */
  readonly out: string
  /** `pdf` or `png`. */
  readonly kind: string
  /** Page ids, in order. */
  readonly pages: readonly string[]
  /** A file for each page, or for each sheet of pages that face each other; else one for all. */
  readonly each: boolean
  readonly spreads: boolean
  readonly state: string
  readonly proof: string
}

/** A file to be made: where, and of which pages. */
export interface PlannedFile {
  readonly path: string
  readonly pages: readonly string[]
}

/** The files that a wish leads to, or why it cannot be. */
export type FilePlan =
  | { readonly ok: true; readonly files: readonly PlannedFile[] }
  | { readonly ok: false; readonly say: Say }

/**
 * Plans the files of an export before any is written. Several files whose name says nothing of
 * pages get them at its end. A fault when two files would have one name, also one that only differs
 * by capitals, as Windows and macOS see it.
 */
export function planFiles(
  issue: Pick<Issue, "paper" | "date" | "pages">,
  wish: FileWish,
): FilePlan {
  const { out, kind, pages, each, spreads } = wish
  const sheets = spreads ? sheetsOf(pages) : pages.map((page) => [page])
  const groups = each ? sheets : [pages]
  const at = Math.max(out.lastIndexOf("/"), out.lastIndexOf("\\")) + 1
  const [folder, name] = [out.slice(0, at), out.slice(at)]
  const bare = name.toLowerCase().endsWith(`.${kind}`) ? name.slice(0, -kind.length - 1) : name
  const pattern = groups.length > 1 && !namesPages(bare) ? `${bare}-{page}` : bare
  const files: PlannedFile[] = []
  const taken = new Map<string, string>()
  for (const group of groups) {
    const made = fileNameOf(pattern, wordsOf(issue, wish, group))
    if (!made.ok) return unknownToken(made.token)
    const path = `${folder}${made.name}.${kind}`
    const same = path.normalize("NFC").toLowerCase()
    const other = taken.get(same)
    if (other !== undefined) return clash(path.slice(at), [other, group[0]!])
    taken.set(same, group[0]!)
    files.push({ path, pages: group })
  }
  return { ok: true, files }
}

function wordsOf(
  { paper, date, pages }: Pick<Issue, "paper" | "date" | "pages">,
  { state, proof }: FileWish,
  group: readonly string[],
): NameWords {
  const [first = "", last = first] = [group[0], group.at(-1)]
  const section = pages.find(({ id }) => id === first)?.words?.section ?? ""
  return {
    ...{ paper, state, proof },
    date: [date.year, date.month, date.day].map((n) => String(n).padStart(2, "0")).join("-"),
    page: first === last ? first : `${first}-${last}`,
    section: first === last ? section : "",
  }
}

function unknownToken(token: string): FilePlan {
  return {
    ok: false,
    say: {
      zh: `文件名里的 {${token}} 不认识；可用 {报名} {日期} {版次} {版名} {进度} {校次}。`,
      en: `{${token}} in the file name is unknown; there are {paper} {date} {page} {section} {state} {proof}.`,
    },
  }
}

function clash(name: string, [one, other]: readonly [string, string]): FilePlan {
  return {
    ok: false,
    say: {
      zh: `${one} 版和 ${other} 版会存成同一个文件“${name}”，请在文件名里加上 {版次}。`,
      en: `Pages ${one} and ${other} would be one file, ${name}; put {page} into the file name.`,
    },
  }
}
