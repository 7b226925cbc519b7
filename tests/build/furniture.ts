import { filledFurniture } from "../../layouts/draw/furniture.ts"
import { noticesOf } from "../../layouts/draw/notices.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Furniture, Page } from "../../layouts/issue/page.ts"
import { answersOf } from "../../layouts/templates/answers.ts"
import type { Answers } from "../../layouts/templates/placeholders.ts"

type Numbered = Pick<Issue, "paper" | "date" | "imprint" | "pages">

/** What a page of an issue answers to placeholders. */
export function answersFor(issue: Numbered, page: Page): Answers {
  return answersOf({ ...issue, pages: issue.pages.length }, page)
}

/** A page's furniture as it is printed, its notices with it. */
export function printedFurniture(issue: Numbered, page: Page): readonly Furniture[] {
  const answers = answersFor(issue, page)
  return [...filledFurniture(page.furniture, answers), ...noticesOf(page, answers)]
}

/** The texts that a page's furniture prints, in its order. */
export function printedTexts(issue: Numbered, page: Page): readonly string[] {
  return printedFurniture(issue, page).flatMap((each) => (each.kind === "text" ? [each.text] : []))
}
