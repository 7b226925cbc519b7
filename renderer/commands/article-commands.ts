import { setKind } from "../../layouts/edits/set-kind.ts"
import { setIssueLanguage, setLanguage } from "../../layouts/edits/set-language.ts"
import type { Article, ArticleKind } from "../../layouts/issue/article.ts"
import { enterPanel } from "../app/docks.tsx"
import { perform } from "../state/actions.ts"
import {
  chosenArticle,
  copyArticle,
  isPlaced,
  remove,
  unplace,
  writeArticle,
} from "../state/article-deeds.ts"
import { place } from "../state/carry-article.ts"
import { canCropChosen, cropChosen } from "../state/cropping.ts"
import { levelChosen } from "../state/level-columns.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { anyUnfitting, jumpToUnfitting } from "../state/next-length.ts"
import { chosenPictureFrame, choosePictures, replacePicture } from "../state/place-pictures.ts"
import { view } from "../state/view.ts"
import type { Command } from "./command.ts"

const KINDS: readonly (readonly [string, ArticleKind])[] = [
  ["kindLead", "lead"],
  ["kindNews", "news"],
  ["kindPhoto", "photo"],
  ["kindFiller", "filler"],
  ["kindAd", "ad"],
]

/** Commands on the chosen article (稿件); the tray's context menu is the same list. */
export function articleCommands(means: Means): readonly Command[] {
  return [
    {
      id: "newArticle",
      menu: "article",
      keys: null,
      enabled: () => desk.getState().issue !== null,
      run() {
        writeArticle()
        enterPanel("story")
      },
    },
    {
      id: "placePicture",
      menu: "article",
      keys: "Ctrl+Shift+I",
      enabled: () => desk.getState().issue !== null,
      run: () => void choosePictures(means),
    },
    {
      id: "replacePicture",
      menu: "frame",
      keys: null,
      group: true,
      enabled: () => chosenPictureFrame() !== null,
      run: () => void replacePicture(means),
    },
    {
      id: "cropPicture",
      menu: "frame",
      keys: null,
      enabled: canCropChosen,
      run: cropChosen,
    },
    onChosen("openStory", () => enterPanel("story"), { keys: "F2" }),
    onChosen("copyArticle", copyArticle),
    {
      ...onChosen("placeHere", (article) => placeHere(article.id, means), {
        keys: "Ctrl+Shift+Enter",
        group: true,
      }),
      enabled: () => chosenArticle() !== null && view.getState().page !== null,
    },
    onChosen("unplaceArticle", unplace, { placed: true }),
    onChosen("removeArticle", remove),
    onChosen("fitArticle", () => enterPanel("fit"), {
      keys: "Ctrl+Alt+F",
      group: true,
      placed: true,
    }),
    onChosen("levelColumns", ({ id }) => levelChosen(id, means), { placed: true }),
    ...KINDS.map(([id, kind], i) => ({
      ...onChosen(id, ({ id: article }) => perform(setKind(article, kind)), { group: i === 0 }),
      checked: () => chosenArticle()?.kind === kind,
    })),
    {
      ...onChosen(
        "traditional",
        ({ id, language }) => perform(setLanguage([id], language === undefined ? "hant" : null)),
        { group: true },
      ),
      checked: () => chosenArticle()?.language === "hant",
    },
    {
      ...{ id: "allTraditional", menu: "article", keys: null },
      enabled: () => desk.getState().issue !== null,
      checked: () => isAllTraditional(),
      run: () => perform(setIssueLanguage(isAllTraditional() ? null : "hant")),
    },
    ...lengthCommands(),
  ]
}

/** Whether the issue is traditional text; that of an older Banxin is when all of its articles are. */
function isAllTraditional(): boolean {
  const { articles = [], language } = desk.getState().issue ?? {}
  const all = articles.length > 0 && articles.every((article) => article.language === "hant")
  return language === "hant" || all
}

/** Places an article wherever there is room on the page that is shown (放到本版). */
function placeHere(article: string, means: Means): void {
  const { page } = view.getState()
  if (page !== null) place(article, { page, cell: null }, means)
}

interface Extra {
  readonly keys?: string
  readonly group?: boolean
  /** Only for an article that stands on a page. */
  readonly placed?: boolean
}

/** A command that needs a chosen article. */
function onChosen(
  id: string,
  run: (article: Article) => void,
  { keys, group = false, placed = false }: Extra = {},
): Command {
  return {
    id,
    menu: "article",
    keys: keys ?? null,
    group,
    enabled() {
      const article = chosenArticle()
      return article !== null && (!placed || isPlaced(article.id))
    },
    run() {
      const article = chosenArticle()
      if (article) run(article)
    },
  }
}

/** Goes round the articles that are over or short. */
function lengthCommands(): readonly Command[] {
  const go = (step: 1 | -1) => (): void => jumpToUnfitting("either", step)
  const there = { menu: "article", enabled: anyUnfitting } as const
  return [
    { id: "nextLength", keys: "F8", group: true, run: go(1), ...there },
    { id: "lastLength", keys: "Shift+F8", run: go(-1), ...there },
  ]
}
