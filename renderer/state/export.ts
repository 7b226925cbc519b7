import { createStore } from "zustand/vanilla"
import type { ExportOrder } from "../../main/bridge/contract.ts"
import { openPath } from "./actions.ts"
import { desk } from "./desk.ts"
import { tell, type Means } from "./means.ts"

/** What the person last wished of an export; the dialog begins with it. */
export interface ExportWish {
  readonly kind: ExportOrder["kind"]
  readonly scope: "page" | "range" | "all"
  /** Pages as they were written, for the scope `range`. */
  readonly range: string
  readonly dpi: number
  readonly marks: boolean
  readonly pictures: "print" | "colour"
  /** Where to; "" until it was chosen. */
  readonly out: string
}

/** Exports of this window: the last wish and its issue, and how far the one that runs is. */
interface Exporting {
  readonly wish: ExportWish
  readonly wishOf: string | null
  readonly running: { readonly issue: string; readonly done: number; readonly pages: number } | null
}

export const exporting = createStore<Exporting>(() => ({
  wish: {
    kind: "pdf",
    scope: "all",
    range: "",
    dpi: 150,
    marks: true,
    pictures: "print",
    out: "",
  },
  wishOf: null,
  running: null,
}))

/** The wish that a dialog begins with: the last one, which names a place for its own issue only. */
export function firstWish(): ExportWish {
  const { wish, wishOf } = exporting.getState()
  return wishOf === openPath() ? wish : { ...wish, out: "", range: "" }
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
  const stop = door.on("exportProgress", (progress) => {
    if (progress.issue === issue) exporting.setState({ running: progress })
  })
  try {
    await allSaved()
    const { kind, dpi, marks, pictures, out } = wish
    const { breaks } = desk.getState()
    const order: ExportOrder = { issue, pages, kind, dpi, marks, pictures, breaks, out }
    const answer = await door.call("exportPages", order)
    if (answer.ok) tell(writtenSay(answer.value), false)
    else tell(answer.say, true)
  } finally {
    stop()
    exporting.setState({ running: null })
  }
}

/** Ends the export that runs; it leaves no file. */
export async function cancelExport({ door }: Means): Promise<void> {
  const { running } = exporting.getState()
  if (running) await door.call("cancelExport", running.issue)
}

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

function writtenSay(files: readonly string[]): { readonly zh: string; readonly en: string } {
  const [first = ""] = files
  return files.length === 1
    ? { zh: `已输出 ${first}`, en: `Exported ${first}` }
    : {
        zh: `已输出 ${files.length} 个文件：${first} 等`,
        en: `Exported ${files.length} files: ${first} …`,
      }
}
