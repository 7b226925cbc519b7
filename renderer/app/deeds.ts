import { joinParagraphs } from "../../layouts/edits/join-paragraphs.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { setWords } from "../../layouts/edits/set-words.ts"
import { splitParagraph } from "../../layouts/edits/split-paragraph.ts"
import { joined } from "../../layouts/issue/change.ts"
import type { StoryProps } from "../panels/story.tsx"
import { perform } from "../state/actions.ts"
import { typingGoesOn } from "../state/typing.ts"

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
