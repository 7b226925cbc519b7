import { setBreaks } from "../../layouts/edits/set-breaks.ts"
import { settingOf, type ArticleSetting } from "../../layouts/issue/setting.ts"
import { perform } from "../state/actions.ts"
import { chosenArticle } from "../state/article-deeds.ts"
import { caretPlace, dropBreak, livingBreak, putBreakAt } from "../state/break-deeds.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import type { Command } from "./command.ts"

const MODES: readonly (readonly [string, ArticleSetting["breaks"]])[] = [
  ["breaksOriginal", "original"],
  ["breaksFree", "free"],
  ["breaksFollow", null],
]

/** Commands on original column breaks (原栏断点): of an article, at the caret, of the chosen one. */
export function breakCommands(): readonly Command[] {
  return [
    ...MODES.map(([id, mode], i): Command => ({
      id,
      menu: "article",
      keys: null,
      group: i === 0,
      enabled: () => chosenArticle() !== null,
      checked() {
        const article = chosenArticle()
        return article !== null && settingOf(article).breaks === mode
      },
      run() {
        const article = chosenArticle()
        if (article) perform(setBreaks(article.id, mode))
      },
    })),
    {
      id: "insertBreak",
      menu: "article",
      keys: "Ctrl+Shift+B",
      enabled: () => caretPlace() !== null,
      run() {
        const at = caretPlace()
        if (at) putBreakAt(at)
      },
    },
    {
      id: "removeBreak",
      menu: "article",
      keys: null,
      enabled: () => livingBreak() !== null,
      run() {
        const at = livingBreak()
        if (at) dropBreak(at)
      },
    },
    {
      id: "breakMarks",
      menu: "view",
      keys: null,
      enabled: () => desk.getState().issue !== null,
      checked: () => view.getState().breakMarks,
      run: () => view.setState(({ breakMarks }) => ({ breakMarks: !breakMarks })),
    },
  ]
}
