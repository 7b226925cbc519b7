import { moveFrames } from "../../layouts/edits/move-frames.ts"
import { resizeFrame } from "../../layouts/edits/resize-frame.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { joinParagraphs } from "../../layouts/edits/join-paragraphs.ts"
import { setWords } from "../../layouts/edits/set-words.ts"
import { splitParagraph } from "../../layouts/edits/split-paragraph.ts"
import { joined } from "../../layouts/issue/change.ts"
import type { Deeds } from "../commands/commands.ts"
import type { StoryProps } from "../panels/story.tsx"
import { exportPdf, perform, recompose, redo, reviewCopy, show, undo } from "../state/actions.ts"
import { valueOf, type Means } from "../state/means.ts"
import { desk } from "../state/desk.ts"
import { placeReviewed } from "../state/place-reviewed.ts"
import { view } from "../state/view.ts"
import type { Step } from "../tools/select.ts"
import { chooseFiles } from "./chooser.tsx"
import i18next from "i18next"

/** A pause in typing, ms, that ends one step of undo. */
const TYPING_PAUSE = 800

/** Everything that the window can be told to do. */
export interface AllDeeds extends Deeds {
  readonly openSample: () => void
  readonly openIssue: (path: string | null) => void
  readonly flipDecision: (decision: string, choice: string) => void
  readonly acceptReview: () => void
  readonly act: (act: NonNullable<Step["act"]>) => void
  readonly retype: StoryProps["onRetype"]
  readonly setWords: StoryProps["onWords"]
  readonly split: StoryProps["onSplit"]
  readonly join: StoryProps["onJoin"]
}

/** The deeds over the means of this window. */
export function deedsWith(means: Means): AllDeeds {
  const { door } = means
  let typed = { at: -Infinity, article: "" }
  const words = (key: string): string => i18next.t(key)
  return {
    undo,
    redo,
    importCopy: () => void importCopy(means),
    openSample() {
      const sample = desk.getState().hello?.sample
      if (sample) void reviewCopy([{ path: sample }], {}, means)
    },
    openIssue: (path) => void openIssue(path, means),
    exportPdf() {
      const { path } = desk.getState()
      if (path === null) return
      const name = `${path
        .split(/[\\/]/)
        .at(-1)!
        .replace(/\.issue$/, "")}.pdf`
      const question = { title: words("menu.export"), save: true, folder: false, many: false }
      void chooseFiles(door, { ...question, endings: ["pdf"], name }).then(([out]) => {
        if (out !== undefined) void exportPdf(out, means)
      })
    },
    switchBreaks() {
      desk.setState(({ breaks }) => ({ breaks: breaks === "free" ? "original" : "free" }))
      recompose(means)
    },
    switchLanguage: () =>
      view.setState(({ language }) => ({ language: language === "en" ? "zh-CN" : "en" })),
    flipDecision(decision, choice) {
      const { review } = desk.getState()
      if (review) void reviewCopy(review.sources, { ...review.choices, [decision]: choice }, means)
    },
    acceptReview: () => void placeReviewed(means),
    act(act) {
      const page = view.getState().page
      if (page === null) return
      if (act.kind === "move") perform(moveFrames(page, act.ids, act))
      else perform(resizeFrame(act.id, act.region))
    },
    retype(article, paragraph, { from, to, text }) {
      const now = performance.now()
      const goesOn = now - typed.at < TYPING_PAUSE && typed.article === article
      typed = { at: now, article }
      const stretch = {
        from: { paragraph, offset: from },
        to: { paragraph, offset: to },
      }
      const edit = retype(article, stretch, text)
      perform(goesOn ? joined(edit) : edit)
    },
    setWords: (article, changed) => perform(setWords(article, changed)),
    split: (article, paragraph, offset) => perform(splitParagraph(article, { paragraph, offset })),
    join: (article, paragraph) => perform(joinParagraphs(article, paragraph + 1)),
  }
}

async function importCopy(means: Means): Promise<void> {
  const paths = await chooseFiles(means.door, {
    title: i18next.t("menu.import"),
    save: false,
    folder: false,
    many: true,
    endings: ["txt", "md"],
    name: "",
  })
  if (paths.length > 0)
    await reviewCopy(
      paths.map((path) => ({ path })),
      {},
      means,
    )
}

async function openIssue(path: string | null, means: Means): Promise<void> {
  const question = { title: i18next.t("start.open"), save: false, folder: true, many: false }
  const chosen = path ?? (await chooseFiles(means.door, { ...question, endings: [], name: "" }))[0]
  if (chosen === undefined) return
  const stored = valueOf(await means.door.call("openIssue", chosen))
  if (stored) show(stored, means)
}
