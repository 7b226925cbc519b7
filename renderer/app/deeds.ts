import { joinParagraphs } from "../../layouts/edits/join-paragraphs.ts"
import { moveFrames } from "../../layouts/edits/move-frames.ts"
import { resizeFrame } from "../../layouts/edits/resize-frame.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { setWords } from "../../layouts/edits/set-words.ts"
import { splitParagraph } from "../../layouts/edits/split-paragraph.ts"
import { joined } from "../../layouts/issue/change.ts"
import type { StoryProps } from "../panels/story.tsx"
import { perform } from "../state/actions.ts"
import { typingGoesOn } from "../state/typing.ts"
import { view } from "../state/view.ts"
import { selectAt } from "./select-at.ts"
import type { Act } from "../tools/tool.ts"

/** Does what a tool asks for on the page that is shown. */
export function act(asked: Act): void {
  const { page } = view.getState()
  if (page === null) return
  switch (asked.kind) {
    case "move":
      perform(moveFrames(page, asked.ids, asked))
      break
    case "resize":
      perform(resizeFrame(asked.id, asked.region))
      break
    case "selectText":
      selectAt(asked)
      break
  }
}

/** What the story pane does to a story; typing without a pause is one step of undo. */
export const storyDeeds: StoryProps = {
  onRetype(article, paragraph, { from, to, text }) {
    const goesOn = typingGoesOn(`${article} ${paragraph}`)
    const stretch = { from: { paragraph, offset: from }, to: { paragraph, offset: to } }
    const edit = retype(article, stretch, text)
    perform(goesOn ? joined(edit) : edit)
  },
  onWords: (article, changed) => perform(setWords(article, changed)),
  onSplit: (article, paragraph, offset) => perform(splitParagraph(article, { paragraph, offset })),
  onJoin: (article, paragraph) => perform(joinParagraphs(article, paragraph + 1)),
}
