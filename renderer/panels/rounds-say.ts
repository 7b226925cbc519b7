import { useStore } from "zustand"
import type { Say } from "../../layouts/finding.ts"
import { view } from "../state/view.ts"

/** A sentence in the interface's language. */
export function useSay(): (say: Say) => string {
  const language = useStore(view, (state) => state.language)
  return ({ zh, en }) => (language === "en" ? en : zh)
}
