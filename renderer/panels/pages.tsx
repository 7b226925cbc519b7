import { useStore } from "zustand"
import { desk } from "../state/desk.ts"
import { lengthOfPage } from "../state/lengths.ts"
import { view } from "../state/view.ts"
import { LengthTag } from "./length-tag.tsx"

/** The page strip: one button a page, with a mark where text is over. */
export function Pages() {
  const pages = useStore(desk, (state) => state.pages)
  const shown = useStore(view, (state) => state.page)
  return (
    <nav className="pages" aria-label="pages">
      {pages.map((composed) => {
        const { page } = composed
        return (
          <button
            key={page.id}
            type="button"
            data-strip-page={page.id}
            className={page.id === shown ? "chosen" : ""}
            aria-current={page.id === shown}
            onClick={() => view.setState({ page: page.id, selection: [] })}
          >
            {page.id}
            <LengthTag length={lengthOfPage(composed)} />
          </button>
        )
      })}
    </nav>
  )
}
