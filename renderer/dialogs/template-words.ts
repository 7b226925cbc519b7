import { useMemo } from "react"
import { useStore } from "zustand"
import { answersOf } from "../../layouts/templates/answers.ts"
import type { Answers } from "../../layouts/templates/placeholders.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"

/** Names templates in the language of the desk. */
export function useTemplateName(): (template: Template) => string {
  const language = useStore(view, (state) => state.language)
  return ({ name }) => (language === "en" ? name.en : name.zh)
}

/** What pictures of templates are filled in with: the open issue's paper and day. */
export function usePictureAnswers(): Answers {
  const issue = useStore(desk, (state) => state.issue)
  return useMemo(() => {
    const known = issue ?? { paper: "", date: { year: 2026, month: 1, day: 1 }, pages: [] }
    return answersOf({ ...known, pages: known.pages.length }, { id: "A1" })
  }, [issue])
}
