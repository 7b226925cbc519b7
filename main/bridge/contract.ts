import type { Registered } from "../../fonts/registry/fallback.ts"
import type { Say } from "../../layouts/finding.ts"
import type { Article, Decision } from "../../layouts/issue/article.ts"
import type { IssueDate } from "../../layouts/issue/issue.ts"
import type { Imprint } from "../../layouts/issue/imprint.ts"
import type { MadeGlyph } from "../../layouts/issue/made-glyph.ts"
import type { FrozenPage } from "../../layouts/proof/frozen-page.ts"
import type { HouseTable } from "../../layouts/proof/checks/house-tables.ts"
import type { RoundFacts } from "../../layouts/proof/guards.ts"
import type { IssueRecord, KeptRecords, NewRecord, Person } from "../../layouts/proof/record.ts"
import type { NamedWorkflow } from "../../layouts/proof/round-records.ts"
import type { PageRound } from "../../layouts/proof/rounds.ts"
import type { Template } from "../../layouts/templates/template.ts"
import type { OpenedNotes } from "../../layouts/notes/foreign.ts"
import type { PrintingCondition } from "../conditions/condition.ts"

/** What a call answers: a value, or a sentence that a sub-editor understands. Never a thrown error. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly say: Say }

/** The two documents of an issue (DESIGN §4): a server may let proofreaders write marks alone. */
export type DocumentName = "content" | "marks"

/** What the desk learns when it starts. */
export interface Hello {
  readonly version: string
  readonly shell: "electron" | "browser"
  /** Issue folders opened lately, newest first. */
  readonly recent: readonly string[]
  /** Faces that the compositor may ask for; their bytes are at `/faces/<id>`. */
  readonly faces: readonly FaceEntry[]
  /** Copy of the sample page that ships, null where it was not installed. */
  readonly sample: string | null
  /** An issue folder named on the command line, to open at once. */
  readonly open: string | null
}

/** A face that ships, and the text of its licence. */
export type FaceEntry = Registered & { readonly licence: string }

/** Copy to import: a file of this machine, or one dropped on the window. */
export type CopySource =
  { readonly path: string } | { readonly name: string; readonly bytes: Uint8Array }

/** Articles found in copy, with the choices made. */
export interface ImportedCopy {
  readonly encoding: string
  readonly encodingWhy: string
  readonly articles: readonly Article[]
  readonly decisions: readonly Decision[]
  /** What the files held and could not be taken over. */
  readonly notices: readonly Say[]
  readonly files: readonly CopyFile[]
}

/** One file of an import: how it was read, and the ids of the articles that were found in it. */
export interface CopyFile {
  readonly name: string
  readonly encoding: string
  readonly encodingWhy: string
  readonly articles: readonly string[]
}

/** An issue as it is stored: the updates that, applied in order, give each document. */
export interface StoredIssue {
  /** Folder of the issue on disk. */
  readonly path: string
  readonly documents: Readonly<Record<DocumentName, readonly Uint8Array[]>>
  /**
   * Address under which this issue's pictures are had: `${pictures}/${id}`. It is made anew each time
   * the issue is opened and cannot be guessed, since an <img> can carry no other proof.
   */
  readonly pictures: string
  /** What had to be repaired or left out when it was opened. */
  readonly notices: readonly Say[]
}

/** A picture kept with an issue; its bytes are at `${issue.pictures}/${id}`. */
export interface StoredPicture {
  readonly id: string
  readonly name: string
  readonly width: number
  readonly height: number
}

export interface ExportOrder {
  readonly issue: string
  /** Page ids, in order; empty is all pages. */
  readonly pages: readonly string[]
  readonly kind: "pdf" | "png"
  /**
   * The pages as they are printed; page proofs on A3 (大样) to be signed; or galleys on A4 (小样) of
   * the articles on the pages, which are PDFs. Proofs and galleys are plain whatever the standard says.
   */
  readonly as?: "pages" | "proofs" | "galleys"
  /** The articles that galleys are wanted of, in one file, wherever they stand; absent is the pages'. */
  readonly articles?: readonly string[]
  /** Galleys with what was changed in their texts since the copy came in, and by whom (花脸). */
  readonly changes?: boolean
  /** Dots per inch of a PNG. */
  readonly dpi: number
  /** The whole sheet with bleed and crop marks; a PNG without them is the page as it is cut. */
  readonly marks: boolean
  /** How a PNG shows pictures, and on which plates a PDF has them: on black alone unless in colour. */
  readonly pictures?: "print" | "colour"
  /** What a PDF is made to; absent is a plain proof. */
  readonly standard?: "proof" | "x1a" | "x4"
  /** Id of the printing condition; absent is none, which a proof alone may do without. */
  readonly condition?: string
  /** Bleed (出血) on every side, mm; absent is what each page has. */
  readonly bleed?: number
  /** Quality of the pictures of a PDF, 1 to 100. */
  readonly quality?: number
  /** Proof marks (校对符号) on the pages; in a plain PDF as comments that other programs read and answer. */
  readonly notes?: boolean
  /** Pages that face each other at the fold as one sheet (通版). */
  readonly spreads?: boolean
  /** A slug line beside the marks: how far the pages are, and the proof's number, as written. */
  readonly slug?: { readonly state: string; readonly proof: string }
  /** Time of the export, ISO 8601 with its zone; absent is the issue's day. The same time gives the same bytes. */
  readonly at?: string
  /** Who lets pages with errors go to a printer, and why; without it they are refused. A proof needs none. */
  readonly override?: { readonly name: string; readonly reason: string }
  /** Where columns end, as the desk shows them; absent is where they fill. */
  readonly breaks?: "original" | "free"
  /** A PDF for each page, or for each sheet of facing pages; a PNG shows one page anyway. */
  readonly each?: boolean
  /** False refuses to write where there is a file already. */
  readonly replace?: boolean
  /**
   * Where the file goes. Its name may have placeholders (layouts/issue/file-name.ts); several files
   * whose name says nothing of pages get the page ids at its end.
   */
  readonly out: string
}

/** A page to be frozen as its next proof (大样). */
export interface FreezeOrder extends Person {
  readonly issue: string
  readonly page: string
  /** ISO 8601 with its zone. */
  readonly at: string
  /** State of the page that the proof is of, such as 一校. */
  readonly state: string
  readonly breaks: "original" | "free"
  /** What the file is made to where it is the printer's own; absent is a proof on A3. */
  readonly press?: PressWish
}

/** A standard and a printing condition that a printer's file is made to. */
export interface PressWish {
  readonly standard: "x1a" | "x4"
  readonly condition: string
}

/** A page to be taken a step further on its way to print. */
export interface GoOnOrder extends Person {
  readonly issue: string
  readonly page: string
  readonly transition: string
  readonly opinion: string
  /** Reasons for guards that are passed all the same, by guard. */
  readonly waived: Readonly<Record<string, string>>
  /** Marks that may still change something (改后签发). */
  readonly listed: readonly string[]
  /** What the desk found on the page; marks and proofs are counted anew from the disk. */
  readonly facts: RoundFacts
  /** ISO 8601 with its zone. */
  readonly at: string
  readonly breaks: "original" | "free"
  readonly press: PressWish
}

/** A frozen proof (大样): a numbered version of one page that nothing changes any more. */
export interface StoredProof extends Person {
  readonly page: string
  /** From 1 on each page. */
  readonly number: number
  readonly at: string
  readonly state: string
  /** SHA-256 of the page's display list: all that it prints. */
  readonly list: string
  /** SHA-256 of the PDF, and of the frozen page as JSON. */
  readonly pdf: string
  readonly content: string
  /** SHA-256 over all of the above. */
  readonly seal: string
  /** Why its bytes no longer fit; null when they do. */
  readonly fault: Say | null
}

/** A frozen proof with what it froze, and where its PDF lies. */
export interface FrozenProof extends StoredProof {
  readonly frozen: FrozenPage
  readonly file: string
}

/** What the person set for this program on this machine; no issue keeps it. */
export interface Preferences {
  readonly language: "zh-CN" | "en"
  /** Light or dark window; `system` follows the machine. */
  readonly look: "light" | "dark" | "system"
  /** CSS pixels an inch of this screen really has; null takes 96. */
  readonly screenDpi: number | null
  /** What rulers count in. */
  readonly units: "zi" | "mm"
  /** Name that a new issue's paper gets; "" is none yet. */
  readonly paper: string
  /** What a new issue's furniture says of the paper. */
  readonly imprint: Imprint
  /** Who is at this desk: what proof marks and their answers are signed with; "" is nobody yet. */
  readonly person: { readonly name: string; readonly role: string }
  /** Name of the workflow that a new issue gets; "" is the house's. */
  readonly workflow: string
  /** How the panels stand, as the desk writes it; "" is as they come. */
  readonly panels: string
}

/** What was set on this machine, and what of it could not be read. */
export interface KeptPreferences {
  readonly preferences: Preferences
  readonly notices: readonly Say[]
}

/** Templates that the person keeps beside the shipped ones, and what could not be read. */
export interface KeptTemplates {
  readonly templates: readonly Template[]
  readonly notices: readonly Say[]
}

/** A printing condition that can be chosen; one that is not shipped may be changed and removed. */
export interface ConditionEntry extends PrintingCondition {
  readonly shipped: boolean
}

/** Printing conditions to choose from, shipped ones first, and what could not be read. */
export interface KeptConditions {
  readonly conditions: readonly ConditionEntry[]
  readonly notices: readonly Say[]
}

/** The paper's own tables (本报用语表) that are kept, and what could not be read. */
export interface KeptHouseTables {
  readonly tables: readonly HouseTable[]
  readonly notices: readonly Say[]
}

/** A table file that was taken in; null where no row of it was sound. */
export interface ImportedTable {
  readonly table: HouseTable | null
  /** One sentence with its line for each row that was left out. */
  readonly faults: readonly Say[]
}

/** The paper's own workflows (流程) that are kept, and what could not be read. */
export interface KeptWorkflows {
  readonly workflows: readonly NamedWorkflow[]
  readonly notices: readonly Say[]
}

/** A workflow's file that was read; of a faulty one no workflow, and a sentence for each fault. */
export interface ImportedWorkflow {
  readonly workflow: NamedWorkflow | null
  readonly faults: readonly Say[]
}

/** The crash log (出错记录): where it is, and its newest part. */
export interface CrashLog {
  readonly path: string
  readonly tail: string
}

/** Which files or folders a person is to choose. */
export interface FileQuestion {
  readonly title: string
  readonly save: boolean
  readonly folder: boolean
  readonly many: boolean
  /** Endings without the dot; empty is any. */
  readonly endings: readonly string[]
  /** Name proposed when saving. */
  readonly name: string
}

export interface FolderEntry {
  readonly name: string
  readonly path: string
  readonly folder: boolean
}

/** Every call from the desk to the machine; the Electron preload, the browser shell and the handlers are derived from it. */
export interface Calls {
  hello(): Answer<Hello>
  /** The platform's own dialog where the shell has one; null where the desk must show its own browser. */
  chooseFiles(ask: FileQuestion): Answer<readonly string[] | null>
  /** A folder's entries; the empty path is the user's own folder. */
  listFolder(
    path: string,
  ): Answer<{ readonly path: string; readonly entries: readonly FolderEntry[] }>
  importCopy(
    sources: readonly CopySource[],
    choices: Readonly<Record<string, string>>,
  ): Answer<ImportedCopy>
  /** A new issue folder; `path` "" makes an untitled one in the program's own folder. */
  createIssue(path: string, paper: string, date: IssueDate, imprint?: Imprint): Answer<StoredIssue>
  openIssue(path: string): Answer<StoredIssue>
  /** Stores one Yjs update; "saved" may be shown once this answered. */
  keepUpdate(issue: string, document: DocumentName, update: Uint8Array): Answer<number>
  closeIssue(issue: string): Answer<null>
  /** Copies an issue to another folder (另存为). */
  copyIssue(issue: string, path: string): Answer<StoredIssue>
  keepPicture(issue: string, name: string, bytes: Uint8Array): Answer<StoredPicture>
  /** Keeps a picture that lies on this machine: an import or a dialog named its path. */
  adoptPicture(issue: string, path: string): Answer<StoredPicture>
  pictures(issue: string): Answer<readonly StoredPicture[]>
  templates(): Answer<KeptTemplates>
  /** Keeps a template under its id; one of the same id is replaced. A shipped id is refused. */
  keepTemplate(template: Template): Answer<null>
  removeTemplate(id: string): Answer<null>
  conditions(): Answer<KeptConditions>
  /** What a file of this machine says of a condition: a condition's JSON, or an ICC profile with a newspaper's limits. */
  readCondition(path: string): Answer<PrintingCondition>
  /** Keeps a condition and a copy of its profile, whose path it names; one of the same id is replaced. A shipped id is refused. */
  keepCondition(condition: PrintingCondition): Answer<null>
  removeCondition(id: string): Answer<null>
  houseTables(): Answer<KeptHouseTables>
  /** Takes in a table of the paper's own words, CSV or JSON; one of the same name is replaced. */
  importHouseTable(path: string): Answer<ImportedTable>
  /** Switches a table, and entries of it by their names, on or off. */
  switchHouseTable(id: string, switched: Pick<HouseTable, "on" | "off">): Answer<null>
  removeHouseTable(id: string): Answer<null>
  glyphs(): Answer<readonly MadeGlyph[]>
  /** Keeps a made glyph for other issues; one that is read as the same is replaced. */
  keepGlyph(glyph: MadeGlyph): Answer<null>
  workflows(): Answer<KeptWorkflows>
  /** Takes in a workflow of the paper's own as JSON; one of the same name is replaced, a faulty one refused. */
  importWorkflow(path: string): Answer<ImportedWorkflow>
  removeWorkflow(name: string): Answer<null>
  /** Gives an issue a kept workflow, or the house's by the empty name, for pages that went no step yet. */
  giveWorkflow(issue: string, name: string): Answer<IssueRecord>
  preferences(): Answer<KeptPreferences>
  keepPreferences(preferences: Preferences): Answer<null>
  /** Empties the list of issues opened lately; the issues stay. */
  forgetRecent(): Answer<null>
  /** Writes a fault of ours into the crash log. */
  reportFault(fault: Readonly<Record<"message" | "stack" | "where", string>>): Answer<null>
  crashLog(): Answer<CrashLog>
  /** The comments of a PDF, FDF or XFDF of this machine, made on a proof of an issue; "" is no password. */
  readNotes(issue: string, path: string, password: string): Answer<OpenedNotes>
  exportPages(order: ExportOrder): Answer<readonly string[]>
  cancelExport(issue: string): Answer<null>
  /** Freezes a page as its next proof, as it stands on the disk. */
  freezeProof(order: FreezeOrder): Answer<StoredProof>
  /** All proofs of an issue, oldest first; `copyProof` writes one's PDF to a path if its hash holds. */
  proofs(issue: string): Answer<readonly StoredProof[]>
  proof(issue: string, page: string, number: number): Answer<FrozenProof>
  copyProof(issue: string, page: string, number: number, out: string): Answer<null>
  records(issue: string): Answer<KeptRecords>
  /** Writes down what concerns no step: marks looked at, pictures approved, checks let stand. */
  keepRecord(issue: string, record: NewRecord): Answer<IssueRecord>
  /** Takes a page a step further on its way to print, freezing its proof where that asks for one. */
  goOn(order: GoOnOrder): Answer<PageRound>
  /** The desk's answer to `closeAsked`: whether all of the issue is kept. It closes the window then. */
  readyToClose(kept: boolean): Answer<boolean>
}

/** What the machine tells the desk without being asked. */
export interface Events {
  exportProgress: {
    readonly issue: string
    readonly done: number
    readonly pages: number
    /** What a file goes out with that is not as it should be, as a picture that is damaged. */
    readonly note?: Say
  }
  /** An issue was opened from outside, as by a double click on it: this window is to show it. */
  openAsked: { readonly path: string }
  /** The person closes the window: what is pending is to be kept, and `readyToClose` called. */
  closeAsked: null
  /** Another window changed an issue, and the change is on the disk. */
  updateKept: {
    readonly issue: string
    readonly document: DocumentName
    readonly update: Uint8Array
  }
  /** Another window set preferences. */
  preferencesKept: Preferences
}

export type CallName = keyof Calls
export type EventName = keyof Events

/** The door as the desk sees it: each call answers later, each event has listeners. */
export interface Door {
  call<N extends CallName>(name: N, ...args: Parameters<Calls[N]>): Promise<ReturnType<Calls[N]>>
  on<N extends EventName>(name: N, listen: (event: Events[N]) => void): () => void
}
