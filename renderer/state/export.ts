import { createStore } from "zustand/vanilla"
import type { Say } from "../../layouts/finding.ts"
import type { ConditionEntry, ExportOrder } from "../../main/bridge/contract.ts"
import type { FileWish } from "../../layouts/issue/file-plan.ts"
import { openPath } from "./actions.ts"
import { desk } from "./desk.ts"
import { tell, type Means } from "./means.ts"
import { tracking } from "./tracking.ts"
import { view } from "./view.ts"

/** What the person last wished of an export; the dialog begins with it. */
export interface ExportWish {
  readonly kind: ExportOrder["kind"]
  /** Pages as printed, page proofs (大样) or galleys (小样). */
  readonly as: NonNullable<ExportOrder["as"]>
  /** `article` is the one in hand, of which a galley is made. */
  readonly scope: "page" | "range" | "all" | "article"
  /** Pages as they were written, for the scope `range`. */
  readonly range: string
  readonly dpi: number
  readonly marks: boolean
  readonly pictures: "print" | "colour"
  readonly standard: NonNullable<ExportOrder["standard"]>
  /** Id of the printing condition; a proof has none. */
  readonly condition: string
  /** Whether a PDF's pictures are on the press's plates or on black alone (黑白版). */
  readonly plates: "print" | "colour"
  /** Quality of a PDF's pictures, 1 to 100. */
  readonly quality: number
  /** Bleed on every side, mm; null is each page's own. */
  readonly bleed: number | null
  /** Whether page proofs carry the proof marks, as comments. */
  readonly notes: boolean
  readonly spreads: boolean
  /** A PDF for each page. */
  readonly each: boolean
  /** Words of the slug line: how far the pages are, and the proof's number. */
  readonly state: string
  readonly proof: string
  /** Who lets pages with errors go to a printer, and why; "" for nobody. */
  readonly signer: string
  readonly reason: string
  /** Where to, its name with placeholders or without; "" until it was chosen. */
  readonly out: string
}

/** Exports of this window: the last wish and its issue, and how far the one that runs is. */
interface Exporting {
  readonly wish: ExportWish
  readonly wishOf: string | null
  readonly running: {
    readonly issue: string
    readonly done: number
    readonly pages: number
    /** Set when it was cancelled before the machine was asked for it. */
    readonly cancelled?: boolean
  } | null
}

export const exporting = createStore<Exporting>(() => ({
  wish: {
    kind: "pdf",
    as: "pages",
    scope: "all",
    range: "",
    dpi: 150,
    marks: true,
    pictures: "print",
    standard: "proof",
    condition: "newsprint-ifra26s",
    plates: "print",
    quality: 88,
    bleed: null,
    notes: true,
    spreads: false,
    each: false,
    state: "",
    proof: "",
    signer: "",
    reason: "",
    out: "",
  },
  wishOf: null,
  running: null,
}))

/** The wish that a dialog begins with: the last one, which names a place for its own issue only. */
export function firstWish(): ExportWish {
  const { wish, wishOf } = exporting.getState()
  return wishOf === openPath()
    ? { ...wish, reason: "" }
    : { ...wish, out: "", range: "", reason: "" }
}

/** Exports pages of the open issue while the desk goes on; the result is told with its files. */
export async function startExport(
  wish: ExportWish,
  pages: readonly string[],
  { door }: Means,
): Promise<void> {
  const issue = openPath()
  if (issue === null || exporting.getState().running) return
  exporting.setState({ wish, wishOf: issue, running: { issue, done: 0, pages: pages.length } })
  const notes: Say[] = []
  const stop = door.on("exportProgress", (progress) => {
    if (progress.issue !== issue) return
    exporting.setState({ running: progress })
    if (progress.note) notes.push(progress.note)
  })
  try {
    await allSaved()
    if (exporting.getState().running?.cancelled) return tell(CANCELLED, true)
    const answer = await door.call("exportPages", orderOf(wish, issue, pages))
    if (answer.ok) tell(writtenSay(answer.value, notes), notes.length > 0)
    else tell(answer.say, true)
  } finally {
    stop()
    exporting.setState({ running: null })
  }
}

/** What the names of the files come of. */
export function fileWish(wish: ExportWish, pages: readonly string[]): FileWish {
  const { out, kind, as, each, spreads, state, proof } = wish
  const paged = kind === "png"
  const sheets = !paged && as !== "galleys" && spreads
  return { out, kind, pages, each: paged || each, spreads: sheets, state, proof }
}

/** What the machine is asked for. */
function orderOf(wish: ExportWish, issue: string, pages: readonly string[]): ExportOrder {
  const { kind, as, dpi, marks, pictures, out, bleed, state, proof } = wish
  const { article } = view.getState()
  const { breaks } = desk.getState()
  const sheet = {
    issue,
    pages,
    kind,
    as,
    ...(wish.scope === "article" && article !== null ? { articles: [article] } : {}),
    at: localTime(new Date()),
    dpi,
    marks,
    breaks,
    out,
    slug: { state, proof },
    ...(as === "proofs" && wish.notes ? { notes: true } : {}),
    ...(bleed === null ? {} : { bleed }),
  }
  if (kind === "png") return { ...sheet, pictures }
  const { standard, condition, plates, quality, spreads, each } = wish
  return {
    ...sheet,
    pictures: plates,
    quality,
    standard,
    ...(standard === "proof" ? {} : { condition, ...overrideIn(wish) }),
    spreads: as !== "galleys" && spreads,
    // Galleys show the changes of the texts while the desk does.
    ...(as === "galleys" && tracking.getState().on ? { changes: true } : {}),
    each,
  }
}

/** Who answers for the pages' errors; nothing where it is not said in full. */
function overrideIn({ signer, reason }: ExportWish): Pick<ExportOrder, "override"> {
  return isSigned({ signer, reason })
    ? { override: { name: signer.trim(), reason: reason.trim() } }
    : {}
}

/** Whether a wish says who lets pages with errors go out, and why. */
export function isSigned({ signer, reason }: Pick<ExportWish, "signer" | "reason">): boolean {
  return signer.trim() !== "" && reason.trim() !== ""
}

/** A moment by the clock on the wall, ISO 8601 with its zone: the slug line prints it. */
export function localTime(now: Date): string {
  const offset = -now.getTimezoneOffset()
  const wall = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19)
  const two = (value: number): string => String(value).padStart(2, "0")
  const away = Math.abs(offset)
  return `${wall}${offset < 0 ? "-" : "+"}${two(Math.floor(away / 60))}:${two(away % 60)}`
}

/** The word that says why a PDF cannot be made to what is wished; null where it can. */
export function conditionNotes(
  { standard, condition }: Pick<ExportWish, "standard" | "condition">,
  conditions: readonly ConditionEntry[],
): string | null {
  if (standard === "proof") return null
  const chosen = conditions.find(({ id }) => id === condition)
  if (!chosen) return conditions.length === 0 ? null : "press.gone"
  return standard === "x4" && chosen.profile === null ? "press.noProfile" : null
}

/** Ends the export that runs; it leaves no file. */
export async function cancelExport({ door }: Means): Promise<void> {
  const { running } = exporting.getState()
  if (!running) return
  exporting.setState({ running: { ...running, cancelled: true } })
  await door.call("cancelExport", running.issue)
}

const CANCELLED: Say = { zh: "已取消输出。", en: "The export was cancelled." }

/** Waits until what was typed last has reached the disk: the export reads the issue from there. */
function allSaved(): Promise<void> {
  return new Promise((settle) => {
    const look = ({ saving }: { readonly saving: string }): boolean => saving !== "saving"
    if (look(desk.getState())) return settle()
    const stop = desk.subscribe((state) => {
      if (!look(state)) return
      stop()
      settle()
    })
  })
}

/** The files that were written, and what they went out with. */
function writtenSay(files: readonly string[], notes: readonly Say[]): Say {
  const [first = ""] = files
  const written =
    files.length === 1
      ? { zh: `已输出 ${first}`, en: `Exported ${first}` }
      : {
          zh: `已输出 ${files.length} 个文件：${first} 等`,
          en: `Exported ${files.length} files: ${first} …`,
        }
  return {
    zh: [written.zh, ...notes.map(({ zh }) => zh)].join("；"),
    en: [written.en, ...notes.map(({ en }) => en)].join("; "),
  }
}
