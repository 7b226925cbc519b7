import { useStore } from "zustand"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"

/** The page strip: one button a page, with a mark where text is over. */
export function Pages() {
  const pages = useStore(desk, (state) => state.pages)
  const shown = useStore(view, (state) => state.page)
  return (
    <nav className="pages" aria-label="pages">
      {pages.map(({ page, articles }) => {
        const over = articles.some(({ story }) => story.overset.characters > 0)
        return (
          <button
            key={page.id}
            type="button"
            className={page.id === shown ? "chosen" : ""}
            aria-current={page.id === shown}
            onClick={() => view.setState({ page: page.id, selection: [] })}
          >
            {page.id}
            {over && <i className="over" />}
          </button>
        )
      })}
    </nav>
  )
}
