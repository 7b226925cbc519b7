import type { Face } from "../../fonts/face.ts"
import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { isWaiting } from "../../layouts/issue/mark.ts"
import { openDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import type { Selection } from "../../layouts/issue/selection.ts"
import type { Press } from "../../layouts/press.ts"
import { ignoredRecords } from "../../layouts/proof/ignored-records.ts"
import type { NewRecord } from "../../layouts/proof/record.ts"
import type { Template } from "../../layouts/templates/template.ts"
import type { CopySource, Hello, StoredIssue, StoredPicture } from "../../main/bridge/contract.ts"
import { madeFacesOf, putAwayMadeFaces } from "../type/made-faces.ts"
import { pressOver } from "../type/shelf.ts"
import { wishesOf } from "../type/wishes.ts"
import { withComposition, type Composition } from "../text/composition.ts"
import { keptSelection, selectionFrom, type TextSelection } from "../text/place.ts"
import { noteDraft } from "../door/kept-draft.ts"
import { noteShown } from "../door/shown-issue.ts"
import { caret, NO_CARET, type Caret } from "./caret.ts"
import { putAwayComparison } from "./comparing.ts"
import { checks } from "./checks.ts"
import { desk, NOTHING_OPEN, type Desk } from "./desk.ts"
import { fitShown } from "./fit.ts"
import { measureLater } from "./measure-later.ts"
import { changeKeeper } from "./keep-changes.ts"
import { tell, untell, valueOf, type Means } from "./means.ts"
import { areTurnsLeft, composeInTurns, endTurns } from "./page-turns.ts"
import { proof } from "./proof.ts"
import { proofList } from "./proof-list.ts"
import { sizesOf, type PictureSizes } from "./pictures.ts"
import { holdCaret, showTextSelection } from "./show-caret.ts"
import { signature } from "./signature.ts"
import { allowsHere, profileHere, rounds, roundsOf } from "./rounds.ts"
import { leavesOf } from "./spread.ts"
import { fetchProofs } from "./tracking-proofs.ts"
import { trackedIn, tracking, type Tracking } from "./tracking.ts"
import { trial, withTrial, type Trial } from "./trial.ts"
import { separations } from "./separations.ts"
import { view } from "./view.ts"

/** The open document; one a window. */
let open: {
  readonly document: OpenDocument
  readonly stored: StoredIssue
  readonly means: Means
} | null = null

/** What waits while a draft is on the canvas: the issue's document, and where its person was. */
let aside: { readonly document: OpenDocument; readonly page: string | null } | null = null

/** The compositor's press: a new one when pictures or made glyphs came, since pages are remembered by it. */
let press: Press | null = null
let made: readonly Face[] = []
let sizes: PictureSizes = new Map()

/** The press over this window's type, the issue's made glyphs and the pictures that have come. */
export function pressOf(means: Means): Press {
  const now = open ? madeFacesOf(open.document.issue()) : []
  if (now !== made) press = null
  made = now
  press ??= pressOver(means.shelf, made, sizes)
  return press
}

/** Takes note of pictures that the issue keeps; pages that name one already are composed anew. */
export function showPictures(stored: readonly StoredPicture[], means: Means): void {
  if (!open || stored.length === 0) return
  sizes = new Map([...sizes, ...sizesOf(stored)])
  press = null
  recompose(means)
}

/** The issue that was asked for last: an earlier one that is here later is not shown any more. */
let asked: StoredIssue | null = null

/**
 * Opens a stored issue in this window, once its type, its pictures and what was done with it are
 * here; what another window changes meanwhile is taken in. False when another was asked for since.
 */
export async function show(stored: StoredIssue, means: Means): Promise<boolean> {
  asked = stored
  const { path, documents, notices } = stored
  const document = openDocument(documents.content, documents.marks, signature)
  const stop = keepChanges(document, path, means)
  await means.shelf.whole
  await fetchFaces(document.issue(), means)
  const pictures = means.door.call("pictures", path)
  const [kept, known] = await Promise.all([pictures, roundsOf(path, means)])
  if (asked !== stored) {
    stop()
    return false
  }
  putAway()
  stopHearing = stop
  sizes = sizesOf(valueOf(kept) ?? [])
  rounds.setState(known)
  open = { document, stored, means }
  showPictureLook(means)
  document.subscribe(() => recompose(means))
  noteShown(path)
  desk.setState(({ hello }) => ({
    ...NOTHING_OPEN,
    path,
    hello: hello && withOpened(hello, path),
  }))
  recompose(means)
  for (const notice of notices) tell(notice, false)
  return true
}

/** What the program said of itself, an issue at the head of those opened lately. */
function withOpened(hello: Hello, path: string): Hello {
  return { ...hello, recent: [path, ...hello.recent.filter((other) => other !== path)] }
}

/** Ends the listening for what other windows change. */
let stopHearing = (): void => undefined

/** Keeps what is changed here, and takes in what another window changes until the answer is called. */
function keepChanges(document: OpenDocument, path: string, means: Means): () => void {
  let elsewhere = false
  let ignored = document.ignored()
  const keep = changeKeeper({
    send: (name, update) => means.door.call("keepUpdate", path, name, update),
    heard(saving, why) {
      if (why) tell(why, true)
      if (openPath() === path) desk.setState({ saving })
    },
  })
  document.onUpdate((name, update) => {
    const before = ignored
    ignored = document.ignored()
    if (elsewhere) return
    keep({ document: name, update })
    if (ignored !== before)
      recordIgnored(path, ignoredRecords(before, ignored, profileHere()), means)
  })
  return means.door.on("updateKept", ({ issue, document: name, update }) => {
    if (issue !== path) return
    elsewhere = true
    document.apply(name, update)
    elsewhere = false
    void fetchNewPictures(means)
  })
}

/** Writes down for good which hits of the checks were let stand, and which are minded again. */
function recordIgnored(path: string, records: readonly NewRecord[], { door }: Means): void {
  for (const record of records) void door.call("keepRecord", path, record).then(valueOf)
}

/** Takes note of pictures that another window placed. */
async function fetchNewPictures(means: Means): Promise<void> {
  const articles = open?.document.issue().articles ?? []
  const known = articles.every(({ pictures }) => pictures.every(({ id }) => sizes.has(id)))
  const path = openPath()
  if (known || path === null) return
  const kept = valueOf(await means.door.call("pictures", path))
  if (kept && openPath() === path) showPictures(kept, means)
}

/** Shows the open issue's pictures as the view wants them: as they print, in their colours, or by plates. */
export function showPictureLook({ tiles }: Means): void {
  const { on, condition } = separations.getState()
  const look = view.getState().colour ? "colour" : "print"
  if (open) tiles.setPictures(open.stored.pictures, on ? `plates-${condition}` : look)
}

/**
 * Composes every page anew, those in sight first; what did not change is found again, so only the
 * edit is paid for.
 */
export function recompose(means: Means): void {
  if (!open) return
  const tried = withTrial(open.document.issue(), trial.getState().tried)
  const issue = withComposition(tried, caret.getState().composition)
  const { breaks, pages: before } = desk.getState()
  const marks = open.document.marks()
  const waiting = marks.filter(isWaiting)
  const changes = trackedIn(issue, open.document.versions)
  const pages = composeInTurns({
    pages: issue.pages.map(({ id }) => id),
    inSight: inSight(issue),
    before: new Map(before.map((page) => [page.page.id, page])),
    compose: (id) => composePage(issue, id, pressOf(means), breaks),
    onPage: (page) => means.tiles.setList(proofList(page, { waiting, changes }, pressOf(means))),
    onWhole: (whole) => desk.setState({ ...shownAs(whole), composing: false }),
  })
  dropLostFrames(pages)
  holdCaret(issue)
  desk.setState({
    issue,
    marks,
    ignored: open.document.ignored(),
    ...shownAs(pages),
    composing: areTurnsLeft(),
    undoable: open.document.canUndo()?.say ?? null,
    redoable: open.document.canRedo()?.say ?? null,
  })
  measureLater(issue, pressOf(means))
  void fetchWished(issue, means)
}

/** The pages that the window shows; the first one when it shows none. */
function inSight({ pages }: Issue): readonly string[] {
  const { page, spread } = view.getState()
  const shown = pages.some(({ id }) => id === page) ? page : pages[0]?.id
  return shown === null || shown === undefined
    ? []
    : leavesOf(pages, shown, spread).map((leaf) => leaf.page)
}

/** Pages and what was found on them and when copy was placed. */
function shownAs(pages: readonly ComposedPage[]): Pick<Desk, "pages" | "findings"> {
  const { placing } = desk.getState()
  return {
    pages,
    findings: [...new Set([...placing, ...pages.flatMap((page) => page.findings)])],
  }
}

/** Fetches faces that an edit of the issue asks for and the desk has not; its pages then show them. */
async function fetchWished(issue: Issue, means: Means): Promise<void> {
  if (!(await fetchFaces(issue, means))) return
  press = null
  recompose(means)
}

/** Fetches the faces that an issue asks for and the desk has not; true when one came. */
async function fetchFaces(issue: Issue, { shelf }: Means): Promise<boolean> {
  const lacking = shelf.lacking(wishesOf(issue))
  return lacking.length > 0 && (await shelf.fetch(lacking))
}

/** Frames that are gone are no longer chosen; a page that is gone is no longer shown. */
function dropLostFrames(pages: readonly ComposedPage[]): void {
  const { page, selection } = view.getState()
  const shown = pages.find((one) => one.page.id === page) ?? pages[0]
  const kept = selection.filter((id) => shown?.page.frames.some((frame) => frame.id === id))
  if (shown?.page.id !== page) view.setState({ page: shown?.page.id ?? null, selection: [] })
  else if (kept.length < selection.length) view.setState({ selection: kept })
}

/** Performs a named edit on the open issue. */
export function perform(edit: Edit): void {
  trial.setState({ tried: null })
  open?.document.perform(edit, allowsHere)
}

/** Shows on the page what a way to fit an article would do; null shows the issue as it is. */
export function showTrial(tried: Trial | null): void {
  if (trial.getState().tried === tried) return
  trial.setState({ tried })
  if (open) recompose(open.means)
}

/** Shows on the pages what was changed in their texts, or no longer. */
export async function track(change: Partial<Pick<Tracking, "on" | "since">>): Promise<void> {
  tracking.setState(change)
  if (!open) return
  recompose(open.means)
  const { stored, means } = open
  if (tracking.getState().on && (await fetchProofs(stored.path, means)) && open) recompose(means)
}

/** Takes the latest step back, and shows what was selected before it. */
export function undo(): void {
  untell()
  showComposition(null)
  showTrial(null)
  if (open?.document.undo(allowsHere)) showSelection(open.document.selection())
}

/** Makes the step again that was taken back last. */
export function redo(): void {
  untell()
  showComposition(null)
  showTrial(null)
  if (open?.document.redo(allowsHere)) showSelection(open.document.selection())
}

/** Shows on the page what an input method composes; null shows the issue as it is. */
export function showComposition(composition: Composition | null): void {
  if (caret.getState().composition === composition) return
  caret.setState({ composition })
  if (open) recompose(open.means)
}

/** Selects text of an article, and notes it for undo; while something is composed only the page knows. */
export function selectText(
  selection: TextSelection | null,
  change: Partial<Pick<Caret, "goal" | "keys">> = {},
): void {
  caret.setState(({ turn }) => ({
    goal: null,
    ...change,
    selection,
    turn: change.keys === "page" ? turn + 1 : turn,
  }))
  if (!selection) return
  view.setState({ article: selection.article, selection: [] })
  if (!caret.getState().composition) open?.document.select(keptSelection(selection))
}

/** Chooses frames of a page. */
export function selectFrames(page: string, frames: readonly string[]): void {
  caret.setState({ selection: null })
  view.setState({ page, selection: frames })
  open?.document.select({ kind: "frames", page, frames })
}

function showSelection(selection: Selection): void {
  if (selection?.kind === "frames") {
    view.setState({ page: selection.page, selection: selection.frames })
    dropLostFrames(desk.getState().pages)
  }
  showTextSelection(selectionFrom(selection))
}

/** Shows the document of a template's draft in place of the issue, which waits; nothing of it is stored. */
export function showDraft(document: OpenDocument, draft: Template, means: Means): void {
  if (!open) return
  aside ??= { document: open.document, page: view.getState().page }
  open = { ...open, document }
  document.subscribe(() => recompose(means))
  clearChoice()
  desk.setState({ draft, pages: [] })
  recompose(means)
  fitShown("page")
}

/** Takes the draft off the canvas and shows the issue where it was left. */
export function endDraft(): void {
  if (!open || !aside) return
  open = { ...open, document: aside.document }
  view.setState({ page: aside.page })
  aside = null
  noteDraft(open.stored.path, null)
  clearChoice()
  desk.setState({ draft: null, pages: [] })
  recompose(open.means)
  fitShown("page")
}

/** Chooses nothing: neither words nor frames nor an article, and tries nothing. */
function clearChoice(): void {
  caret.setState(NO_CARET)
  trial.setState({ tried: null })
  view.setState({ selection: [], article: null })
}

/** Folder of the open issue; null when none is open. */
export function openPath(): string | null {
  return open?.stored.path ?? null
}

/** Address of a picture that the open issue keeps; null when no issue is open. */
export function pictureAddress(picture: string): string | null {
  return open && `${open.stored.pictures}/${picture}`
}

/** Puts the open issue away: the desk is empty again. */
export function hide(): void {
  noteShown("")
  putAway()
  desk.setState({ ...NOTHING_OPEN })
}

/** Lets go of the open issue and of all that this window knew of it. */
function putAway(): void {
  stopHearing()
  endTurns()
  open = null
  aside = null
  press = null
  sizes = new Map()
  putAwayMadeFaces()
  tracking.setState(tracking.getInitialState())
  rounds.setState(rounds.getInitialState())
  putAwayComparison()
  checks.setState(checks.getInitialState())
  proof.setState(({ pass }) => ({ ...proof.getInitialState(), pass }))
  clearChoice()
  view.setState({ page: null })
}

/** Reads copy and shows what was recognised. */
export async function reviewCopy(
  sources: readonly CopySource[],
  choices: Readonly<Record<string, string>>,
  { door }: Means,
): Promise<void> {
  const copy = valueOf(await door.call("importCopy", sources, choices))
  if (!copy) return
  desk.setState({ review: { sources, choices, copy } })
  for (const notice of copy.notices) tell(notice, false)
}
